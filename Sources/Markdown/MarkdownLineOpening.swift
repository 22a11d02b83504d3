/// The quote marks, bullets, numbers and footnote labels with which a line starts.
struct LineOpening {
  private(set) var containers = 0
  /// Columns of space among them; a tab counts as four.
  private(set) var indentation = 0
  /// Where the line's own text starts.
  private(set) var text: Int
  /// A link definition may start here: the text starts with `[`, or what reads as a footnote's label may be one.
  private(set) var mayStartLabel = false

  init(_ bytes: UnsafeBufferPointer<UInt8>, start: Int) {
    text = start
    while true {
      while text < bytes.count, bytes[text].isBlank {
        indentation &+= bytes[text] == UInt8(ascii: "\t") ? 4 : 1
        text &+= 1
      }
      guard text < bytes.count, let end = Self.containerMark(in: bytes, at: text) else { break }
      text = end
      containers &+= 1
    }
    if text < bytes.count, bytes[text] == UInt8(ascii: "[") {
      mayStartLabel = true
    } else if text > start &+ 1, bytes[text &- 1] != UInt8(ascii: ">") {
      mayStartLabel = bytes[start..<text].contains(UInt8(ascii: "["))
    }
  }

  /// The end of the mark of a quote, a list item or a footnote that starts at `start`.
  private static func containerMark(in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
    var end = start &+ 1
    switch bytes[start] {
    case UInt8(ascii: ">"):
      return end
    case UInt8(ascii: "["):
      guard end < bytes.count, bytes[end] == UInt8(ascii: "^") else { return nil }
      while end < bytes.count, bytes[end] != UInt8(ascii: "]"), !bytes[end].isWhitespace { end &+= 1 }
      guard end &+ 1 < bytes.count, bytes[end] == UInt8(ascii: "]"), bytes[end &+ 1] == UInt8(ascii: ":")
      else {
        return nil
      }
      return end &+ 2
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      while end < bytes.count, end < start &+ 9, bytes[end].isDigit { end &+= 1 }
      guard end < bytes.count, bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: ")") else {
        return nil
      }
      end &+= 1
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
      break
    default:
      return nil
    }
    return end < bytes.count && !bytes[end].isWhitespace ? nil : end
  }
}

extension UInt8 {
  var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
  /// As libcmark-gfm understands it: line ends and form feeds too.
  var isWhitespace: Bool { self == UInt8(ascii: " ") || (0x09...0x0D).contains(self) }
  fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}

extension UnsafeBufferPointer<UInt8> {
  func skipBlanks(from start: Int) -> Int {
    var index = start
    while index < count, self[index].isBlank { index &+= 1 }
    return index
  }

  /// Goes on over blocks of sixteen bytes that are surely plain: letters but `w`, digits, spaces, what is not ASCII,
  /// and the commonest punctuation. A fixed choice of `ByteRole.plain`, quick to tell.
  @inline(__always) func skipOrdinary(from start: Int) -> Int {
    typealias Block = SIMD16<UInt8>
    guard let base = UnsafeRawPointer(baseAddress) else { return start }
    var index = start
    while index &+ Block.scalarCount <= count {
      let block = base.loadUnaligned(fromByteOffset: index, as: Block.self)
      // Capitals, small letters and what stands among them, without the case bit.
      let letter = block & Block(repeating: 0xDF)
      var isPlain = block .>= Block(repeating: 0x80)
      isPlain .|= (letter .> Block(repeating: 0x40)) .& (letter .< Block(repeating: 0x57))
      isPlain .|= (letter .> Block(repeating: 0x57)) .& (letter .< Block(repeating: 0x5B))
      isPlain .|= (block .> Block(repeating: 0x2A)) .& (block .< Block(repeating: 0x3A))
      isPlain .|= block .== Block(repeating: 0x20)
      if !all(isPlain) { return index }
      index &+= Block.scalarCount
    }
    return index
  }

  /// A carriage return and the line feed after it are one line end.
  func skipLineEnd(at index: Int) -> Int {
    let isPair = self[index] == 0x0D && index &+ 1 < count && self[index &+ 1] == 0x0A
    return index &+ (isPair ? 2 : 1)
  }

  /// The last byte before `end` that is neither a space nor a tab, of a line that is not blank.
  func lastNonblank(before end: Int) -> Int {
    var index = end &- 1
    while index > 0, self[index].isBlank { index &-= 1 }
    return index
  }

  /// Whether what stands at a `:` or a `w` makes the parser look for an address: `:/`, `www.`.
  @inline(__always) func startsAddress(at index: Int, next: UInt8) -> Bool {
    if self[index] == UInt8(ascii: ":") { return next == UInt8(ascii: "/") }
    guard next == UInt8(ascii: "w"), count &- index >= 4 else { return false }
    return self[index &+ 2] == UInt8(ascii: "w") && self[index &+ 3] == UInt8(ascii: ".")
  }

  /// The bytes around `index` up to white space, not before `first`, and how many `)` stand in them from `index` on.
  func word(around index: Int, from first: Int) -> (range: Range<Int>, closingParentheses: Int) {
    var start = index
    while start > first, !self[start &- 1].isWhitespace { start &-= 1 }
    var end = index
    var parentheses = 0
    while end < count, !self[end].isWhitespace {
      if self[end] == UInt8(ascii: ")") { parentheses &+= 1 }
      end &+= 1
    }
    return (start..<end, parentheses)
  }

  /// The `[` at `start` with an escaped `^` that libcmark-gfm takes for a footnote although it is none: of
  /// `[&Hat;`, `[&#94;` and `[&#x5E;` it reads memory it has freed, and `![\^` puts a NUL into the HTML, which ends
  /// there.
  func unsafeReference(at start: Int) -> Range<Int>? {
    guard start &+ 2 < count else { return nil }
    let after = (self[start &+ 1], self[start &+ 2])
    if after == (UInt8(ascii: "\\"), UInt8(ascii: "^")), start > 0, self[start &- 1] == UInt8(ascii: "!") {
      return (start &- 1)..<(start &+ 3)
    }
    guard after.0 == UInt8(ascii: "&") else { return nil }
    if self[(start &+ 2)...].starts(with: "Hat;".utf8) { return start..<(start &+ 6) }
    guard after.1 == UInt8(ascii: "#") else { return nil }
    var end = start &+ 3
    let isHexadecimal = end < count && self[end] | 0x20 == UInt8(ascii: "x")
    if isHexadecimal { end &+= 1 }
    var value: UInt32 = 0
    while end < count, end < start &+ 12, let digit = self[end].digit(hexadecimal: isHexadecimal) {
      value = value &* (isHexadecimal ? 16 : 10) &+ digit
      end &+= 1
    }
    guard value == UInt32(UInt8(ascii: "^")) else { return nil }
    return start..<(end < count && self[end] == UInt8(ascii: ";") ? end &+ 1 : end)
  }
}

extension UInt8 {
  fileprivate func digit(hexadecimal: Bool) -> UInt32? {
    if isDigit { return UInt32(self &- UInt8(ascii: "0")) }
    let lowercase = self | 0x20
    guard hexadecimal, (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(lowercase) else { return nil }
    return UInt32(lowercase &- UInt8(ascii: "a") &+ 10)
  }
}
