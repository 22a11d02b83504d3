import Addresses
import Files
import Vietnamese

/// Links and pictures of which the reader sees the brackets.
///
/// - Parameter labels: of the definitions on the page, as `AlertMarks` gives them: `[chữ]` alone may be a link by one.
func linkSlips(in passage: [Range<Int>], of prose: Prose, labels: Set<String>) -> [MarkupSlip] {
  passage.flatMap { line in
    var reader = LinkSlipReader(prose, line: line, labels: labels)
    prose.forEachOpenByte(in: line) { reader.read($0) }
    return reader.slips
  }
}

private struct LinkSlipReader {
  private(set) var slips: [MarkupSlip] = []
  private let prose: Prose
  private let line: Range<Int>
  private let labels: Set<String>
  private var brackets: [Int] = []
  /// Of the innermost: a text with others in it is rather a remark, and each round of mending would turn one of them.
  private var parenthesis: Int?

  /// No name of a file is longer.
  private static let longestAddress = 512
  /// In bytes; CommonMark takes fewer than a thousand characters for the label of a link.
  private static let longestLabel = 1000

  private var text: [UInt8] { prose.text }

  init(_ prose: Prose, line: Range<Int>, labels: Set<String>) {
    self.prose = prose
    self.line = line
    self.labels = labels
  }

  mutating func read(_ index: Int) {
    switch text[index] {
    case UInt8(ascii: "["): brackets.append(index)
    case UInt8(ascii: "("): if prose.bytes[index] != Prose.Paint.path { parenthesis = index }
    case UInt8(ascii: "]"): if let open = brackets.popLast() { readBehind(open..<index + 1) }
    case UInt8(ascii: ")"):
      if let open = parenthesis, open + 1 < index { readReversed(open..<index + 1) }
      parenthesis = nil
    default: break
    }
  }

  /// Looks at what follows `[chữ]`.
  private mutating func readBehind(_ label: Range<Int>) {
    let next = text.endOfBlanks(from: label.upperBound, limit: line.upperBound)
    guard next < line.upperBound, text[next] == UInt8(ascii: "("),
      prose.bytes[next] != Prose.Paint.code,
      let end = InlineReader(text).destinationEnd(
        from: next + 1, to: min(line.upperBound, next + Self.longestAddress))
    else { return }
    let isPicture = label.lowerBound > line.lowerBound && text[label.lowerBound - 1] == UInt8(ascii: "!")
    if next == label.upperBound, let quotes = curlyQuotes(in: text[next + 1..<end - 1]) {
      let edits = quotes.map { ($0, Array("\"".utf8)) }
      return slips.append(
        MarkupSlip(.curlyTitle, at: quotes[0].lowerBound..<quotes[1].upperBound, edits: edits))
    }
    let address = Self.address(in: text[next + 1..<end - 1])
    guard isAddress(address) else { return }
    if next == label.upperBound, let blanks = blanksBehindMark(before: label.lowerBound),
      isPictureFile(address)
    {
      slips.append(MarkupSlip(.pictureApart, at: blanks.lowerBound - 1..<end, edits: [(blanks, [])]))
    }
    let hasBlanks = address.contains(where: \.isBlank)
    if next == label.upperBound {
      guard hasBlanks else { return }
      slips.append(
        MarkupSlip(
          isPicture ? .blankInPicture : .blankInLink, at: address.startIndex..<address.endIndex,
          edits: [(address.startIndex..<address.endIndex, Array(Self.written(address).utf8))]))
    } else if !hasBlanks, mayBeText(label) {
      slips.append(
        MarkupSlip(.linkApart, at: label.lowerBound..<end, edits: [(label.upperBound..<next, [])]))
    }
  }

  /// The blanks between a `!` that begins a word and the brackets behind it.
  private func blanksBehindMark(before start: Int) -> Range<Int>? {
    var mark = start
    while mark > line.lowerBound, text[mark - 1].isBlank { mark -= 1 }
    guard mark < start, mark > line.lowerBound, text[mark - 1] == UInt8(ascii: "!"),
      mark - 1 == line.lowerBound || text[mark - 2].isBlank
    else { return nil }
    return mark..<start
  }

  private func isPictureFile(_ address: ArraySlice<UInt8>) -> Bool {
    let ending = address.split(separator: UInt8(ascii: ".")).last ?? []
    return FileEnding.pictures.contains(String(decoding: ending, as: UTF8.self).lowercased())
  }

