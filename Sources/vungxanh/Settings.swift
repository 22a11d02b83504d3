import ArgumentParser
import Diagnostics
import Glibc
import Vietnamese

/// What several commands take alike.
enum Settings {
  static func validate(date: String?, lang: String?) throws {
    if let date, CalendarDate(iso: date) == nil {
      throw ValidationError("--date: “\(date)” không phải ngày; viết ví dụ 2026-11-23 (write year-month-day)")
    }
    if let lang, Language(rawValue: lang) == nil { throw ValidationError("--lang: vi | en") }
  }

  static func today(_ date: String?) -> CalendarDate {
    date.flatMap { CalendarDate(iso: $0) } ?? .today(secondsSince1970: Glibc.time(nil))
  }

  static var cores: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  static var environmentLanguage: Language? {
    getenv("VUNGXANH_LANG").flatMap { Language(rawValue: String(cString: $0)) }
  }
}
