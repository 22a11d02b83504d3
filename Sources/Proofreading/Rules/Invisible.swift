import Diagnostics
import Files

/// The invisible characters of a text that stand there for no reason, and are reported.
func invisibleCharacters(in prose: Prose, at path: String) -> [Diagnostic] {
  var findings = Findings<InvisibleCharacter>()
  for stray in strayCharacters(in: prose) { findings.add(stray.character, at: stray.range) }
  return findings.diagnostics(in: path) { character, first, more in
    .invisible(character, after: prose.textBefore(first.lowerBound), more: more)
  }
}

/// The invisible characters of a text that should go: all but those in code and in the names of files, and but the
/// no-break spaces that keep together what belongs together.
func strayCharacters(in prose: Prose) -> [(character: InvisibleCharacter, range: Range<Int>)] {
  let text = prose.text
  var strays: [(InvisibleCharacter, Range<Int>)] = []
  var index = 0
  while index < text.count {
    // Nearly every byte is none of the three that such a character begins with.
    guard text[index] == 0xC2 || text[index] == 0xE2 || text[index] == 0xEF,
      let character = InvisibleCharacter(in: text, at: index)
    else {
      index += 1
      continue
    }
    let range = index..<index + character.length
    index = range.upperBound
    let isFileMark = character == .byteOrderMark && range.lowerBound == 0
    if !isFileMark, prose.isOpen(range.lowerBound), !prose.keepsTogether(character, range) {
      strays.append((character, range))
    }
  }
  // In text of an old encoding these two are letters (ư of TCVN3, half of a misread à), and the build reports it.
  if strays.contains(where: { $0.0.isLegacyLetter }), prose.holdsLegacyText {
    strays.removeAll { $0.0.isLegacyLetter }
  }
  return strays
}

extension InvisibleCharacter {
  fileprivate init?(in text: [UInt8], at index: Int) {
    guard index + 1 < text.count else { return nil }
    switch (text[index], text[index + 1]) {
    case (0xC2, 0xA0): self = .noBreakSpace
    case (0xC2, 0xAD): self = .softHyphen
    case (0xE2, 0x80), (0xE2, 0x81), (0xEF, 0xBB):
      guard index + 2 < text.count else { return nil }
      switch (text[index + 1], text[index + 2]) {
      case (0x80, 0x87): self = .figureSpace
      case (0x80, 0x8B): self = .zeroWidthSpace
      case (0x80, 0x8E), (0x80, 0x8F), (0x80, 0xAA...0xAE), (0x81, 0xA6...0xA9): self = .direction
      case (0x80, 0xAF): self = .narrowNoBreakSpace
      case (0x81, 0xA0): self = .wordJoiner
      case (0xBB, 0xBF): self = .byteOrderMark
      default: return nil
      }
    default: return nil
    }
  }

  /// In UTF-8.
  fileprivate var length: Int { self == .noBreakSpace || self == .softHyphen ? 2 : 3 }

  fileprivate var isLegacyLetter: Bool { self == .noBreakSpace || self == .softHyphen }

  /// Whether it takes room, so that a plain space goes in its place.
  var isSpace: Bool { self == .noBreakSpace || self == .narrowNoBreakSpace || self == .figureSpace }
}

extension Prose {
  /// The last of the text before an offset, on its line, up to white space; empty at the start of the line.
  fileprivate func textBefore(_ offset: Int) -> String {
    var end = offset
    while end > 0, bytes[end - 1].isBlank { end -= 1 }
    var start = end
    while start > 0, bytes[start - 1] > 0x20 || bytes[start - 1] <= Paint.yaml { start -= 1 }
    let word = string(start..<end)
    return word.count > 20 ? "…" + word.suffix(20) : word
  }

  /// Whether a no-break space is well used: beside a number (“Điều 16”, “5 km”), a dash, a Roman number, or after
  /// an abbreviation (“TP. Huế”).
  fileprivate func keepsTogether(_ character: InvisibleCharacter, _ range: Range<Int>) -> Bool {
    guard character.isSpace, let before = self.character(before: range.lowerBound),
      let after = self.character(at: range.upperBound)
    else { return false }
    if before.isDigit || after.isDigit { return isInside(before) && isInside(after) }
    if character == .figureSpace { return false }
    if after == "–" || after == "—" { return before.isLetter }
    guard after.isLetter else { return false }
    if before == "." { return isAbbreviation(string(word(before: range.lowerBound - 1))) }
    return before.isLetter && string(word(at: range.upperBound)).allSatisfy { "IVXLC".contains($0) }
  }

  /// “TP”, “ThS”, “Mr”: short, and in capitals or without a vowel.
  private func isAbbreviation(_ word: String) -> Bool {
    guard (1...4).contains(word.count), word.first?.isUppercase == true else { return false }
    return word.allSatisfy(\.isUppercase)
      || word.utf8.allSatisfy { $0 < 0x80 && !"aeiouyAEIOUY".utf8.contains($0) }
  }

  /// Not at the edge of a line, nor beside another space or what only a plain space makes a list of.
  private func isInside(_ scalar: Unicode.Scalar) -> Bool {
    !scalar.isBlank && !["-", "*", "+", ">", "#", "|", "\u{A0}", "\u{202F}", "\u{2007}"].contains(scalar)
  }
}
