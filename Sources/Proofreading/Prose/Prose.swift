import Fields
import Files

/// A source text in NFC, and beside it a copy in which all that is not prose is painted over, byte for byte: a
/// rule goes by the painted bytes, and its offsets are those of the text.
///
/// Coarser than CommonMark, and safe on any bytes: where the two disagree a rule may miss something.
struct Prose: Sendable {
  let text: [UInt8]
  /// As long as `text`. Line ends stay; code, addresses, marks and YAML become values of `Paint`.
  let bytes: [UInt8]
  let lines: [Line]
  /// The first line after the front matter.
  let bodyLine: Int

  /// What stands in place of a byte that is not prose. No source text holds these.
  enum Paint {
    static let code: UInt8 = 1
    /// A path of the project, with the title after it.
    static let path: UInt8 = 2
    /// A web address, an e-mail address, a telephone link.
    static let address: UInt8 = 3
    /// HTML tags, footnote labels, rules, a table's second line.
    static let mark: UInt8 = 4
    /// Keys of YAML, and values that are no sentence.
    static let yaml: UInt8 = 5
  }

  struct Line: Sendable {
    enum Kind {
      case blank, paragraph, heading, tableRow, code, rule, yaml, literal
      /// Code because it is indented.
      case indented
    }

    /// Without its end.
    let range: Range<Int>
    /// Where the text begins, after quote marks, bullets, keys and the like.
    let start: Int
    let kind: Kind
    /// Whether it is the first line of its paragraph.
    let begins: Bool

    var text: Range<Int> { min(start, range.upperBound)..<range.upperBound }
    var holdsProse: Bool { kind == .paragraph || kind == .heading || kind == .tableRow || kind == .yaml }
  }

  /// - Parameter text: a Markdown file as a whole, UTF-8 in NFC; it may begin with a byte order mark.
  init(markdown text: [UInt8]) {
    let mark = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let parts = text.withUnsafeBufferPointer {
      try? FrontMatter.split(UnsafeBufferPointer(rebasing: $0[mark...])).get()
    }
    var bytes = text
    var lines: [Line] = []
    var body = mark
    if let parts {
      let yaml = parts.yaml.lowerBound + mark..<parts.yaml.upperBound + mark
      body = parts.body.lowerBound + mark
      bytes.paint(mark..<yaml.lowerBound, Paint.mark)
      bytes.paint(yaml.upperBound..<body, Paint.mark)
      lines.append(Self.fence(from: mark, in: text))
      lines += YAMLReader(text).lines(of: yaml, painting: &bytes)
      lines.append(Self.fence(from: yaml.upperBound, in: text))
    }
    bodyLine = lines.count
    var blocks = BlockReader(text)
    lines += blocks.lines(from: body, painting: &bytes)
    let inlines = InlineReader(text)
    for paragraph in Self.paragraphs(of: lines[bodyLine...]) { inlines.paint(paragraph, in: &bytes) }
    self.text = text
    self.bytes = bytes
    self.lines = lines
  }

  /// - Parameter text: a YAML file as a whole, UTF-8 in NFC.
  init(yaml text: [UInt8]) {
    var bytes = text
    lines = YAMLReader(text).lines(of: 0..<text.count, painting: &bytes)
    bodyLine = lines.count
    self.text = text
    self.bytes = bytes
  }

  /// A line `---` of the front matter.
  private static func fence(from start: Int, in text: [UInt8]) -> Line {
    let end = text.lineEnd(from: start, limit: text.count).end
    return Line(range: start..<end, start: end, kind: .rule, begins: true)
  }

  /// The text of every paragraph, heading and row, from its first line's beginning to its last line's end.
  private static func paragraphs(of lines: ArraySlice<Line>) -> [Range<Int>] {
    var paragraphs: [Range<Int>] = []
    for line in lines where line.holdsProse {
      if !line.begins, let last = paragraphs.indices.last {
        paragraphs[last] = paragraphs[last].lowerBound..<line.range.upperBound
      } else {
        paragraphs.append(line.text)
      }
    }
    return paragraphs
  }

  /// Whether a byte of the text may be rewritten without harm to code or to the name of a file.
  func isOpen(_ offset: Int) -> Bool { bytes[offset] != Paint.code && bytes[offset] != Paint.path }
}

extension [UInt8] {
  /// Paints all but line ends.
  mutating func paint(_ range: Range<Int>, _ paint: UInt8) {
    for index in range where self[index] != UInt8(ascii: "\n") && self[index] != UInt8(ascii: "\r") {
      self[index] = paint
    }
  }
}
