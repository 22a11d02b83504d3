/// UTF-8 whose bytes were taken for Windows-1252 characters: “trẻ” as “tráº»”.
enum MisreadUTF8 {
  /// Takes UTF-8 and the place of a suspect character; returns the finding when its word, as Windows-1252
  /// bytes, is UTF-8 that writes a Vietnamese letter, a tone mark, an emoji or usual punctuation.
  static func finding(in utf8: UnsafeBufferPointer<UInt8>, at suspect: Int) -> LegacyText.Finding? {
    // A word with its tone marks is short; the limit keeps a long line without spaces from being read often.
    let limit = 96
    var start = suspect
    while start > 0, utf8[start - 1] > 0x20, suspect - start < limit || utf8[start] & 0xC0 == 0x80 {
      start -= 1
    }
    var end = suspect
    while end < utf8.count, utf8[end] > 0x20, end - suspect < limit || utf8[end] & 0xC0 == 0x80 { end += 1 }
    var units = self.units(UnsafeBufferPointer(rebasing: utf8[start..<end]), from: start)
    guard units.indices.contains(where: { isEvidence(units, at: $0) }) else { return nil }
    while let first = units.first, isEdge(first.byte) { units.removeFirst() }
    while let last = units.last, isEdge(last.byte) { units.removeLast() }
    guard let first = units.first, let last = units.last else { return nil }
    let reading = decode(units)
    return LegacyText.Finding(
      kind: .utf8ReadAs1252, range: first.range.lowerBound..<last.range.upperBound,
      reading: reading.isEmpty ? nil : NFC.normalize(reading))
  }

  /// Takes text and returns it with every sequence that reads as UTF-8 above U+007F decoded.
  static func decode(_ text: String) -> String {
    var text = text
    return text.withUTF8 { decode(units($0, from: 0)) }
  }

  /// A character, and the byte that Windows-1252 shows as it.
  private struct Unit {
    let byte: UInt8?
    let scalar: UInt32
    let range: Range<Int>
  }

  private static func units(_ utf8: UnsafeBufferPointer<UInt8>, from offset: Int) -> [Unit] {
    var units: [Unit] = []
    var index = 0
    while index < utf8.count {
      let (scalar, length) = UTF8Sequence.decode(utf8, at: index)
      let range = offset + index..<offset + index + length
      units.append(Unit(byte: Windows1252.byte(of: scalar), scalar: scalar, range: range))
      index += length
    }
    return units
  }

  private static func isEdge(_ byte: UInt8?) -> Bool {
    guard let byte, byte < 0x80 else { return false }
    return !(byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
  }

  /// The scalar that the bytes at `index` are the UTF-8 of, two bytes or more, and how many they are.
  private static func sequence(_ units: [Unit], at index: Int) -> (scalar: UInt32, length: Int)? {
    guard let lead = units[index].byte, lead >= 0xC2, lead < 0xF5 else { return nil }
    let length = UTF8Sequence.length(lead: lead)
    guard index + length <= units.count else { return nil }
    var bytes = [lead]
    for offset in 1..<length {
      guard let byte = units[index + offset].byte, byte & 0xC0 == 0x80 else { return nil }
      bytes.append(byte)
    }
    let scalar = bytes.withUnsafeBufferPointer { UTF8Sequence.scalar($0, at: 0, length: length) }
    return Unicode.Scalar(scalar) == nil ? nil : (scalar, length)
  }

  private static func decode(_ units: [Unit]) -> String {
    var result = String.UnicodeScalarView()
    var index = 0
    while index < units.count {
      let found = sequence(units, at: index)
      let scalar = found?.scalar ?? units[index].scalar
      result.append(Unicode.Scalar(scalar) ?? "\u{FFFD}")
      index += found?.length ?? 1
    }
    return String(result)
  }

  // MARK: - Evidence

  /// Whether what begins at `index` is a sequence that right text would not hold. Right text does hold a
  /// capital before a closing mark (“XÃ”, «MÃ», Ã and a no-break space), so those need a letter on one side
  /// to count.
  private static func isEvidence(_ units: [Unit], at index: Int) -> Bool {
    guard let (scalar, length) = sequence(units, at: index), isExpected(scalar, length) else { return false }
    let end = index + length
    guard let last = units[end - 1].byte else { return false }
    let isClosing =
      (last >= 0x91 && last <= 0x97) || [0x82, 0x84, 0x85, 0xA0, 0xAB, 0xAD, 0xBB].contains(last)
    guard isClosing else { return true }
    if length == 3, scalar < 0x2000 {
      // á»… is ễ, and also the end of «khá»…
      return !units[..<index].contains { $0.byte == 0xAB } || isLetter(units, end)
    }
    if length > 2 { return true }
    if index > 0, let before = units[index - 1].byte, before >= 0x61, before <= 0x7A { return true }
    return last != 0xA0 && last != 0xAD && isLetter(units, end)
  }

  private static func isExpected(_ scalar: UInt32, _ length: Int) -> Bool {
    switch length {
    case 2: Letter.packed(scalar) != 0 || Tone(mark: scalar) != nil || scalar == 0x302 || scalar == 0x306
    case 3: scalar < 0x2000 ? Letter.packed(scalar) != 0 : isPunctuation(scalar)
    default: scalar >= 0x1F000 && scalar < 0x20000
    }
  }

  private static func isPunctuation(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2010...0x2026, 0x2030...0x203A, 0x20AB, 0x20AC, 0xFE0F, 0xFEFF: true
    default: false
    }
  }

  private static func isLetter(_ units: [Unit], _ index: Int) -> Bool {
    guard index < units.count, let byte = units[index].byte else { return false }
    return (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || byte >= 0xC0
  }
}
