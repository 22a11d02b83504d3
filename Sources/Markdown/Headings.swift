import CMarkGFM
import Diagnostics
import Vietnamese

/// The ids given so far on a page: unique, and stable as long as the headings before keep their words.
struct HeadingIDs {
  private(set) var used: Set<String> = []

  mutating func make(for text: String) -> String {
    let slug = Slug.make(text)
    let base = slug.isEmpty ? "muc" : slug
    var id = base
    var number = 2
    while !used.insert(id).inserted {
      id = "\(base)-\(number)"
      number += 1
    }
    return id
  }
}

extension Transformation {
  mutating func transformHeading(_ heading: Node, ids: inout HeadingIDs) {
    let text = String(decoding: heading.text, as: UTF8.self)
    var level = Int(cmark_node_get_heading_level(heading.pointer))
    if level == 1 {
      // The page's title is its only first-level heading.
      report(MarkdownProblem.firstLevelHeading(text), at: heading, text: text, as: .warning)
      level = 2
    }
    let id = ids.make(for: text)
    headings.append(Document.Heading(level: level, id: id, text: text))

    var anchor = Array("<a class=\"heading-anchor\" href=\"#\(id)\" aria-label=\"\(labels.headingAnchor) “".utf8)
    anchor.appendEscaped(text.utf8)
    anchor.append("”\"></a>")
    let replacement = Node.custom(block: true, enter: "<h\(level) id=\"\(id)\">", exit: "</h\(level)>")
    heading.become(replacement)
    replacement.append(.custom(block: false, enter: anchor, exit: ""))
  }
}
