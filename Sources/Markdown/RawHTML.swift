import CMarkGFM
import Diagnostics

extension Transformation {
  /// Raw HTML is refused; a comment, which is a note to other editors, is left out of the page.
  mutating func refuseHTML(_ node: Node) {
    let html = String(decoding: node.literal, as: UTF8.self)
    let firstLine = html.prefix { $0 != "\n" && $0 != "\r\n" }
    let trimmed = html.drop { $0 == " " }
    if trimmed.hasPrefix("<!--"), isOnlyComment(Array(trimmed.utf8)) {
      node.remove()
      return
    }
    let tag = String(html.drop { !$0.isLetter }.prefix { $0.isLetter || $0.isNumber }).lowercased()
    // The closing tag of an element that was reported already says nothing new.
    if node.type == CMARK_NODE_HTML_INLINE, html.hasPrefix("</") { return }
    report(MarkdownProblem.rawHTML(tag: tag), at: node, text: String(firstLine))
  }

  private func isOnlyComment(_ html: [UInt8]) -> Bool {
    let end = Array("-->".utf8)
    guard html.count >= 7 else { return false }
    var index = 4
    while index + 3 <= html.count {
      if html[index..<index + 3].elementsEqual(end) {
        return html[(index + 3)...].allSatisfy { $0 <= 0x20 }
      }
      index += 1
    }
    return false
  }
}
