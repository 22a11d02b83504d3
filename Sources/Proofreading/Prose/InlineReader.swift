import Files

/// Paints what stands within a paragraph and is no prose: code, links' destinations, addresses, tags, labels.
struct InlineReader {
  private let text: [UInt8]

  init(_ text: [UInt8]) { self.text = text }

  func paint(_ range: Range<Int>, in bytes: inout [UInt8]) {
    let end = range.upperBound
    var index = range.lowerBound
    var closings: [Int: Int]?
    while index < end {
      switch text[index] {
      case UInt8(ascii: "\\"): index += 2
      case UInt8(ascii: "`"):
        if closings == nil { closings = lastRuns(in: index..<end) }
        index = paintCode(index..<end, closings: closings ?? [:], in: &bytes)
      case UInt8(ascii: "<"): index = paintTag(index..<end, in: &bytes)
      case UInt8(ascii: "["):
        index += 1
        if index < end, text[index] == UInt8(ascii: "^"), let close = close(of: index..<end) {
          bytes.paint(index - 1..<close + 1, Prose.Paint.mark)
          index = close + 1
        }
      case UInt8(ascii: "]"): index = paintDestination(index..<end, in: &bytes)
      case UInt8(ascii: ":"): index = paintAddress(index..<end, from: range.lowerBound, in: &bytes)
      case UInt8(ascii: "."): index = paintHost(index..<end, from: range.lowerBound, in: &bytes)
      case UInt8(ascii: "@"): index = paintMailbox(index..<end, from: range.lowerBound, in: &bytes)
      default: index += 1
      }
    }
  }

  // MARK: - Code and tags

  /// Where the last run of backticks of each length begins: an opening run without a later one of its length
  /// is text.
  private func lastRuns(in range: Range<Int>) -> [Int: Int] {
    var runs: [Int: Int] = [:]
    var index = range.lowerBound
    while let start = text[index..<range.upperBound].firstIndex(of: UInt8(ascii: "`")) {
      let length = run(at: start, to: range.upperBound)
      runs[length] = start
      index = start + length
    }
    return runs
  }

  private func run(at start: Int, to end: Int) -> Int {
    text[start..<end].prefix { $0 == UInt8(ascii: "`") }.count
  }

  private func paintCode(_ range: Range<Int>, closings: [Int: Int], in bytes: inout [UInt8]) -> Int {
    let length = run(at: range.lowerBound, to: range.upperBound)
    var index = range.lowerBound + length
    guard let last = closings[length], last >= index else { return index }
    while let start = text[index..<range.upperBound].firstIndex(of: UInt8(ascii: "`")) {
      let closing = run(at: start, to: range.upperBound)
      index = start + closing
      if closing == length {
        bytes.paint(range.lowerBound..<index, Prose.Paint.code)
        break
      }
    }
    return index
  }

  /// No tag is longer; a `<` that is a sign would make each of many look at all the rest.
  private static let longestTag = 1024

