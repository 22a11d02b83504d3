import Diagnostics

/// What can be wrong with a link, a picture or another reference from one file to another.
public enum LinkProblem: Problem {
  case missingPage(String, nearest: String?)
  /// In site.yaml or portal.yaml.
  case missingListedPage(String, nearest: String?)
  case missingFile(String, nearest: String?)
  /// A file that a program left behind.
  case leftover(String)
  case missingAnchor(String, page: String, nearest: String?)
  case outsideContent(String)
  case dangerousScheme(String)
  case unknownScheme(String)
  case malformed(String)
  /// `[chữ]()`
  case empty
  /// What is meant can be told, as of a telephone number without `tel:`.
  case miswritten(String, right: String)
  /// A document to be offered, by its address on another site.
  case remoteAttachment(String)
  /// An address of another site that reads like the name of a file: `tongdai111.vn`.
  case withoutScheme(String)
  /// A file of the author's own computer.
  case onOwnDisk(String, page: String?)
  /// What preview shows on the author's own computer.
  case previewAddress(String, page: String?)
  case remoteImage(String)
  case notAnImage(String)
  /// What an iPhone makes of a picture, whatever the file is called.
  case heicPicture(String)
  /// `instead` is the file of the page that took its address.
  case unpublished(String, because: Absence, instead: String?)
  /// A picture or another file.
  case withdrawn(String, on: String)
  case hiddenFromPortal(String, portal: String)
}

/// Why no portal shows a page. Dates as front matter has them.
public enum Absence: Sendable {
  case draft
  case future(from: String)
  case expired(after: String)
  /// It is new, and something is wrong with it.
  case heldBack
  case withdrawn(on: String)
  /// Each portal leaves it out, by `hide`, `show` or the page's own `portals`.
  case hidden
}

extension LinkProblem {
  public var otherFiles: [String] { if case .missingAnchor(_, let page, _) = self { [page] } else { [] } }

