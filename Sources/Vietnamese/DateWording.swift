/// How a date is written. Explicit forms, so that no machine's locale changes a page.
extension CalendarDate {
  /// `2026-11-23` (ISO 8601).
  public var iso: String {
    digits(count: 10) { text in
      CalendarDate.write(year, to: text, at: 0..<4)
      CalendarDate.write(month, to: text, at: 5..<7)
      CalendarDate.write(day, to: text, at: 8..<10)
      text[4] = UInt8(ascii: "-")
      text[7] = UInt8(ascii: "-")
    }
  }

  /// `20261123` (ISO 8601 basic form, as iCalendar's DATE is written, RFC 5545 §3.3.4).
  public var isoBasic: String {
    CalendarDate.padded(year, to: 4) + CalendarDate.padded(month, to: 2) + CalendarDate.padded(day, to: 2)
  }

  /// `2026-11-23T00:00:00+07:00`: the day's first moment in Vietnam (RFC 3339), for feeds.
  public var rfc3339: String { iso + "T00:00:00+07:00" }

  /// `23/11/2026`, day and month of two digits.
  public var short: String {
    let yearWidth = year < 1000 ? String(year).utf8.count : 4
    return digits(count: 6 + yearWidth) { text in
      CalendarDate.write(day, to: text, at: 0..<2)
      CalendarDate.write(month, to: text, at: 3..<5)
      CalendarDate.write(year, to: text, at: 6..<6 + yearWidth)
      text[2] = UInt8(ascii: "/")
      text[5] = UInt8(ascii: "/")
    }
  }

  /// `Thứ Hai, 23/11/2026`, as it stands alone or begins a sentence.
  public var long: String { "\(weekday.capitalized), \(short)" }

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

  private static let englishMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
  ]

  /// Lists write two dates a page: joined strings would cost a tenth of drawing one.
  private func digits(count: Int, _ write: (UnsafeMutableBufferPointer<UInt8>) -> Void) -> String {
    String(unsafeUninitializedCapacity: count) { text in
      text.initialize(repeating: 0)
      write(text)
      return count
    }
  }

  private static func write(_ number: Int, to text: UnsafeMutableBufferPointer<UInt8>, at range: Range<Int>) {
    var rest = number
    for index in range.reversed() {
      text[index] = UInt8(ascii: "0") + UInt8(rest % 10)
      rest /= 10
    }
  }

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
}
