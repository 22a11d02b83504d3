import Glibc

/// Bytes that may end anywhere: every read says nil, or false, beyond the end.
extension [UInt8] {
  func has(_ expected: [UInt8], at offset: Int) -> Bool {
    offset >= 0 && expected.count <= count - offset
      && self[offset..<(offset + expected.count)].elementsEqual(expected)
  }

  func has(_ expected: StaticString, at offset: Int) -> Bool {
    guard offset >= 0, expected.utf8CodeUnitCount <= count - offset else { return false }
    return expected.withUTF8Buffer { self[offset..<(offset + $0.count)].elementsEqual($0) }
  }

  /// A number of at most four bytes, the most significant first.
  func big(_ length: Int, at offset: Int) -> Int? {
    guard offset >= 0, length <= count - offset else { return nil }
    return self[offset..<(offset + length)].reduce(0) { $0 << 8 | Int($1) }
  }

  /// A number of at most four bytes, the least significant first.
  func little(_ length: Int, at offset: Int) -> Int? {
    guard offset >= 0, length <= count - offset else { return nil }
    return self[offset..<(offset + length)].reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  func offset(of byte: UInt8, from start: Int, to end: Int? = nil) -> Int? {
    let end = end ?? count
    guard start < end else { return nil }
    return withUnsafeBytes { buffer in
      memchr(buffer.baseAddress! + start, Int32(byte), end - start).map {
        UnsafeRawPointer($0) - buffer.baseAddress!
      }
    }
  }

  func contains(_ text: StaticString, in range: Range<Int>) -> Bool {
    var start = range.lowerBound
    while let found = offset(of: text.utf8Start.pointee, from: start, to: range.upperBound),
      found + text.utf8CodeUnitCount <= range.upperBound
    {
      if has(text, at: found) { return true }
      start = found + 1
    }
    return false
  }
}

/// A number, the most significant byte first.
func big(_ number: Int, _ length: Int) -> [UInt8] { little(number, length).reversed() }

/// A number, the least significant byte first.
func little(_ number: Int, _ length: Int) -> [UInt8] {
  (0..<length).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
}
