import Diagnostics

/// What may keep the tool from working well on a machine.
public enum MachineProblem: Problem {
  case untestedLibrary(String, version: String, known: String)
  case littleSpace(megabytes: Int)
  case notUTF8(locale: String)
  case fewWatches(limit: Int, folders: Int)
  case wrongClock(today: String)
}

extension MachineProblem {
  public var report: Report {
    switch self {
    case .untestedLibrary(let name, let version, let known):
      Report(
        "untested-library",
        vi: .init(
          "\(name) \(version) chưa được thử; bản đã thử là \(known)",
          remedy: "dùng được thì cứ dùng; trang hiện sai thì cài bản \(known)"),
        en: .init(
          "\(name) \(version) has not been tried; \(known) has",
          remedy: "carry on if it works; if pages come out wrong, install \(known)"))
    case .littleSpace(let megabytes):
      Report(
        "little-space",
        vi: .init("chỉ còn \(megabytes) MB trống cho site/", remedy: "dọn bớt ổ đĩa để còn ít nhất 500 MB"),
        en: .init(
          "only \(megabytes) MB are free for site/", remedy: "clear the disk until there are at least 500 MB")
      )
    case .notUTF8(let locale):
      Report(
        "locale-not-utf8",
        vi: .init(
          "bảng mã của cửa sổ dòng lệnh là “\(locale)”, chữ Việt có thể hiện sai",
          remedy: "chạy: export LANG=C.UTF-8"),
        en: .init(
          "the terminal's locale is “\(locale)”; Vietnamese may look wrong",
          remedy: "run: export LANG=C.UTF-8"))
    case .fewWatches(let limit, let folders):
      Report(
        "few-file-watches",
        vi: .init(
          "hệ thống chỉ theo dõi được \(limit) thư mục mà dự án có \(folders), nên preview sẽ bỏ sót thay đổi",
          remedy:
            "gửi dòng này cho cán bộ công nghệ thông tin: sudo sysctl fs.inotify.max_user_watches=\(suggestion(folders))"
        ),
        en: .init(
          "the system watches at most \(limit) folders and the project has \(folders), so preview will miss changes",
          remedy: "run: sudo sysctl fs.inotify.max_user_watches=\(suggestion(folders))"))
    case .wrongClock(let today):
      Report(
        "wrong-clock",
        vi: .init(
          "đồng hồ máy chỉ ngày \(today), nên trang có ngày đăng sẽ không hiện",
          remedy: "chỉnh lại đồng hồ, hoặc thêm --date khi build"),
        en: .init(
          "the machine's clock says \(today), so dated pages will not show",
          remedy: "set the clock, or build with --date"))
    }
  }

  /// Room for other programs and for growth.
  private func suggestion(_ folders: Int) -> Int { max(524_288, folders * 4) }
}
