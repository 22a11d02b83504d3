import Glibc
import LibYAML
import Markdown
import Vietnamese

/// What a machine is like, as far as the tool depends on it.
public struct Machine: Sendable {
  /// Versions as the libraries say them.
  var markdownLibrary: String
  var yamlLibrary: String
  var curlLibrary: String
  var cores: Int
  /// What the environment says of languages: `C.UTF-8`; `C` when it says nothing.
  var locale: String
  var today: CalendarDate
  /// How many folders may be watched for changes; nil where the system does not say.
  var watchLimit: Int?
  /// Where the tool's own theme lies.
  var homeTheme: Result<HomeTheme, StartFailure>

  /// The machine that this runs on.
  ///
  /// - Parameters:
  ///   - curlLibrary: the version of libcurl, which another module knows.
  ///   - environment: the value of an environment variable.
  public init(curlLibrary: String, environment: (String) -> String?) {
    markdownLibrary = Markdown.libraryVersion
    yamlLibrary = String(cString: yaml_get_version_string())
    self.curlLibrary = curlLibrary
    cores = sysconf(Int32(_SC_NPROCESSORS_ONLN))
    // The order in which the C library looks.
    locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(environment).first { !$0.isEmpty } ?? "C"
    today = .today(secondsSince1970: time(nil))
    watchLimit = (try? Disk.readStart("/proc/sys/fs/inotify/max_user_watches", limit: 32)).flatMap {
      Int(String(decoding: $0, as: UTF8.self).trimmed)
    }
    homeTheme = HomeTheme.find(home: environment("VUNGXANH_HOME"), executable: "/proc/self/exe")
  }
}

/// What a project is like from outside: what can be read, and whether it can be written to.
public struct Workplace: Sendable {
  var output: String
  /// Folders that a preview has to watch.
  var folders = 0
  /// The first file or folder of the content that may not be read, relative to the project.
  var unreadable: String?
  /// The first folder of the output that may not be written to.
  var unwritable: String?
  var freeBytes: Int?
  var isLocked: Bool
  /// Themes that portals name, and whether they are there.
  var themes: [(name: String, exists: Bool, portal: String)] = []
  /// Themes that are there.
  var knownThemes: [String] = []
  var isProject: Bool

  /// - Parameter root: the folder to look at, absolute, whether it holds a project or not.
  public init(_ root: String) {
    output = root + "/site"
    isProject = Disk.isFolder(root + "/content")
    isLocked = Disk.isLocked(output + "/.vungxanh")
    let existing = Disk.nearestExisting(output)
    freeBytes = Disk.freeBytes(at: existing)
    let written = [existing] + Self.folders(in: output).map { output + "/" + $0 }
    unwritable = written.first { !Disk.isWritable($0) }
    guard isProject else { return }
    for name in ["content", "themes"] { walk(root, name) }
    var loader = ProjectLoader(root: root)
    knownThemes = Self.folders(in: root + "/themes")
    for portal in loader.load()?.portals ?? [] where !themes.contains(where: { $0.name == portal.theme }) {
      let exists = Disk.isFolder("\(root)/themes/\(portal.theme)/layouts")
      themes.append((portal.theme, exists, portal.path))
    }
  }

  private static func folders(in path: String) -> [String] {
    ((try? Disk.entries(of: path)) ?? []).filter { $0.kind == .folder && !$0.name.hasPrefix(".") }.map(\.name)
  }

  private mutating func walk(_ root: String, _ path: String) {
    guard Disk.exists(root + "/" + path) else { return }
    folders += 1
    guard let entries = try? Disk.entries(of: root + "/" + path) else {
      unreadable = unreadable ?? path
      return
    }
    for entry in entries where !entry.name.hasPrefix(".") {
      let inner = path + "/" + entry.name
      if entry.kind == .folder {
        walk(root, inner)
      } else if entry.kind == .file, !Disk.isReadable(root + "/" + inner) {
        unreadable = unreadable ?? inner
      }
    }
  }
}
