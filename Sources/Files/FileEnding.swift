import Diagnostics

/// What the ending of a file's name promises. Endings are in lower case, without the dot.
package enum FileEnding {
  package static let pictures: Set = [
    "jpg", "jpeg", "png", "gif", "webp", "svg", "avif", "bmp", "tif", "tiff", "heic", "heif",
  ]

  /// Pictures and films of telephones, which may tell where they were taken, and from which nothing is taken out.
  package static let notCleaned: Set = [
    "avif", "heic", "heif", "tif", "tiff", "mp4", "m4v", "mov", "3gp", "webm", "avi", "mkv",
  ]

  package static let documents: Set = [
    "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt", "ods", "odp", "rtf", "txt", "csv", "zip",
    "rar",
    "7z", "mp3", "mp4",
  ]

  /// Those that say who wrote them, as far as that can be read.
  package static let documentsWithNames: Set = ["pdf", "docx", "xlsx", "pptx", "odt", "ods", "odp"]

  /// What runs on a reader's machine when it is opened, or, as a page, in the name of the portal.
  package static let dangerous: Set = [
    // Office files with macros.
    "docm", "dotm", "xlsm", "xltm", "xlam", "xlsb", "xll", "pptm", "potm", "ppsm", "ppam", "sldm",
    // Programs, installers and disks.
    "exe", "com", "scr", "pif", "msi", "msp", "dll", "cpl", "jar", "apk", "xapk", "ipa", "app", "dmg", "pkg",
    "deb",
    "rpm", "iso", "img", "vhd", "vhdx", "appx", "msix",
    // Scripts, and shortcuts to them.
    "bat", "cmd", "ps1", "psm1", "vbs", "vbe", "js", "jse", "mjs", "wsf", "wsh", "hta", "sh", "reg", "lnk",
    "url",
    "scf", "inf", "chm", "sct",
    // Pages, and what browsers take for one: XML can be XHTML, or a picture that no look at its bytes sees into.
    "html", "htm", "xhtml", "shtml", "mht", "mhtml", "xht", "swf", "xml", "xsl", "xslt", "svgz",
    // What web servers run, or obey.
    "php", "php3", "php4", "php5", "php7", "php8", "phps", "pht", "phtm", "phtml", "phar", "inc", "asp",
    "aspx",
    "asa", "asax", "ascx", "ashx", "asmx", "axd", "cshtml", "vbhtml", "svc", "jsp", "jspx", "jspf", "jhtml",
    "cfm", "cfc", "cgi", "fcgi", "pl", "pm", "py", "pyc", "rb", "lua", "stm", "shtm", "config", "htaccess",
    "htpasswd",
  ]

  /// What a web server may run wherever in a name it stands, as in `bai.php.txt`.
  package static let runByServers: Set = [
    "php", "php3", "php4", "php5", "php7", "php8", "pht", "phtml", "phar", "shtml", "cgi", "fcgi", "pl", "py",
    "rb",
  ]

  /// What such a file begins with; nil for endings that promise nothing.
  package static func formats(of ending: String) -> [FileFormat]? {
    switch ending {
    case "pdf": [.pdf]
    case "docx", "xlsx", "pptx", "odt", "ods", "odp", "zip", "epub": [.zip]
    // Word itself writes RTF under this name.
    case "doc": [.oldOffice, .rtf]
    case "xls", "ppt": [.oldOffice]
    case "rtf": [.rtf]
    case "png": [.png]
    case "jpg", "jpeg": [.jpeg]
    case "gif": [.gif]
    case "webp": [.webp]
    case "svg": [.svg]
    case "mp3": [.mp3]
    case "mp4", "m4v", "m4a": [.mp4]
    default: nil
    }
  }

  /// The folder that such an Office file has inside.
  package static func officeFolder(of ending: String) -> String? {
    switch ending {
    case "docx": "word/"
    case "xlsx": "xl/"
    case "pptx": "ppt/"
    default: nil
    }
  }
}

extension String {
  /// What stands after each dot of a file's name but the first part, in lower case: `["pdf", "exe"]`.
  package var endings: [String] { lastComponent.split(separator: ".").dropFirst().map { $0.lowercased() } }
}
