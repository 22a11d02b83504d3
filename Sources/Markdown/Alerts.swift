import CMarkGFM
import Diagnostics

extension Transformation {
  /// `> [!WARNING]` alone on the first line of a quote makes it an alert, as on GitHub.
  mutating func transformAlert(_ quote: Node) {
    guard let paragraph = quote.firstChild, paragraph.type == CMARK_NODE_PARAGRAPH,
      let word = alertWord(of: paragraph)
    else { return }
    guard let kind = AlertKind(rawValue: word.lowercased()) else {
      let known = AlertKind.allCases.map { $0.rawValue.uppercased() }
      report(
        MarkdownProblem.unknownAlert(word, nearest: nearest(to: word, among: known)), at: quote,
        text: "[!\(word)]")
      return
    }
    removeFirstLine(of: paragraph)
    let title = labels.alerts[kind] ?? word
    var open = [UInt8](markup: "<div class=\"alert alert-")
    open.append(kind.rawValue)
    open.append("\" role=\"note\" aria-label=\"")
    open.append(title)
    open.append("\">\n<p class=\"alert-title\" aria-hidden=\"true\">")
    open.append(title)
    open.append("</p>")
    quote.become(.custom(block: true, enter: open, exit: "</div>"))
  }

  /// The word in `[!WORD]`, when that is the whole first line.
  private func alertWord(of paragraph: Node) -> String? {
    guard let first = paragraph.firstChild, first.type == CMARK_NODE_TEXT,
      first.literal.first == UInt8(ascii: "[")
    else { return nil }
    var line: [UInt8] = []
    var node: Node? = first
    while let current = node, current.type == CMARK_NODE_TEXT {
      line += current.literal
      node = current.next
    }
    if let node, node.type != CMARK_NODE_SOFTBREAK, node.type != CMARK_NODE_LINEBREAK { return nil }
    let text = String(decoding: line, as: UTF8.self)
    guard text.hasPrefix("[!"), text.hasSuffix("]") else { return nil }
    let word = text.dropFirst(2).dropLast()
    guard !word.isEmpty,
      word.utf8.allSatisfy({ $0 | 0x20 >= UInt8(ascii: "a") && $0 | 0x20 <= UInt8(ascii: "z") })
    else { return nil }
    return String(word)
  }

  private func removeFirstLine(of paragraph: Node) {
    while let child = paragraph.firstChild {
      let isBreak = child.type == CMARK_NODE_SOFTBREAK || child.type == CMARK_NODE_LINEBREAK
      child.remove()
      if isBreak { return }
    }
    paragraph.remove()
  }
}
