import Files

/// The first lines of prose that its indentation makes code, as a paragraph indented in Word does; each with the white
/// space before it.
func indentedProse(in prose: Prose) -> [Range<Int>] {
  var found: [Range<Int>] = []
  var index = prose.bodyLine
  while index < prose.lines.count {
    guard prose.lines[index].kind == .indented else {
      index += 1
      continue
    }
    let first = index
    var isProse = true
    while index < prose.lines.count, [.indented, .blank].contains(prose.lines[index].kind) {
      let line = prose.lines[index]
      if line.kind == .indented, !prose.isSentence(line.text) { isProse = false }
      index += 1
    }
    guard isProse else { continue }
    let start = prose.lines[first].start
    var before = start
    while before > prose.lines[first].range.lowerBound, prose.text[before - 1].isBlank { before -= 1 }
    found.append(before..<start)
  }
  return found
}

extension Prose {
  /// Whether a line of code reads like Vietnamese prose: most of it plain words, one of them with a mark, and no sign
  /// of a programming language, of a drawing or of data.
  fileprivate func isSentence(_ range: Range<Int>) -> Bool {
    let line = text[range]
    if line.first == UInt8(ascii: "#") || holdsCodeSign(line) { return false }
    let text = string(range).trimmingSuffix(while: \.isWhitespace)
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    // Two spaces align columns.
    guard words.count >= 4, !words.contains(where: \.isEmpty), let first = words.first else { return false }
    if first.hasSuffix(":") && first.utf8.allSatisfy({ $0 < 0x80 }) { return false }
    let plain = words.filter { word in
      word.unicodeScalars.allSatisfy { $0.isLetter || ",.;:!?()“”…".unicodeScalars.contains($0) }
    }
    let isAccented = plain.contains { $0.unicodeScalars.contains { $0.value >= 0xC0 && $0.isLetter } }
    return isAccented && plain.count * 3 >= words.count * 2
  }

  private func holdsCodeSign(_ line: ArraySlice<UInt8>) -> Bool {
    var previous: UInt8 = 0
    for byte in line {
      if "{}<>=|\\$`~^_@\t".utf8.contains(byte) { return true }
      // Comments and options.
      if byte == previous, byte == UInt8(ascii: "/") || byte == UInt8(ascii: "-") { return true }
      // Arrows and what boxes are drawn with.
      if previous == 0xE2, (0x86...0x97).contains(byte) { return true }
      previous = byte
    }
    return false
  }
}

extension StringProtocol {
  fileprivate func trimmingSuffix(while isDropped: (Character) -> Bool) -> SubSequence {
    var end = endIndex
    while end > startIndex, isDropped(self[index(before: end)]) { end = index(before: end) }
    return self[startIndex..<end]
  }
}
