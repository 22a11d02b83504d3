import Diagnostics

/// A Markdown text made HTML, with what the rest of the build needs to know of it.
public struct Document: Sendable {
  /// Safe HTML. The addresses of links to pages are left out of it; `slots` says where they belong.
  public let html: [UInt8]
  public let slots: [Slot]
  /// Links to pages of the project, in the order they are written.
  public let links: [Link]
  public let headings: [Heading]

  /// A place in `html` where the address of `links[link]` is to be written.
  public struct Slot: Sendable {
    public let offset: Int32
    public let link: Int32
  }

  public struct Link: Sendable {
    /// As the author wrote it.
    public let destination: String
    /// What `References` called the page.
    public let page: Int32
    public let fragment: String?
    /// From 1, in the file.
    public let line: Int32
  }

  public struct Heading: Sendable {
    public let level: Int
    public let id: String
    public let text: String
  }

  /// - Parameters:
  ///   - text: UTF-8, without front matter.
  ///   - path: the file, for diagnostics.
  ///   - firstLine: the line of the file on which `text` starts, from 1.
  ///   - problems: receives what is wrong; the document is complete all the same.
  public init(
    parsing text: UnsafeBufferPointer<UInt8>, path: String, firstLine: Int = 1,
    references: some References, labels: Labels, problems: inout [Diagnostic]
  ) {
    let tree = Tree(parsing: text)
    var transformation = Transformation(path: path, firstLine: firstLine, labels: labels)
    transformation.run(on: tree, references: references)
    (html, slots) = tree.withHTML(Self.cutSlots)
    transformation.refuseControlCharacters(in: text, html: html)
    links = transformation.links
    headings = transformation.headings
    problems += transformation.problems
  }

  public static let empty = Document()

  private init() {
    html = []
    slots = []
    links = []
    headings = []
  }

  /// Takes the marks that stand for addresses out of the HTML and notes where they were.
  private static func cutSlots(_ marked: UnsafeBufferPointer<UInt8>) -> ([UInt8], [Slot]) {
    var slots: [Slot] = []
    let html = [UInt8](unsafeUninitializedCapacity: marked.count) { buffer, count in
      var read = 0
      while read < marked.count {
        let rest = UnsafeBufferPointer(rebasing: marked[read...])
        let run = rest.firstIndex(of: SlotMark.start) ?? rest.count
        _ = UnsafeMutableBufferPointer(rebasing: buffer[count...]).update(fromContentsOf: rest[..<run])
        count += run
        read += run
        guard run < rest.count else { break }
        read += 1
        var link: Int32 = 0
        while marked[read] != SlotMark.end {
          link = link * 10 + Int32(marked[read] - UInt8(ascii: "0"))
          read += 1
        }
        read += 1
        slots.append(Slot(offset: Int32(count), link: link))
      }
    }
    return (html, slots)
  }
}

/// How an address that is not known yet travels through libcmark-gfm's renderer: between bytes that UTF-8 never
/// has, so that no text can forge one.
enum SlotMark {
  static let start: UInt8 = 0xFE
  static let end: UInt8 = 0xFF
  static func bytes(_ link: Int) -> [UInt8] { [start] + Array(String(link).utf8) + [end] }
}
