import Files
import Markdown
import Vietnamese

/// How long a text takes to read, and how hard it is: an estimate for who writes it.
package struct Reading: Sendable, Encodable {
  /// Vietnamese writes each syllable apart, so these are what others call words.
  package let syllables: Int
  package let minutes: Int
  package let sentences: Int
  /// Of more than 30 syllables, about 20 English words: GOV.UK asks to split what is longer than 25.
  package let longSentences: Int
  /// The longest one's first words.
  package let longest: String?

  /// Careful reading of what one is to act upon.
  static let syllablesPerMinute = 180
  static let longSentence = 30

  init(of document: Document) {
    var syllables = 0
    var sentences = 0
    var long = 0
    var longest = (length: 0, start: "")
    for line in document.plainText().split(separator: UInt8(ascii: "\n")) {
      for sentence in Self.sentences(of: line) {
        let words = sentence.split(separator: UInt8(ascii: " ")).filter { $0.contains(where: Self.isInWord) }
        guard !words.isEmpty else { continue }
        syllables += words.count
        sentences += 1
        guard words.count > Self.longSentence else { continue }
        long += 1
        if words.count > longest.length {
          longest = (words.count, Self.text(words.prefix(8)))
        }
      }
    }
    self.syllables = syllables
    self.sentences = sentences
    minutes = max(1, (syllables + Self.syllablesPerMinute / 2) / Self.syllablesPerMinute)
    longSentences = long
    self.longest = long > 0 ? longest.start : nil
  }

  /// A sentence ends at a mark with a space behind it; a dot in a number or an address ends none.
  private static func sentences(of line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var sentences: [ArraySlice<UInt8>] = []
    var start = line.startIndex
    for index in line.indices.dropLast()
    where [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?")].contains(line[index])
      && line[index + 1] == 0x20
    {
      sentences.append(line[start...index])
      start = index + 1
    }
    return sentences + [line[start...]]
  }

  private static func text(_ words: ArraySlice<ArraySlice<UInt8>>) -> String {
    words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
  }

  private static func isInWord(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte.isASCIIDigit || byte >= 0xC3
  }
}
