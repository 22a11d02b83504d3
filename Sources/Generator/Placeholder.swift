import Diagnostics

/// What a unit has still to supply: “CẦN ĐIỀN – số điện thoại”.
struct Placeholder: Sendable {
  /// From the mark to the end of what is missing.
  let text: String
  let place: Place

  static let mark = "CẦN ĐIỀN"
  private static let bytes = Array(mark.utf8)

  /// In bytes; what a unit has to supply takes a few words.
  private static let longest = 400

  /// Where the next mark begins, and what is missing; a sentence that only speaks of the mark is passed over.
  static func next(in text: [UInt8], from start: Int = 0) -> (offset: Int, text: String)? {
    var start = start
    while let found = text.offset(of: bytes, in: start..<text.count) {
      start = found + bytes.count
      let line = text[found...].prefix(longest).prefix { $0 != UInt8(ascii: "\n") }
      if let missing = missing(Substring(decoding: line, as: UTF8.self)) { return (found, missing) }
    }
    return nil
  }

  /// The first of a text, which may be a whole file.
  init?(firstOf text: [UInt8]) {
    guard let next = Self.next(in: text) else { return nil }
    self.text = next.text
    let line = text[..<next.offset].count { $0 == UInt8(ascii: "\n") } + 1
    place = .text(Self.mark, fromLine: line)
  }

  /// What is missing, from the mark to the end of the sentence, the cell or the mark-up around.
  ///
  /// - Parameter text: begins with the mark.
  /// - Returns: nil where a text only speaks of the mark.
  static func missing(_ text: Substring) -> String? {
    let rest = text.dropFirst(mark.count)
    let next = rest.first { !$0.isWhitespace }
    if let next, !"–—-:|".contains(next) {
      // Words that go on, or the mark in quotes, speak of it; but a value of YAML may stand in quotes as a whole.
      let isQuoted = "\"'”’»`".contains(next)
      let behind = rest.drop(while: \.isWhitespace).dropFirst().first { !$0.isWhitespace }
      let isWhole = "\"'".contains(next) && behind.map("]}#".contains) != false
      guard !(next.isLetter || next.isNumber || isQuoted) || isWhole else { return nil }
      return mark
    }
    var end = rest.startIndex
    while end < rest.endIndex {
      let left = rest[end...]
      if "|`*\"".contains(left.first ?? " ") || left.hasPrefix(". ") || left.hasPrefix(mark) { break }
      if left.first == ")", !rest[..<end].contains("(") { break }
      end = rest.index(after: end)
    }
    var missing = text[..<end]
    while let last = missing.last, last.isWhitespace || ".,;:\u{FFFD}".contains(last) { missing.removeLast() }
    return String(missing)
  }
}

extension String {
  /// Whether a unit has still to supply the value.
  var isPlaceholder: Bool { Placeholder.next(in: Array(utf8)) != nil }
}
