import Diagnostics

/// What a reader should not be led to, or be led to by: links to other sites.
public enum WebLinkProblem: Problem {
  case shortened(host: String)
  case lookAlike(host: String, of: String)
  case foreignLetters(host: String)
  case hiddenHost(shown: String, real: String)
  case textNamesOther(text: String, host: String)
  case textNamesOtherNumber(text: String, number: String)
  /// The page of another site that leads on to `real`.
  case redirected(host: String, real: String)
  /// `url` without what tells where its reader came from.
  case tracking(url: String)
  /// An address for who makes a form, and that for who fills it in.
  case formEditing(view: String)
  case insecure(host: String)
  case numericHost(String)
  /// A portal of the project itself, and the page that is meant.
  case ownPortal(String, page: String)
}

extension WebLinkProblem {
  public var report: Report {
    switch self {
    case .shortened(let host):
      Report(
        .linkShortened,
        vi: .init(
          "liên kết rút gọn (\(host)) che mất nơi sẽ tới", remedy: "mở thử rồi thay bằng địa chỉ đầy đủ"),
        en: .init(
          "a shortened link (\(host)) hides where it leads", remedy: "follow it, and use the full address"))
    case .lookAlike(let host, let known):
      Report(
        .linkLookAlike,
        vi: .init(
          "địa chỉ “\(host)” dễ nhầm với “\(known)”, có thể là trang giả mạo",
          remedy: "có phải “\(known)”? Nếu đúng là trang khác, ghi check_ignore kèm lý do"),
        en: .init(
          "“\(host)” is easily taken for “\(known)”, and may be a forgery",
          remedy: "did you mean “\(known)”? If it is another site indeed, say so with check_ignore"))
    case .foreignLetters(let host):
      Report(
        .linkForeignLetters,
        vi: .init(
          "tên miền “\(host)” có chữ ngoài bảng chữ cái Việt, dễ bị dùng để giả mạo",
          remedy: "gõ lại địa chỉ bằng tay; nếu đúng là trang đó, ghi check_ignore kèm lý do"),
        en: .init(
          "the host “\(host)” has letters that are not Vietnamese, as forgeries often do",
          remedy: "type the address anew; if it is that site indeed, say so with check_ignore"))
    case .hiddenHost(let shown, let real):
      Report(
        .linkHiddenHost,
        vi: .init(
          "địa chỉ có dấu @: trông như “\(shown)” nhưng dẫn tới “\(real)”",
          remedy: "viết lại địa chỉ, bỏ phần trước dấu @"),
        en: .init(
          "the address has an @: it looks like “\(shown)” but leads to “\(real)”",
          remedy: "write the address without what stands before the @"))
    case .textNamesOther(let text, let host):
      Report(
        .linkTextOtherHost,
        vi: .init(
          "chữ liên kết ghi “\(text)” nhưng dẫn tới “\(host)”", remedy: "cho chữ và địa chỉ khớp nhau"),
        en: .init(
          "the link says “\(text)” but leads to “\(host)”", remedy: "make its text and its address agree"))
    case .textNamesOtherNumber(let text, let number):
      Report(
        .linkTextOtherNumber,
        vi: .init(
          "chữ liên kết ghi “\(text)” nhưng bấm vào lại gọi số \(number)",
          remedy: "hỏi lại số đúng, rồi cho chữ và số sau tel: khớp nhau"),
        en: .init(
          "the link says “\(text)” but dials \(number)",
          remedy: "find out which number is right, and make the text and the link agree"))
    case .redirected(let host, let real):
      Report(
        .linkRedirect,
        vi: .init("liên kết đi vòng qua \(host) trước khi tới trang cần tới", remedy: "viết \(real)"),
        en: .init("the link makes a detour by \(host)", remedy: "write \(real)"))
    case .tracking(let url):
      Report(
        .linkTracking,
        vi: .init("địa chỉ có phần đuôi để theo dõi người bấm (utm_…, fbclid…)", remedy: "viết \(url)"),
        en: .init(
          "the address ends in what follows its readers (utm_…, fbclid…)", remedy: "write \(url)"))
    case .formEditing(let view):
      Report(
        .linkFormEditing,
        vi: .init(
          "đây là địa chỉ để sửa biểu mẫu Google, người đọc không điền được", remedy: "viết \(view)"),
        en: .init(
          "this address is for editing the Google form: readers cannot fill it in", remedy: "write \(view)"))
    case .insecure(let host):
      Report(
        .linkInsecure,
        vi: .init(
          "liên kết tới \(host) bằng http://, người khác có thể đọc và sửa trên đường truyền",
          remedy: "thử đổi thành https://"),
        en: .init(
          "the link to \(host) is http://, which others can read and change on the way",
          remedy: "try https://"))
    case .ownPortal(let url, let page):
      Report(
        .linkOwnPortal,
        vi: .init(
          "“\(url)” là một trang của chính dự án này, viết thế thì máy không soát được khi trang đổi địa chỉ",
          remedy: "viết \(page)"),
        en: .init(
          "“\(url)” is a page of this project; written so, nobody is told when it moves",
          remedy: "write \(page)"))
    case .numericHost(let host):
      Report(
        .linkNumericHost,
        vi: .init(
          "liên kết dẫn tới địa chỉ bằng số “\(host)”, không biết là của ai",
          remedy: "dùng tên miền của trang"),
        en: .init(
          "the link leads to a bare number, “\(host)”, that names nobody", remedy: "use the site's name"))
    }
  }
}

