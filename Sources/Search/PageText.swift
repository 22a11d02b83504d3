/// The parts of a page, the weightier the later.
public enum Field: UInt8, Sendable, CaseIterable {
  case body, summary, heading, title
}

/// Takes in the parts of one page after another. Every worker has one of its own.
public struct PageReader: Sendable {
  private(set) var lexicon = Lexicon()
  private(set) var codes: [UInt32] = []
  private var wordCount = 0

  /// Takes valid UTF-8; a line feed ends a block.
  public mutating func append(_ text: UnsafeBufferPointer<UInt8>, as field: Field) {
    codes.append(PageText.fieldMark | UInt32(field.rawValue))
    var tokens = Tokens(text)
    while let (word, ending, isAfterEnd) = tokens.next() {
      if isAfterEnd { codes.append(0) }
      codes.append(lexicon.number(of: UnsafeBufferPointer(rebasing: text[word]), ending) + 1)
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
    return PageText(codes: Array(codes), wordCount: wordCount)
  }
}

/// A page's words as numbers: what the index is made from, for every portal that shows the page.
struct PageText: Sendable {
  /// Numbers of words plus one; 0 where a phrase ends; `fieldMark` plus a field where one begins.
  var codes: [UInt32]
  let wordCount: Int
  static let fieldMark: UInt32 = 1 << 31

  mutating func renumber(_ numbers: [Int32]) {
    numbers.withUnsafeBufferPointer { numbers in
      codes.withUnsafeMutableBufferPointer { codes in
        for index in codes.indices where codes[index] & Self.fieldMark == 0 && codes[index] > 0 {
          codes[index] = UInt32(numbers[Int(codes[index]) - 1]) + 1
        }
      }
    }
  }

  /// Calls `visit` with each word and the field it is in.
  func forEachWord(_ visit: (Int, Field) -> Void) {
    var field = Field.body
    for code in codes {
      if code & Self.fieldMark != 0 {
        field = Field(rawValue: UInt8(truncatingIfNeeded: code)) ?? .body
      } else if code > 0 {
        visit(Int(code) - 1, field)
      }
    }
  }

  /// Calls `visit` with each two words that stand side by side.
  func forEachPair(_ visit: (Int, Int) -> Void) {
    var last = -1
    for code in codes {
      if code == 0 || code & Self.fieldMark != 0 {
        last = -1
      } else {
        let word = Int(code) - 1
        if last >= 0 { visit(last, word) }
        last = word
      }
    }
  }
}
