import Files

/// Finds out, line by line, what the body of a Markdown text is made of.
struct BlockReader {
  private let text: [UInt8]
  private var lines: [Prose.Line] = []
  private var fence: Fence?
  /// The columns at which the text of the open list items begins.
  private var items: [Int] = []
  private var quotes = 0
  private var isTable = false

  init(_ text: [UInt8]) { self.text = text }

  private struct Fence {
    let mark: UInt8
    let length: Int
    let quotes: Int
  }

  /// The quote marks and bullets with which a line begins.
  private struct Opening {
    /// Where the line's own text begins.
    var offset: Int
    var column = 0
    /// The column where the innermost mark ends.
    var base = 0
    var quotes = 0
    var isItem = false
  }

  /// The lines of the text from an offset on; what they hold that is no prose is painted.
  mutating func lines(from start: Int, painting bytes: inout [UInt8]) -> [Prose.Line] {
    var start = start
    while start < text.count {
      let (end, next) = text.lineEnd(from: start, limit: text.count)
      read(start..<end, painting: &bytes)
      start = next
    }
    return lines
  }

  private mutating func read(_ range: Range<Int>, painting bytes: inout [UInt8]) {
    func add(_ kind: Prose.Line.Kind, from start: Int, begins: Bool = true) {
      lines.append(Prose.Line(range: range, start: start, kind: kind, begins: begins))
    }
    let end = range.upperBound
    var opening = Opening(offset: range.lowerBound)
    open(&opening, to: end)
    let first = opening.offset
    let isNested = opening.quotes == quotes
    quotes = opening.quotes
    if let fence, fence.quotes <= opening.quotes {
      bytes.paint(range, Prose.Paint.code)
      if closes(fence, range) { self.fence = nil }
      return add(.code, from: end)
    }
    fence = nil
    if first == end {
      isTable = false
      return add(.blank, from: end)
    }
    if opensCode(opening) {
      bytes.paint(first..<end, Prose.Paint.code)
      return add(.indented, from: first)
    }
    if let fence = fenceMark(from: first, to: end, quotes: opening.quotes) {
      self.fence = fence
      bytes.paint(first..<end, Prose.Paint.code)
      return add(.code, from: end)
    }
    if isRule(from: first, to: end) {
      isTable = false
      bytes.paint(first..<end, Prose.Paint.mark)
      return add(.rule, from: end)
    }
    if let start = headingText(from: first, to: end) {
      isTable = false
      bytes.paint(first..<start, Prose.Paint.mark)
      return add(.heading, from: start)
    }
    if isDelimiterRow(from: first, to: end) {
      isTable = true
      if let header = lines.popLast() {
        lines.append(Prose.Line(range: header.range, start: header.start, kind: .tableRow, begins: true))
      }
      bytes.paint(first..<end, Prose.Paint.mark)
      return add(.rule, from: end)
    }
    if isTable || text[first] == UInt8(ascii: "|") { return add(.tableRow, from: first) }
    let start = paintLabel(from: first, to: end, isItem: opening.isItem, in: &bytes)
    let begins = opening.isItem || start != first || !isNested || lines.last?.kind != .paragraph
    add(.paragraph, from: start, begins: begins)
  }

  // MARK: - Marks at the start of a line

  private mutating func open(_ opening: inout Opening, to end: Int) {
    while true {
      while opening.offset < end, text[opening.offset].isBlank {
        opening.column += text[opening.offset] == UInt8(ascii: "\t") ? 4 - opening.column % 4 : 1
        opening.offset += 1
      }
      guard opening.offset < end, fence == nil || text[opening.offset] == UInt8(ascii: ">") else { return }
      let isFresh = lines.last?.kind != .paragraph
      if !opening.isItem, isFresh { close(after: opening.column) }
      if text[opening.offset] == UInt8(ascii: ">") {
        opening.quotes += 1
        opening.offset += 1
        opening.column += 1
        opening.base = opening.column + 1
        if opening.quotes > quotes { items = [] }
        continue
      }
      if isFresh, opening.column - max(opening.base, items.last ?? 0) >= 4 { return }
      guard !isRule(from: opening.offset, to: end), let length = bullet(at: opening.offset, to: end),
        !continuesParagraph(opening) || mayInterrupt(at: opening.offset, length: length)
      else { return }
      if !opening.isItem { close(after: opening.column) }
      opening.offset += length
      opening.column += length
      opening.base = opening.column + 1
      opening.isItem = true
      items.append(opening.base)
    }
  }

