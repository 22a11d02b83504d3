import CMarkGFM
import Diagnostics
import Vietnamese

/// Turns libcmark-gfm's tree into the tree that prints this product's HTML. One walk collects the nodes that
/// change; each construct has a file of its own that changes them.
struct Transformation {
  let path: String
  let firstLine: Int
  let labels: Labels
  var problems: [Diagnostic] = []
  private(set) var uses: [Document.Use] = []
  /// Whether addresses are left out that somebody fills in later.
  private(set) var hasSlots = false
  var headings: [Document.Heading] = []

  init(path: String, firstLine: Int, labels: Labels) {
    self.path = path
    self.firstLine = firstLine
    self.labels = labels
  }

  /// - Parameter text: what to point at, on or after the node's line.
  mutating func report(
    _ problem: any Problem, at node: Node, text: String, as severity: Diagnostic.Severity = .error
  ) {
    problems.append(
      Diagnostic(problem, in: path, at: .text(text, fromLine: line(of: node)), as: severity))
  }

  /// Notes what the text leads to or shows.
  ///
  /// - Returns: its number, by which a slot names it.
  @discardableResult
  mutating func use(_ target: Document.Use.Target, written: String, at node: Node) -> Int {
    if case .page = target { hasSlots = true }
    uses.append(Document.Use(target, written: written, line: Int32(line(of: node))))
    return uses.count - 1
  }

  /// The line of the file.
  func line(of node: Node) -> Int { node.lineOrThatAround + firstLine - 1 }
}

extension [UInt8] {
  /// The beginning of a piece of HTML, with room for the rest of a usual one.
  init(markup start: String) {
    self = []
    reserveCapacity(160)
    append(start)
  }

  mutating func append(_ text: String) { append(contentsOf: text.utf8) }
}
