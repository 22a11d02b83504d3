import CMarkGFM
import Diagnostics
import Escaping

extension Transformation {
  /// `> [!WARNING]` or `> [!CẢNH BÁO]` on the first line of a quote makes it an alert; words behind it are its heading.
  mutating func transformAlert(_ quote: Node) {
    guard let paragraph = quote.firstChild, paragraph.type == CMARK_NODE_PARAGRAPH,
      let opening = AlertOpening(of: paragraph)
    else { return }
    guard let name = AlertName(opening.word) else {
      let marker = "[!\(opening.word)]"
      report(
        MarkdownProblem.unknownAlert(marker, nearest: AlertName.nearest(to: opening.word)), at: quote,
        text: marker)
      return
    }
    opening.remove(from: paragraph)
    let title =
      switch name.heading {
      case .urgent: labels.urgent
      case .notice: labels.notice
      case nil: labels.alerts[name.kind] ?? opening.word
      }
    var open = [UInt8](markup: "<div class=\"alert alert-")
    open.append(name.kind.rawValue)
    open.append("\" role=\"note\" aria-label=\"")
    open.append(title)
    if let heading = opening.heading {
      // The author's own words: read out, searched and summed up as the rest of the text is.
      open.append("\">\n<p class=\"alert-title own\">")
      open.append(escaping: heading)
    } else {
      open.append("\">\n")
      open.append(UnspokenElement.alertTitle.opening)
      open.append(" aria-hidden=\"true\">")
      open.append(title)
    }
    open.append("</p>")
    quote.become(.custom(block: true, enter: open, exit: "</div>"))
  }
}

extension UnspokenElement {
  /// What kind of alert it is, which its `aria-label` says too.
  static let alertTitle = Self("p", opening: "<p class=\"alert-title\"")
}

/// `[!WORD]` at the beginning of a paragraph, and what stands behind it on the line.
private struct AlertOpening {
  let word: String
  /// Nil when nothing follows, or what follows has mark-up: that stays in the text.
  let heading: [UInt8]?
  /// The text nodes up to the one that holds the `]`, and what is left of that one.
  private let marker: [Node]
  private let rest: [UInt8]
  private let isWholeLine: Bool

  init?(of paragraph: Node) {
    guard let first = paragraph.firstChild, first.type == CMARK_NODE_TEXT,
      first.literal.first == UInt8(ascii: "[")
    else { return nil }
    var line: [UInt8] = []
    var marker: [Node] = []
    var close: Int?
    var restStart = 0
    var node: Node? = first
    while let current = node, current.type == CMARK_NODE_TEXT {
      let start = line.count
      line += current.literal
      if close == nil {
        marker.append(current)
        close = line[start...].firstIndex(of: UInt8(ascii: "]"))
        restStart = line.count
      }
      node = current.next
    }
    guard let close, line.starts(with: "[!".utf8) else { return nil }
    let word = String(decoding: line[2..<close], as: UTF8.self)
    guard word.utf8.count <= AlertName.longest, word.contains(where: \.isLetter),
      word.allSatisfy({ $0.isLetter || $0 == " " })
    else { return nil }
    let behind = line[(close + 1)...]
    guard behind.first.map({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }) ?? true else {
      return nil
    }
    isWholeLine = node.map { $0.type == CMARK_NODE_SOFTBREAK || $0.type == CMARK_NODE_LINEBREAK } ?? true
    if behind.isEmpty, !isWholeLine { return nil }
    let words = behind.trimmed
    heading = isWholeLine && !words.isEmpty ? Array(words) : nil
    rest = Array(line[(close + 1)..<restStart])
    self.word = word
    self.marker = marker
  }

  func remove(from paragraph: Node) {
    guard isWholeLine else {
      marker.forEach { $0.remove() }
      let blanks = rest.prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }.count
      if blanks < rest.count { paragraph.prepend(.text(Array(rest[blanks...]))) }
      return
    }
    while let child = paragraph.firstChild {
      let isBreak = child.type == CMARK_NODE_SOFTBREAK || child.type == CMARK_NODE_LINEBREAK
      child.remove()
      if isBreak { return }
    }
    paragraph.remove()
  }
}

extension ArraySlice<UInt8> {
  /// Without blanks at its ends.
  fileprivate var trimmed: Self {
    let start = drop { $0 <= 0x20 }
    return start.prefix(start.reversed().drop { $0 <= 0x20 }.count)
  }
}
