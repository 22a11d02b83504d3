import Diagnostics
import Fields
import Generator
import Glibc
import Markdown
import Proofreading
import Vietnamese

/// Reads one page over: finds what is wrong with it alone, and what is to be compared with other pages.
///
/// The rules are functions of its extensions, one file a family.
struct PageCheck {
  let page: Page
  let source: PageSource
  let outline: Outline
  let fields: FieldReader
  let references: PageReferences
  let today: CalendarDate
  var found: [Diagnostic] = []
  var webLinks: [OutsideLink] = []
  var files: [FileUse] = []
  private var lines: SourceLines

  init(of read: PageInHand, today: CalendarDate) {
    page = read.page
    source = read.source
    outline = read.outline
    references = read.references
    self.today = today
    fields = FieldReader(source.entries, path: page.path, firstLine: source.parts.yamlLine)
    lines = SourceLines(source.text, from: source.parts.body.lowerBound, line: source.parts.bodyLine)
  }

  mutating func run() -> CheckedPage {
    found += textProblems(in: source.raw, at: page.path, file: references.file(meantBy:))
    checkAccess()
    checkFields()
    checkDates()
    checkPlaceholders()
    checkChecklist()
    collectReferences()
    let description = fields.value("description").flatMap { value in
      value.text.map { CheckedPage.Text($0, at: fields.place(of: value)) }
    }
    var reader = fields
    return CheckedPage(
      found: found, webLinks: webLinks, files: files,
      title: CheckedPage.Text(page.title, at: place(ofField: "title")), description: description,
      tagPlaces: reader.names("tags").map { ($0.text, fields.place(of: $0.value)) })
  }

  mutating func find(_ problem: any Problem, at place: Place) {
    found.append(Diagnostic(found: problem, in: page.path, at: place))
  }

  // MARK: Places

  func place(ofField key: String) -> Place { fields.value(key).map(fields.place) ?? .file }

  /// Where `text` stands, on the given line of the file or soon after it; asked once more, where it stands next.
  /// The beginning of the line when it is written otherwise there, as with markup in it.
  mutating func place(of text: String, afterAny mark: String = "", line: Int) -> Place {
    lines.place(of: text, after: mark, line: line) ?? lines.place(of: text, after: "", line: line)
      ?? .position(line: line - 1, column: 0, length: 1)
  }
}

/// What is kept of a page that was read over.
struct CheckedPage: Sendable {
  let found: [Diagnostic]
  let webLinks: [OutsideLink]
  let files: [FileUse]
  let title: Text
  /// What its author wrote; nil where it is taken from the text.
  let description: Text?
  let tagPlaces: [(name: String, place: Place)]

  struct Text: Sendable {
    /// Whatever their case, the spaces between them or where their tone marks stand.
    let words: String
    let place: Place

    init(_ text: String, at place: Place) {
      let words = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
      self.words = TonePlacement.normalized(words, to: .reformed)
      self.place = place
    }
  }
}

/// A file of the content tree that a page shows or offers.
struct FileUse: Sendable {
  let file: AssetID
  /// Whether it is shown, rather than offered.
  let isPicture: Bool
  let place: Place
}

/// The lines of a Markdown text, in which places are looked for.
private struct SourceLines {
  private let text: [UInt8]
  private let start: Int
  private let firstLine: Int
  /// Where each line begins; found when the first place is asked for.
  private var starts: [Int] = []
  /// Behind what was found last, by what was looked for.
  private var ends: [Needle: Int] = [:]

  /// The index of a line, an offset in it, and the column of that.
  private var last = (line: -1, offset: 0, column: 0)

  private struct Needle: Hashable { let text: String, mark: String, line: Int }

  /// A link's text may go over a few lines before its address comes.
  private static let reach = 3

  init(_ text: [UInt8], from start: Int, line: Int) {
    self.text = text
    self.start = start
    firstLine = line
  }

  mutating func place(of wanted: String, after mark: String, line: Int) -> Place? {
    guard !wanted.isEmpty, let range = bytes(ofLinesFrom: line) else { return nil }
    let needle = Array((mark + wanted).utf8)
    let key = Needle(text: wanted, mark: mark, line: line)
    let start = min(ends[key] ?? range.lowerBound, range.upperBound)
    guard let offset = text.offset(of: needle, in: start..<range.upperBound) else { return nil }
    ends[key] = offset + needle.count
    return place(at: offset + mark.utf8.count, length: wanted.unicodeScalars.count)
  }

  private mutating func bytes(ofLinesFrom line: Int) -> Range<Int>? {
    if starts.isEmpty {
      starts = [start]
      for offset in start..<text.count where text[offset] == UInt8(ascii: "\n") { starts.append(offset + 1) }
    }
    let index = line - firstLine
    guard starts.indices.contains(index) else { return nil }
    let end = index + Self.reach
    return starts[index]..<(end < starts.count ? starts[end] : text.count)
  }

  private mutating func place(at offset: Int, length: Int) -> Place {
    // The last line that begins at or before the offset.
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    // Counted on from what was found last on the line, which may be as long as a page.
    let known = last.line == low && last.offset <= offset ? last : (low, starts[low], 0)
    let column = known.column + text[known.offset..<offset].count { $0 & 0xC0 != 0x80 }
    last = (low, offset, column)
    return .position(line: firstLine + low - 1, column: column, length: length)
  }
}
