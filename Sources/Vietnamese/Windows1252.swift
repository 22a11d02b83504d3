/// Windows-1252, as web browsers read it (WHATWG Encoding): its five unused bytes are the C1 controls.
enum Windows1252 {
  /// The character that a byte shows as.
  static func scalar(of byte: UInt8) -> Unicode.Scalar {
    byte & 0xE0 == 0x80 ? Unicode.Scalar(special[Int(byte) - 0x80])! : Unicode.Scalar(byte)
  }

  /// The byte that shows as a character; nil when none does. C1 controls count as their bytes, as in ISO
  /// 8859-1.
  static func byte(of scalar: UInt32) -> UInt8? {
    if scalar < 0x100 { return UInt8(scalar) }
    guard scalar >= 0x152, scalar <= 0x2122 else { return nil }
    return special.firstIndex(of: UInt16(scalar)).map { UInt8($0 + 0x80) }
  }

  private static let special: [UInt16] = [
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
    0x008D,
    0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161,
    0x203A,
    0x0153, 0x009D, 0x017E, 0x0178,
  ]
}
