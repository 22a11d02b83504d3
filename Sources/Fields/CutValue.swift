import Diagnostics
import Files

/// A value of which YAML takes a part for a comment: `title: Bài thử #1 của phường`, `accent: #0b3d91`.
///
/// A comment by intent stands two blanks behind the value, or has a blank behind its `#`.
package struct CutValue {
  /// What is left of the value, and what it loses. Both in one line of the text, a blank between them at most.
  package let kept: Range<Int>
  package let lost: Range<Int>

  package var whole: Range<Int> { min(kept.lowerBound, lost.lowerBound)..<lost.upperBound }

  /// The value in quote marks; nil when it has some of its own.
  package func quoted(in text: [UInt8]) -> [UInt8]? {
    let value = text[whole]
    guard !value.contains(UInt8(ascii: "\"")), !value.contains(UInt8(ascii: "\\")) else { return nil }
    return Array("\"".utf8) + value + Array("\"".utf8)
  }

  /// - Parameter firstLine: the line of the file, from 0, on which the YAML at `start` begins.
  package func diagnostic(of text: [UInt8], from start: Int, firstLine: Int, in path: String) -> Diagnostic {
    func string(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }
    let before = text[start..<whole.lowerBound]
    let line = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? start
    let place = Place.position(
      line: firstLine + before.count { $0 == UInt8(ascii: "\n") },
      column: string(line..<lost.lowerBound).unicodeScalars.count, length: string(lost).unicodeScalars.count)
    return Diagnostic(
      DeclarationProblem.cutValue(whole: string(whole), kept: string(kept)), in: path, at: place, as: .warning
    )
  }
}

extension YAMLReader {
  /// Keys whose values are words, so that a number or a topic behind a `#` belongs to them.
  package static let wordKeys = Set([
    "title", "short_title", "description", "alt", "name", "owner", "author", "body", "parent_body",
    "responsible",
    "address", "phone", "issuer", "signed_by", "number", "tags", "reason", "source", "approved_by",
  ])

  /// Those in a range of the text, in order.
  package func cutValues(of range: Range<Int>) -> [CutValue] {
    guard text[range].contains(UInt8(ascii: "#")) else { return [] }
    var values: [CutValue] = []
    var literal: Int?
    var start = range.lowerBound
    while start < range.upperBound {
      let (end, next) = text.lineEnd(from: start, limit: range.upperBound)
      defer { start = next }
      let first = text.endOfBlanks(from: start, limit: end)
      if let indentation = literal, first == end || first - start > indentation { continue }
      literal = nil
      guard let key = key(from: first, to: end) else { continue }
      let value = text.endOfBlanks(from: key.upperBound + 1, limit: end)
      if opensLiteral(from: value, to: end) { literal = key.lowerBound - start }
      guard value < end else { continue }
      if text[value] == UInt8(ascii: "#") {
        guard let colour = colour(from: value, to: end),
          !isIndented(next, beyond: first - start, limit: range.upperBound)
        else { continue }
        values.append(CutValue(kept: value..<value, lost: colour))
      } else if Self.wordKeys.contains(String(decoding: text[key], as: UTF8.self)),
        let cut = cut(from: value, to: end)
      {
        values.append(cut)
      }
    }
    return values
  }

  /// `#0b3d91` or `#fff`, and nothing but a comment behind it.
  private func colour(from start: Int, to end: Int) -> Range<Int>? {
    let digits = text[(start + 1)..<end].prefix(while: \.isHexDigit)
    guard digits.count == 3 || digits.count == 6, digits.endIndex == end || text[digits.endIndex].isBlank
    else {
      return nil
    }
    return start..<digits.endIndex
  }

  /// Whether the next line belongs to the value, which is not empty then.
  private func isIndented(_ next: Int, beyond indentation: Int, limit: Int) -> Bool {
    let first = text.endOfBlanks(from: next, limit: limit)
    return first < limit && text[first] > 0x20 && first - next > indentation
  }

  private func cut(from start: Int, to end: Int) -> CutValue? {
    guard !"\"'|>[{&*!%@`".utf8.contains(text[start]) else { return nil }
    var index = start + 1
    var lost: Int?
    var stop = end
    while index + 1 < end {
      if text[index] == UInt8(ascii: "#"), text[index - 1].isBlank {
        let isComment = text[index - 2].isBlank || text[index + 1].isBlank
        if isComment {
          stop = index
          break
        }
        lost = lost ?? index
      }
      index += 1
    }
    guard let lost else { return nil }
    while text[stop - 1].isBlank { stop -= 1 }
    return CutValue(kept: start..<lost - 1, lost: lost..<stop)
  }
}

extension UInt8 {
  fileprivate var isHexDigit: Bool {
    isASCIIDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self | 0x20)
  }
}