  public var report: Report {
    switch self {
    case .missingPage(let target, let near):
      Self.missingPage(target, near, from: ("thư mục của trang này", "this page's folder"))
    case .missingListedPage(let target, let near):
      Self.missingPage(target, near, from: ("thư mục content/", "content/"))
    case .missingFile(let target, let near):
      Report(
        "link-missing-file",
        vi: .init(
          "không có tệp “\(target)”",
          remedy: near.map { "có phải “\($0)”?" } ?? "đặt tệp vào cạnh trang, hoặc sửa tên"),
        en: .init(
          "there is no file “\(target)”",
          remedy: near.map { "did you mean “\($0)”?" } ?? "put the file beside the page, or mend its name"))
    case .leftover(let target):
      Report(
        "link-leftover",
        vi: .init(
          "“\(target)” là tệp tạm do máy để lại, không bao giờ được đăng",
          remedy: "liên kết tới chính tệp tài liệu, không phải bản tạm của nó"),
        en: .init(
          "“\(target)” is a temporary file that a program left, and is never published",
          remedy: "link to the document itself, not to its temporary copy"))
    case .missingAnchor(let anchor, let page, let near):
      Report(
        "link-missing-anchor",
        vi: .init(
          "trang \(page) không có đề mục “#\(anchor)”",
          remedy: near.map { "có phải “#\($0)”?" }
            ?? "dùng đề mục có trong trang đó, viết không dấu, nối bằng dấu gạch"),
        en: .init(
          "\(page) has no heading “#\(anchor)”",
          remedy: near.map { "did you mean “#\($0)”?" }
            ?? "use a heading of that page, without tones, joined by hyphens"))
    case .outsideContent(let target):
      Report(
        "link-outside-content",
        vi: .init("“\(target)” ra ngoài thư mục content/", remedy: "chỉ liên kết tới tệp trong content/"),
        en: .init("“\(target)” leads out of content/", remedy: "link only to files within content/"))
    case .dangerousScheme(let scheme):
      Report(
        "link-dangerous-scheme",
        vi: .init(
          "địa chỉ “\(scheme):” có thể chạy mã trên máy người đọc",
          remedy: "dùng địa chỉ https://, tel: hoặc mailto:"),
        en: .init(
          "a “\(scheme):” address can run code on the reader's machine",
          remedy: "use https://, tel: or mailto:"))
    case .unknownScheme(let scheme):
      Report(
        "link-unknown-scheme",
        vi: .init(
          "không dùng được địa chỉ loại “\(scheme):”",
          remedy: "dùng địa chỉ https://, http://, tel:, sms: hoặc mailto:"),
        en: .init(
          "“\(scheme):” addresses are not supported", remedy: "use https://, http://, tel:, sms: or mailto:"))
    case .malformed(let target):
      Report(
        "link-malformed",
        vi: .init(
          "địa chỉ “\(target)” không hợp lệ",
          remedy: "viết đường dẫn tới tệp trong content/ hoặc địa chỉ https:// đầy đủ"),
        en: .init(
          "“\(target)” is not an address",
          remedy: "write the path of a file in content/, or a full https:// address"))
    case .empty:
      Report(
        "link-empty",
        vi: .init(
          "liên kết chưa có địa chỉ",
          remedy:
            "viết vào giữa hai dấu ngoặc tròn nơi cần tới: tên tệp .md, địa chỉ https://, hay tel: kèm số máy"
        ),
        en: .init(
          "the link has no address",
          remedy:
            "write between the parentheses where it goes: a .md file, an https:// address, or tel: with a number"
        ))
    case .miswritten(let target, let right):
      Report(
        "link-miswritten",
        vi: .init("địa chỉ “\(target)” viết chưa đúng cách", remedy: "viết \(right)"),
        en: .init("“\(target)” is not how such an address is written", remedy: "write \(right)"))
    case .remoteAttachment(let target):
      Report(
        "attachment-remote",
        vi: .init(
          "“\(target)” nằm ở trang khác, không phải tệp đính kèm được",
          remedy: "bỏ khỏi attachments và đặt liên kết trong bài: [tên tài liệu](\(target))"),
        en: .init(
          "“\(target)” is on another site, and cannot be attached",
          remedy: "drop it from “attachments”, and link to it in the text: [its name](\(target))"))
    case .withoutScheme(let target):
      Report(
        "link-without-https",
        vi: .init(
          "địa chỉ “\(target)” thiếu https:// nên máy hiểu là tên tệp", remedy: "viết https://\(target)"),
        en: .init("“\(target)” lacks https://, so it names a file", remedy: "write https://\(target)"))
    case .onOwnDisk(let target, let page):
      Report(
        "link-own-disk",
        vi: .init(
          "“\(target)” nằm trên ổ đĩa của máy bạn, người đọc không mở được",
          remedy: page.map { "viết \($0)" } ?? "chép tệp vào cạnh bài rồi chỉ ghi tên tệp"),
        en: .init(
          "“\(target)” is on your own computer's disk, where no reader can open it",
          remedy: page.map { "write \($0)" } ?? "copy the file to the page's folder, and write its name only")
      )
    case .previewAddress(let target, let page):
      Report(
        "link-preview-address",
        vi: .init(
          "“\(target)” là địa chỉ xem thử trên máy bạn, người đọc không mở được",
          remedy: page.map { "viết \($0)" }
            ?? "viết đường dẫn tới tệp .md của trang, hoặc địa chỉ https:// thật"),
        en: .init(
          "“\(target)” is an address on your own computer, where no reader can open it",
          remedy: page.map { "write \($0)" }
            ?? "write the path of the page's .md file, or a true https:// address"
        ))
    case .remoteImage(let target):
      Report(
        "image-remote",
        vi: .init(
          "ảnh “\(target)” nằm ở trang khác",
          remedy: "tải ảnh về, xin phép nếu cần, đặt cạnh trang này; trang không lấy gì từ bên thứ ba"),
        en: .init(
          "the picture “\(target)” is on another site",
          remedy: "save it beside this page, with permission: a portal loads nothing from third parties"))
    case .notAnImage(let target):
      Report(
        "image-unreadable",
        vi: .init(
          "“\(target)” không phải ảnh đọc được",
          remedy: "dùng ảnh JPEG, PNG, GIF, WebP hoặc SVG; nếu là tài liệu thì bỏ dấu ! ở đầu"),
        en: .init(
          "“\(target)” is not a picture that can be read",
          remedy: "use JPEG, PNG, GIF, WebP or SVG; for a document drop the leading !"))
    case .heicPicture(let target):
      Report(
        "image-heic",
        vi: .init(
          "“\(target)” là ảnh HEIC của iPhone, đổi đuôi tệp không làm nó thành JPEG; nhiều máy không xem được",
          remedy:
            "mở ảnh rồi lưu thành JPEG; để iPhone tự chụp JPEG: Cài đặt › Camera › Định dạng › Tương thích nhất"
        ),
        en: .init(
          "“\(target)” is a HEIC picture of an iPhone, whatever its name; many devices cannot show it",
          remedy: "save it as JPEG; for an iPhone to take such: Settings › Camera › Formats › Most Compatible"
        ))
    case .unpublished(let target, let absence, let instead):
      Report(
        "link-unpublished",
        vi: .init(
          "liên kết tới “\(target)”, trang \(absence.reason.vi); người đọc chỉ thấy chữ, không bấm được",
          remedy: instead.map { "dẫn tới trang thay thế: “\($0)”" } ?? absence.remedy.vi),
        en: .init(
          "the link goes to “\(target)”, which \(absence.reason.en); readers see its text, and no link",
          remedy: instead.map { "link to the page that replaces it: “\($0)”" } ?? absence.remedy.en))
    case .withdrawn(let target, let day):
      Report(
        "link-withdrawn",
        vi: .init(
          "“\(target)” đã gỡ ngày \(day), nên người đọc không thấy nó ở đây nữa",
          remedy: "bỏ chỗ này khỏi bài, cả lời mô tả nếu có nhắc tới người liên quan"),
        en: .init(
          "“\(target)” was withdrawn on \(day), so readers do not meet it here any more",
          remedy: "take it out of the text, with any description that names who is concerned"))
    case .hiddenFromPortal(let target, let portal):
      Report(
        "menu-hidden-page",
        vi: .init(
          "menu của cổng “\(portal)” trỏ tới “\(target)” mà cổng này không hiện trang đó, nên mục này bị bỏ qua",
          remedy: "bỏ mục này khỏi menu, hoặc cho hiện trang (show, hide)"),
        en: .init(
          "the menu of portal “\(portal)” points to “\(target)”, which it does not show; the entry is left out",
          remedy: "drop the entry, or show the page (show, hide)"))
    }
  }
}

