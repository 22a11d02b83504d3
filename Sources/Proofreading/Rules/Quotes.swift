import Diagnostics
import Files

/// Quote marks that are turned the wrong way, lack their partner, or stand in for “ and ”.
func quoteMistakes(in prose: Prose, at path: String) -> [Diagnostic] {
  var reader = QuoteReader(prose)
  reader.read()
  return reader.findings.diagnostics(in: path) { kind, first, more in
    let mistake: QuoteMistake =
      switch kind {
      case .straight: .straight(before: prose.string(prose.word(at: first.upperBound)))
      case .reversed: .reversed(beside: prose.wordBeside(first))
      case .unclosed: .unclosed
      case .unopened: .unopened
      case .imitated: .imitated(prose.string(first))
      }
    return .quotes(mistake, more: more)
  }
}

private struct QuoteReader {
  enum Kind { case straight, reversed, unclosed, unopened, imitated }

  private(set) var findings = Findings<Kind>()
  private let prose: Prose
  private let usesCurly: Bool
  /// The opening marks that wait for their partners. A quotation may run over paragraphs, not over a heading.
  private var open: [Range<Int>] = []

  init(_ prose: Prose) {
    self.prose = prose
    usesCurly = prose.lines[prose.bodyLine...].contains { line in
      line.holdsProse && line.text.contains { prose.curlyQuote(at: $0) != nil }
    }
  }

  mutating func read() {
    for line in prose.lines[prose.bodyLine...] where line.holdsProse {
      // A cell ends with its row, and a section with its heading.
      if line.kind != .paragraph { closeAll() }
      read(line.text)
      if line.kind != .paragraph { closeAll() }
    }
    closeAll()
  }

  private mutating func closeAll() {
    for mark in open { findings.add(.unclosed, at: mark) }
    open = []
  }

  private mutating func read(_ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      let place = index..<index + 1
      switch prose.bytes[index] {
      case UInt8(ascii: "\\"): index += 1  // of an escaped quote only the quote counts
      case UInt8(ascii: "\""):
        if usesCurly, prose.opensWord(place) { findings.add(.straight, at: place) }
        index += 1
      case UInt8(ascii: ","), UInt8(ascii: "'"), UInt8(ascii: "`"):
        let length = prose.imitationLength(at: index, limit: range.upperBound)
        if length > 0 { findings.add(.imitated, at: index..<index + length) }
        index += max(1, length)
      case 0xE2:
        if let isOpening = prose.curlyQuote(at: index) { read(isOpening, at: index..<index + 3) }
        index += 3
      default: index += 1
      }
    }
  }

  private mutating func read(_ isOpening: Bool, at mark: Range<Int>) {
    let isReversed = isOpening ? prose.closesWord(mark) : prose.opensWord(mark)
    if isReversed { findings.add(.reversed, at: mark) }
    if isOpening != isReversed {
      // Each paragraph of a long quotation may open anew.
      if let last = open.last, prose.opensParagraph(mark), prose.opensParagraph(last) { open.removeLast() }
      open.append(mark)
    } else if open.popLast() == nil {
      findings.add(.unopened, at: mark)
    }
  }
}

extension Prose {
  /// True for “, false for ”.
  fileprivate func curlyQuote(at index: Int) -> Bool? {
    guard bytes[index] == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80 else { return nil }
    switch bytes[index + 2] {
    case 0x9C: return true
    case 0x9D: return false
    default: return nil
    }
  }

  /// Whether a mark has white space or an opening bracket before it and a word after it; emphasis does not count.
  fileprivate func opensWord(_ mark: Range<Int>) -> Bool {
    let after = characterBeyondEmphasis(from: mark.upperBound)
    guard let after, after.isLetter || after.isDigit else { return false }
    let before = characterBeyondEmphasis(before: mark.lowerBound)
    return before.map { $0.isBlank || $0 == "(" || $0 == "[" || $0 == "|" } ?? true
  }

  /// Whether a mark has a word or a full stop before it and white space or punctuation after it.
  fileprivate func closesWord(_ mark: Range<Int>) -> Bool {
    let before = characterBeyondEmphasis(before: mark.lowerBound)
    guard let before, before.isLetter || before.isDigit || ".,!?…".unicodeScalars.contains(before) else {
      return false
    }
    let after = characterBeyondEmphasis(from: mark.upperBound)
    return after.map { $0.isBlank || ".,;:!?)|".unicodeScalars.contains($0) } ?? true
  }

  private func characterBeyondEmphasis(from offset: Int) -> Unicode.Scalar? {
    var index = offset
    while index < bytes.count, "*_~".utf8.contains(bytes[index]) { index += 1 }
    return character(at: index)
  }

  private func characterBeyondEmphasis(before offset: Int) -> Unicode.Scalar? {
    var index = offset
    while index > 0, "*_~\\".utf8.contains(bytes[index - 1]) { index -= 1 }
    return character(before: index)
  }

  fileprivate func opensParagraph(_ mark: Range<Int>) -> Bool {
    var low = bodyLine
    var high = lines.count
    while low < high {
      let middle = (low + high) / 2
      if lines[middle].range.upperBound <= mark.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < lines.count && lines[low].begins && lines[low].start == mark.lowerBound
  }

  /// How long the marks are that stand for an opening quote here: ,,so or ''so'' or `so'; 0 when they are none.
  fileprivate func imitationLength(at index: Int, limit: Int) -> Int {
    let mark = bytes[index]
    let isPair = index + 1 < limit && bytes[index + 1] == mark
    let range = index..<index + (isPair ? 2 : 1)
    guard range.upperBound < limit, opensWord(range) else { return 0 }
    if mark != UInt8(ascii: "`") { return isPair ? 2 : 0 }
    // Code spans are painted: this one lacks its end, unless apostrophes were meant as one.
    let rest = bytes[range.upperBound..<min(limit, range.upperBound + 200)]
    guard let close = rest.firstIndex(of: UInt8(ascii: "'")) else { return 0 }
    return closesWord(close..<close + (close + 1 < limit && bytes[close + 1] == bytes[close] ? 2 : 1))
      ? range.count : 0
  }

  fileprivate func wordBeside(_ mark: Range<Int>) -> String {
    let after = word(at: mark.upperBound)
    return string(after.isEmpty ? word(before: mark.lowerBound) : after)
  }
}
