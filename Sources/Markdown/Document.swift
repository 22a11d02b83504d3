import Diagnostics
import Vietnamese

/// A Markdown text made HTML, with what the rest of the build needs to know of it.
public struct Document: Sendable {
  private let text: Text
  /// Safe HTML. The addresses of links to pages are left out of it; `slots` says where they belong.
  ///
  /// It may have to be fetched: who needs it several times keeps it meanwhile. Nil when it cannot be had any more.
  public var html: [UInt8]? {
    switch text {
    case .here(let html): html
    case .elsewhere(_, let fetch): fetch()
    }
  }
  public var isEmpty: Bool {
    switch text {
    case .here(let html): html.isEmpty
    case .elsewhere(let count, _): count == 0
    }
  }
  /// How many bytes of HTML this holds.
  public var countInMemory: Int {
    switch text {
    case .here(let html): html.count
    case .elsewhere: 0
    }
  }
  public let slots: [Slot]
  /// All that the text leads to and shows: links in the order in which they are written, then pictures.
  public let uses: [Use]
  public let headings: [Heading]

  /// Where the HTML is.
  public enum Text: Sendable {
    case here([UInt8])
    /// Kept by somebody else, who fetches it; so many bytes.
    case elsewhere(count: Int, fetch: @Sendable () -> [UInt8]?)
  }

  /// A place in `html` where the address of the page that `uses[use]` leads to is to be written.
  public struct Slot: Sendable {
    public let offset: Int32
    public let use: Int32

    public init(offset: Int32, use: Int32) {
      self.offset = offset
      self.use = use
    }
  }

  /// Something beside the text that it leads to or shows.
  public struct Use: Sendable, Equatable {
    public enum Target: Sendable, Equatable {
      case page(PageKey, fragment: String?)
      /// `isShown`: as a picture, rather than offered.
      case file(AssetID, isShown: Bool)
      /// Another site, a phone number, a mailbox.
      case outside
    }

    public let target: Target
    /// As the author wrote it.
    public let written: String
    /// From 1, in the file.
    public let line: Int32

    public init(_ target: Target, written: String, line: Int32) {
      self.target = target
      self.written = written
      self.line = line
    }
  }

  /// A link to a page of the project.
  public struct Link: Sendable {
    public let page: PageKey
    public let fragment: String?
    /// As the author wrote it.
    public let destination: String
    /// From 1, in the file.
    public let line: Int32

    init?(_ use: Use) {
      guard case .page(let page, let fragment) = use.target else { return nil }
      self.page = page
      self.fragment = fragment
      destination = use.written
      line = use.line
    }
  }

  /// In the order in which they are written.
  public var links: some Sequence<Link> { uses.lazy.compactMap(Link.init) }

  /// The link whose address belongs in a place; nil where there is none, which happens to no document of ours.
  public func link(at slot: Slot) -> Link? { Link(uses[Int(slot.use)]) }

  public struct Heading: Sendable {
    public let level: Int
    public let id: String
    public let text: String

    public init(level: Int, id: String, text: String) {
      self.level = level
      self.id = id
      self.text = text
    }
  }

  /// - Parameters:
  ///   - source: UTF-8, without front matter.
  ///   - survey: of `source`, or of a larger text that it is a part of.
  ///   - path: the file, for diagnostics.
  ///   - firstLine: the line of the file on which `source` starts, from 1.
  ///   - problems: receives what is wrong; the document is complete all the same.
  public init(
    parsing source: UnsafeBufferPointer<UInt8>, survey: TextSurvey? = nil, path: String, firstLine: Int = 1,
    references: some References, labels: Labels, problems: inout [Diagnostic]
  ) {
    self.init(
      of: Tree(parsing: source), source, survey: survey, path: path, firstLine: firstLine,
      references: references, labels: labels, problems: &problems)
  }

