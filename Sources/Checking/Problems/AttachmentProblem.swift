import Files
import Diagnostics

/// What is amiss with a file that readers are given: a picture or something to download. Sizes in bytes.
public enum AttachmentProblem: Problem {
  case pictureHeavy(String, size: Int, limit: Int)
  /// In pixels.
  case pictureWide(String, width: Int, limit: Int)
  case pictureScript(String)
  case pictureBroken(String, Breakage)
  /// In pixels.
  case pictureHuge(String, width: Int, height: Int)
  case attachmentHeavy(String, size: Int, limit: Int)
  case dangerousType(String, ending: String)
  case doubleEnding(String, pretended: String, ending: String)
  case hiddenMacro(String)
  case wrongType(String, ending: String, found: FileFormat?)
  case empty(String)
  /// Of a kind from which hidden data is not taken out.
  case notCleaned(String)
  case unused
  case leftover
  /// A page's text under a name that is none of a page.
  case notAPage(String, instead: String)

  /// What keeps a picture from being read to its end.
  public enum Breakage: Sendable {
    case cut, empty, noSize
    /// An offset in bytes.
    case wrong(at: Int)

    var words: (vi: String, en: String) {
      switch self {
      case .cut: ("thiếu phần cuối", "its end is missing")
      case .empty: ("không có hình bên trong", "there is no picture in it")
      case .noSize:
        ("chiều rộng hay chiều cao bằng 0 hoặc không đọc được", "its width or height is 0 or unreadable")
      case .wrong(let offset):
        ("sai cấu trúc từ byte \(offset)", "from byte \(offset) on its structure is wrong")
      }
    }
  }
}

