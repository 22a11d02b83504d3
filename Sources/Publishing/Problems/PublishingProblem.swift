import Diagnostics
import Files

/// What can be wrong when sites are published.
package enum PublishingProblem: Problem {
  /// - portal: the one that stays as it was; nil where all do.
  case cannotWrite(path: String, SystemReason, portal: String?)
  /// Publishing stopped between two portals, or within one.
  case halfPublished(path: String, SystemReason, new: [String], mixed: [String], old: [String])
  /// Something that no build made stands where a file or a folder of a portal must go.
  case inTheWay(path: String)
  case unreadableMarker(path: String, SystemReason)
  case foreignFolder(path: String)
  case outputInUse
  /// Files take their places one by one.
  case inPlace(InPlaceReason)
  /// A folder of an earlier run that cannot be removed.
  case leftBehind(path: String)
  /// Nothing can be kept beside the output.
  case noPlaceForVersions
  /// None that a portal could go back to.
  case noVersion(portal: String, run: Int?, known: [Int])
  /// A portal is published, and what it was before cannot be kept.
  case versionNotKept(portal: String, SystemReason)
}

extension Diagnostic {
  /// Whether it says that a portal could not be published, wholly or in part.
  package var isOfPublishing: Bool { severity == .error && problem is PublishingProblem }

  /// Whether it says that a portal became new in part.
  package var isOfHalfPublishing: Bool {
    if case PublishingProblem.halfPublished? = problem as? PublishingProblem { true } else { false }
  }
}

extension PublishingProblem {
  package var report: Report {
    switch self {
    case .cannotWrite(let path, let reason, let portal):
      Report(
        "cannot-write",
        vi: .init(
          "không ghi được \(path): \(reason.words.vi)",
          remedy: "kiểm tra chỗ trống và quyền ghi rồi chạy lại; "
            + (portal.map { "cổng “\($0)” vẫn như trước lần chạy này" }
              ?? "lần chạy này chưa đổi gì ở các cổng")),
        en: .init(
          "cannot write \(path): \(reason.words.en)",
          remedy: "see to space and permission and run again; "
            + (portal.map { "portal “\($0)” is as it was before this run" }
              ?? "this run has changed nothing in the portals")))
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
          remedy: "chuyển nó đi nơi khác rồi chạy lại; cổng đó vẫn như cũ"),
        en: .init(
          "\(path) stands where a file is to be published, and was not made by vungxanh",
          remedy: "move it away and run again; that portal is as it was"))
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
    case .inPlace(let reason):
      Report(
        "published-in-place",
        vi: .init(
          "\(reason.words.vi), nên từng tệp được thay một: trong lúc đăng, người đọc có thể gặp trang mới bên trang cũ, và không có bản trước để quay lại",
          remedy: reason.remedy.vi),
        en: .init(
          "\(reason.words.en), so its files were replaced one by one: meanwhile readers may have met new pages beside old ones, and there is no version to go back to",
          remedy: reason.remedy.en))
    case .leftBehind(let path):
      Report(
        "left-behind",
        vi: .init(
          "không xóa được thư mục cũ \(path), vì trong đó có thư mục của tài khoản khác",
          remedy: "nhờ người quản trị máy xóa; việc đăng không bị ảnh hưởng"),
        en: .init(
          "cannot remove the old folder \(path): a folder in it belongs to another account",
          remedy: "have an administrator remove it; publishing does not suffer"))
    case .noPlaceForVersions:
      Report(
        "no-place-for-versions",
        vi: .init(
          "đã đăng xong, nhưng không giữ được các bản trước: không ghi được vào nơi chứa thư mục kết quả, hoặc đó là ổ đĩa khác",
          remedy:
            "để thư mục kết quả trong một thư mục mà tài khoản này được ghi; nếu không cần lệnh back thì không phải làm gì"
        ),
        en: .init(
          "published, but the versions before are not kept: the folder around the output cannot be written to, or is on another disk",
          remedy:
            "have the output in a folder that this account may write to; without need of the command back, nothing need be done"
        ))
    case .noVersion(let portal, let run, let known):
      Report(
        "no-version",
        vi: .init(
          run.map { "cổng “\(portal)” không còn giữ bản nào từ lần đăng \($0) trở về trước" }
            ?? "cổng “\(portal)” không có bản nào trước đó để quay lại",
          remedy: known.isEmpty
            ? "sửa nội dung trong content/ rồi chạy vungxanh build"
            : "chọn một trong các bản \(known.map(String.init).joined(separator: ", ")); xem bằng: vungxanh versions"
        ),
        en: .init(
          run.map { "portal “\(portal)” has no version left of run \($0) or before" }
            ?? "portal “\(portal)” has no version to go back to",
          remedy: known.isEmpty
            ? "mend what is in content/ and run vungxanh build"
            : "choose one of \(known.map(String.init).joined(separator: ", ")); see them with: vungxanh versions"
        ))
    case .versionNotKept(let portal, let reason):
      Report(
        "version-not-kept",
        vi: .init(
          "cổng “\(portal)” đã đăng xong, nhưng không giữ được bản trước đó: \(reason.words.vi)",
          remedy: "kiểm tra quyền ghi ở thư mục kết quả; lần đăng sau sẽ lại giữ bản trước"),
        en: .init(
          "portal “\(portal)” is published, but the version before it could not be kept: \(reason.words.en)",
          remedy: "see that this account may write there; the next run keeps versions again"))
    }
  }

  /// Which portals are in which state, leaving out states that none is in.
  private static func standing(_ states: (name: String, portals: [String])...) -> String {
    states.filter { !$0.portals.isEmpty }.map { "\($0.name): \($0.portals.joined(separator: ", "))" }
      .joined(separator: "; ")
  }
}

extension InPlaceReason {
  fileprivate var words: (vi: String, en: String) {
    switch self {
    case .option: ("được yêu cầu bằng --in-place", "--in-place was asked for")
    case .disk:
      (
        "ổ đĩa này không đổi chỗ được cả thư mục, hoặc mỗi tệp chỉ có một tên",
        "this disk cannot exchange folders, or gives a file one name only"
      )
    case .link: ("thư mục này là một liên kết tới nơi khác", "this folder is a link to another place")
    case .mount: ("thư mục này là một ổ đĩa gắn vào", "another disk is mounted here")
    }
  }

  fileprivate var remedy: (vi: String, en: String) {
    switch self {
    case .option, .disk:
      (
        "nếu được, dựng ra ổ đĩa của máy rồi mới chép đi; nếu không, không cần làm gì",
        "build on a disk of the machine's own and copy from there, if you can; else nothing need be done"
      )
    case .link, .mount:
      (
        "nếu được, để cả thư mục kết quả nằm ở nơi đó thay vì từng cổng",
        "let the whole output lie in that place rather than a portal of it, if you can"
      )
    }
  }
}
