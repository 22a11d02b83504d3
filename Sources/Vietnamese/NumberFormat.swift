/// Numbers as Vietnamese readers write them: `1.234.567,89`, whatever the machine's locale (CLDR `vi`).
public enum NumberFormat {
  /// Takes any whole number and returns it with a full stop before each three digits: `1.234.567`, `-1.500`.
  public static func integer(_ value: Int) -> String {
    (value < 0 ? "-" : "") + grouped(String(value.magnitude))
  }

  /// Takes a whole number of the smallest decimal place and how many places there are, so that nothing is
  /// rounded: `decimal(123_456_789, places: 2)` is `1.234.567,89`. `places` is 0 or more.
  public static func decimal(_ value: Int, places: Int) -> String {
    guard places > 0 else { return integer(value) }
    var digits = String(value.magnitude)
    if digits.utf8.count <= places {
      digits = String(repeating: "0", count: places + 1 - digits.utf8.count) + digits
    }
    let whole = grouped(String(digits.dropLast(places)))
    return (value < 0 ? "-" : "") + whole + "," + digits.suffix(places)
  }

  /// Takes a number and how many decimal places (0 to 9) it may keep. Returns it rounded to them, halves away
  /// from zero, without the zeros that end it: `1234.5` with two places is `1.234,5`. Nil when it is not
  /// finite or has more digits than a 64-bit integer holds.
  public static func decimal(_ value: Double, maximumPlaces places: Int) -> String? {
    var scale = 1
    for _ in 0..<min(max(places, 0), 9) { scale *= 10 }
    guard var units = Int(exactly: (value * Double(scale)).rounded(.toNearestOrAwayFromZero)) else {
      return nil
    }
    var kept = min(max(places, 0), 9)
    while kept > 0, units % 10 == 0 {
      units /= 10
      kept -= 1
    }
    return decimal(units, places: kept)
  }

  /// Takes a size in bytes, 0 or more, and returns `512 byte`, `48 kB`, `1,5 MB`: at most one decimal, and
  /// only under 10. Units are powers of 1000 (IEC 80000-13; SI prefixes are Vietnam's legal ones, Nghị định
  /// 86/2012/NĐ-CP); the space is U+00A0. The signs are the same in English but not the decimal comma.
  public static func bytes(_ count: Int) -> String {
    guard count >= 1000 else { return integer(count) + "\u{A0}byte" }
    var unit = 1000
    for name in ["kB", "MB", "GB", "TB"] {
      let tenths = (count / (unit / 10) + (count % (unit / 10) >= unit / 20 ? 1 : 0))
      let whole = count / unit + (count % unit >= unit / 2 ? 1 : 0)
      if tenths < 100 {
        let text = tenths % 10 == 0 ? integer(tenths / 10) : decimal(tenths, places: 1)
        return text + "\u{A0}" + name
      }
      // 999.6 kB is rounded up to 1 MB, not written as 1.000 kB.
      if whole < 1000 || name == "TB" { return integer(whole) + "\u{A0}" + name }
      unit *= 1000
    }
    preconditionFailure("the last unit takes every size")
  }

  private static func grouped(_ digits: String) -> String {
    let digits = Array(digits.utf8)
    var text: [UInt8] = []
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(UInt8(ascii: ".")) }
      text.append(digit)
    }
    return String(decoding: text, as: UTF8.self)
  }
}
