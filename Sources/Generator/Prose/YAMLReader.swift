/// Tells the sentences of a YAML text from its keys, paths and numbers.
struct YAMLReader {
  let text: [UInt8]

  init(_ text: [UInt8]) { self.text = text }

  /// Keys whose values people read as sentences, and no official name stands in.
  private static let proseKeys = ["title", "short_title", "description", "alt"].map { Array($0.utf8) }

  /// The lines of a range, which is painted but for the values of prose keys.
  func lines(of range: Range<Int>, painting bytes: inout [UInt8]) -> [Prose.Line] {
    var lines: [Prose.Line] = []
    var isProse = false
    /// The indentation of the key whose `|` or `>` opened a block of text.
    var literal: Int?
    var start = range.lowerBound
    while start < range.upperBound {
      let (end, next) = text.lineEnd(from: start, limit: range.upperBound)
      defer { start = next }
      let first = text.endOfBlanks(from: start, limit: end)
      if let indentation = literal, first == end || first - start > indentation {
        if !isProse { bytes.paint(start..<end, Prose.Paint.yaml) }
        lines.append(
          Prose.Line(range: start..<end, start: isProse ? first : end, kind: .literal, begins: true))
        continue
      }
      literal = nil
      var value = first
      if let key = key(from: first, to: end) {
        isProse = Self.proseKeys.contains { $0.elementsEqual(text[key]) }
        value = text.endOfBlanks(from: key.upperBound + 1, limit: end)
        if opensLiteral(from: value, to: end) { literal = key.lowerBound - start }
      } else if first < end, text[first] == UInt8(ascii: "#") || text[first] == UInt8(ascii: "-") {
        isProse = false
      }
      bytes.paint(start..<(isProse ? value : end), Prose.Paint.yaml)
      lines.append(
        Prose.Line(
          range: start..<end, start: isProse ? value : end, kind: first == end ? .blank : .yaml, begins: true)
      )
    }
    return lines
  }

  /// A plain key before a colon, after the dash of a list's entry.
  func key(from start: Int, to end: Int) -> Range<Int>? {
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

  func opensLiteral(from start: Int, to end: Int) -> Bool {
    guard start < end, text[start] == UInt8(ascii: "|") || text[start] == UInt8(ascii: ">") else {
      return false
    }
    return text[start..<end].allSatisfy { $0.isBlank || $0.isASCIIDigit || "|>+-".utf8.contains($0) }
  }
}
