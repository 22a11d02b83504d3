import Files

/// What a line of a paragraph begins with that writers take for the mark of a heading or of a list.
struct LineMark {
  enum Kind: Equatable {
    /// `##Đề mục`
    case heading
    /// `-một`, with a letter right after the mark.
    case bullet(UInt8)
    /// `1.Một`
    case number(Int, UInt8)
    /// An item as it should be, and an ordered one: they show what their neighbours were meant as.
    case item(UInt8)
    case orderedItem(Int, UInt8)
    /// `– một`, `—một`
    case dash(Unicode.Scalar)
    /// `o một`: Word's hollow bullet.
    case circle
    /// `a)`, `1.1.`, `II.`, `(2)`, `3/`, `Điều 1.`; and `2.` where it begins no list.
    case order
  }

  let kind: Kind
  /// Without white space.
  let range: Range<Int>
  /// Where the words after it begin.
  let words: Int
}

extension Prose {
  /// The mark with which a paragraph's line begins.
  func mark(of line: Line) -> LineMark? {
    var before = line.start
    while before > line.range.lowerBound, bytes[before - 1].isBlank { before -= 1 }
    if before > line.range.lowerBound, bytes[before - 1] != UInt8(ascii: ">") {
      return item(endingAt: before, of: line)
    }
    guard line.start < line.range.upperBound else { return nil }
    let end = line.range.upperBound
    let first = bytes[line.start]
    switch first {
    case UInt8(ascii: "#"): return hashes(from: line.start, to: end)
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
      guard begins(words: line.start + 1, to: end), !isOption(from: line.start + 1, to: end) else {
        return nil
      }
      // With another asterisk it is emphasis.
      let isEmphasis = first == UInt8(ascii: "*") && bytes[line.start + 1..<end].contains(first)
      return isEmphasis ? nil : made(.bullet(first), line.start..<line.start + 1, to: end)
    case UInt8(ascii: "o") where line.start + 1 < end && bytes[line.start + 1].isBlank:
      return made(.circle, line.start..<line.start + 1, to: end)
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      return number(from: line.start, to: end) ?? order(from: line.start, to: end)
    case 0xE2:
      guard let scalar = character(at: line.start), scalar == "–" || scalar == "—" else { return nil }
      let next = line.start + 3
      let words = bytes.endOfBlanks(from: next, limit: end)
      let isApart = words > next && words < end && !"-*_=+#>|".utf8.contains(bytes[words])
      guard isApart || begins(words: words, to: end) else { return nil }
      return made(.dash(scalar), line.start..<next, to: end)
    default: return order(from: line.start, to: end) ?? namedOrder(from: line.start, to: end)
    }
  }

  private func made(_ kind: LineMark.Kind, _ range: Range<Int>, to end: Int) -> LineMark {
    LineMark(kind: kind, range: range, words: bytes.endOfBlanks(from: range.upperBound, limit: end))
  }

  /// Whether a letter stands here, or a quote or strong text that begins.
  private func begins(words start: Int, to end: Int) -> Bool {
    guard start < end, let scalar = character(at: start) else { return false }
    if scalar == "*" { return start + 2 < end && bytes[start + 1] == UInt8(ascii: "*") }
    return scalar.isLetter || scalar == "“"
  }

  /// `-m`: a single plain letter names a command's option.
  private func isOption(from start: Int, to end: Int) -> Bool {
    bytes[start].isASCIILetter
      && (start + 1 == end || bytes[start + 1] < 0x80 && !bytes[start + 1].isASCIILetter)
  }

  private func hashes(from start: Int, to end: Int) -> LineMark? {
    let count = bytes[start..<end].prefix { $0 == UInt8(ascii: "#") }.count
    // A single one begins a hashtag.
    guard (2...6).contains(count), let next = character(at: start + count), start + count < end else {
      return nil
    }
    guard next.isDigit || begins(words: start + count, to: end) else { return nil }
    return made(.heading, start..<start + count, to: end)
  }

  /// The mark of an item whose text has been found.
  private func item(endingAt end: Int, of line: Line) -> LineMark? {
    let mark = bytes[end - 1]
    switch mark {
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
      return LineMark(kind: .item(mark), range: end - 1..<end, words: line.start)
    case UInt8(ascii: "."), UInt8(ascii: ")"):
      var start = end - 1
      while start > line.range.lowerBound, bytes[start - 1].isASCIIDigit { start -= 1 }
      guard let value = Int(string(start..<end - 1)) else { return nil }
      return LineMark(kind: .orderedItem(value, mark), range: start..<end, words: line.start)
    default: return nil
    }
  }

  /// `1.Một`, `1)Một`
  private func number(from start: Int, to end: Int) -> LineMark? {
    let digits = bytes[start..<end].prefix(3).prefix(while: \.isASCIIDigit).count
    let closing = start + digits
    guard digits <= 2, closing < end,
      bytes[closing] == UInt8(ascii: ".") || bytes[closing] == UInt8(ascii: ")"),
      begins(words: closing + 1, to: end), let value = Int(string(start..<closing))
    else { return nil }
    return made(.number(value, bytes[closing]), start..<closing + 1, to: end)
  }

  // MARK: - Orders that Markdown does not know

  private func order(from start: Int, to end: Int) -> LineMark? {
    let isOpened = bytes[start] == UInt8(ascii: "(")
    let body = orderBody(from: isOpened ? start + 1 : start, to: end)
    guard !body.isEmpty else { return nil }
    var close = body.upperBound
    if close < end, (isOpened ? ")" : ".)/").utf8.contains(bytes[close]) {
      close += 1
    } else if isOpened || !bytes[body].contains(UInt8(ascii: ".")) {
      return nil
    }
    let isApart = close < end && bytes[close].isBlank
    let isClosed = close > body.upperBound && bytes[close - 1] != UInt8(ascii: ".")
    guard isApart || isClosed && begins(words: close, to: end) else { return nil }
    return made(.order, start..<close, to: end)
  }

