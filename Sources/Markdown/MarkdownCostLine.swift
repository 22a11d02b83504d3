import Diagnostics

/// What a byte can start that costs.
enum ByteRole: UInt8 {
  case plain, lineEnd, emphasis, tilde, closingBracket, openingBracket, less, at, pipe, colon, w, quote,
    backslash
  case control

  static let table: [ByteRole] = {
    var table = [ByteRole](repeating: .plain, count: 256)
    // Invisible, and two of them mark places in the HTML (`SlotMark`).
    for byte in 0..<0x20 where byte != 0x09 { table[byte] = .control }
    table[0x7F] = .control
    for (characters, role) in Self.characters {
      for byte in characters.utf8 { table[Int(byte)] = role }
    }
    return table
  }()

  private static let characters: [(String, ByteRole)] = [
    ("\n\r", .lineEnd), ("*_", .emphasis), ("~", .tilde), ("]", .closingBracket), ("[", .openingBracket),
    ("<", .less),
    ("@", .at), ("|", .pipe), (":", .colon), ("w", .w), ("(\"'", .quote), ("\\", .backslash),
  ]
}

/// What one line holds, as far as it costs.
struct CostlyLine {
  let start: Int
  /// Where its line end stands, or the end of the text.
  private(set) var end = 0
  private(set) var problem: MarkdownProblem?
  private(set) var marks = Marks()
  private(set) var addressCost: Cost = 0
  private(set) var pipes = 0
  /// How many `]:`.
  private(set) var labelEnds = 0
  /// There is a `]:` after at most one other `]`, or after a `\` that may have escaped more.
  private(set) var mayEndLabel = false
  private(set) var hasBackslash = false
  private var hasLess = false
  private var hasColon = false
  /// Of what may be the title of a link definition.
  private var titleStart: Int?

  /// - Parameter content: the first byte that is neither a space nor a tab.
  init(
    _ text: UnsafeBufferPointer<UInt8>, roles: UnsafeBufferPointer<ByteRole>, start: Int, content: Int
  ) {
    self.start = start
    var index = content
    defer { end = index }
    var wordEnd = content
    var wordLength = 0
    scan: while true {
      index = text.skipOrdinary(from: index)
      while index < text.count, roles[Int(text[index])] == .plain { index &+= 1 }
      guard index < text.count else { return }
      let next = index &+ 1 < text.count ? text[index &+ 1] : 0
      switch roles[Int(text[index])] {
      case .plain: break
      case .lineEnd: break scan
      case .emphasis: marks.emphasis &+= 1
      case .tilde: marks.tildes &+= 1
      case .pipe: pipes &+= 1
      case .at: marks.ats &+= 1
      case .backslash: hasBackslash = true
      case .closingBracket:
        if next == UInt8(ascii: ":") {
          labelEnds &+= 1
          if marks.closingBrackets < 2 || hasBackslash { mayEndLabel = true }
        }
        marks.closingBrackets &+= 1
      case .openingBracket:
        if index > start, text[index &- 1] == UInt8(ascii: "!") { marks.images &+= 1 }
        if let range = text.unsafeReference(at: index) {
          problem = .unsafeReference(String(decoding: text[range], as: UTF8.self))
          return
        }
      case .less:
        hasLess = true
        let isComment = index &+ 2 >= text.count || text[index &+ 2] == UInt8(ascii: "-")
        if next == UInt8(ascii: "?") || (next == UInt8(ascii: "!") && !isComment) { marks.declarations &+= 1 }
      case .quote:
        if labelEnds > 0, titleStart == nil, text[index &- 1].isWhitespace { titleStart = index }
      case .colon, .w:
        if text[index] == UInt8(ascii: ":") { hasColon = true }
        guard text.startsAddress(at: index, next: next) else { break }
        // For each address the parser reads on to the word's index, and counts its parentheses again for each ).
        if index >= wordEnd {
          let word = text.word(around: index, from: max(start, wordEnd))
          wordEnd = word.range.upperBound
          wordLength = word.range.count
          addressCost += Cost(word.closingParentheses) * wordLength
        }
        addressCost += Cost(wordLength) * 10
      case .control:
        problem = .controlCharacter(text[index])
        return
      }
      index &+= 1
    }
  }

  func mayBeDelimiterRow(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard pipes > 0 || hasColon else { return false }
    var hasDash = false
    for index in start..<end {
      switch text[index] {
      case UInt8(ascii: "-"): hasDash = true
      case UInt8(ascii: "|"), UInt8(ascii: ":"), UInt8(ascii: ">"): break
      case let byte where byte.isWhitespace: break
      default: return false
      }
    }
    return hasDash
  }

  /// The pipes of a line that is certainly a delimiter row, `|:--|---|` from the line's start; nil for any other.
  func delimiterRowPipes(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    let last = text.lastNonblank(before: end)
    var index = start
    func take(_ byte: UInt8) -> Bool {
      guard index <= last, text[index] == byte else { return false }
      index &+= 1
      return true
    }
    guard take(UInt8(ascii: "|")) else { return nil }
    var pipes = 1
    while index <= last {
      while take(UInt8(ascii: " ")) {}
      _ = take(UInt8(ascii: ":"))
      guard take(UInt8(ascii: "-")) else { return nil }
      while take(UInt8(ascii: "-")) {}
      _ = take(UInt8(ascii: ":"))
      while take(UInt8(ascii: " ")) {}
      guard take(UInt8(ascii: "|")) else { return nil }
      pipes &+= 1
    }
    return pipes > 1 ? pipes : nil
  }

  /// What may be a definition's title may go on in the lines that follow.
  func leavesTitleOpen(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let titleStart else { return false }
    let opening = text[titleStart]
    let closing = opening == UInt8(ascii: "(") ? UInt8(ascii: ")") : opening
    return hasLess || !text[(titleStart &+ 1)..<end].contains(closing)
  }
}
