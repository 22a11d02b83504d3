import Diagnostics

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
  /// Git could not join two people's changes, and both stand in the file.
  case mergeMarks
  case sameName(other: String)
  case pageInsidePage(page: String)
  case missingSection(folder: String)
  case noContent(folder: String)
  case noSite
  case factsNotRead
  /// Nothing of the name can stand in an address.
  case nameWithoutLetters(String)
  case legacyText(kind: String, reading: String?)
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
          "lối tắt (symlink) này dẫn tới \(other), vốn đã được đọc ở chỗ khác",
          remedy: "xóa lối tắt; muốn dẫn người đọc tới đó thì viết liên kết trong trang"),
        en: .init(
          "this link leads to \(other), which is read at another place already",
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
    case .mergeMarks:
      Report(
        "merge-marks",
        vi: .init(
          "hai người cùng sửa một chỗ, và Git để cả hai bản trong tệp giữa các dòng <<<<<<<, ======= và >>>>>>>",
          remedy: "chọn giữ một bản, hoặc viết gộp lại, rồi xóa cả ba dòng dấu ấy"),
        en: .init(
          "two people changed the same place, and Git left both texts between <<<<<<<, ======= and >>>>>>>",
          remedy: "keep one of them, or make one of both, and delete the three lines of marks"))
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
    case .factsNotRead:
      Report(
        "facts-not-read",
        vi: .init(
          "thư mục content/facts để dành cho số liệu, bản này chưa đọc được nên không đăng tệp nào trong đó",
          remedy: "chuyển các tệp sang thư mục khác trong content/"),
        en: .init(
          "content/facts is kept for figures, which this version cannot read: nothing in it is published",
          remedy: "move its files to another folder of content/"))
    case .nameWithoutLetters(let name):
      Report(
        "name-without-letters",
        vi: .init(
          "tên “\(name)” không có chữ cái Latinh hay chữ số nào để làm địa chỉ trang",
          remedy: "đổi tên, ví dụ gioi-thieu; là bài thì có thể thêm dòng slug: gioi-thieu"),
        en: .init(
          "the name “\(name)” has no Latin letter or digit to make an address of",
          remedy: "rename it, as in about-us; a page may have a line slug: about-us instead"))
    case .legacyText(let kind, let reading):
      Report(
        "legacy-text",
        vi: .init(
          "chữ ở đây có vẻ thuộc bảng mã cũ (\(kind))\(reading.map { ", có lẽ là “\($0)”" } ?? "")",
          remedy: "chuyển văn bản sang Unicode rồi dán lại"),
        en: .init(
          "this looks like text in a legacy encoding (\(kind))\(reading.map { ", probably “\($0)”" } ?? "")",
          remedy: "convert the text to Unicode and paste it again"))
    }
  }
}