extension AttachmentProblem {
  public var report: Report {
    switch self {
    case .pictureHeavy(let name, let size, let limit):
      Report(
        .pictureHeavy,
        vi: .init(
          "ảnh “\(name)” nặng \(FileSize(bytes: size).text(",")), điện thoại tải chậm",
          remedy:
            "thu nhỏ hoặc nén ảnh xuống dưới \(FileSize(bytes: limit).text(",")); JPEG hay WebP cho ảnh chụp"),
        en: .init(
          "the picture “\(name)” has \(FileSize(bytes: size).text(".")), which is slow on a phone",
          remedy: "bring it below \(FileSize(bytes: limit).text(".")); JPEG or WebP for a photograph"))
    case .pictureWide(let name, let width, let limit):
      Report(
        .pictureWide,
        vi: .init(
          "ảnh “\(name)” rộng \(width) điểm ảnh, hơn mức màn hình cần",
          remedy: "thu nhỏ còn nhiều nhất \(limit) điểm ảnh"),
        en: .init(
          "the picture “\(name)” is \(width) pixels wide, more than any screen needs",
          remedy: "make it \(limit) pixels wide at most"))
    case .pictureScript(let name):
      Report(
        .pictureScript,
        vi: .init(
          "ảnh SVG “\(name)” có chứa mã chạy được hoặc gọi ra trang khác",
          remedy: "xuất lại ảnh dạng SVG đơn giản (Plain SVG), hoặc dùng PNG"),
        en: .init(
          "the SVG “\(name)” holds code that can run, or calls other sites",
          remedy: "export it as plain SVG, or use a PNG"))
    case .pictureBroken(let name, let breakage):
      Report(
        .pictureBroken,
        vi: .init(
          "ảnh “\(name)” hỏng: \(breakage.words.vi)",
          remedy: "chép lại ảnh từ máy hoặc từ người gửi; bản đăng chỉ giữ phần đọc được"),
        en: .init(
          "the picture “\(name)” is damaged: \(breakage.words.en)",
          remedy: "copy it from where it came once more; only what could be read is published"))
    case .pictureHuge(let name, let width, let height):
      Report(
        .pictureHuge,
        vi: .init(
          "ảnh “\(name)” ghi cỡ \(width) × \(height) điểm ảnh, máy người đọc khó mở nổi",
          remedy: "thu nhỏ ảnh; nếu ảnh thật không lớn thế thì tệp hỏng, chép lại"),
        en: .init(
          "the picture “\(name)” claims \(width) × \(height) pixels, too many for a reader's machine",
          remedy: "make it smaller; if it is not really that large, it is damaged: copy it once more"))
    case .attachmentHeavy(let name, let size, let limit):
      Report(
        .attachmentHeavy,
        vi: .init(
          "tệp “\(name)” nặng \(FileSize(bytes: size).text(","))",
          remedy: "nén lại hoặc tách nhỏ, mỗi tệp dưới \(FileSize(bytes: limit).text(","))"),
        en: .init(
          "the file “\(name)” has \(FileSize(bytes: size).text("."))",
          remedy: "compress or split it, each part below \(FileSize(bytes: limit).text("."))"))
    case .dangerousType(let name, let ending):
      Report(
        .attachmentDangerous,
        vi: .init(
          "tệp “\(name)” thuộc loại chạy được mã trên máy người đọc hoặc máy chủ (.\(ending))",
          remedy: "đưa bản PDF, hoặc lưu lại dạng không có macro (docx, xlsx, pptx)"),
        en: .init(
          "“\(name)” is of a kind that can run code on the reader's machine or the server (.\(ending))",
          remedy: "offer a PDF, or save it without macros (docx, xlsx, pptx)"))
    case .doubleEnding(let name, let pretended, let ending):
      Report(
        .attachmentDoubleEnding,
        vi: .init(
          "tệp “\(name)” trông như .\(pretended) nhưng thật ra là .\(ending), cách mã độc hay ẩn mình",
          remedy: "xóa tệp và hỏi lại nơi gửi; đừng mở thử"),
        en: .init(
          "“\(name)” looks like .\(pretended) but is .\(ending), as malware likes to be",
          remedy: "delete it and ask who sent it; do not open it"))
    case .hiddenMacro(let name):
      Report(
        .attachmentHiddenMacro,
        vi: .init(
          "tệp “\(name)” có macro bên trong dù tên tệp không cho biết",
          remedy: "mở bằng phần mềm văn phòng đã tắt macro và lưu lại không có macro, hoặc đưa bản PDF"),
        en: .init(
          "“\(name)” holds macros, though its name does not say so",
          remedy: "save it anew without macros, with macros switched off, or offer a PDF"))
    case .wrongType(let name, let ending, let found):
      Report(
        .attachmentWrongType,
        vi: .init(
          "tệp “\(name)” không phải .\(ending)\(found.map { "; bên trong là \($0.name.vi)" } ?? "")",
          remedy: "lưu lại đúng loại, hoặc đổi đuôi tệp cho đúng"),
        en: .init(
          "“\(name)” is no .\(ending)\(found.map { "; it is \($0.name.en)" } ?? "")",
          remedy: "save it as what it should be, or mend its ending"))
    case .empty(let name):
      Report(
        .attachmentEmpty,
        vi: .init("tệp “\(name)” trống", remedy: "chép lại tệp từ bản gốc"),
        en: .init("the file “\(name)” is empty", remedy: "copy it from the original again"))
    case .notAPage(let name, let instead):
      Report(
        .pageWrongName,
        vi: .init(
          "“\(name)” không được đọc như một trang vì tên tệp phải kết thúc bằng .md",
          remedy: "đổi tên tệp thành \(instead)"),
        en: .init(
          "“\(name)” is not read as a page, since the name of a page ends with .md",
          remedy: "rename it to \(instead)"))
    case .notCleaned(let name):
      Report(
        .attachmentNotCleaned,
        vi: .init(
          "tệp “\(name)” có thể kèm nơi quay chụp, ngày giờ và tên máy; loại tệp này máy chưa gỡ được",
          remedy:
            "ảnh thì lưu lại thành JPEG; phim thì tắt ghi vị trí khi quay, hoặc xuất lại phim không kèm thông tin"
        ),
        en: .init(
          "“\(name)” may tell where, when and with what it was taken, which is not removed from such files",
          remedy: "save a picture as JPEG; export a film anew without its data"))
    case .unused:
      Report(
        .fileUnused,
        vi: .init(
          "không trang nào dùng tệp này, nên tệp không được đăng",
          remedy:
            "liên kết tới tệp từ bài cần nó; nếu cố ý đăng thì ghi vào also_publish trong site.yaml; không cần thì xóa"
        ),
        en: .init(
          "no page uses this file, so it is not published",
          remedy: "link to it from a page, list it under also_publish in site.yaml, or delete it"))
    case .leftover:
      Report(
        .fileLeftover,
        vi: .init(
          "đây là tệp tạm do máy để lại, không bao giờ được đăng",
          remedy: "đóng phần mềm đang mở tệp, rồi xóa"),
        en: .init(
          "a program left this file behind; it is never published",
          remedy: "close the program that has it open, then delete it"))
    }
  }
}

