/// Finds tags in a template's bytes, by the delimiters in force.
struct Scanner {
  let bytes: [UInt8]
  private(set) var opening = Array("{{".utf8)
  private(set) var closing = Array("}}".utf8)

  struct Tag {
    let sigil: Sigil
    /// What stands between sigil and closing delimiter, without white space around it.
    let content: Range<Int>
    let range: Range<Int>
  }

  enum Sigil: UInt8 {
    case variable = 0
    case unescaped = 0x26  // &
    case triple = 0x7B  // {
    case section = 0x23  // #
    case inverted = 0x5E  // ^
    case close = 0x2F  // /
    case partial = 0x3E  // >
    case parent = 0x3C  // <
    case block = 0x24  // $
    case comment = 0x21  // !
    case delimiters = 0x3D  // =
  }

  enum Found {
    case tag(Tag)
    /// An opening delimiter without its closing one; scanning goes on at `resume`, if at all.
    case unclosed(Range<Int>, resume: Int?)
    case nothing
  }

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The first tag at or after an offset. Reads each byte a bounded number of times over a whole template.
  func tag(from offset: Int) -> Found {
    guard let start = find(opening, from: offset) else { return .nothing }
    var content = start + opening.count
    let sigil = content < bytes.count ? Sigil(rawValue: bytes[content]) ?? .variable : .variable
    if sigil != .variable { content += 1 }
    var terminator = closing
    switch sigil {
    case .triple: terminator.insert(UInt8(ascii: "}"), at: 0)
    case .delimiters: terminator.insert(UInt8(ascii: "="), at: 0)
    default: break
    }
    let mayContainOpening = sigil == .comment || sigil == .delimiters
    var end = content
    while end < bytes.count {
      if has(terminator, at: end) {
        return .tag(Tag(sigil: sigil, content: trim(content..<end), range: start..<end + terminator.count))
      }
      // A tag inside a tag means that the outer one was never closed.
      if !mayContainOpening, has(opening, at: end) { return .unclosed(lineRest(from: start), resume: end) }
      end += 1
    }
    return .unclosed(lineRest(from: start), resume: nil)
  }

  /// Takes over the delimiters that a `{{=a b=}}` tag sets; false if they are none.
  mutating func setDelimiters(_ content: Range<Int>) -> Bool {
    let parts = bytes[content].split(whereSeparator: isWhiteSpace)
    guard parts.count == 2, !parts.contains(where: { $0.contains(UInt8(ascii: "=")) }) else { return false }
    opening = Array(parts[0])
    closing = Array(parts[1])
    return true
  }

  /// The spaces and tabs before an offset, if nothing else stands before it on its line.
  func indentation(before offset: Int) -> Range<Int>? {
    var start = offset
    while start > 0, isBlank(bytes[start - 1]) { start -= 1 }
    return start == textStart || bytes[start - 1] == newline ? start..<offset : nil
  }

  /// The offset of the next line, if nothing but white space stands between and it.
  func lineEnd(after offset: Int) -> Int? {
    var end = offset
    while end < bytes.count, isBlank(bytes[end]) { end += 1 }
    if end == bytes.count { return end }
    if bytes[end] == newline { return end + 1 }
    return bytes[end] == carriageReturn && end + 1 < bytes.count && bytes[end + 1] == newline ? end + 2 : nil
  }

  /// The white space that starts the first line with something on it, or nil if there is none.
  func firstIndentation(in range: Range<Int>) -> Range<Int>? {
    var lineStart = range.lowerBound
    var offset = lineStart
    while offset < range.upperBound {
      if bytes[offset] == newline {
        lineStart = offset + 1
      } else if !isBlank(bytes[offset]), bytes[offset] != carriageReturn {
        return lineStart..<offset
      }
      offset += 1
    }
    return nil
  }

  /// Behind a byte order mark.
  var textStart: Int { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

  private func find(_ pattern: [UInt8], from start: Int) -> Int? {
    let first = pattern[0]
    var offset = start
    while offset < bytes.count {
      if bytes[offset] == first, has(pattern, at: offset) { return offset }
      offset += 1
    }
    return nil
  }

  private func has(_ pattern: [UInt8], at offset: Int) -> Bool {
    guard offset + pattern.count <= bytes.count else { return false }
    for index in pattern.indices where bytes[offset + index] != pattern[index] { return false }
    return true
  }

  private func trim(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, isWhiteSpace(bytes[start]) { start += 1 }
    while start < end, isWhiteSpace(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  /// From an offset to the end of its line, for pointing at a tag without an end.
  private func lineRest(from start: Int) -> Range<Int> {
    let end = bytes[start...].prefix(80).firstIndex { $0 == newline || $0 == carriageReturn }
    return start..<(end ?? min(start + 80, bytes.count))
  }
}

private func isWhiteSpace(_ byte: UInt8) -> Bool {
  isBlank(byte) || byte == newline || byte == carriageReturn
}

func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

let newline = UInt8(ascii: "\n")
let carriageReturn = UInt8(ascii: "\r")
