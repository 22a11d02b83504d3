/// How a date is written. Explicit forms, so that no machine's locale changes a page.
extension CalendarDate {
  /// `2026-11-23` (ISO 8601).
  public var iso: String {
    let parts = [(year, 4), (month, 2), (day, 2)]
    return parts.map { CalendarDate.padded($0, to: $1) }.joined(separator: "-")
  }

  /// `20261123` (ISO 8601 basic form, as iCalendar's DATE is written, RFC 5545 §3.3.4).
  public var isoBasic: String {
    CalendarDate.padded(year, to: 4) + CalendarDate.padded(month, to: 2) + CalendarDate.padded(day, to: 2)
  }

  /// `2026-11-23T00:00:00+07:00`: the day's first moment in Vietnam (RFC 3339), for feeds.
  public var rfc3339: String { iso + "T00:00:00+07:00" }

  /// `23/11/2026`, day and month of two digits.
  public var short: String {
    "\(CalendarDate.padded(day, to: 2))/\(CalendarDate.padded(month, to: 2))/\(year)"
  }

  /// `Thứ Hai, 23/11/2026`, as it stands alone or begins a sentence.
  public var long: String { "\(weekday.capitalized), \(short)" }

  /// `thứ Hai, 23/11/2026`, as it stands inside a sentence.
  public var longMidSentence: String { "\(weekday.midSentence), \(short)" }

  /// `Tháng 11 năm 2026`.
  public var monthYear: String { "Tháng \(month) năm \(year)" }

  /// `ngày 23 tháng 11 năm 2026`, by the rule of `official(place:)`.
  public var officialDate: String {
    let day = CalendarDate.padded(self.day, to: 2)
    let month = self.month <= 2 ? CalendarDate.padded(self.month, to: 2) : String(self.month)
    return "ngày \(day) tháng \(month) năm \(year)"
  }

  /// `Hà Nội, ngày 05 tháng 02 năm 2026`: the line of an official paper. Takes the place's name as it is to
  /// stand.
  ///
  /// Days under 10 and months 1 and 2 have a leading zero, other months none (Nghị định 30/2020/NĐ-CP, Phụ
  /// lục I, phần II, mục 4).
  public func official(place: String) -> String { "\(place), \(officialDate)" }

  /// `23 November 2026`.
  public var english: String { "\(day) \(CalendarDate.englishMonths[month - 1]) \(year)" }

  /// `November 2026`.
  public var englishMonthYear: String { "\(CalendarDate.englishMonths[month - 1]) \(year)" }

  private static let englishMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
  ]

  private static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}

extension CalendarDate.Weekday {
  /// `Thứ Hai` … `Chủ Nhật`, as it stands alone or begins a sentence.
  public var capitalized: String {
    switch self {
    case .monday: "Thứ Hai"
    case .tuesday: "Thứ Ba"
    case .wednesday: "Thứ Tư"
    case .thursday: "Thứ Năm"
    case .friday: "Thứ Sáu"
    case .saturday: "Thứ Bảy"
    case .sunday: "Chủ Nhật"
    }
  }

  /// `thứ Hai` … `Chủ Nhật`, as it stands inside a sentence: the ordinal keeps its capital, “thứ” does not
  /// (Nghị định 30/2020/NĐ-CP, Phụ lục II, mục V); “Chủ Nhật” is written alike in both places.
  public var midSentence: String {
    switch self {
    case .monday: "thứ Hai"
    case .tuesday: "thứ Ba"
    case .wednesday: "thứ Tư"
    case .thursday: "thứ Năm"
    case .friday: "thứ Sáu"
    case .saturday: "thứ Bảy"
    case .sunday: "Chủ Nhật"
    }
  }

  /// `Monday` … `Sunday`.
  public var english: String {
    switch self {
    case .monday: "Monday"
    case .tuesday: "Tuesday"
    case .wednesday: "Wednesday"
    case .thursday: "Thursday"
    case .friday: "Friday"
    case .saturday: "Saturday"
    case .sunday: "Sunday"
    }
  }
}
