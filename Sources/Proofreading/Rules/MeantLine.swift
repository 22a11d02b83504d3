import Files

/// A line that was meant as a heading or as an item of a list, and is none.
struct MeantLine {
  enum Kind: Equatable { case heading, noSpace, wrongMark, runTogether, lateNumber }

  let kind: Kind
  let mark: LineMark
  /// The mark of the line to which this one is put; empty where none is.
  var above = 0..<0
}

/// The lines that were meant as headings or items, in their order.
func meantLines(in prose: Prose) -> [MeantLine] {
  var reader = MeantLineReader(prose)
  reader.read()
  return reader.found
}

private struct MeantLineReader {
  private(set) var found: [MeantLine] = []
  private let prose: Prose
  /// Marked lines with nothing but their own further lines between them.
  private var run: [Entry] = []
  /// The line of the same paragraph above the first of them.
  private var lead: Int?

  /// Whether the paragraph is HTML, which keeps its lines.
  private var isHTML = false

  private struct Entry {
    let mark: LineMark
    /// Where the mark stands in its line.
    let column: Int
    /// The last of its lines.
    var last: Int
    /// Whether it is put to the line above, with no break between them.
    let isJoined: Bool
  }

  init(_ prose: Prose) { self.prose = prose }

  mutating func read() {
    for index in prose.bodyLine..<prose.lines.count {
      let line = prose.lines[index]
      switch line.kind {
      case .blank: continue
      case .paragraph: read(line, index)
      default: judge()
      }
    }
    judge()
  }

  private mutating func read(_ line: Prose.Line, _ index: Int) {
    if line.begins { isHTML = prose.text[line.text].first == UInt8(ascii: "<") }
    if isHTML { return judge() }
    guard let mark = prose.mark(of: line) else {
      if line.begins || run.isEmpty { judge() } else { run[run.count - 1].last = index }
      return
    }
    if mark.kind == .heading {
      judge()
      found.append(MeantLine(kind: .heading, mark: mark))
      return
    }
    let isJoined = !line.begins && !prose.breaks(prose.lines[index - 1])
    if run.isEmpty { lead = isJoined ? index - 1 : nil }
    let column = mark.range.lowerBound - line.range.lowerBound
    run.append(Entry(mark: mark, column: column, last: index, isJoined: isJoined))
  }

  private mutating func judge() {
    defer {
      run = []
      lead = nil
    }
    var index = 0
    while index < run.count {
      let mark = run[index].mark
      switch mark.kind {
      case .bullet, .number:
        let beside = [index - 1, index + 1].filter(run.indices.contains)
        if beside.contains(where: { isSameList(run[index], run[$0], comesFirst: index < $0) }) {
          found.append(MeantLine(kind: .noSpace, mark: mark))
        }
      case .dash, .circle:
        let end = run[index...].firstIndex { $0.mark.kind != mark.kind } ?? run.count
        if isList(index..<end) {
          found += run[index..<end].map { MeantLine(kind: .wrongMark, mark: $0.mark) }
        }
        index = end - 1
      case .order: judgeOrder(at: index)
      case .heading, .item, .orderedItem: break
      }
      index += 1
    }
  }

  private mutating func judgeOrder(at index: Int) {
    let entry = run[index]
    guard entry.isJoined else { return }
    if index > 0, prose.follows(entry.mark.range, run[index - 1].mark.range) {
      if case .number = run[index - 1].mark.kind { return }
      found.append(MeantLine(kind: .runTogether, mark: entry.mark, above: run[index - 1].mark.range))
    } else if isNumber(entry.mark), let lead = index > 0 ? run[index - 1].last : lead {
      let goesOn = index + 1 < run.count && prose.follows(run[index + 1].mark.range, entry.mark.range)
      if goesOn || announces(lead) { found.append(MeantLine(kind: .lateNumber, mark: entry.mark)) }
    }
  }

  private func isSameList(_ entry: Entry, _ other: Entry, comesFirst: Bool) -> Bool {
    // Further in it is a further line of the item above.
    guard entry.column == other.column else { return false }
    return switch (entry.mark.kind, other.mark.kind) {
    case (.bullet(let sign), .bullet(let next)), (.bullet(let sign), .item(let next)): sign == next
    case (.number(let value, let sign), .number(let next, let nextSign)),
      (.number(let value, let sign), .orderedItem(let next, let nextSign)):
      sign == nextSign && next == (comesFirst ? value + 1 : value - 1)
    case (.number(let value, _), .order):
      isNumber(other.mark)
        && Int(prose.string(other.mark.range).dropLast()) == (comesFirst ? value + 1 : value - 1)
    default: false
    }
  }

  // MARK: - Numbers

  /// `2.`, `3)`
  private func isNumber(_ mark: LineMark) -> Bool {
    let digits = prose.bytes[mark.range].dropLast()
    return digits.allSatisfy(\.isASCIIDigit) && digits.count <= 2
      && prose.bytes[mark.range.upperBound - 1] != UInt8(ascii: "/")
  }

  /// Whether the line ends in a colon.
  private func announces(_ line: Int) -> Bool {
    prose.bytes[prose.trimmedText(of: line)].last == UInt8(ascii: ":")
  }

  // MARK: - Dashes

  /// In Vietnamese a dash begins what a person says, too: a list is announced, or its lines end otherwise.
  private func isList(_ range: Range<Int>) -> Bool {
    let entries = run[range]
    if range.lowerBound == 0, let lead, announces(lead), !introducesSpeech(lead) {
      return run[0].mark.kind != .circle || entries.count > 1
    }
    guard entries.count > 1 else { return false }
    let ends = entries.map { prose.bytes[prose.trimmedText(of: $0.last)] }
    if ends.dropLast().allSatisfy({ $0.last == UInt8(ascii: ";") }) { return true }
    guard entries.dropFirst().contains(where: \.isJoined) else { return false }
    if run[range.lowerBound].mark.kind == .circle { return true }
    if let lead, range.lowerBound == 0, introducesSpeech(lead) { return false }
    return !ends.contains { end in
      ["?", "!", "…", "...", "”", "\""].contains { end.suffix($0.utf8.count).elementsEqual($0.utf8) }
    }
  }

  private static let speaking: Set<String> = [
    "nói", "hỏi", "đáp", "bảo", "thưa", "reo", "hét", "quát", "mắng", "thoại", "lời", "said", "asked",
  ]

  private func introducesSpeech(_ line: Int) -> Bool {
    let words = prose.string(prose.trimmedText(of: line)).dropLast().split(separator: " ").suffix(3)
    return words.contains { Self.speaking.contains($0.lowercased()) }
  }
}

extension Prose {
  /// Whether the line ends in a break, so that the next stands below it.
  func breaks(_ line: Line) -> Bool {
    let end = text[line.text].suffix(2)
    return end.elementsEqual("  ".utf8) || end.last == UInt8(ascii: "\\")
  }

  /// The text of a line without the white space at its end.
  func trimmedText(of line: Int) -> Range<Int> {
    let range = lines[line].text
    var end = range.upperBound
    while end > range.lowerBound, bytes[end - 1].isBlank { end -= 1 }
    return range.lowerBound..<end
  }
}
