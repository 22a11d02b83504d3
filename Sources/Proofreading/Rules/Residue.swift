import Diagnostics
import Files

/// What comes along with text pasted from Word, a PDF or a social network.
func pasteResidue(in prose: Prose, at path: String) -> [Diagnostic] {
  var reader = ResidueReader(prose)
  reader.readLines()
  reader.readCharacters()
  return reader.findings.diagnostics(in: path) { kind, first, more in
    let text = prose.string(first)
    let residue: PasteResidue =
      switch kind {
      case .pageNumber: .pageNumber(text)
      case .brokenWord: .brokenWord(text)
      case .officeField: .officeField(text)
      case .bullet: .bullet(text)
      case .seeMore: .seeMore
      case .feedFooter: .feedFooter(text)
      case .privateCharacter: .privateCharacter(code: text.unicodeScalars.first?.code ?? "")
      case .leaders: .leaders
      case .chatStamp: .chatStamp(text)
      }
    return .residue(residue, more: more)
  }
}

private struct ResidueReader {
  enum Kind {
    case pageNumber, brokenWord, officeField, bullet, seeMore, feedFooter, privateCharacter, leaders,
      chatStamp
  }

  private(set) var findings = Findings<Kind>()
  private let prose: Prose
  private var bytes: [UInt8] { prose.bytes }

  init(_ prose: Prose) { self.prose = prose }

  // MARK: - Lines

  mutating func readLines() {
    let lines = prose.lines
    var numbers: [(value: Int, place: Range<Int>)] = []
    var buttons: [(line: Int, place: Range<Int>)] = []
    for index in prose.bodyLine..<lines.count where lines[index].kind == .paragraph {
      let line = lines[index]
      readBullet(line)
      readEnd(line, next: index + 1 < lines.count ? lines[index + 1] : nil)
      if let stamp = prose.chatStamp(at: line) { findings.add(.chatStamp, at: stamp) }
      guard line.range.count <= 60 else { continue }
      let place = bytes[line.range].trimmedBlanks.indices
      let text = prose.string(place)
      if feedButtons.contains(text) { buttons.append((index, place)) }
      guard isAlone(index) else { continue }
      if let number = Int(text), text.utf8.count <= 2 {
        numbers.append((number, place))
      } else if text.isPageNumber {
        findings.add(.pageNumber, at: place)
      } else if text.isFeedFooter {
        findings.add(.feedFooter, at: place)
      }
    }
    // One number alone may be anything; two that follow each other are pages.
    for (index, number) in numbers.enumerated() {
      let follows = index > 0 && numbers[index - 1].value + 1 == number.value
      let leads = index + 1 < numbers.count && numbers[index + 1].value == number.value + 1
      if follows || leads { findings.add(.pageNumber, at: number.place) }
    }
    readButtons(buttons)
  }

  /// The word of one button may be meant; several that follow each other were copied.
  private mutating func readButtons(_ buttons: [(line: Int, place: Range<Int>)]) {
    func isNext(_ line: Int, after other: Int) -> Bool {
      prose.lines[other + 1..<line].allSatisfy { $0.kind == .blank }
    }
    for (index, button) in buttons.enumerated() {
      let follows = index > 0 && isNext(button.line, after: buttons[index - 1].line)
      let leads = index + 1 < buttons.count && isNext(buttons[index + 1].line, after: button.line)
      if follows || leads { findings.add(.feedFooter, at: button.place) }
    }
  }

  /// Whether a line is a paragraph of its own between blank lines.
  private func isAlone(_ index: Int) -> Bool {
    func isEmpty(_ other: Int) -> Bool {
      !prose.lines.indices.contains(other) || other < prose.bodyLine || prose.lines[other].kind == .blank
    }
    return isEmpty(index - 1) && isEmpty(index + 1)
  }

  private static let bullets: Set<Unicode.Scalar> = ["•", "◦", "▪", "●", "■", "□", "○", "➢", "‣", "⁃"]

  private mutating func readBullet(_ line: Prose.Line) {
    guard line.start < line.range.upperBound, bytes[line.start] >= 0xC2,
      let first = prose.character(at: line.start)
    else { return }
    let end = line.start + UTF8.width(first)
    let isBullet = Self.bullets.contains(first) || first.isPrivate
    // The middle dot is a bullet only when it stands apart.
    if isBullet || first == "·" && prose.character(at: end)?.isBlank == true {
      findings.add(.bullet, at: line.start..<end)
    }
  }

  private mutating func readEnd(_ line: Prose.Line, next: Prose.Line?) {
    let end = bytes[line.text].trimmedBlanks.endIndex
    guard end - line.start > 2 else { return }
    if bytes[end - 1] == UInt8(ascii: "-"), end == line.range.upperBound {
      let word = prose.word(before: end - 1)
      guard let next, next.kind == .paragraph, !next.begins, !word.isEmpty,
        prose.character(before: end - 1)?.properties.isLowercase == true,
        prose.character(at: next.start)?.properties.isLowercase == true
      else { return }
      findings.add(.brokenWord, at: word.lowerBound..<end)
      return
    }
    for button in ["Xem thêm", "See more", "See More"] where bytes[line.start..<end].hasSuffix(button) {
      let start = end - button.utf8.count
      let before = bytes[line.start..<start].reversed().drop(while: \.isBlank)
      if before.starts(with: "...".utf8) || before.starts(with: "…".utf8.reversed()) {
        findings.add(.seeMore, at: start..<end)
      }
    }
  }

