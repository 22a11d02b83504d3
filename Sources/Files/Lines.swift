import Glibc

/// Finding one's way in a text of bytes.
extension [UInt8] {
  /// The end of the line that holds an offset, without its line feed and carriage return; and where the next
  /// begins.
  package func lineEnd(from start: Int, limit: Int) -> (end: Int, next: Int) {
    var end = start
    while end < limit, self[end] != UInt8(ascii: "\n") { end += 1 }
    let next = Swift.min(end + 1, limit)
    if end > start, self[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return (end, next)
  }

  package func endOfBlanks(from start: Int, limit: Int) -> Int {
    var index = start
    while index < limit, self[index].isBlank { index += 1 }
    return index
  }

  /// Where `needle`, which is not empty, first stands within `range`.
  package func offset(of needle: [UInt8], in range: Range<Int>) -> Int? {
    withUnsafeBufferPointer { bytes in
      var rest = UnsafeBufferPointer(rebasing: bytes[range])
      while let start = rest.baseAddress, let found = memchr(start, Int32(needle[0]), rest.count) {
        rest = UnsafeBufferPointer(rebasing: rest[(UnsafeRawPointer(found) - UnsafeRawPointer(start))...])
        if rest.starts(with: needle) { return range.upperBound - rest.count }
        rest = UnsafeBufferPointer(rebasing: rest.dropFirst())
      }
      return nil
    }
  }
}