  private func paintTag(_ range: Range<Int>, in bytes: inout [UInt8]) -> Int {
    let start = range.lowerBound
    let limit = min(range.upperBound, start + Self.longestTag)
    guard start + 1 < limit, text[start + 1].isASCIILetter || "/!?".utf8.contains(text[start + 1]),
      let close = text[start..<limit].firstIndex(of: UInt8(ascii: ">"))
    else { return start + 1 }
    let isAddress = text[start..<close].contains { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "@") }
    bytes.paint(start..<close + 1, isAddress ? Prose.Paint.address : Prose.Paint.mark)
    return close + 1
  }

  // MARK: - Links

  /// The `]` of a label, on its line.
  private func close(of range: Range<Int>) -> Int? {
    let limit = min(range.upperBound, range.lowerBound + Self.longestTag)
    let end = text[range.lowerBound..<limit].firstIndex {
      $0 == UInt8(ascii: "]") || $0 == UInt8(ascii: "\n")
    }
    guard let end, text[end] == UInt8(ascii: "]") else { return nil }
    return end
  }

  /// Takes what begins with the `]` of a link's text.
  private func paintDestination(_ range: Range<Int>, in bytes: inout [UInt8]) -> Int {
    let start = range.lowerBound + 1
    guard start < range.upperBound else { return start }
    if text[start] == UInt8(ascii: "["), let close = close(of: start..<range.upperBound) {
      bytes.paint(start..<close + 1, Prose.Paint.mark)
      return close + 1
    }
    guard text[start] == UInt8(ascii: "("), let end = destinationEnd(from: start + 1, to: range.upperBound)
    else {
      return start
    }
    bytes.paint(start..<end, isRemote(start + 1..<end) ? Prose.Paint.address : Prose.Paint.path)
    return end
  }

  /// The end of `path "title")`, its parenthesis included.
  func destinationEnd(from start: Int, to end: Int) -> Int? {
    var depth = 1
    var quote: UInt8?
    var isPointed = false
    var index = start
    let limit = min(end, start + Self.longestTag)
    while index < limit {
      let byte = text[index]
      if byte == UInt8(ascii: "\\") {
        index += 2
        continue
      }
      if let open = quote {
        if byte == open { quote = nil }
      } else if isPointed {
        isPointed = byte != UInt8(ascii: ">")
      } else if byte == UInt8(ascii: "<") {
        isPointed = true
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"), text[index - 1].isBlank {
        quote = byte
      } else if byte == UInt8(ascii: "(") {
        depth += 1
      } else if byte == UInt8(ascii: ")") {
        depth -= 1
        if depth == 0 { return index + 1 }
      }
      index += 1
    }
    return nil
  }

  private func isRemote(_ range: Range<Int>) -> Bool {
    let target = text[range].drop { $0.isBlank || $0 == UInt8(ascii: "<") }
    let scheme = target.prefix { $0.isASCIILetter }
    return !scheme.isEmpty && target.dropFirst(scheme.count).first == UInt8(ascii: ":")
  }

  // MARK: - Bare addresses

  private func paintAddress(_ range: Range<Int>, from first: Int, in bytes: inout [UInt8]) -> Int {
    let colon = range.lowerBound
    guard text[range].dropFirst().starts(with: "//".utf8) else { return colon + 1 }
    var start = colon
    while start > first, text[start - 1].isASCIILetter { start -= 1 }
    return start == colon ? colon + 1 : paintAddress(from: start, range, in: &bytes)
  }

  private func paintHost(_ range: Range<Int>, from first: Int, in bytes: inout [UInt8]) -> Int {
    let dot = range.lowerBound
    guard dot - first >= 3, text[dot - 3..<dot].allSatisfy({ $0 | 0x20 == UInt8(ascii: "w") }) else {
      return dot + 1
    }
    return paintAddress(from: dot - 3, range, in: &bytes)
  }

  private func paintMailbox(_ range: Range<Int>, from first: Int, in bytes: inout [UInt8]) -> Int {
    func belongs(_ byte: UInt8) -> Bool {
      byte.isASCIILetter || byte.isASCIIDigit || "._+-".utf8.contains(byte)
    }
    let sign = range.lowerBound
    var start = sign
    while start > first, belongs(text[start - 1]) { start -= 1 }
    var end = sign + 1
    while end < range.upperBound, belongs(text[end]) { end += 1 }
    while end > sign + 1, "._+-".utf8.contains(text[end - 1]) { end -= 1 }
    guard start < sign, end > sign + 1 else { return sign + 1 }
    bytes.paint(start..<end, Prose.Paint.address)
    return end
  }

  /// Up to white space, a `<` or a quote mark, without the punctuation of the sentence around it.
  private func paintAddress(from start: Int, _ range: Range<Int>, in bytes: inout [UInt8]) -> Int {
    var end = range.lowerBound
    while end < range.upperBound, text[end] > 0x20, text[end] != UInt8(ascii: "<"),
      text[end] != UInt8(ascii: "|"),
      !isQuote(at: end)
    {
      end += 1
    }
    while end > range.lowerBound + 1, ".,;:!?)*_'\"".utf8.contains(text[end - 1]) { end -= 1 }
    bytes.paint(start..<end, Prose.Paint.address)
    return end
  }

  private func isQuote(at index: Int) -> Bool {
    text[index] == 0xE2 && ["“", "”"].contains { text[index...].starts(with: $0.utf8) }
  }
}
