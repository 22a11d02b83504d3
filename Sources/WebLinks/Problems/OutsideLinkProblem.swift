import Diagnostics

/// What can be wrong with an address on another site. The site may be at fault for an hour only, so none of
/// these is an error.
public enum OutsideLinkProblem: Problem {
  case broken(String, status: Int)
  case unreachable(String, LinkFailure)
  case moved(String, to: String)
  case privateNetwork(String)
  case skipped(count: Int)
}

/// Why an address gave no answer.
public enum LinkFailure: Sendable, Hashable {
  case malformed, noSuchHost, noConnection, noAnswerInTime, tooManyRedirects, redirectOffTheWeb
  /// The certificate or the encryption is at fault; libcurl's words.
  case insecure(String)
  /// Anything else, in libcurl's words.
  case other(String)

  public var words: (vi: String, en: String) {
    switch self {
    case .malformed: ("địa chỉ viết sai", "the address is malformed")
    case .noSuchHost:
      (
        "không tìm thấy máy chủ tên đó, hoặc máy này đang mất mạng",
        "no host of that name, or no network here"
      )
    case .noConnection: ("không kết nối được", "no connection")
    case .noAnswerInTime: ("chờ lâu không thấy trả lời", "no answer in time")
    case .tooManyRedirects: ("chuyển hướng quá nhiều lần", "too many redirections")
    case .redirectOffTheWeb:
      ("chuyển hướng tới nơi không phải trang web", "it redirects to something off the web")
    case .insecure(let text): ("lỗi bảo mật (\(text))", "TLS (\(text))")
    case .other(let text): (text, text)
    }
  }

  public var remedy: (vi: String, en: String) {
    switch self {
    case .malformed: ("viết địa chỉ https:// đầy đủ", "write a full https:// address")
    case .noSuchHost: ("xem lại cách viết địa chỉ và kết nối mạng", "see to the address and the network")
    case .insecure:
      (
        "mở thử bằng trình duyệt; nếu có cảnh báo thì báo cho nơi quản lý trang đó",
        "open it in a browser; if that warns too, tell whoever runs the site"
      )
    case .noConnection, .noAnswerInTime, .tooManyRedirects, .redirectOffTheWeb, .other:
      (
        "mở thử bằng trình duyệt; nếu hôm sau vẫn không được thì đổi hoặc bỏ liên kết",
        "open it in a browser; if it still fails tomorrow, change or drop the link"
      )
    }
  }
}

extension OutsideLinkProblem {
  public var report: Report {
    switch self {
    case .broken(let url, let status):
      Report(.outsideLinkBroken, vi: Self.broken(url, status).vi, en: Self.broken(url, status).en)
    case .unreachable(let url, let failure):
      Report(
        .outsideLinkUnreachable,
        vi: .init("không tới được “\(url)”: \(failure.words.vi)", remedy: failure.remedy.vi),
        en: .init("“\(url)” cannot be reached: \(failure.words.en)", remedy: failure.remedy.en))
    case .moved(let url, let target):
      Report(
        .outsideLinkMoved,
        vi: .init("“\(url)” đã chuyển hẳn tới “\(target)”", remedy: "thay bằng địa chỉ mới"),
        en: .init("“\(url)” has moved for good to “\(target)”", remedy: "write the new address"))
    case .privateNetwork(let url):
      Report(
        .outsideLinkPrivate,
        vi: .init(
          "“\(url)” thuộc mạng nội bộ nên máy không thử mở",
          remedy: "dùng địa chỉ mà mọi người đọc đều mở được"),
        en: .init(
          "“\(url)” is within a private network and was not asked",
          remedy: "use an address that every reader can open"))
    case .skipped(let count):
      Report(
        .outsideLinkSkipped,
        vi: .init(
          "chưa kiểm tra được \(count) địa chỉ bên ngoài: quá nhiều, hết giờ, hoặc trang đích đang bận",
          remedy: "lát nữa chạy lại; kết quả đã có được giữ, lần sau máy kiểm tra tiếp"),
        en: .init(
          "\(count) outside addresses were not asked: too many, out of time, or the site is busy",
          remedy: "run again later: answers are kept, so the next run goes on from here"))
    }
  }

  private static func broken(_ url: String, _ status: Int) -> (vi: Report.Phrase, en: Report.Phrase) {
    switch status {
    case 404, 410:
      (
        .init(
          "không còn trang “\(url)” (mã \(status))", remedy: "tìm địa chỉ mới của trang đó, hoặc bỏ liên kết"),
        .init("“\(url)” is not there (status \(status))", remedy: "find its new address, or drop the link")
      )
    case 500...:
      (
        .init(
          "máy chủ của “\(url)” đang lỗi (mã \(status))",
          remedy: "hôm sau chạy lại; nếu vẫn lỗi thì tìm địa chỉ khác"),
        .init(
          "the server of “\(url)” fails (status \(status))",
          remedy: "run again tomorrow; if it still fails, find another address")
      )
    default:
      (
        .init(
          "“\(url)” từ chối trả lời (mã \(status))",
          remedy: "mở thử bằng trình duyệt; nếu người đọc không xem được thì đổi hoặc bỏ liên kết"),
        .init(
          "“\(url)” refuses to answer (status \(status))",
          remedy: "open it in a browser; if readers cannot see it, change or drop the link")
      )
    }
  }
}

extension Rule {
  package static let outsideLinkBroken = Rule(
    .outside, "outside-link-broken", .warning, vi: "trang ngoài báo lỗi",
    en: "an outside page that answers with an error")
  package static let outsideLinkUnreachable = Rule(
    .outside, "outside-link-unreachable", .warning, vi: "trang ngoài không trả lời",
    en: "an outside page that does not answer")
  package static let outsideLinkMoved = Rule(
    .outside, "outside-link-moved", .note, vi: "trang ngoài đã chuyển hẳn đi nơi khác",
    en: "an outside page that moved for good")
  package static let outsideLinkPrivate = Rule(
    .outside, "outside-link-private", .warning, vi: "địa chỉ trong mạng nội bộ",
    en: "an address inside a private network")
  package static let outsideLinkSkipped = Rule(
    .outside, "outside-link-skipped", .note, vi: "địa chỉ chưa kiểm tra được",
    en: "addresses that were not asked")
}
