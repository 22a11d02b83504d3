import Diagnostics

/// Letters that were lost (U+FFFD), and letters of another script that pass for Latin ones, as fraudulent sites use
/// them.
func foreignLetters(in prose: Prose, at path: String) -> [Diagnostic] {
  let text = prose.text
  var lost = Findings<Bool>()
  var mixed = Findings<ForeignScript>()
  var index = 0
  while index < text.count {
    switch text[index] {
    case 0xEF where text[index...].starts(with: [0xEF, 0xBF, 0xBD]):
      lost.add(true, at: index..<index + 3)
      index += 3
    case 0xCE...0xD3 where prose.bytes[index] != Prose.Paint.code:
      let word = text.letters(around: index)
      if let script = text.mixedScript(in: word) { mixed.add(script, at: word) }
      index = word.upperBound
    default: index += 1
    }
  }
  return lost.diagnostics(in: path) { _, _, more in .replacementCharacter(more: more) }
    + mixed.diagnostics(in: path) { script, word, more in
      .mixedScript(
        word: prose.string(word), letter: text.firstLetter(of: script, in: word), script, more: more)
    }
}

/// Words by their letters in the text itself, since an address is no prose and a fraud stands there first of all.
extension [UInt8] {
  /// At least the character that begins at `index`.
  fileprivate func letters(around index: Int) -> Range<Int> {
    var start = index
    while start > 0 {
      var before = start - 1
      while before > 0, self[before] & 0xC0 == 0x80 { before -= 1 }
      guard let scalar = scalar(at: before), scalar.isLetter else { break }
      start = before
    }
    var end = index + 2
    while let scalar = scalar(at: end), scalar.isLetter { end += UTF8.width(scalar) }
    return start..<end
  }

  private func scalar(at index: Int) -> Unicode.Scalar? {
    guard index < count else { return nil }
    var decoder = UTF8()
    var iterator = self[index..<Swift.min(index + 4, count)].makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return nil }
    return scalar
  }

  private func scalars(of word: Range<Int>) -> [Unicode.Scalar] {
    Array<Unicode.Scalar>(String(decoding: self[word], as: UTF8.self).unicodeScalars)
  }

  fileprivate func mixedScript(in word: Range<Int>) -> ForeignScript? {
    let scalars = scalars(of: word)
    guard scalars.contains(where: \.isLatin) else { return nil }
    if scalars.contains(where: { ForeignScript.cyrillic.holds($0) }) { return .cyrillic }
    // Greek letters name quantities (μm, kΩ, TNFα): only one that looks Latin, beside a small Latin letter, deceives.
    for (index, scalar) in scalars.enumerated() where ForeignScript.greek.holds(scalar) {
      let beside = scalars[Swift.max(0, index - 1)..<Swift.min(scalars.count, index + 2)]
      if beside.contains(where: { $0.isLatin && $0.properties.isLowercase }) { return .greek }
    }
    return nil
  }

  fileprivate func firstLetter(of script: ForeignScript, in word: Range<Int>) -> String {
    scalars(of: word).first { script.holds($0) }.map { String($0) } ?? ""
  }
}

extension ForeignScript {
  /// Of Greek, only what looks like a Latin letter.
  fileprivate func holds(_ scalar: Unicode.Scalar) -> Bool {
    switch self {
    case .cyrillic: (0x400..<0x530).contains(scalar.value)
    case .greek: "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορυχ".unicodeScalars.contains(scalar)
    }
  }
}

extension Unicode.Scalar {
  /// Basic Latin, Latin-1, Latin Extended-A and -B, Latin Extended Additional.
  fileprivate var isLatin: Bool { isLetter && (value < 0x250 || (0x1E00..<0x1F00).contains(value)) }
}
