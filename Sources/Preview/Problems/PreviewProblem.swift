import Diagnostics

/// Why nothing can be previewed.
public enum PreviewProblem: Problem, Error {
  case noPort
  /// What the system said: an error number.
  case cannotWatch(errno: Int32)
}

extension PreviewProblem {
  public var report: Report {
    switch self {
    case .noPort:
      Report(
        "preview-no-port",
        vi: .init(
          "không tìm được cổng mạng nào còn trống trên máy này",
          remedy: "đóng bớt chương trình đang mở, hoặc chọn số khác bằng --port"),
        en: .init(
          "no port of this machine is free",
          remedy: "close some programs, or choose another number with --port"))
    case .cannotWatch(let number):
      Report(
        "preview-cannot-watch",
        vi: .init(
          "hệ thống không cho theo dõi các thư mục (mã \(number))",
          remedy:
            "gửi dòng này cho cán bộ công nghệ thông tin: sudo sysctl fs.inotify.max_user_watches=524288 fs.inotify.max_user_instances=512"
        ),
        en: .init(
          "the system does not let folders be watched (code \(number))",
          remedy:
            "raise its limits: sudo sysctl fs.inotify.max_user_watches=524288 fs.inotify.max_user_instances=512"
        ))
    }
  }
}
