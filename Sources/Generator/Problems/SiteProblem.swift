import Files
import Diagnostics

/// What can be wrong between the pages of a portal, or when it is written.
public enum SiteProblem: Problem {
  case sameRoute(String, other: String, portal: String)
  case badAlias(String)
  /// What makes the name of a file that no disk takes.
  case nameTooLong(String, bytes: Int, limit: Int)
  case tagsWithOneSlug(String, other: String)
  case cannotWrite(path: String, SystemReason)
  /// Publishing stopped between two portals, or within one.
  case halfPublished(path: String, SystemReason, new: [String], mixed: [String], old: [String])
  /// Something that no build made stands where a file or a folder of a portal must go.
  case inTheWay(path: String)
  case unreadableMarker(path: String, SystemReason)
  case foreignFolder(path: String)
  case outputInUse
  case outputOverlapsInput(String)
}

extension SiteProblem {
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
    case .cannotWrite(let path, let reason):
      Report(
        "cannot-write",
        vi: .init(
          "không ghi được \(path): \(reason.words.vi)",
          remedy: "kiểm tra chỗ trống và quyền ghi rồi chạy lại; lần chạy này chưa đổi gì ở các cổng"),
        en: .init(
          "cannot write \(path): \(reason.words.en)",
          remedy: "see to space and permission and run again; this run has changed nothing in the portals"))
    case .halfPublished(let path, let reason, let new, let mixed, let old):
      Report(
        "half-published",
        vi: .init(
          "đang đăng thì không ghi được \(path): \(reason.words.vi); "
            + Self.standing(("cổng đã mới", new), ("cổng mới một phần", mixed), ("cổng còn cũ", old)),
          remedy: "sửa nguyên nhân rồi chạy lại vungxanh build: lần đó sẽ đăng nốt mọi thứ còn thiếu"),
        en: .init(
          "cannot write \(path) in the midst of publishing: \(reason.words.en); "
            + Self.standing(("new portals", new), ("partly new", mixed), ("still old", old)),
          remedy: "mend the cause and run vungxanh build again: it will publish all that is missing"))
    case .inTheWay(let path):
      Report(
        "in-the-way",
        vi: .init(
          "\(path) chiếm chỗ của một tệp sắp đăng mà không do vungxanh tạo ra",
          remedy: "chuyển nó đi nơi khác rồi chạy lại; lần chạy này chưa đổi gì ở các cổng"),
        en: .init(
          "\(path) stands where a file is to be published, and was not made by vungxanh",
          remedy: "move it away and run again; this run has changed nothing in the portals"))
    case .unreadableMarker(let path, let reason):
      Report(
        "marker-unreadable",
        vi: .init(
          "không đọc được \(path), nơi ghi những cổng do vungxanh tạo ra: \(reason.words.vi)",
          remedy: "kiểm tra tài khoản này được đọc tệp đó rồi chạy lại; đừng xóa nó"),
        en: .init(
          "cannot read \(path), which lists the portals that vungxanh made: \(reason.words.en)",
          remedy: "see that this account may read it and run again; do not delete it"))
    case .foreignFolder(let path):
      Report(
        "foreign-folder",
        vi: .init(
          "\(path) đã có sẵn và không do vungxanh tạo ra",
          remedy: "chuyển thư mục đó đi nơi khác, hoặc chọn --output khác"),
        en: .init(
          "\(path) exists and was not made by vungxanh", remedy: "move it away, or choose another --output"))
    case .outputInUse:
      Report(
        "output-in-use",
        vi: .init("một lệnh build khác đang ghi vào đây", remedy: "chờ lệnh kia xong rồi chạy lại"),
        en: .init("another build is writing here", remedy: "wait until it is done, and run again"))
    case .outputOverlapsInput(let path):
      Report(
        "output-overlaps-input",
        vi: .init(
          "thư mục kết quả không được nằm trong \(path)", remedy: "chọn --output ở ngoài content/ và themes/"),
        en: .init(
          "the output cannot lie in \(path)", remedy: "choose an --output outside content/ and themes/"))
    }
  }

  /// Which portals are in which state, leaving out states that none is in.
  private static func standing(_ states: (name: String, portals: [String])...) -> String {
    states.filter { !$0.portals.isEmpty }.map { "\($0.name): \($0.portals.joined(separator: ", "))" }
      .joined(separator: "; ")
  }
}
