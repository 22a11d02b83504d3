/// A day of the proleptic Gregorian calendar, years 1 to 9999: no time, no zone.
///
/// Every date of a site is a day as people in Vietnam name it, so a value never moves with the machine's
/// zone.
public struct CalendarDate: Comparable, Hashable, Sendable {
  /// The year, 1 to 9999.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int
  /// The day of the month, from 1.
  public let day: Int

  /// Takes a year (1–9999), a month and a day of it; nil when there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      day >= 1, day <= CalendarDate.days(inMonth: month, ofYear: year)
    else { return nil }
    self.init(unchecked: year, month, day)
  }

  /// Takes `YYYY-MM-DD` and nothing else (ISO 8601, extended form); nil for any other text or an impossible
  /// day.
  public init?(iso text: String) {
    var text = text
    guard let date = text.withUTF8({ CalendarDate(iso: $0) }) else { return nil }
    self = date
  }

  /// Takes the bytes of `YYYY-MM-DD` and nothing else; nil for any other text or an impossible day.
  public init?(iso utf8: UnsafeBufferPointer<UInt8>) {
    guard utf8.count == 10, utf8[4] == UInt8(ascii: "-"), utf8[7] == UInt8(ascii: "-") else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for index in range {
        let digit = utf8[index] &- UInt8(ascii: "0")
        guard digit <= 9 else { return nil }
        value = value * 10 + Int(digit)
      }
      return value
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else { return nil }
    self.init(year: year, month: month, day: day)
  }

  private init(unchecked year: Int, _ month: Int, _ day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// The first day there is, 1 January 1.
  public static let first = CalendarDate(unchecked: 1, 1, 1)
  /// The last day there is, 31 December 9999.
  public static let last = CalendarDate(unchecked: 9999, 12, 31)

  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  /// How many days the month (1–12) has in that year.
  public static func days(inMonth month: Int, ofYear year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }
}

// MARK: - Counting days

extension CalendarDate {
  /// Days since 1 January 1970, negative before it.
  ///
  /// Years are counted from March, so that the leap day is a year's last
  /// (Howard Hinnant, “chrono-Compatible Low-Level Date Algorithms”, `days_from_civil`).
  public var daysSince1970: Int {
    let marchYear = month > 2 ? year : year - 1
    let era = marchYear / 400  // never negative: the first March year is 0
    let yearOfEra = marchYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The day that lies that many days after 1 January 1970 (before it when negative). A number outside years
  /// 1 to 9999 gives the first or the last day: a page that expires after the last day never expires.
  public init(daysSince1970 days: Int) {
    guard days > CalendarDate.first.daysSince1970 else {
      self = .first
      return
    }
    guard days < CalendarDate.last.daysSince1970 else {
      self = .last
      return
    }
    let shifted = days + 719_468  // days since 1 March 0
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    let year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
    self.init(unchecked: year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
  }

  /// The day that many days later, or earlier when negative; it stops at the first and the last day there is.
  public func adding(days: Int) -> CalendarDate {
    let (sum, overflow) = daysSince1970.addingReportingOverflow(days)
    return overflow ? (days < 0 ? .first : .last) : CalendarDate(daysSince1970: sum)
  }

  /// How many days this day lies after `other`, negative when it lies before.
  public func days(since other: CalendarDate) -> Int {
    daysSince1970 - other.daysSince1970
  }

  /// How far the clocks of Vietnam are ahead of UTC.
  public static let secondsAheadOfUTC = 7 * 3600

  /// The day it is in Vietnam, given seconds since 1970-01-01T00:00:00Z.
  ///
  /// `Asia/Ho_Chi_Minh` has been UTC+7 without summer time since 13 June 1975 (IANA tz database), so no zone
  /// table is needed.
  public static func today(secondsSince1970 seconds: Int) -> CalendarDate {
    let (local, overflow) = seconds.addingReportingOverflow(secondsAheadOfUTC)
    guard !overflow else { return .last }
    let (quotient, remainder) = local.quotientAndRemainder(dividingBy: 86_400)
    return CalendarDate(daysSince1970: remainder < 0 ? quotient - 1 : quotient)
  }

  /// A day of the week; the raw value counts from Monday, 1, to Sunday, 7 (ISO 8601).
  public enum Weekday: Int, CaseIterable, Sendable {
    case monday = 1
    case tuesday, wednesday, thursday, friday, saturday, sunday
  }

  /// The day of the week.
  public var weekday: Weekday {
    // 1 January 1970 was a Thursday; 719_468 keeps the number positive for every year there is.
    Weekday(rawValue: (daysSince1970 + 719_468 + 2) % 7 + 1)!
  }
}