  /// Leaves the list items whose text begins beyond a column.
  private mutating func close(after column: Int) {
    while let last = items.last, column < last { items.removeLast() }
  }

  private func bullet(at start: Int, to end: Int) -> Int? {
    var index = start
    switch text[start] {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): break
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      while index < end, index < start + 9, text[index].isASCIIDigit { index += 1 }
      guard index < end, text[index] == UInt8(ascii: ".") || text[index] == UInt8(ascii: ")") else {
        return nil
      }
    default: return nil
    }
    index += 1
    return index == end || text[index].isBlank ? index - start : nil
  }

  /// Whether the line belongs to the paragraph above unless it begins with something else.
  private func continuesParagraph(_ opening: Opening) -> Bool {
    !opening.isItem && opening.quotes == quotes && lines.last?.kind == .paragraph
      && opening.column >= items.last ?? 0
  }

  /// Of numbers only 1 makes a list right below text: any other may be a number that a line happens to begin with.
  private func mayInterrupt(at start: Int, length: Int) -> Bool {
    guard text[start].isASCIIDigit else { return true }
    let digits = text[start..<start + length - 1].drop { $0 == UInt8(ascii: "0") }
    return digits.elementsEqual("1".utf8)
  }

  private func opensCode(_ opening: Opening) -> Bool {
    guard !opening.isItem, lines.last?.kind != .paragraph else { return false }
    return opening.column - max(opening.base, items.last ?? 0) >= 4
  }

  private func fenceMark(from start: Int, to end: Int, quotes: Int) -> Fence? {
    let mark = text[start]
    guard mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return nil }
    let length = text[start..<end].prefix { $0 == mark }.count
    guard length >= 3 else { return nil }
    if mark == UInt8(ascii: "`"), text[(start + length)..<end].contains(mark) { return nil }
    return Fence(mark: mark, length: length, quotes: quotes)
  }

  private func closes(_ fence: Fence, _ range: Range<Int>) -> Bool {
    let mark = text[range].drop { $0.isBlank || fence.quotes > 0 && $0 == UInt8(ascii: ">") }
    let rest = mark.drop { $0 == fence.mark }
    return mark.count - rest.count >= fence.length && rest.allSatisfy(\.isBlank)
  }

  /// A thematic break, or the line under a heading.
  private func isRule(from start: Int, to end: Int) -> Bool {
    let mark = text[start]
    guard "-*_=".utf8.contains(mark) else { return false }
    var count = 0
    for byte in text[start..<end] where !byte.isBlank {
      if byte != mark { return false }
      count += 1
    }
    return count >= 3
  }

  private func headingText(from start: Int, to end: Int) -> Int? {
    let count = text[start..<end].prefix { $0 == UInt8(ascii: "#") }.count
    guard (1...6).contains(count), start + count == end || text[start + count].isBlank else { return nil }
    return text.endOfBlanks(from: start + count, limit: end)
  }

  /// The second line of a table: `|---|:--:|`.
  private func isDelimiterRow(from start: Int, to end: Int) -> Bool {
    guard "|:-".utf8.contains(text[start]), lines.last?.holdsProse == true else { return false }
    let row = text[start..<end]
    return row.contains(UInt8(ascii: "|")) && row.contains(UInt8(ascii: "-"))
      && row.allSatisfy { $0.isBlank || "|:-".utf8.contains($0) }
  }

  /// Paints a check box, the kind of an alert, a footnote's label, or a link's definition as a whole.
  ///
  /// - Returns: where the text after it begins.
  private func paintLabel(from start: Int, to end: Int, isItem: Bool, in bytes: inout [UInt8]) -> Int {
    guard text[start] == UInt8(ascii: "["), start + 2 < end,
      let close = text[start..<end].firstIndex(of: UInt8(ascii: "]"))
    else { return start }
    let after = close + 1
    let next = after < end ? text[after] : UInt8(ascii: " ")
    let isBox = isItem && close == start + 2 && next.isBlank
    let isAlert = text[start + 1] == UInt8(ascii: "!") && next.isBlank
    let isDefinition = next == UInt8(ascii: ":")
    guard isBox || isAlert || isDefinition else { return start }
    if isDefinition, text[start + 1] != UInt8(ascii: "^") {
      bytes.paint(start..<after, Prose.Paint.mark)
      bytes.paint(after..<end, Prose.Paint.path)
      return end
    }
    bytes.paint(start..<(isDefinition ? after + 1 : after), Prose.Paint.mark)
    return text.endOfBlanks(from: isDefinition ? after + 1 : after, limit: end)
  }
}
