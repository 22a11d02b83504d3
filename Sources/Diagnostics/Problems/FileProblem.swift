/// What can be wrong with a file, a folder or the project as a whole.
public enum FileProblem: Problem {
  case unreadable(SystemReason)
  case unreadableFolder(SystemReason)
  case notRegular
  case linkLoop
  case linkOutside
  /// A link to a folder whose files are read at another place already.
  case linkRepeats(other: String)
  case foldersTooDeep(limit: Int)
  case nameNotUTF8
  case invalidUTF8
  case tooManyMarks(limit: Int)
  case tooLarge(size: Int, limit: Int)
  case tooLargeToPublish(size: Int, limit: Int)
  case emptyPage
  case sameName(other: String)
  case pageInsidePage(page: String)
  case missingSection(folder: String)
  case noContent(folder: String)
  case noSite
  case missingTheme(String, nearest: String?)
  case badThemeName(String)
  case missingLayout(String, nearest: String?)
  /// A layout and a partial of one theme with the same name.
  case sameTemplateName(String)
  case missingWord(String, language: String)
  case unknownPortal(String, nearest: String?)
  case badPortalID(String)
  /// A page that names a layout which no theme of its portals has.
  case unknownLayout(String, nearest: String?, known: [String])
  /// A file of the theme that lies in a folder of its assets/.
  case nestedThemeFile
  case factsNotRead
  /// A file in content/portals that is no portal's.
  case outsidePortal
  /// Nothing of the name can stand in an address.
  case nameWithoutLetters(String)
  case legacyText(kind: String, reading: String?)
  case toFillIn(key: String, text: String)
  /// The same on a portal that readers use.
  case toFillInOnLive(key: String, text: String)
  /// Portals that readers use would show a page with something to be filled in.
  case pageToFillInOnLive(portals: [String])
  /// A portal that readers use has an address that is no real one.
  case sampleAddress(String)
}

