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

  static var cores: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
