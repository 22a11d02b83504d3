import Diagnostics
import ProblemCodes
import Templates

extension TemplateSet {
  /// A set whose files are called after their templates.
  init(_ sources: [String: String]) {
    self.init(
      sources.sorted { $0.key < $1.key }.map {
        Source(name: $0.key, path: "\($0.key).mustache", bytes: Array($0.value.utf8))
      })
  }
}

/// What the template “page” makes of a record, and every problem found on the way.
func render(
  _ sources: [String: String], with root: any Record, globals: [any Record] = []
) -> (text: String, problems: [Diagnostic]) {
  let set = TemplateSet(sources)
  let (templates, problems) = set.compile([.init("page", for: root.shape, globals: globals.map(\.shape))])
  var output: [UInt8] = []
  let late = templates[0].render(root, globals: globals, into: &output)
  return (String(decoding: output, as: UTF8.self), problems + late)
}

func render(_ page: String, with root: any Record) -> String { render(["page": page], with: root).text }

extension Diagnostic {
  /// “page.mustache 4..<9 template-not-text”, so that a test compares file, place and problem at once.
  var brief: String {
    guard case .bytes(let range) = place else { return "\(path) \(problem.code)" }
    return "\(path) \(range) \(problem.code)"
  }
}

/// A page with a menu that contains itself, as a generator's views are written.
struct Node: View {
  var title = ""
  var lead: String?
  var body: [UInt8] = []
  var isNew = false
  var words: [String] = []
  var children: [Node] = []
  var kind = ""

  static let fields = Fields<Node>(
    "node",
    [
      .text("title", "the heading") { $0.title },
      .text("lead", "one sentence, if there is one") { $0.lead },
      .html("body", "the text") { $0.body },
      .raw("stream", "the text, streamed") { $1 += $0.body },
      .number("count", "how many children there are") { $0.children.count },
      .flag("is_new", "whether it is of this week") { $0.isNew },
      .texts("words", "its keywords") { $0.words },
      .list("children", "what stands below it", Node.self) { $0.children },
      .record("first", "the first child", Node.self) { $0.children.first },
      .text("kind", "which partial shows it") { $0.kind },
    ])
}