extension LinkProblem {
  private static func missingPage(_ target: String, _ near: String?, from base: (vi: String, en: String))
    -> Report
  {
    Report(
      "link-missing-page",
      vi: .init(
        "liên kết tới “\(target)” nhưng không có trang đó",
        remedy: near.map { "có phải “\($0)”?" } ?? "sửa đường dẫn tới tệp .md, tính từ \(base.vi)"),
      en: .init(
        "the link goes to “\(target)”, which is no page",
        remedy: near.map { "did you mean “\($0)”?" } ?? "give the path of the .md file, from \(base.en)"))
  }
}

extension Absence {
  fileprivate var reason: (vi: String, en: String) {
    switch self {
    case .draft: ("còn là bản nháp", "is still a draft")
    case .future(let date): ("chỉ được đăng từ \(date)", "is not published before \(date)")
    case .expired(let date): ("đã hết hạn sau ngày \(date)", "expired after \(date)")
    case .withdrawn(let date): ("đã gỡ ngày \(date)", "was withdrawn on \(date)")
    case .heldBack: ("đang có lỗi nên chưa được đăng", "is not published yet, for something is wrong with it")
    case .hidden: ("không cổng nào hiện", "no portal shows")
    }
  }

  fileprivate var remedy: (vi: String, en: String) {
    switch self {
    case .draft:
      ("đăng trang đó (bỏ draft: true), hoặc bỏ liên kết", "publish it (drop draft: true), or drop the link")
    case .future: ("chờ tới ngày đó, hoặc bỏ liên kết", "wait for that day, or drop the link")
    case .expired:
      (
        "dẫn tới trang thay thế, gia hạn (expires) nếu trang còn đúng, hoặc bỏ liên kết",
        "link to what replaces it, move “expires” if it still holds, or drop the link"
      )
    case .withdrawn: ("bỏ liên kết", "drop the link")
    case .heldBack:
      ("sửa lỗi của trang đó: liên kết sẽ tự có lại", "mend that page, and the link comes back by itself")
    case .hidden:
      (
        "cho một cổng hiện trang đó (hide, show, portals), hoặc bỏ liên kết",
        "let a portal show it (hide, show, portals), or drop the link"
      )
    }
  }
}
