import CMarkGFM

/// What stands in a Markdown text and on which line, as its author wrote it: for who reads a page over, not for
/// drawing it.
///
/// The build keeps nothing of this, so that its pages stay small.
public struct Outline: Sendable {
  /// All in the order of the text; lines are those of the file, from 1.
  public let headings: [Heading]
  public let links: [Link]
  public let pictures: [Picture]
  public let tables: [Table]

  public struct Heading: Sendable, Equatable {
    /// As written, 1 to 6.
    public let level: Int
    public let text: String
    public let line: Int
  }

  public struct Link: Sendable, Equatable {
    /// Without markup; of a link that holds pictures, their descriptions too.
    public let text: String
    public let destination: String
    public let title: String
    public let line: Int
    /// Whether a picture stands where words would.
    public let isPicture: Bool
  }

  public struct Picture: Sendable, Equatable {
    /// Empty where nobody described it.
    public let alt: String
    public let destination: String
    public let line: Int
  }

  public struct Table: Sendable, Equatable {
    /// The words of each cell of its first row.
    public let header: [String]
    public let line: Int
  }

  /// - Parameters:
  ///   - text: UTF-8, without front matter.
  ///   - firstLine: the line of the file on which `text` starts, from 1.
  /// - Returns: nil for a text that libcmark-gfm cannot be trusted with; see `costlyMarkdown`.
  public init?(parsing text: UnsafeBufferPointer<UInt8>, firstLine: Int = 1) {
    guard costlyMarkdown(text) == nil else { return nil }
    self.init(of: Tree(parsing: text), firstLine: firstLine)
  }

  /// - Parameter tree: as it was parsed, with nothing changed yet.
  init(of tree: borrowing Tree, firstLine: Int) {
    let walk = OutlineWalk(over: tree, firstLine: firstLine)
    headings = walk.headings
    links = walk.links
    pictures = walk.pictures
    tables = walk.tables
  }
}

private struct OutlineWalk {
  let firstLine: Int
  var headings: [Outline.Heading] = []
  var links: [Outline.Link] = []
  var pictures: [Outline.Picture] = []
  var tables: [Outline.Table] = []

  init(over tree: borrowing Tree, firstLine: Int) {
    self.firstLine = firstLine
    let iterator = cmark_iter_new(tree.root.pointer)
    defer { cmark_iter_free(iterator) }
    // A picture within a picture's description is only words of it.
    var openPictures = 0
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return }
      let node = Node(cmark_iter_get_node(iterator)!)
      let type = node.type
      if type == CMARK_NODE_IMAGE {
        openPictures += event == CMARK_EVENT_ENTER ? 1 : -1
        if event == CMARK_EVENT_ENTER, openPictures == 1 { add(picture: node) }
      } else if event == CMARK_EVENT_ENTER, openPictures == 0 {
        switch type {
        case CMARK_NODE_HEADING: add(heading: node)
        case CMARK_NODE_LINK: add(link: node)
        default: if type.isExtensionBlock, node.isCalled("table") { add(table: node) }
        }
      }
    }
  }

  private mutating func add(heading node: Node) {
    let level = Int(cmark_node_get_heading_level(node.pointer))
    headings.append(Outline.Heading(level: level, text: node.words, line: line(of: node)))
  }

  private mutating func add(link node: Node) {
    links.append(
      Outline.Link(
        text: node.words, destination: String(decoding: node.url, as: UTF8.self),
        title: String(decoding: node.title, as: UTF8.self), line: line(of: node),
        isPicture: node.holdsOnlyPictures))
  }

  private mutating func add(picture node: Node) {
    let destination = String(decoding: node.url, as: UTF8.self)
    pictures.append(Outline.Picture(alt: node.words, destination: destination, line: line(of: node)))
  }

  private mutating func add(table node: Node) {
    var header: [String] = []
    var cell = node.firstChild?.firstChild
    while let current = cell {
      header.append(current.words)
      cell = current.next
    }
    tables.append(Outline.Table(header: header, line: line(of: node)))
  }

  /// Of a link or a picture libcmark-gfm keeps the line on which it ends, so its words tell where it begins. A bare
  /// address, which an extension found, has no line at all; the words before it have.
  private func line(of node: Node) -> Int {
    if let inner = node.firstChild?.line, inner > 0 { return inner + firstLine - 1 }
    var breaks = 0
    var before: Node? = node
    while let current = before, current.line == 0 {
      if current.type == CMARK_NODE_SOFTBREAK || current.type == CMARK_NODE_LINEBREAK { breaks += 1 }
      before = current.previous
    }
    return (before?.line ?? node.lineOrThatAround) + breaks + firstLine - 1
  }
}

extension Node {
  fileprivate var words: String { String(decoding: text, as: UTF8.self) }

  fileprivate var holdsOnlyPictures: Bool {
    var child = firstChild
    guard child != nil else { return false }
    while let current = child {
      let isSpace = current.type == CMARK_NODE_TEXT && current.literal.allSatisfy { $0 <= 0x20 }
      if current.type != CMARK_NODE_IMAGE, !isSpace { return false }
      child = current.next
    }
    return true
  }
}
