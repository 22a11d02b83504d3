import ArgumentParser
import Glibc
import Vietnamese

/// What several commands take alike.
enum Settings {
  static func validate(date: String?) throws {
    if let date, CalendarDate(iso: date) == nil {
      throw ValidationError("--date: “\(date)” không phải ngày; viết ví dụ 2026-11-23 (write year-month-day)")
    }
  }

  static func today(_ date: String?) -> CalendarDate {
    date.flatMap { CalendarDate(iso: $0) } ?? .today(secondsSince1970: Glibc.time(nil))
  }

  static var cores: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