  // MARK: - Characters

  private static let fields = [
    "Error! Bookmark not defined", "Error! Reference source not found",
    "Lỗi! Không tìm thấy nguồn tham chiếu",
    "Lỗi! Thẻ đánh dấu không được xác định", "MERGEFIELD", "PAGEREF _Toc", "HYPERLINK \\l", "REF _Ref",
  ].map { Array($0.utf8) }

  mutating func readCharacters() {
    for line in prose.lines where line.holdsProse {
      var index = line.text.lowerBound
      while index < line.range.upperBound {
        switch bytes[index] {
        case UInt8(ascii: "."), 0xE2: index = readLeaders(from: index, to: line.range.upperBound)
        case UInt8(ascii: "E"), UInt8(ascii: "L"), UInt8(ascii: "M"), UInt8(ascii: "P"), UInt8(ascii: "H"),
          UInt8(ascii: "R"):
          let rest = bytes[index..<line.range.upperBound]
          let field = Self.fields.first { rest.starts(with: $0) }
          if let field { findings.add(.officeField, at: index..<index + field.count) }
          index += field?.count ?? 1
        case 0xEE, 0xEF, 0xF3, 0xF4:
          let scalar = prose.character(at: index)
          let end = index + (scalar.map(UTF8.width) ?? 1)
          // At the start of a line it is a bullet.
          if let scalar, scalar.isPrivate, index != line.start || line.kind != .paragraph {
            findings.add(.privateCharacter, at: index..<end)
          }
          index = end
        default: index += 1
        }
      }
    }
  }

  /// Dots and ellipses in a row: nine dots or more are meant to be written on.
  private mutating func readLeaders(from start: Int, to limit: Int) -> Int {
    var dots = 0
    var end = start
    while end < limit {
      if bytes[end] == UInt8(ascii: ".") {
        dots += 1
        end += 1
      } else if bytes[end...].starts(with: "…".utf8) {
        dots += 3
        end += 3
      } else {
        break
      }
    }
    if dots >= 9 { findings.add(.leaders, at: start..<end) }
    return max(end, start + 1)
  }
}

extension ArraySlice<UInt8> {
  fileprivate func hasSuffix(_ text: String) -> Bool {
    count >= text.utf8.count && suffix(text.utf8.count).elementsEqual(text.utf8)
  }
}

private let feedButtons: Set<String> = [
  "Thích", "Bình luận", "Chia sẻ", "Phản hồi", "Trả lời", "Theo dõi", "Like", "Comment", "Share", "Reply",
]

extension Prose {
  /// The time before a message: “[09:12, 24/11/2026]”, “[24/11/2026 09:12:33]”.
  fileprivate func chatStamp(at line: Line) -> Range<Int>? {
    guard line.start < line.range.upperBound, bytes[line.start] == UInt8(ascii: "["),
      let close = bytes[line.text].prefix(32).firstIndex(of: UInt8(ascii: "]"))
    else { return nil }
    let parts = bytes[line.start + 1..<close].split { $0.isBlank || $0 == UInt8(ascii: ",") }
    guard (2...3).contains(parts.count) else { return nil }
    func isMade(_ part: ArraySlice<UInt8>, with sign: UInt8) -> Bool {
      let numbers = part.split(separator: sign, omittingEmptySubsequences: false)
      return (2...3).contains(numbers.count)
        && numbers.allSatisfy { (1...4).contains($0.count) && $0.allSatisfy(\.isASCIIDigit) }
    }
    let hasTime = parts.contains { isMade($0, with: UInt8(ascii: ":")) }
    let hasDay = parts.contains { isMade($0, with: UInt8(ascii: "/")) }
    return hasTime && hasDay ? line.start..<close + 1 : nil
  }
}

extension String {
  /// “- 12 -”, “Trang 3/10”, “Page 3 of 10”.
  fileprivate var isPageNumber: Bool {
    func isNumber(_ text: Substring) -> Bool {
      (1...4).contains(text.utf8.count) && text.utf8.allSatisfy(\.isASCIIDigit)
    }
    let words = split(whereSeparator: { $0 == " " || $0 == "/" })
    switch words.count {
    case 3 where words[0] == words[2] && ["-", "–", "—"].contains(words[0]): return isNumber(words[1])
    case 3 where words[0].lowercased() == "trang" && contains("/"):
      return isNumber(words[1]) && isNumber(words[2])
    case 4 where words[0].lowercased() == "page" && words[2] == "of":
      return isNumber(words[1]) && isNumber(words[3])
    default: return false
    }
  }

  /// The buttons under a post or a message.
  fileprivate var isFeedFooter: Bool {
    let plain = filter { $0 != "·" && $0 != "•" }.split(separator: " ").joined(separator: " ")
    return ["Thích Phản hồi", "Thích Bình luận Chia sẻ", "Like Reply", "Like Comment Share"].contains {
      plain.hasPrefix($0)
    }
  }
}

extension Unicode.Scalar {
  /// A font's own character, or the stand-in for a picture (U+FFFC).
  fileprivate var isPrivate: Bool { properties.generalCategory == .privateUse || value == 0xFFFC }
}
