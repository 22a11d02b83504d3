import Files

/// Asterisks and underscores that were meant to make text bold or italic and do not: by the rules of CommonMark a mark
/// opens before a word and closes behind one.
func emphasisSlips(in passage: [Range<Int>], of prose: Prose) -> [MarkupSlip] {
  var slips: [MarkupSlip] = []
  for mark in [UInt8(ascii: "*"), UInt8(ascii: "_")] {
    let runs = EmphasisRun.unmatched(mark, in: passage, of: prose)
    var index = 0
    while index < runs.count {
      if index + 1 < runs.count, let slip = slip(from: runs[index], to: runs[index + 1], of: prose) {
        slips.append(slip)
        index += 2
        continue
      }
      // A second mark that is left over may be the other half.
      if runs.count == 1, runs[0].isUnclosed {
        slips.append(MarkupSlip(.unclosedEmphasis, at: runs[0].range))
      }
      index += 1
    }
  }
  return slips
}

private func slip(from first: EmphasisRun, to last: EmphasisRun, of prose: Prose) -> MarkupSlip? {
  let inner = first.range.upperBound..<last.range.lowerBound
  guard first.range.count == last.range.count, first.line == last.line else { return nil }
  let words = prose.text[inner].trimmedBlanks
  guard !words.isEmpty, first.mayOpen else { return nil }
  let range = first.range.lowerBound..<last.range.upperBound
  func edits() -> [(range: Range<Int>, text: [UInt8])] {
    let before = first.range.lowerBound..<words.startIndex
    let after = words.endIndex..<last.range.upperBound
    // What parted two words goes on parting them.
    let opening = Array(prose.text[first.range])
    let closing = Array(prose.text[last.range])
    let isWordBefore = first.before.isWord && words.startIndex > first.range.upperBound
    let isWordAfter = last.after.isWord
    return [
      (before, (isWordBefore ? [UInt8(ascii: " ")] : []) + opening),
      (after, closing + (isWordAfter ? [UInt8(ascii: " ")] : [])),
    ]
  }
  let isLooseStart = first.after == .blank
  let isLooseEnd = last.before == .blank
  if !isLooseStart, !isLooseEnd {
    let isTight = last.before == .punctuation && last.after.isWord && first.range.count == 2
    return isTight && !first.before.isWord ? MarkupSlip(.tightEmphasis, at: range, edits: edits()) : nil
  }
  // Alone between blanks a mark may be a sign of its own: a product, a gap to be filled in, a remark's star.
  let mayStandAlone = isLooseStart && isLooseEnd
  switch (prose.text[first.range.lowerBound], first.range.count) {
  case (UInt8(ascii: "*"), 2):
    if mayStandAlone, prose.isBetweenNumbers(range) { return nil }
    if !isLooseEnd, last.after.isWord { return nil }
    if mayStandAlone, last.after.isWord { return nil }
  case (UInt8(ascii: "_"), 2):
    if isLooseStart, !first.beginsLine || !last.endsLine { return nil }
  default:
    guard !isLooseStart, last.after != .blank || last.endsLine, !last.after.isWord else { return nil }
  }
  return MarkupSlip(.looseEmphasis, at: range, edits: edits())
}

/// Marks side by side, and what stands around them.
private struct EmphasisRun {
  enum Neighbour {
    case blank, letter, digit, punctuation

    var isWord: Bool { self == .letter || self == .digit }
  }

  let range: Range<Int>
  let before: Neighbour
  let after: Neighbour
  /// Which line of the passage it stands on, and whether nothing else stands there before or behind it.
  let line: Int
  let beginsLine: Bool
  let endsLine: Bool
  private let mark: UInt8
  /// How many marks are still without another half.
  private var left: Int

  private init(_ mark: UInt8, at range: Range<Int>, line: Int, text: Range<Int>, of prose: Prose) {
    self.range = range
    self.mark = mark
    self.line = line
    left = range.count
    beginsLine = prose.text[text.lowerBound..<range.lowerBound].allSatisfy(\.isBlank)
    endsLine = prose.text[range.upperBound..<text.upperBound].allSatisfy(\.isBlank)
    before =
      beginsLine && range.lowerBound == text.lowerBound ? .blank : prose.neighbour(before: range.lowerBound)
    after = range.upperBound == text.upperBound ? .blank : prose.neighbour(at: range.upperBound)
  }

