import Diagnostics
import Glibc
import Vietnamese

/// What several commands take alike.
enum Settings {
  static var today: CalendarDate { .today(secondsSince1970: Glibc.time(nil)) }

  /// The day that `--date` names, else today.
  static func today(_ date: String?) throws(UsageFailure) -> CalendarDate {
    guard let date else { return today }
    guard let day = CalendarDate(iso: date) else {
      throw UsageFailure(.badValue(date, option: "--date", nearest: nil, known: [today.iso]))
    }
    return day
  }

  /// Where what can be made again is kept for the person, not in the project (XDG Base Directory Specification); nil
  /// where the system names no such folder.
  static var cacheFolder: String? {
    guard let folder = variable("XDG_CACHE_HOME") ?? variable("HOME").map({ $0 + "/.cache" }),
      folder.hasPrefix("/")
    else { return nil }
    return folder + "/vungxanh"
  }

  static var cores: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
