import Diagnostics
import Files
import Markdown
import Vietnamese

/// A parsed page out of bytes, all but its text: the same fields in the same order as in `WritePage.swift`.
extension RecordReader {
  /// - Parameter text: the page's, which lies elsewhere.
  mutating func page(_ text: Document.Text) throws(Damage) -> Page {
    let header = try header()
    let details = try header.kind.type.details.read(&self)
    let body = try document(text)
    return Page(
      header, details, body: body,
      placeholders: try list { (reader) throws(Damage) in
        Placeholder(text: try reader.text(), place: try reader.place())
      })
  }

  private mutating func header() throws(Damage) -> Page.Header {
    let path = try text()
    let key = PageKey(number: try number())
    let portal = try optional { (reader) throws(Damage) in Int(try reader.number(Int32.self)) }
    let kind: Page.Kind = try named()
    var header = Page.Header(path: path, key: key, portal: portal, kind: kind)
    header.title = try text()
    header.shortTitle = try optionalText()
    header.description = try text()
    header.date = try date()
    header.updated = try date()
    header.slug = try optionalText()
    header.weight = try optional { (reader) throws(Damage) in Int(try reader.number(Int64.self)) }
    header.tags = try list { (reader) throws(Damage) in
      Page.Tag(name: try reader.text(), slug: try reader.text())
    }
    header.audiences = try list { (reader) throws(Damage) in Int(try reader.number(Int32.self)) }
    header.layout = try optional { (reader) throws(Damage) in
      Page.ChosenLayout(name: try reader.text(), place: try reader.place())
    }
    header.state = try state()
    header.isPublished = try truth()
    header.provenance = try optional { (reader) throws(Damage) in try reader.provenance() }
    header.aliases = try list { (reader) throws(Damage) in
      Page.Alias(route: try reader.text(), place: try reader.place())
    }
    header.image = try optional { (reader) throws(Damage) in
      Page.Picture(file: try reader.asset(), alt: try reader.text())
    }
    header.attachments = try list { (reader) throws(Damage) in
      Page.Attachment(
        file: try reader.asset(), title: try reader.text(), size: Int(try reader.number(Int64.self)),
        date: try reader.date())
    }
    header.related = try list { (reader) throws(Damage) in
      Page.Target(
        key: PageKey(number: try reader.number()), text: try reader.text(), place: try reader.place())
    }
    header.portals = try list { (reader) throws(Damage) in try reader.text() }
    header.quickExit = try optional { (reader) throws(Damage) in try reader.truth() }
    header.ignores = try list { (reader) throws(Damage) in
      Page.Ignore(rule: try reader.text(), place: try reader.place())
    }
    header.sortKey = SortKey(header.title)
    return header
  }

  private mutating func provenance() throws(Damage) -> Page.Provenance {
    Page.Provenance(
      owner: try optionalText(), author: try optionalText(),
      sources: try list { (reader) throws(Damage) in
        Page.Source(name: try reader.text(), url: try reader.optionalText(), date: try reader.date())
      },
      approvedBy: try optionalText(), approvedOn: try date(), reviewBy: try date(), expires: try date())
  }

  private mutating func document(_ text: Document.Text) throws(Damage) -> Document {
    Document(
      text,
      slots: try list { (reader) throws(Damage) in
        Document.Slot(offset: try reader.number(), use: try reader.number())
      },
      uses: try list { (reader) throws(Damage) in
        Document.Use(try reader.target(), written: try reader.text(), line: try reader.number())
      },
      headings: try list { (reader) throws(Damage) in
        Document.Heading(
          level: Int(try reader.number(UInt8.self)), id: try reader.text(), text: try reader.text())
      })
  }

  private mutating func target() throws(Damage) -> Document.Use.Target {
    switch try number(UInt8.self) {
    case 0: return .page(PageKey(number: try number()), fragment: try optionalText())
    case 1: return .file(try asset(), isShown: false)
    case 2: return .file(try asset(), isShown: true)
    case 3: return .outside
    default: throw Damage()
    }
  }

  private mutating func asset() throws(Damage) -> AssetID { AssetID(number: try number()) }

  mutating func optionalText() throws(Damage) -> String? {
    try optional { (reader) throws(Damage) in try reader.text() }
  }

  mutating func named<Choice: RawRepresentable<String>>() throws(Damage) -> Choice {
    guard let choice = Choice(rawValue: try text()) else { throw Damage() }
    return choice
  }

  mutating func date() throws(Damage) -> CalendarDate? {
    try optional { (reader) throws(Damage) in CalendarDate(daysSince1970: Int(try reader.number(Int32.self)))
    }
  }

  private mutating func day() throws(Damage) -> CalendarDate {
    CalendarDate(daysSince1970: Int(try number(Int32.self)))
  }

  private mutating func state() throws(Damage) -> Page.State {
    switch try number(UInt8.self) {
    case 0: return .published
    case 1: return .draft
    case 2: return .future(from: try day())
    case 3: return .expired(after: try day())
    default: throw Damage()
    }
  }

  private mutating func place() throws(Damage) -> Place {
    switch try number(UInt8.self) {
    case 0: return .file
    case 1:
      let (start, end): (Int64, Int64) = (try number(), try number())
      guard start <= end else { throw Damage() }
      return .bytes(Int(start)..<Int(end))
    case 2:
      let (line, column, length): (Int32, Int32, Int32) = (try number(), try number(), try number())
      return .position(line: Int(line), column: Int(column), length: Int(length))
    case 3:
      let text = try text()
      return .text(text, fromLine: Int(try number(Int32.self)))
    default: throw Damage()
    }
  }
}
