/// Where a page's words stand. A word is a run of letters, digits and combining marks; the client's `words` in the
/// theme's search-text.js cuts at the same characters.
struct Tokens {
  let text: UnsafeBufferPointer<UInt8>
  private let classes: UnsafePointer<Class>
  private var index = 0

  init(_ text: UnsafeBufferPointer<UInt8>) {
    self.text = text
    classes = Self.table
  }

  /// The last sixteen bytes of a word: all of nearly every Vietnamese one, which so are told apart without another look
  /// at them.
  struct Ending: Equatable {
    private(set) var high: UInt64 = 0
    private(set) var low: UInt64 = 0

    static let length = 16

    @inline(__always)
    mutating func append(_ byte: UInt8) {
      high = high << 8 | low >> 56
      low = low << 8 | UInt64(byte)
    }
  }

  /// The next word, how it ends, and whether a sentence or a block ended before it: words on both sides of an end do
  /// not stand next to each other.
  @inline(__always)
  mutating func next() -> (word: Range<Int>, ending: Ending, isAfterEnd: Bool)? {
    var isAfterEnd = false
    var index = index
    while index < text.count {
      let byte = text[index]
      if byte == 0x20 {
        index += 1
        continue
      }
      if isInWord(at: index) { break }
      isAfterEnd = isAfterEnd || endsPhrase(at: index)
      index = min(index + Self.length(byte), text.count)
    }
    let start = index
    var ending = Ending()
    while index < text.count {
      guard isInWord(at: index) else { break }
      ending.append(text[index])
      index += 1
    }
    self.index = index
    return index > start ? (start..<index, ending, isAfterEnd) : nil
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

  /// What a byte says of the character that it begins or goes on with.
  private enum Class: UInt8 { case separator, word, ask }

  nonisolated(unsafe) private static let table: UnsafePointer<Class> = {
    let table = UnsafeMutablePointer<Class>.allocate(capacity: 256)
    for byte in 0...UInt8.max {
      table[Int(byte)] =
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "a")...UInt8(ascii: "z"):
          .word
        // What goes on with a character is of its kind: a separator is left in one step.
        case 0x80...0xBF, 0xC4...0xE1, 0xE4...0xED: .word
        case 0xC3, 0xE2, 0xE3: .ask
        default: .separator
        }
    }
    return UnsafePointer(table)
  }()

  private func isInWord(at index: Int) -> Bool {
    let kind = classes[Int(text[index])]
    if kind != .ask { return kind == .word }
    let second = index + 1 < text.count ? text[index + 1] : 0
    return switch text[index] {
    // × and ÷ are the two signs among the letters of Latin-1.
    case 0xC3: second != 0x97 && second != 0xB7
    // U+2000–U+2BFF and U+3000–U+303F are punctuation and signs.
    case 0xE2: second >= 0xB0
    default: second != 0x80
    }
  }

  private static func length(_ lead: UInt8) -> Int {
    lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1
  }
}
