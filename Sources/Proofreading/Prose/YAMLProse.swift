import Fields
import Files

/// Tells the sentences of a YAML text from its keys, paths and numbers.
extension YAMLReader {
  /// Keys whose values people read as sentences, and no official name stands in.
  package static let proseKeys = ["title", "short_title", "description", "alt"]
  private static let proseBytes = proseKeys.map { Array($0.utf8) }

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
        isProse = Self.proseBytes.contains { $0.elementsEqual(text[key]) }
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
}