  private var leansRight: Bool { after != .blank && (after != .punctuation || !before.isWord) }
  private var leansLeft: Bool { before != .blank && (before != .punctuation || !after.isWord) }

  private var opens: Bool {
    leansRight && (mark == UInt8(ascii: "*") || !leansLeft || before == .punctuation)
  }
  private var closes: Bool {
    leansLeft && (mark == UInt8(ascii: "*") || !leansRight || after == .punctuation)
  }

  /// Whether it can be meant to open: nothing is glued to it, or it opens already.
  var mayOpen: Bool { opens || !before.isWord && after == .blank && before != .punctuation }

  /// Whether a bold text begins here for certain.
  var isUnclosed: Bool {
    mark == UInt8(ascii: "*") && range.count == 2 && !before.isWord && after.isWord
  }

  /// The runs of which no mark is half of a pair.
  static func unmatched(_ mark: UInt8, in passage: [Range<Int>], of prose: Prose) -> [EmphasisRun] {
    var runs = runs(of: mark, in: passage, of: prose)
    var openers: [Int] = []
    for index in runs.indices {
      if runs[index].closes {
        while runs[index].left > 0, let opener = openers.last {
          let isInner = runs[opener].closes || runs[index].opens
          let count = runs[opener].range.count + runs[index].range.count
          // CommonMark's rule against `*a**b*`.
          if isInner, count % 3 == 0, runs[opener].range.count % 3 != 0 { break }
          let used = min(runs[opener].left, runs[index].left, 2)
          runs[opener].left -= used
          runs[index].left -= used
          if runs[opener].left == 0 { openers.removeLast() }
        }
      }
      if runs[index].left > 0, runs[index].opens { openers.append(index) }
    }
    return runs.filter { $0.left == $0.range.count && $0.left <= 2 }
  }

  private static func runs(of mark: UInt8, in passage: [Range<Int>], of prose: Prose) -> [EmphasisRun] {
    var runs: [EmphasisRun] = []
    for (line, text) in passage.enumerated() {
      var start: Int?
      var end = text.lowerBound
      func close() {
        guard let first = start else { return }
        runs.append(EmphasisRun(mark, at: first..<end, line: line, text: text, of: prose))
        start = nil
      }
      prose.forEachOpenByte(in: text) { index in
        guard prose.bytes[index] == mark else { return }
        if end != index { close() }
        if start == nil { start = index }
        end = index + 1
      }
      close()
    }
    return runs
  }
}

extension Prose {
  /// Of the text itself: what is painted over has its own first and last character.
  fileprivate func neighbour(at offset: Int) -> EmphasisRun.Neighbour {
    var decoder = UTF8()
    var iterator = text[offset..<min(offset + 4, text.count)].makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return .blank }
    return scalar.neighbour
  }

  /// Whether a number stands before or behind a range, blanks left aside.
  fileprivate func isBetweenNumbers(_ range: Range<Int>) -> Bool {
    let before = text[..<range.lowerBound].last { !$0.isBlank }
    let after = text[range.upperBound...].first { !$0.isBlank }
    return before?.isASCIIDigit == true || after?.isASCIIDigit == true
  }

  fileprivate func neighbour(before offset: Int) -> EmphasisRun.Neighbour {
    neighbour(at: start(ofCharacterBefore: offset))
  }
}

extension Unicode.Scalar {
  fileprivate var neighbour: EmphasisRun.Neighbour {
    if isDigit { return .digit }
    if value < 0x80 { return isBlank ? .blank : isLetter ? .letter : .punctuation }
    switch properties.generalCategory {
    case .spaceSeparator: return .blank
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation:
      return .punctuation
    default: return .letter
    }
  }
}

extension ArraySlice<UInt8> {
  /// Without blanks at its ends.
  var trimmedBlanks: Self {
    let start = drop(while: \.isBlank)
    return start.prefix(start.reversed().drop(while: \.isBlank).count)
  }
}
