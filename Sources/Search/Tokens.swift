/// Where a page's words stand. A word is a run of letters, digits and combining marks; the client's `words` in the
/// theme's search.js cuts at the same characters.
struct Tokens {
  let text: UnsafeBufferPointer<UInt8>
  private var index = 0

  init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

  /// The next word, its hash, and whether a sentence or a block ended before it: words on both sides of an end do not stand
  /// next to each other.
  mutating func next() -> (word: Range<Int>, hash: UInt32, isAfterEnd: Bool)? {
    var isAfterEnd = false
    var index = index
    while index < text.count {
      let byte = text[index]
      if Self.isLetterOrDigit(byte) { break }
      if byte < 0x80 {
        isAfterEnd = isAfterEnd || (byte != 0x20 && endsPhrase(at: index))
        index += 1
      } else {
        if isWordCharacter(at: index) { break }
        index = min(index + Self.length(byte), text.count)
      }
    }
    let start = index
    var hash = Hash.start
    while index < text.count {
      let byte = text[index]
      // Bytes that go on with a character belong to it.
      guard byte < 0x80 ? Self.isLetterOrDigit(byte) : byte < 0xC0 || isWordCharacter(at: index) else {
        break
      }
      hash = Hash.step(hash, byte)
      index += 1
    }
    self.index = index
    return index > start ? (start..<index, hash, isAfterEnd) : nil
  }

  /// A dot or comma inside a number, and a slash or hyphen anywhere, hold together what stands beside them.
  private func endsPhrase(at index: Int) -> Bool {
    switch text[index] {
    case UInt8(ascii: "\n"): true
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"),
      UInt8(ascii: "?"):
      index + 1 >= text.count || text[index + 1] <= 0x20
    default: false
    }
  }

  private func isWordCharacter(at index: Int) -> Bool {
    let second = index + 1 < text.count ? text[index + 1] : 0
    return switch text[index] {
    // × and ÷ are the two signs among the letters of Latin-1.
    case 0xC3: second != 0x97 && second != 0xB7
    case 0xC4...0xDF, 0xE0, 0xE1: true
    // U+2000–U+2BFF and U+3000–U+303F are punctuation and signs.
    case 0xE2: second >= 0xB0
    case 0xE3: second != 0x80
    case 0xE4...0xED: true
    default: false
    }
  }

  private static func length(_ lead: UInt8) -> Int {
    lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    byte &- UInt8(ascii: "0") < 10 || (byte | 0x20) &- UInt8(ascii: "a") < 26
  }
}