extension FileProblem {
  public var report: Report {
    switch self {
    case .unreadable(let reason):
      Report(
        "file-unreadable",
        vi: .init(
          "không đọc được tệp: \(reason.words.vi)", remedy: "xem tệp còn ở đó không, bạn có quyền mở không"
        ),
        en: .init(
          "the file cannot be read: \(reason.words.en)",
          remedy: "see that it exists and that this account may read it"))
    case .unreadableFolder(let reason):
      Report(
        "folder-unreadable",
        vi: .init(
          "không đọc được thư mục: \(reason.words.vi)",
          remedy: "kiểm tra đây đúng là thư mục và tài khoản này được đọc nó"),
        en: .init(
          "the folder cannot be read: \(reason.words.en)",
          remedy: "see that it is a folder and that this account may read it"))
    case .notRegular:
      Report(
        "file-not-regular",
        vi: .init("đây là lối tắt hoặc tệp đặc biệt", remedy: "đưa ra khỏi thư mục này"),
        en: .init("this is not an ordinary file", remedy: "move it out of this folder"))
    case .linkLoop:
      Report(
        "link-loop",
        vi: .init("lối tắt (symlink) này dẫn về chính thư mục chứa nó", remedy: "xóa lối tắt"),
        en: .init("this link leads back to a folder that holds it", remedy: "delete the link"))
    case .linkOutside:
      Report(
        "link-outside",
        vi: .init(
          "lối tắt (symlink) này dẫn ra ngoài thư mục của dự án",
          remedy: "chép tệp hoặc thư mục vào đây thay cho lối tắt"),
        en: .init("this link leads out of the project", remedy: "copy what it leads to into its place"))
    case .linkRepeats(let other):
      Report(
        "link-repeats",
        vi: .init(
          "lối tắt (symlink) này dẫn tới thư mục \(other), vốn đã được đọc ở chỗ khác",
          remedy: "xóa lối tắt; muốn dẫn người đọc tới đó thì viết liên kết trong trang"),
        en: .init(
          "this link leads to the folder \(other), which is read at another place already",
          remedy: "delete it; to lead readers there, write a link in a page"))
    case .foldersTooDeep(let limit):
      Report(
        "folders-too-deep",
        vi: .init(
          "thư mục lồng nhau quá \(limit) cấp", remedy: "đưa thư mục này lên cấp trên, hoặc xóa nếu thừa"),
        en: .init(
          "folders lie more than \(limit) levels deep", remedy: "move this folder up, or delete it"))
    case .nameNotUTF8:
      Report(
        "name-not-utf8",
        vi: .init(
          "tên tệp có ký tự không phải UTF-8", remedy: "đổi tên tệp, tốt nhất chỉ dùng chữ không dấu"),
        en: .init("the file's name is not UTF-8", remedy: "rename it, best without tones"))
    case .invalidUTF8:
      Report(
        "invalid-utf8",
        vi: .init(
          "tệp không phải UTF-8 từ chỗ này", remedy: "mở bằng trình soạn thảo và lưu lại với bảng mã UTF-8"),
        en: .init("from here the file is not UTF-8", remedy: "open it in an editor and save it as UTF-8"))
    case .tooManyMarks(let limit):
      Report(
        "too-many-marks",
        vi: .init(
          "có một chữ mang hơn \(limit) dấu chồng lên nhau", remedy: "xóa các dấu thừa, hoặc gõ lại chữ này"),
        en: .init(
          "a letter here has more than \(limit) marks on it", remedy: "delete the marks, or type it again"))
    case .tooLarge(let size, let limit):
      Report(
        "file-too-large",
        vi: .init(
          "tệp quá lớn (\(FileSize(bytes: size).text(",")), tối đa \(FileSize(bytes: limit).text(",")))",
          remedy: "tách thành nhiều trang"),
        en: .init(
          "the file is too large (\(FileSize(bytes: size).text(".")), at most \(FileSize(bytes: limit).text(".")))",
          remedy: "split it into several pages"))
    case .tooLargeToPublish(let size, let limit):
      Report(
        "file-too-large-to-publish",
        vi: .init(
          "tệp quá lớn để đăng (\(FileSize(bytes: size).text(",")), tối đa \(FileSize(bytes: limit).text(",")))",
          remedy: "nén nhỏ lại, hoặc đưa lên nơi chia sẻ video rồi dẫn liên kết tới đó"),
        en: .init(
          "the file is too large to be published (\(FileSize(bytes: size).text(".")), at most \(FileSize(bytes: limit).text(".")))",
          remedy: "make it smaller, or put it on a video platform and link to it"))
    case .emptyPage:
      Report(
        "empty-page",
        vi: .init("tệp trống", remedy: "viết phần khai báo và nội dung, hoặc xóa tệp"),
        en: .init("the file is empty", remedy: "write its front matter and text, or delete it"))
    case .sameName(let other):
      Report(
        "same-page",
        vi: .init("trang này trùng với \(other)", remedy: "đổi tên hoặc xóa một trong hai tệp"),
        en: .init("this is the same page as \(other)", remedy: "rename or delete one of the two"))
    case .pageInsidePage(let page):
      Report(
        "page-inside-page",
        vi: .init(
          "trang này nằm trong thư mục của trang \(page)",
          remedy: "đổi tên index.md thành _index.md để thư mục đó thành chuyên mục"),
        en: .init(
          "this page lies in the folder of the page \(page)",
          remedy: "rename index.md to _index.md to make the folder a section"))
    case .missingSection(let folder):
      Report(
        "missing-section",
        vi: .init(
          "thư mục \(folder) có trang mà chưa có _index.md",
          remedy: "thêm \(folder)/_index.md với dòng title: Tên chuyên mục"),
        en: .init(
          "the folder \(folder) has pages but no _index.md",
          remedy: "add \(folder)/_index.md with a line title: Name of the section"))
    case .noContent(let folder):
      Report(
        "no-content",
        vi: .init(
          "không có thư mục \(folder)",
          remedy: "chạy lệnh trong thư mục của dự án, hoặc chỉ ra bằng --project"),
        en: .init(
          "there is no folder \(folder)",
          remedy: "run this in the project's folder, or name it with --project"))
    case .noSite:
      Report(
        "no-site",
        vi: .init("thiếu tệp content/site.yaml", remedy: "tạo tệp với ít nhất dòng name: Tên trang"),
        en: .init("content/site.yaml is missing", remedy: "create it with at least name: Name of the site"))
    case .missingTheme(let name, let near):
      Report(
        "missing-theme",
        vi: .init(
          "không có giao diện “\(name)” trong themes/",
          remedy: near.map { "có phải “\($0)”?" } ?? "đặt thư mục giao diện vào themes/\(name)"),
        en: .init(
          "there is no theme “\(name)” in themes/",
          remedy: near.map { "did you mean “\($0)”?" } ?? "put the theme's folder at themes/\(name)"))
    case .badThemeName(let name):
      Report(
        "bad-theme-name",
        vi: .init(
          "“\(name)” không phải tên giao diện", remedy: "viết tên một thư mục trong themes/, ví dụ vung-xanh"),
        en: .init(
          "“\(name)” is not the name of a theme",
          remedy: "give the name of a folder in themes/, as in vung-xanh"))
    case .sameTemplateName(let name):
      Report(
        "same-template-name",
        vi: .init(
          "trong layouts/ cũng có mẫu tên “\(name)”, nên mẫu này không bao giờ được dùng",
          remedy: "đổi tên một trong hai tệp"),
        en: .init(
          "layouts/ has a template named “\(name)” too, so this one is never used",
          remedy: "rename one of the two files"))
    case .missingLayout(let name, let near):
      Report(
        "missing-layout",
        vi: .init(
          "giao diện không có bố cục “\(name)”",
          remedy: near.map { "có phải “\($0)”?" } ?? "tạo layouts/\(name).mustache trong giao diện"),
        en: .init(
          "the theme has no layout “\(name)”",
          remedy: near.map { "did you mean “\($0)”?" } ?? "create layouts/\(name).mustache in the theme"))
    case .unknownLayout(let name, let near, let known):
      Report(
        "unknown-layout",
        vi: .init(
          "giao diện không có bố cục “\(name)” mà trang này chọn",
          remedy: near.map { "có phải “\($0)”?" }
            ?? "xóa dòng layout, hoặc chọn một trong: \(known.joined(separator: ", "))"),
        en: .init(
          "the page chooses the layout “\(name)”, which the theme does not have",
          remedy: near.map { "did you mean “\($0)”?" }
            ?? "delete the line layout, or choose one of: \(known.joined(separator: ", "))"))
    case .nestedThemeFile:
      Report(
        "theme-file-unpublished",
        vi: .init(
          "tệp của giao diện nằm trong thư mục con của assets/ nên không được đăng",
          remedy: "chuyển tệp ra ngay trong assets/"),
        en: .init(
          "a file in a folder of the theme's assets/ is not published", remedy: "move it into assets/ itself")
      )
    case .factsNotRead:
      Report(
        "facts-not-read",
        vi: .init(
          "thư mục content/facts để dành cho số liệu, bản này chưa đọc được nên không đăng tệp nào trong đó",
          remedy: "chuyển các tệp sang thư mục khác trong content/"),
        en: .init(
          "content/facts is kept for figures, which this version cannot read: nothing in it is published",
          remedy: "move its files to another folder of content/"))
    case .outsidePortal:
      Report(
        "file-outside-portal",
        vi: .init(
          "tệp nằm ngay trong content/portals, không thuộc cổng nào nên không được đăng",
          remedy:
            "chuyển vào thư mục của một cổng, ví dụ content/portals/cong-vi, hoặc vào content/ cho mọi cổng"),
        en: .init(
          "the file lies in content/portals itself, so it is no portal's and is not published",
          remedy:
            "move it to a portal's folder, such as content/portals/cong-vi, or to content/ for all of them"))
    case .nameWithoutLetters(let name):
      Report(
        "name-without-letters",
        vi: .init(
          "tên “\(name)” không có chữ cái Latinh hay chữ số nào để làm địa chỉ trang",
          remedy: "đổi tên, ví dụ gioi-thieu; là bài thì có thể thêm dòng slug: gioi-thieu"),
        en: .init(
          "the name “\(name)” has no Latin letter or digit to make an address of",
          remedy: "rename it, as in about-us; a page may have a line slug: about-us instead"))
    case .missingWord(let word, let language):
      Report(
        "missing-word",
        vi: .init(
          "thiếu chữ “\(word)” cho ngôn ngữ “\(language)”", remedy: "thêm dòng \(word): … vào tệp này"),
        en: .init(
          "the word “\(word)” is missing for language “\(language)”",
          remedy: "add a line \(word): … to this file"))
    case .unknownPortal(let id, let near):
      Report(
        "unknown-portal",
        vi: .init(
          "không có cổng “\(id)”",
          remedy: near.map { "có phải “\($0)”?" } ?? "xem tên các thư mục trong content/portals"),
        en: .init(
          "there is no portal “\(id)”",
          remedy: near.map { "did you mean “\($0)”?" } ?? "see the folders of content/portals"))
    case .badPortalID(let id):
      Report(
        "bad-portal-id",
        vi: .init(
          "tên thư mục cổng “\(id)” không hợp lệ",
          remedy: "chỉ dùng chữ thường không dấu, số và dấu gạch nối, ví dụ cong-vi"),
        en: .init(
          "“\(id)” cannot be the folder of a portal",
          remedy: "use lower-case letters without tones, digits and hyphens, as in cong-vi"))
    case .legacyText(let kind, let reading):
      Report(
        "legacy-text",
        vi: .init(
          "chữ ở đây có vẻ thuộc bảng mã cũ (\(kind))\(reading.map { ", có lẽ là “\($0)”" } ?? "")",
          remedy: "chuyển văn bản sang Unicode rồi dán lại"),
        en: .init(
          "this looks like text in a legacy encoding (\(kind))\(reading.map { ", probably “\($0)”" } ?? "")",
          remedy: "convert the text to Unicode and paste it again"))
    case .toFillInOnLive(let key, let text):
      Report(
        "live-value-to-fill-in",
        vi: .init(
          "“\(key)” còn phải điền (\(text)) mà cổng này đang chạy thật",
          remedy: "điền giá trị thật; cổng còn là bản mẫu thì ghi state: sample"),
        en: .init(
          "“\(key)” is still to be filled in (\(text)), but this portal is live",
          remedy: "supply the real value; while the portal is a sample, write state: sample"))
    case .pageToFillInOnLive(let portals):
      Report(
        "live-page-to-fill-in",
        vi: .init(
          "trang còn chỗ “CẦN ĐIỀN” mà cổng đang chạy thật sẽ đăng trang này (\(portals.joined(separator: ", ")))",
          remedy: "điền giá trị thật hoặc bỏ câu đó; chưa xong thì đặt draft: true"),
        en: .init(
          "a “CẦN ĐIỀN” is left in a page that a live portal would publish (\(portals.joined(separator: ", ")))",
          remedy: "supply the real value or drop the sentence; until then set draft: true"))
    case .sampleAddress(let url):
      Report(
        "live-sample-address",
        vi: .init(
          "“\(url)” là địa chỉ mẫu, không có thật, mà cổng này đang chạy thật",
          remedy: "viết địa chỉ thật của cổng; cổng còn là bản mẫu thì ghi state: sample"),
        en: .init(
          "“\(url)” is a sample address, but this portal is live",
          remedy: "write the portal's real address; while the portal is a sample, write state: sample"))
    case .toFillIn(let key, let text):
      Report(
        "to-fill-in",
        vi: .init("“\(key)” còn phải điền: \(text)", remedy: "đơn vị phụ trách bổ sung giá trị thật"),
        en: .init(
          "“\(key)” is still to be filled in: \(text)", remedy: "the unit in charge supplies the real value"))
    }
  }
}
