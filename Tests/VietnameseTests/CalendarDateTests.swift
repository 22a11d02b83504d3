import Foundation
import TestTraits
import Testing

import Vietnamese

@Suite struct CalendarDateTests {
  @Test(arguments: [
    "2026-11-23", "0001-01-01", "9999-12-31", "2024-02-29", "2000-02-29", "2026-04-30",
  ])
  func readsAndWritesISO(_ text: String) throws {
    #expect(try #require(CalendarDate(iso: text)).iso == text)
  }

  @Test(arguments: [
    "", "2026-13-01", "2026-00-10", "2026-02-29", "1900-02-29", "2026-04-31", "2026-11-00", "2026-11-32",
    "0000-01-01",
    "2026-1-01", "2026-11-23 ", " 2026-11-23", "2026/11/23", "20261123", "2026-11-23T00:00:00", "23/11/2026",
    "-026-11-23",
    "+026-11-23", "２026-11-2", "2026-11-2٣", "2026-1a-23", "10000-01-01",
  ])
  func refuses(_ text: String) {
    #expect(CalendarDate(iso: text) == nil)
  }

  @Test(arguments: [
    (0, 1, 1), (10_000, 1, 1), (2026, 0, 1), (2026, 13, 1), (2026, 2, 29), (2026, 6, 31), (2026, 1, 0),
    (2026, -1, 1),
  ])
  func refusesNumbers(_ year: Int, _ month: Int, _ day: Int) {
    #expect(CalendarDate(year: year, month: month, day: day) == nil)
  }

  /// Every day of the calendar, counted on from the first.
  @Test(.slow) func countsEveryDay() {
    var date = CalendarDate.first
    var number = -719_162
    var weekday = 1  // 1 January 1 was a Monday
    while true {
      guard date.daysSince1970 == number, CalendarDate(daysSince1970: number) == date,
        date.weekday.rawValue == weekday
      else {
        Issue.record("\(date.iso) \(number)")
        return
      }
      let lastOfMonth = date.day == CalendarDate.days(inMonth: date.month, ofYear: date.year)
      let next =
        lastOfMonth
        ? CalendarDate(year: date.month == 12 ? date.year + 1 : date.year, month: date.month % 12 + 1, day: 1)
        : CalendarDate(year: date.year, month: date.month, day: date.day + 1)
      guard let next else { break }
      guard date < next, next.days(since: date) == 1 else {
        Issue.record("\(next.iso)")
        return
      }
      date = next
      number += 1
      weekday = weekday % 7 + 1
    }
    #expect(date == .last)
    #expect(number == 2_932_896)
  }

  @Test func agreesWithFoundation() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(identifier: "Asia/Ho_Chi_Minh"))
    for seconds in stride(from: 200_000_000, to: 4_000_000_000, by: 12_345_679) {
      let parts = calendar.dateComponents(
        [.year, .month, .day, .weekday], from: Date(timeIntervalSince1970: Double(seconds)))
      let date = CalendarDate.today(secondsSince1970: seconds)
      #expect([date.year, date.month, date.day] == [parts.year, parts.month, parts.day])
      #expect(date.weekday.rawValue == (parts.weekday! + 5) % 7 + 1)
    }
  }

  @Test func today() {
    // 2026-11-22T17:00:00Z is midnight of the 23rd in Vietnam.
    #expect(CalendarDate.today(secondsSince1970: 1_795_366_800).iso == "2026-11-23")
    #expect(CalendarDate.today(secondsSince1970: 1_795_366_799).iso == "2026-11-22")
    #expect(CalendarDate.today(secondsSince1970: -25_201).iso == "1969-12-31")
    #expect(CalendarDate.today(secondsSince1970: -25_200).iso == "1970-01-01")
    #expect(CalendarDate.today(secondsSince1970: .max) == .last)
    #expect(CalendarDate.today(secondsSince1970: .min) == .first)
  }

  @Test(arguments: [
    ("2026-11-23", 8, "2026-12-01"), ("2024-02-28", 1, "2024-02-29"), ("2024-02-28", 2, "2024-03-01"),
    ("2026-01-01", -1, "2025-12-31"), ("2026-11-23", 0, "2026-11-23"), ("9999-12-31", 1, "9999-12-31"),
    ("0001-01-01", -1, "0001-01-01"), ("2026-11-23", .max, "9999-12-31"), ("2026-11-23", .min, "0001-01-01"),
    ("1582-10-04", 1, "1582-10-05"),
  ])
  func adding(_ start: String, _ days: Int, _ expected: String) throws {
    #expect(try #require(CalendarDate(iso: start)).adding(days: days).iso == expected)
  }

  @Test(arguments: [
    (
      "2026-11-23", "Thứ Hai, 23/11/2026", "ngày 23 tháng 11 năm 2026", "23 November 2026"
    ),
    (
      "2026-02-05", "Thứ Năm, 05/02/2026", "ngày 05 tháng 02 năm 2026", "5 February 2026"
    ),
    (
      "2026-03-09", "Thứ Hai, 09/03/2026", "ngày 09 tháng 3 năm 2026", "9 March 2026"
    ),
    (
      "2026-01-10", "Thứ Bảy, 10/01/2026", "ngày 10 tháng 01 năm 2026", "10 January 2026"
    ),
    (
      "2026-11-22", "Chủ Nhật, 22/11/2026", "ngày 22 tháng 11 năm 2026", "22 November 2026"
    ),
    (
      "2026-11-24", "Thứ Ba, 24/11/2026", "ngày 24 tháng 11 năm 2026", "24 November 2026"
    ),
    (
      "2026-11-25", "Thứ Tư, 25/11/2026", "ngày 25 tháng 11 năm 2026", "25 November 2026"
    ),
    (
      "2026-11-27", "Thứ Sáu, 27/11/2026", "ngày 27 tháng 11 năm 2026", "27 November 2026"
    ),
  ])
  func wording(
    _ iso: String, _ long: String, _ official: String, _ english: String
  ) throws {
    let date = try #require(CalendarDate(iso: iso))
    #expect(date.long == long)
    #expect(long.hasSuffix(date.short))
    #expect(date.official(place: "Hà Nội") == "Hà Nội, " + official)
    #expect(date.english == english)
    #expect(date.rfc3339 == iso + "T00:00:00+07:00")
    #expect(date.isoBasic == iso.replacingOccurrences(of: "-", with: ""))
  }
}
