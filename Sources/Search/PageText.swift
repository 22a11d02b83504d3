/// The parts of a page, the weightier the later.
public enum Field: UInt8, Sendable, CaseIterable {
  case body, summary, heading, title
}

/// Takes in the parts of one page after another. Every worker has one of its own.
public struct PageReader: Sendable {
  private(set) var lexicon = Lexicon()
  private var codes: [UInt16] = []
  private var wordCount = 0

  /// Takes valid UTF-8; a line feed ends a block.
  public mutating func append(_ text: UnsafeBufferPointer<UInt8>, as field: Field) {
    codes.append(PageText.Code.mark(of: field))
    var tokens = Tokens(text)
    while let (word, ending, isAfterEnd) = tokens.next() {
      if isAfterEnd { codes.append(PageText.Code.end) }
      PageText.Code.append(lexicon.number(of: UnsafeBufferPointer(rebasing: text[word]), ending), to: &codes)
      wordCount += 1
    }
  }

  public mutating func append(_ text: String, as field: Field) {
    var text = text
    text.withUTF8 { append($0, as: field) }
  }

  mutating func finishPage() -> PageText {
    defer {
      codes.removeAll(keepingCapacity: true)
      wordCount = 0
    }
    // As long as they are: `Array(codes)` would be the same memory, with room to grow.
    return PageText(codes: codes.withUnsafeBufferPointer(Array.init), wordCount: wordCount)
  }
}

/// A page's words as numbers: what the index is made from, for every portal that shows the page.
struct PageText: Sendable {
  /// Two bytes a word, since a big site's words are held all at once: see `Code`.
  private(set) var codes: [UInt16]
  let wordCount: Int

  /// What stands among the words' numbers, and how these are written.
  enum Code {
    /// A phrase ends.
    static let end: UInt16 = 0
    /// A word's number and this; of the few thousand that make up nearly all text.
    static let firstWord: UInt16 = 8
    /// From here on what is above 16 bits of a number; the rest of it is the next code.
    static let firstLong: UInt16 = 0xE000

    /// A field begins.
    static func mark(of field: Field) -> UInt16 { UInt16(field.rawValue) + 1 }

    static func field(_ mark: UInt16) -> Field? { mark == end ? nil : Field(rawValue: UInt8(mark - 1)) }

    static func append(_ word: UInt32, to codes: inout [UInt16]) {
      if word < UInt32(firstLong - firstWord) {
        codes.append(UInt16(word) + firstWord)
      } else {
        codes.append(firstLong + UInt16(word >> 16))
        codes.append(UInt16(truncatingIfNeeded: word))
      }
    }
  }

  /// Calls `visit` with the number of each word; with a mark as a negative one: −1 − its code.
  @inline(__always)
  private func forEachPart(_ visit: (Int) -> Void) {
    codes.withUnsafeBufferPointer { codes in
      var index = 0
      while index < codes.count {
        let code = codes[index]
        index += 1
        if code < Code.firstLong {
          visit(code < Code.firstWord ? ~Int(code) : Int(code &- Code.firstWord))
        } else {
          visit(Int(code &- Code.firstLong) << 16 | Int(codes[index]))
          index += 1
        }
      }
    }
  }

  /// - Parameters:
  ///   - numbers: the new number of each word.
  ///   - renumbered: to work in, for one page after the other.
  mutating func renumber(_ numbers: [Int32], in renumbered: inout [UInt16]) {
    renumbered.removeAll(keepingCapacity: true)
    numbers.withUnsafeBufferPointer { numbers in
      forEachPart { part in
        if part < 0 {
          renumbered.append(UInt16(~part))
        } else {
          Code.append(UInt32(numbers[part]), to: &renumbered)
        }
      }
    }
    // Where they stand, as nearly always: another worker read them, and what it gets back it does not use again.
    if renumbered.count == codes.count {
      codes.withUnsafeMutableBufferPointer { _ = $0.update(fromContentsOf: renumbered) }
    } else {
      codes = renumbered.withUnsafeBufferPointer(Array.init)
    }
  }

  /// Calls `visit` with each word and the field it is in.
  func forEachWord(_ visit: (Int, Field) -> Void) {
    var field = Field.body
    forEachPart { part in
      if part >= 0 { return visit(part, field) }
      if let next = Code.field(UInt16(~part)) { field = next }
    }
  }

  /// Calls `visit` with each two words that stand side by side.
  func forEachPair(_ visit: (Int, Int) -> Void) {
    var last = -1
    forEachPart { part in
      if last >= 0, part >= 0 { visit(last, part) }
      last = part
    }
  }
}
