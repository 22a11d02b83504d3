/// Sentences of made-up sense and real words, drawn from one generator, with a count of the syllables written.
struct Prose {
  var random: SplitMix64
  /// Syllables so far, which is what a Vietnamese text's “words” are.
  private(set) var count = 0

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  /// Words in lower case that together have at least `length` syllables.
  mutating func words(_ length: Int) -> String {
    var text = ""
    var written = 0
    while written < length {
      let word = random.below(5) < 2 ? random.pick(Vocabulary.small) : random.pick(Vocabulary.content)
      if !text.isEmpty { text += " " }
      text += word
      written += syllables(of: word)
    }
    count += written
    return text
  }

  /// Words that begin with a capital: a heading, a title, a cell.
  mutating func phrase(_ length: ClosedRange<Int>) -> String {
    capitalised(words(random.number(in: length)))
  }

  /// - Parameter extra: markup to set into the middle, such as a link or a footnote's mark.
  mutating func sentence(with extra: String? = nil) -> String {
    var text = phrase(5...10)
    switch random.below(8) {
    case 0: text += " **" + words(2) + "**"
    case 1: text += " *" + words(2) + "*"
    case 2: text += ","
    default: break
    }
    if let extra { text += " " + extra }
    return text + " " + words(random.number(in: 3...9)) + "."
  }

  private func syllables(of text: String) -> Int { 1 + text.utf8.count { $0 == UInt8(ascii: " ") } }

  private func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