  /// The two quote marks around what is meant as a link's title, where Markdown does not take them for any.
  private func curlyQuotes(in content: ArraySlice<UInt8>) -> [Range<Int>]? {
    let content = content.trimmedBlanks
    guard let gap = content.firstIndex(where: \.isBlank), isAddress(content[..<gap]) else { return nil }
    let title = content[gap...].trimmedBlanks
    let marks = ["“", "”"].map { Array($0.utf8) }
    guard title.count > 6, marks.contains(where: { title.starts(with: $0) }),
      marks.contains(where: { title.suffix(3).elementsEqual($0) }), !title.contains(UInt8(ascii: "\""))
    else { return nil }
    return [title.startIndex..<title.startIndex + 3, title.endIndex - 3..<title.endIndex]
  }

  /// Whether brackets hold words of a link, rather than a number, a footnote, a box or a label.
  private func mayBeText(_ label: Range<Int>) -> Bool {
    let words = text[label].dropFirst().dropLast()
    if label.lowerBound > line.lowerBound, text[label.lowerBound - 1] == UInt8(ascii: "]") { return false }
    return words.first != UInt8(ascii: "^") && words.first != UInt8(ascii: "!")
      && words.contains { $0.isASCIILetter || $0 >= 0x80 } && (2...Self.longestLabel).contains(words.count)
      && !labels.contains(AlertMarks.label(words))
  }

  /// Looks at what follows `(chữ)`.
  private mutating func readReversed(_ words: Range<Int>) {
    let open = words.upperBound
    guard open < line.upperBound, text[open] == UInt8(ascii: "["),
      words.lowerBound == line.lowerBound || text[words.lowerBound - 1] != UInt8(ascii: "]"),
      let close = text[open..<min(line.upperBound, open + Self.longestAddress)].firstIndex(
        of: UInt8(ascii: "]"))
    else { return }
    let address = text[open + 1..<close]
    let after = close + 1 < line.upperBound ? text[close + 1] : UInt8(ascii: " ")
    guard !"([:".utf8.contains(after), !address.contains(where: \.isBlank), isAddress(address),
      !labels.contains(AlertMarks.label(address))
    else { return }
    let label = Array(text[words].dropFirst().dropLast())
    let link = Array("[".utf8) + label + Array("](".utf8) + address + Array(")".utf8)
    slips.append(
      MarkupSlip(
        .linkReversed, at: words.lowerBound..<close + 1, edits: [(words.lowerBound..<close + 1, link)]))
  }

  // MARK: Addresses

  /// What stands between parentheses, without a title behind it.
  private static func address(in content: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let content = content.trimmedBlanks
    guard let last = content.last,
      let quote = ["\"", "'"].map({ $0.utf8.first! }).first(where: { $0 == last })
    else { return content }
    var index = content.startIndex + 1
    while index < content.endIndex - 1 {
      if content[index] == quote, content[index - 1].isBlank { return content[..<index].trimmedBlanks }
      index += 1
    }
    return content
  }

  /// An address with blanks, as a link can have it: in angle brackets, unless the blanks are none of its own.
  private static func written(_ address: ArraySlice<UInt8>) -> String {
    let text = String(decoding: address, as: UTF8.self)
    var link = Address.rightForm(of: text) ?? text
    if let hash = link.firstIndex(of: "#"), link[..<hash].hasSuffix(".md") {
      // The name of a heading as it reads, not as it is linked to.
      link = link[...hash] + Slug.make(String(link[link.index(after: hash)...]))
    }
    return link.contains(" ") ? "<\(link)>" : link
  }

  private static let endings =
    FileEnding.pictures.union(FileEnding.documents).union(["md", "html", "htm"])

  /// Whether it can be nothing but an address: of a site, a telephone, a mailbox, or a file by its ending.
  private func isAddress(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first, first != UInt8(ascii: "<"), !text.contains(UInt8(ascii: ">")) else {
      return false
    }
    for start in ["https://", "http://", "mailto:", "tel:"] where text.starts(with: start.utf8) {
      return text.count > start.utf8.count
    }
    let path = text.prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }
    guard let dot = path.lastIndex(of: UInt8(ascii: ".")), dot > path.startIndex, !path[dot - 1].isBlank,
      path.endIndex - dot <= 6
    else { return false }
    return Self.endings.contains(String(decoding: path[(dot + 1)...], as: UTF8.self).lowercased())
  }
}
