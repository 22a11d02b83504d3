import CMarkGFM
import Diagnostics

extension Transformation {
  /// Raw HTML is refused; a comment, which is a note to other editors, is left out of the page.
  mutating func refuseHTML(_ nodes: [Node]) {
    var opened: Set<String> = []
    for node in nodes {
      let html = String(decoding: node.literal, as: UTF8.self)
      if isOnlyComments(node.literal) {
        node.remove()
        continue
      }
      let tag = Self.tag(of: html)
      // The closing tag of an element that was reported already says nothing new.
      if node.type == CMARK_NODE_HTML_INLINE, html.hasPrefix("</"), opened.contains(tag) { continue }
      opened.insert(tag)
      let firstLine = html.prefix { $0 != "\n" && $0 != "\r\n" }
      report(MarkdownProblem.rawHTML(tag: tag), at: node, text: String(firstLine))
    }
  }

  /// In lower case; `!--` for a comment with text after it.
  private static func tag(of html: String) -> String {
    let trimmed = html.drop { $0 == " " }
    if trimmed.hasPrefix("<!--") { return "!--" }
    return String(trimmed.drop { !$0.isLetter }.prefix { $0.isLetter || $0.isNumber }).lowercased()
  }

  private func isOnlyComments(_ html: UnsafeBufferPointer<UInt8>) -> Bool {
    var rest = html[...]
    repeat {
      rest = rest.drop { $0 <= 0x20 }
      guard rest.starts(with: "<!--".utf8) else { return false }
      rest = rest.dropFirst(4)
      while !rest.isEmpty, !rest.starts(with: "-->".utf8) { rest = rest.dropFirst() }
      if rest.isEmpty { return false }
      rest = rest.dropFirst(3)
    } while rest.contains { $0 > 0x20 }
    return true
  }
}