  /// The same, and if wanted the outline of the text, which is parsed once for both.
  public static func parsing(
    _ source: UnsafeBufferPointer<UInt8>, survey: TextSurvey? = nil, path: String, firstLine: Int = 1,
    isOutlined: Bool, references: some References, labels: Labels, problems: inout [Diagnostic]
  ) -> (document: Document, outline: Outline?) {
    let tree = Tree(parsing: source)
    let outline = isOutlined ? Outline(of: tree, firstLine: firstLine) : nil
    let document = Document(
      of: tree, source, survey: survey, path: path, firstLine: firstLine, references: references,
      labels: labels, problems: &problems)
    return (document, outline)
  }

  /// - Parameter tree: of `source`; it is changed.
  private init(
    of tree: borrowing Tree, _ source: UnsafeBufferPointer<UInt8>, survey: TextSurvey?, path: String,
    firstLine: Int, references: some References, labels: Labels, problems: inout [Diagnostic]
  ) {
    var transformation = Transformation(path: path, firstLine: firstLine, labels: labels)
    transformation.run(on: tree, references: references)
    let hasLinks = transformation.hasSlots
    let (html, slots) = tree.withHTML { hasLinks ? Self.cutSlots($0) : (Array($0), []) }
    text = .here(html)
    self.slots = slots
    transformation.refuseControlCharacters(in: source, survey ?? TextSurvey(source), html: html)
    uses = transformation.uses
    headings = transformation.headings
    problems += transformation.problems
  }

  public static let empty = Document()

  private init() { self.init(.here([]), slots: [], uses: [], headings: []) }

  /// One that was made before, out of its parts.
  public init(_ text: Text, slots: [Slot], uses: [Use], headings: [Heading]) {
    self.text = text
    self.slots = slots
    self.uses = uses
    self.headings = headings
  }

  /// The same with its text elsewhere.
  public func with(_ text: Text) -> Document {
    Document(text, slots: slots, uses: uses, headings: headings)
  }

  /// The tags of a link in `html`, for who shows its text alone.
  ///
  /// - Parameter html: the document's.
  public static func tags(of slot: Slot, in html: [UInt8]) -> (opening: Range<Int>, closing: Range<Int>) {
    let start = html[..<Int(slot.offset)].lastIndex(of: UInt8(ascii: "<")) ?? 0
    return html.withUnsafeBufferPointer { html in
      var reader = TagReader(html, from: start)
      let none = html.count..<html.count
      guard let opening = reader.next() else { return (none, none) }
      // A link holds no other one.
      return (opening.range, reader.next(closing: opening.name)?.range ?? none)
    }
  }

  /// Takes the marks that stand for addresses out of the HTML and notes where they were.
  private static func cutSlots(_ marked: UnsafeBufferPointer<UInt8>) -> ([UInt8], [Slot]) {
    var slots: [Slot] = []
    let html = [UInt8](unsafeUninitializedCapacity: marked.count) { buffer, count in
      var rest = marked
      while let mark = rest.offset(of: SlotMark.start) {
        buffer.append(rest[..<mark], at: &count)
        var index = mark + 1
        var use: Int32 = 0
        while rest[index] != SlotMark.end {
          use = use * 10 + Int32(rest[index] - UInt8(ascii: "0"))
          index += 1
        }
        slots.append(Slot(offset: Int32(count), use: use))
        rest = UnsafeBufferPointer(rebasing: rest[(index + 1)...])
      }
      buffer.append(rest[...], at: &count)
    }
    return (html, slots)
  }
}

extension UnsafeMutableBufferPointer<UInt8> {
  fileprivate func append(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, at count: inout Int) {
    _ = UnsafeMutableBufferPointer(rebasing: self[count...]).initialize(fromContentsOf: bytes)
    count += bytes.count
  }
}

/// How an address that is not known yet travels through libcmark-gfm's renderer: between bytes that UTF-8 never
/// has, so that no text can forge one.
enum SlotMark {
  static let start: UInt8 = 0xFE
  static let end: UInt8 = 0xFF
}

extension [UInt8] {
  mutating func appendSlotMark(_ link: Int) {
    append(SlotMark.start)
    append(String(link))
    append(SlotMark.end)
  }
}
