/// A day as people in Vietnam write it by hand.
public enum WrittenDate: Equatable, Sendable {
  /// `2026-11-05`.
  case iso(CalendarDate)
  /// `5/11/2026`, `05-11-2026`, `5.11.2026`, `2026-11-5`, `2026/11/5`.
  case other(CalendarDate)
  /// In one of these forms, but there is no such day.
  case impossible
  case unreadable

  public init(_ text: String) {
    if let date = CalendarDate(iso: text) {
      self = .iso(date)
      return
    }
    let separators = Set(text.utf8.filter { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    guard separators.count == 1, let separator = separators.first, "/-.".utf8.contains(separator) else {
      self = .unreadable
      return
    }
    let parts = text.utf8.split(separator: separator, omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int(Substring($0)) }
    let isYearFirst = parts.first?.count == 4
    // A year of two digits could be a day as well.
    guard numbers.count == 3, parts[isYearFirst ? 0 : 2].count == 4, parts[1].count <= 2,
      parts[isYearFirst ? 2 : 0].count <= 2
    else {
      self = .unreadable
      return
    }
    let date = CalendarDate(
      year: numbers[isYearFirst ? 0 : 2], month: numbers[1], day: numbers[isYearFirst ? 2 : 0])
    self = date.map { .other($0) } ?? .impossible
  }
}