extension Rule {
  package static let pictureHeavy = Rule(
    .attachments, "picture-heavy", .warning, vi: "ảnh nặng hơn 300 KB", en: "a picture of more than 300 KB")
  package static let pictureWide = Rule(
    .attachments, "picture-wide", .warning, vi: "ảnh rộng hơn 2560 điểm ảnh",
    en: "a picture more than 2560 pixels wide")
  package static let pictureScript = Rule(
    .attachments, "picture-script", .error, vi: "ảnh SVG có mã chạy được", en: "an SVG with code that can run"
  )
  package static let pictureBroken = Rule(
    .attachments, "picture-broken", .warning, vi: "ảnh hỏng: bị cắt, trống, sai cấu trúc",
    en: "a damaged picture: cut off, empty, or not what its format demands")
  package static let pictureHuge = Rule(
    .attachments, "picture-huge", .warning, vi: "ảnh có hơn 100 triệu điểm ảnh",
    en: "a picture of more than 100 million pixels")
  package static let attachmentHeavy = Rule(
    .attachments, "attachment-heavy", .warning, vi: "tệp đính kèm nặng hơn 10 MB",
    en: "an attachment of more than 10 MB")
  package static let attachmentDangerous = Rule(
    .attachments, "attachment-dangerous", .error,
    vi: "tệp chạy được mã: có macro, chương trình, trang HTML, mã của máy chủ",
    en: "a file that can run code: with macros, a program, an HTML page, code of a server")
  package static let attachmentDoubleEnding = Rule(
    .attachments, "attachment-double-ending", .error, vi: "chương trình giả dạng tài liệu (cong-van.pdf.exe)",
    en: "a program that looks like a document (letter.pdf.exe)")
  package static let attachmentHiddenMacro = Rule(
    .attachments, "attachment-hidden-macro", .error, vi: "macro trong tệp docx, xlsx, pptx",
    en: "macros inside a docx, xlsx or pptx")
  package static let attachmentWrongType = Rule(
    .attachments, "attachment-wrong-type", .error, vi: "nội dung tệp không đúng với đuôi tệp",
    en: "a file that is not what its ending says")
  package static let attachmentEmpty = Rule(
    .attachments, "attachment-empty", .error, vi: "tệp trống", en: "an empty file")
  package static let pageWrongName = Rule(
    .attachments, "page-wrong-name", .warning, vi: "bài viết lưu với tên không phải .md (bai.md.txt, BAI.MD)",
    en: "a page under a name that is not .md (page.md.txt, PAGE.MD)")
  package static let attachmentNotCleaned = Rule(
    .attachments, "attachment-not-cleaned", .warning,
    vi: "ảnh HEIC, AVIF, TIFF, phim: có thể kèm nơi quay chụp",
    en: "a HEIC, AVIF, TIFF or film, which may tell where it was taken")
  package static let fileUnused = Rule(
    .attachments, "file-unused", .warning, vi: "tệp không trang nào dùng, nên không được đăng",
    en: "a file that no page uses, and so is not published")
  package static let fileLeftover = Rule(
    .attachments, "file-leftover", .note, vi: "tệp tạm do máy để lại (~$bai.docx, bai.bak)",
    en: "a file that a program left behind (~$page.docx, page.bak)")
}