extension Rule {
  package static let linkShortened = Rule(
    .webLinks, "link-shortened", .warning, vi: "liên kết rút gọn", en: "a shortened link")
  package static let linkLookAlike = Rule(
    .webLinks, "link-look-alike", .error, vi: "tên miền dễ nhầm với một tên miền quen",
    en: "a host that is easily taken for a known one")
  package static let linkForeignLetters = Rule(
    .webLinks, "link-foreign-letters", .error, vi: "tên miền có chữ ngoài bảng chữ cái Việt",
    en: "a host with letters that are not Vietnamese")
  package static let linkHiddenHost = Rule(
    .webLinks, "link-hidden-host", .error, vi: "địa chỉ có dấu @ che nơi sẽ tới",
    en: "an address with an @ that hides its host")
  package static let linkTextOtherHost = Rule(
    .webLinks, "link-text-other-host", .error, vi: "chữ liên kết ghi tên miền khác nơi sẽ tới",
    en: "a link that names another host than it leads to")
  package static let linkTextOtherNumber = Rule(
    .webLinks, "link-text-other-number", .error, vi: "chữ liên kết ghi số điện thoại khác số sẽ gọi",
    en: "a link that names another telephone number than it dials")
  package static let linkRedirect = Rule(
    .webLinks, "link-redirect", .warning, vi: "liên kết đi vòng qua Google, Facebook, Zalo, Outlook",
    en: "a link by way of Google, Facebook, Zalo or Outlook")
  package static let linkTracking = Rule(
    .webLinks, "link-tracking", .warning, vi: "địa chỉ có phần đuôi theo dõi người bấm",
    en: "an address that follows its readers")
  package static let linkFormEditing = Rule(
    .webLinks, "link-form-editing", .warning, vi: "địa chỉ để sửa biểu mẫu thay cho địa chỉ để điền",
    en: "the address for editing a form, not for filling it in")
  package static let linkInsecure = Rule(
    .webLinks, "link-insecure", .note, vi: "liên kết http:// không mã hóa", en: "an http:// link")
  package static let linkOwnPortal = Rule(
    .webLinks, "link-own-portal", .warning, vi: "địa chỉ đầy đủ của một trang trong chính dự án",
    en: "a full address of a page of the project itself")
  package static let linkNumericHost = Rule(
    .webLinks, "link-numeric-host", .warning, vi: "địa chỉ bằng số thay cho tên miền",
    en: "a number in place of a host name")
}
