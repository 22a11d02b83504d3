import CMarkGFM
import Diagnostics
import Vietnamese

/// The ids given so far on a page: unique, and stable as long as the headings before keep their words.
struct HeadingIDs {
  private(set) var used = Set<String>(minimumCapacity: 16)
  /// What to try next for words that several headings have.
  private var numbers: [String: Int] = [:]

  mutating func make(for text: String) -> String {
    let slug = Slug.make(text)
    let base = slug.isEmpty ? "muc" : slug
    if used.insert(base).inserted { return base }
    var number = numbers[base] ?? 2
    while !used.insert("\(base)-\(number)").inserted { number += 1 }
    numbers[base] = number + 1
    return "\(base)-\(number)"
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

    // The heading's own words are the link to it, so that its name stays just those words. A link in a link is
    // not HTML.
    let isLinkable = !heading.containsLink
    var open = [UInt8](markup: "<h")
    open.append(UInt8(ascii: "0") + UInt8(level))
    open.append(" id=\"")
    open.append(id)
    if isLinkable {
      open.append("\"><a class=\"heading-anchor\" href=\"#")
      open.append(id)
    }
    open.append("\">")
    heading.become(.custom(block: true, enter: open, exit: Self.end(ofLevel: level, isLinkable: isLinkable)))
  }

  private static func end(ofLevel level: Int, isLinkable: Bool) -> StaticString {
    switch level {
    case 2: isLinkable ? "</a></h2>" : "</h2>"
    case 3: isLinkable ? "</a></h3>" : "</h3>"
    case 4: isLinkable ? "</a></h4>" : "</h4>"
    case 5: isLinkable ? "</a></h5>" : "</h5>"
    default: isLinkable ? "</a></h6>" : "</h6>"
    }
  }
}

extension Node {
  /// Whether there is a link, or a footnote's mark, anywhere below.
  fileprivate var containsLink: Bool {
    var child = firstChild
    while let current = child {
      let type = current.type
      if type == CMARK_NODE_LINK || type == CMARK_NODE_FOOTNOTE_REFERENCE { return true }
      if type != CMARK_NODE_TEXT, current.containsLink { return true }
      child = current.next
    }
    return false
  }
}