  private static let orderNames = [
    "Điều", "Khoản", "Mục", "Chương", "Phần", "Bước", "Câu", "Bài", "Ngày", "Tuần", "Việc",
  ].map { Array(($0 + " ").utf8) }

  /// `Điều 1.`, `Bước 2:`
  private func namedOrder(from start: Int, to end: Int) -> LineMark? {
    guard let name = Self.orderNames.first(where: { bytes[start..<end].starts(with: $0) }) else { return nil }
    let number = start + name.count
    let close = number + bytes[number..<end].prefix(4).prefix(while: \.isASCIIDigit).count
    guard (1...3).contains(close - number), close + 1 < end, ".:".utf8.contains(bytes[close]),
      bytes[close + 1].isBlank
    else { return nil }
    return made(.order, start..<close + 1, to: end)
  }

  /// Whether two such marks have one name and numbers that follow each other; nil if one is none.
  private func followsByName(_ next: Range<Int>, _ first: Range<Int>) -> Bool? {
    guard let gap = bytes[first].firstIndex(of: UInt8(ascii: " ")),
      let nextGap = bytes[next].firstIndex(of: UInt8(ascii: " "))
    else { return nil }
    let numbers = [gap..<first.upperBound, nextGap..<next.upperBound].map {
      Int(string($0).dropFirst().dropLast())
    }
    guard let low = numbers[0], let high = numbers[1] else { return nil }
    return high == low + 1 && bytes[first.lowerBound..<gap] == bytes[next.lowerBound..<nextGap]
  }

  /// A letter, a Roman number, or numbers with dots between them.
  private func orderBody(from start: Int, to end: Int) -> Range<Int> {
    var index = start
    guard start < end else { return start..<start }
    if bytes[start].isASCIIDigit {
      while index < end, index < start + 12 {
        let isDot = bytes[index] == UInt8(ascii: ".") && index + 1 < end && bytes[index + 1].isASCIIDigit
        guard bytes[index].isASCIIDigit || isDot else { break }
        index += 1
      }
      return start..<index
    }
    while index < end, index < start + 6, "IVXLCivxlc".utf8.contains(bytes[index]) { index += 1 }
    if index > start { return start..<index }
    guard let letter = character(at: start), letter == "đ" || letter == "Đ" || bytes[start].isASCIILetter
    else {
      return start..<start
    }
    return start..<start + UTF8.width(letter)
  }

  /// Whether one order mark comes right after another of its kind: `b)` after `a)`, `1.2.` after `1.1.`.
  func follows(_ next: Range<Int>, _ first: Range<Int>) -> Bool {
    if let follows = followsByName(next, first) { return follows }
    let marks = [first, next].map { Array<Unicode.Scalar>(string($0).unicodeScalars) }
    let bodies = marks.map { $0.filter { !"()/".unicodeScalars.contains($0) } }
    let signs = marks.map { $0.filter { "()/".unicodeScalars.contains($0) } }
    guard signs[0] == signs[1], let lead = bodies[0].first, let second = bodies[1].first else { return false }
    if lead.isDigit { return second.isDigit && isNext(parts(of: bodies[1]), after: parts(of: bodies[0])) }
    let isStopped = bodies.map { $0.last == "." }
    guard isStopped[0] == isStopped[1] else { return false }
    let words = bodies.map { body in body.filter { $0 != "." } }
    if words[0].count == 1, words[1].count == 1, Self.isNext(second, after: lead) { return true }
    let isSameCase = lead.properties.isUppercase == second.properties.isUppercase
    guard isSameCase, let low = Self.romanValue(words[0]), let high = Self.romanValue(words[1]) else {
      return false
    }
    return high == low + 1
  }

  private func parts(of body: [Unicode.Scalar]) -> [Int] {
    body.split(separator: ".").map { digits in digits.reduce(0) { $0 * 10 + Int($1.value) - 48 } }
  }

  private func isNext(_ next: [Int], after first: [Int]) -> Bool {
    guard let last = first.last, next.count == first.count else { return false }
    return next.dropLast() == first.dropLast() && next.last == last + 1
  }

  private static let alphabets = ["abcdefghijklmnopqrstuvwxyz", "abcdđeghiklmnopqrstuvxy"].flatMap {
    [Array<Unicode.Scalar>($0.unicodeScalars), Array<Unicode.Scalar>($0.uppercased().unicodeScalars)]
  }

  /// In the English alphabet or in that of Vietnamese law: a, b, c, d, đ, e, g, h, i, k.
  private static func isNext(_ next: Unicode.Scalar, after first: Unicode.Scalar) -> Bool {
    alphabets.contains { alphabet in
      alphabet.firstIndex(of: first).map { $0 + 1 < alphabet.count && alphabet[$0 + 1] == next } ?? false
    }
  }

  private static func romanValue(_ letters: [Unicode.Scalar]) -> Int? {
    let values: [Unicode.Scalar: Int] = ["I": 1, "V": 5, "X": 10, "L": 50, "C": 100]
    var sum = 0
    var previous = 0
    for letter in letters.reversed() {
      guard let value = values[letter.properties.uppercaseMapping.unicodeScalars.first ?? letter] else {
        return nil
      }
      sum += value < previous ? -value : value
      previous = max(previous, value)
    }
    return sum
  }
}
