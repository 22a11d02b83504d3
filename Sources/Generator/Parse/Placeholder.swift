import Diagnostics
import Fields

/// What a unit has still to supply: “CẦN ĐIỀN – số điện thoại”.
package struct Placeholder: Sendable {
  /// From the mark to the end of what is missing.
  package let text: String
  package let place: Place

  /// As the archetypes write it. Between its words may stand any blanks, a line's end among them.
  static let mark = "CẦN ĐIỀN"
  private static let words = mark.split(separator: " ").map { Array($0.utf8) }

  /// In bytes; what a unit has to supply takes a few words.
  private static let longest = 400

  /// Where the next mark begins, and what is missing; a sentence that only speaks of the mark is passed over.
  static func next(in text: [UInt8], from start: Int = 0) -> (offset: Int, text: String)? {
    var start = start
    while let found = text.offset(of: words[0], in: start..<text.count) {
      start = found + words[0].count
      let blanks = blankCount(text[start...])
      guard blanks > 0, text[(start + blanks)...].starts(with: words[1]) else { continue }
      let end = start + blanks + words[1].count
      let rest = text[end...].prefix(longest).prefix { $0 != UInt8(ascii: "\n") }
      let mark = Substring(decoding: text[found..<end], as: UTF8.self)
      if let missing = missing(mark, Substring(decoding: rest, as: UTF8.self)) { return (found, missing) }
      start = end
    }
    return nil
  }

  /// How many bytes of white space a text begins with, no-break spaces among it.
  private static func blankCount(_ text: ArraySlice<UInt8>) -> Int {
    var count = 0
    while let byte = text.dropFirst(count).first {
      if byte == 0xC2, text.dropFirst(count + 1).first == 0xA0 {
        count += 2
      } else if byte <= 0x20 {
        count += 1
      } else {
        break
      }
    }
    return count
  }

  /// Every one of a text, which may be a whole file.
  static func all(in text: [UInt8]) -> [Placeholder] {
    var all: [Placeholder] = []
    var (start, line, column) = (0, 0, 0)
    while let next = next(in: text, from: start) {
      for byte in text[start..<next.offset] {
        if byte == UInt8(ascii: "\n") {
          (line, column) = (line + 1, 0)
        } else if byte & 0xC0 != 0x80 {
          column += 1
        }
      }
      let shown = next.text.prefix { $0 != "\n" }
      let place = Place.position(line: line, column: column, length: shown.unicodeScalars.count)
      all.append(Placeholder(text: next.text, place: place))
      // Behind the mark's first letter, which is one byte.
      start = next.offset + 1
      column += 1
    }
    return all
  }

  /// What is missing, from the mark to the end of the sentence, the cell or the mark-up around.
  ///
  /// - Parameters:
  ///   - mark: as it is written.
  ///   - rest: what follows it on its line.
  /// - Returns: nil where a text only speaks of the mark.
  private static func missing(_ mark: Substring, _ rest: Substring) -> String? {
    let next = rest.first { !$0.isWhitespace }
    if let next, !"–—-:|".contains(next) {
      // Words that go on, or the mark in quotes, speak of it; but a value of YAML may stand in quotes as a whole.
      let isQuoted = "\"'”’»`".contains(next)
      let behind = rest.drop(while: \.isWhitespace).dropFirst().first { !$0.isWhitespace }
      let isWhole = "\"'".contains(next) && behind.map("]}#".contains) != false
      guard !(next.isLetter || next.isNumber || isQuoted) || isWhole else { return nil }
      return String(mark)
    }
    var end = rest.startIndex
    while end < rest.endIndex {
      let left = rest[end...]
      if "|`*\"".contains(left.first ?? " ") || left.hasPrefix(". ") || left.hasPrefix(Self.mark) { break }
      if left.first == ")", !rest[..<end].contains("(") { break }
      end = rest.index(after: end)
    }
    var missing = mark + rest[..<end]
    while let last = missing.last, last.isWhitespace || ".,;:\u{FFFD}".contains(last) { missing.removeLast() }
    return String(missing)
  }
}

extension String {
  /// Whether a unit has still to supply the value.
  var isPlaceholder: Bool { Placeholder.next(in: Array(utf8)) != nil }
}
