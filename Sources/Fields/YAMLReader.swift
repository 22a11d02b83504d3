import Files

import Files

/// Finds the keys and values in the lines of a YAML text, as they are written.
package struct YAMLReader {
  package let text: [UInt8]

  package init(_ text: [UInt8]) { self.text = text }

  /// A plain key before a colon, after the dash of a list's entry.
  package func key(from start: Int, to end: Int) -> Range<Int>? {
    var first = start
    while first + 1 < end, text[first] == UInt8(ascii: "-"), text[first + 1].isBlank {
      first = text.endOfBlanks(from: first + 1, limit: end)
    }
    var index = first
    while index < end,
      text[index].isASCIILetter || text[index].isASCIIDigit || text[index] == UInt8(ascii: "_")
    {
      index += 1
    }
    guard index > first, index < end, text[index] == UInt8(ascii: ":") else { return nil }
    return index + 1 == end || text[index + 1].isBlank ? first..<index : nil
  }

  package func opensLiteral(from start: Int, to end: Int) -> Bool {
    guard start < end, text[start] == UInt8(ascii: "|") || text[start] == UInt8(ascii: ">") else {
      return false
    }
    return text[start..<end].allSatisfy { $0.isBlank || $0.isASCIIDigit || "|>+-".utf8.contains($0) }
  }
}
