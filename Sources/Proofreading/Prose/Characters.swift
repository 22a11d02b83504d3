import Files
import Vietnamese

/// Looking at whole characters around an offset.
extension Prose {
  /// The character that begins at an offset of the painted text; nil at its end.
  func character(at offset: Int) -> Unicode.Scalar? {
    guard offset < bytes.count else { return nil }
    var decoder = UTF8()
    var iterator = bytes[offset..<min(offset + 4, bytes.count)].makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return nil }
    return scalar
  }

  /// The character that ends before an offset of the painted text; nil at its start.
  func character(before offset: Int) -> Unicode.Scalar? {
    let start = start(ofCharacterBefore: offset)
    return start < offset ? character(at: start) : nil
  }

  func start(ofCharacterBefore offset: Int) -> Int {
    var start = max(0, offset - 1)
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }

  /// The letters and digits that end before an offset.
  func word(before offset: Int) -> Range<Int> {
    var start = offset
    while start > 0 {
      let next = self.start(ofCharacterBefore: start)
      guard let scalar = character(at: next), scalar.isLetter || scalar.isDigit else { break }
      start = next
    }
    return start..<offset
  }

  /// The letters and digits that begin at an offset.
  func word(at offset: Int) -> Range<Int> {
    var end = offset
    while let scalar = character(at: end), scalar.isLetter || scalar.isDigit { end += UTF8.width(scalar) }
    return offset..<end
  }

  /// Whether there is text in an encoding from before Unicode, which the build reports: its letters are not what they
  /// seem.
  var holdsLegacyText: Bool { text.withUnsafeBufferPointer(LegacyText.detect) != nil }

  func string(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }
}

extension Unicode.Scalar {
  /// A letter of any script, or a mark on one.
  var isLetter: Bool {
    if value < 0x80 { return UInt8(value).isASCIILetter }
    return properties.isAlphabetic || (0x300..<0x370).contains(value)
  }

  var isDigit: Bool { ("0"..."9").contains(self) }

  /// A space, a tab or the end of a line.
  var isBlank: Bool { self == " " || self == "\t" || self == "\n" || self == "\r" }

  /// As standards write it: U+F0B7.
  var code: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
