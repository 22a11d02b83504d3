import Files
import Diagnostics

/// What can be wrong between the pages of a portal, or when it is written.
public enum SiteProblem: Problem {
  case sameRoute(String, other: String, portal: String)
  case badAlias(String)
  /// What makes the name of a file that no disk takes.
  case nameTooLong(String, bytes: Int, limit: Int)
  case tagsWithOneSlug(String, other: String)
  case outputOverlapsInput(String)
  /// Some changes alone are to be published, and it is not known which there are.
  case onlyAfterFirst
  /// What alone is to be published is nowhere.
  case nothingThere(String)
}

extension SiteProblem {
  public var otherFiles: [String] { if case .sameRoute(_, let other, _) = self { [other] } else { [] } }

  public var report: Report {
    switch self {
    case .sameRoute(let route, let other, let portal):
      Report(
        "same-route",
        vi: .init(
          "địa chỉ “\(route)” của cổng “\(portal)” đã thuộc về \(other)",
          remedy: "đổi slug, aliases hoặc tên một trong hai tệp"),
        en: .init(
          "the address “\(route)” of portal “\(portal)” already belongs to \(other)",
          remedy: "change the slug, the alias or the name of one of the two"))
    case .badAlias(let alias):
      Report(
        "bad-alias",
        vi: .init(
          "địa chỉ cũ “\(alias)” không hợp lệ", remedy: "viết địa chỉ trong cổng, ví dụ /cu/mat-khau.html"),
        en: .init(
          "“\(alias)” cannot be an alias",
          remedy: "write an address within the portal, as in /old/password.html"))
    case .nameTooLong(let name, let bytes, let limit):
      Report(
        "name-too-long",
        vi: .init(
          "“\(name)” dài quá: tên tệp trên trang sẽ có \(bytes) ký tự, tối đa \(limit)",
          remedy: "rút ngắn tên; là bài thì có thể thêm dòng slug: với một tên ngắn"),
        en: .init(
          "“\(name)” is too long: its file would have a name of \(bytes) characters, at most \(limit)",
          remedy: "shorten it; a page may have a line slug: with a short name instead"))
    case .tagsWithOneSlug(let tag, let other):
      Report(
        "tags-with-one-slug",
        vi: .init(
          "chủ đề “\(tag)” và “\(other)” thành cùng một địa chỉ khi bỏ dấu",
          remedy: "dùng thống nhất một cách viết, hoặc đổi tên một chủ đề"),
        en: .init(
          "tags “\(tag)” and “\(other)” become one address without tones",
          remedy: "settle on one spelling, or rename one"))
    case .onlyAfterFirst:
      Report(
        "only-after-first",
        vi: .init(
          "chưa biết lần đăng trước gồm những gì, nên không đăng riêng được",
          remedy: "chạy vungxanh build một lần không có --only"),
        en: .init(
          "it is not known what was published last, so nothing can be published alone",
          remedy: "run vungxanh build once without --only"))
    case .nothingThere(let path):
      Report(
        "nothing-there",
        vi: .init(
          "không có “\(path)” trong content/, và lần đăng trước cũng không",
          remedy: "viết đường dẫn của bài như trong thông báo, ví dụ content/tin/canh-bao.md"),
        en: .init(
          "there is no “\(path)” in content/, nor was there when it was published last",
          remedy: "write the path as messages do, for example content/tin/canh-bao.md"))
    case .outputOverlapsInput(let path):
      Report(
        "output-overlaps-input",
        vi: .init(
          "thư mục kết quả không được nằm trong \(path)", remedy: "chọn --output ở ngoài content/ và themes/"),
        en: .init(
          "the output cannot lie in \(path)", remedy: "choose an --output outside content/ and themes/"))
    }
  }
}
