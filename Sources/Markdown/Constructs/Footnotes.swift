import CMarkGFM

extension Transformation {
  /// Footnotes with labels in the page's language; libcmark-gfm's are English. It has numbered the references
  /// and put the definitions at the end of the tree in that order.
  func transformFootnotes(_ definitions: [Node], references: [Node]) {
    guard let first = definitions.first else { return }
    var uses = [Int](repeating: 0, count: definitions.count + 1)
    for reference in references {
      guard let number = Int(String(decoding: reference.literal, as: UTF8.self)), number < uses.count else {
        continue
      }
      uses[number] += 1
      var mark = [UInt8](markup: UnspokenElement.footnoteMark.opening)
      mark.append("><a href=\"#chu-thich_")
      mark.append(number)
      mark.append("\" id=\"")
      mark.appendReferenceID(number, use: uses[number])
      mark.append("\">")
      mark.append(number)
      mark.append("</a></sup>")
      let node = Node.custom(block: false, enter: mark, exit: "")
      node.insertBefore(reference)
      reference.remove()
    }
    var open = [UInt8](markup: "<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"")
    open.append(labels.footnotes)
    open.append("\">\n<ol>")
    let section = Node.custom(block: true, enter: open, exit: "</ol>\n</section>")
    section.insertBefore(first)
    for (index, definition) in definitions.enumerated() {
      let number = index + 1
      var start = [UInt8](markup: "<li id=\"chu-thich_")
      start.append(number)
      start.append("\">")
      let item = Node.custom(block: true, enter: start, exit: "</li>")
      definition.become(item)
      section.append(item)
      if item.lastChild?.type != CMARK_NODE_PARAGRAPH { item.append(Node.paragraph()) }
      item.lastChild?.append(
        .custom(block: false, enter: backLinks(to: number, uses: uses[number]), exit: ""))
    }
  }

  private func backLinks(to number: Int, uses: Int) -> [UInt8] {
    var links: [UInt8] = []
    for use in 0..<uses {
      links.append(" ")
      links.append(UnspokenElement.footnoteBackLink.opening)
      links.append(" href=\"#")
      links.appendReferenceID(number, use: use + 1)
      links.append("\" aria-label=\"")
      links.append(labels.backToReference)
      links.append(" ")
      links.append(number)
      if use > 0 {
        links.append("-")
        links.append(use + 1)
      }
      links.append("\">↩</a>")
    }
    return links
  }
}

extension UnspokenElement {
  static let footnoteMark = Self("sup", opening: "<sup class=\"footnote-ref\"")
  static let footnoteBackLink = Self("a", opening: "<a class=\"footnote-backref\"")
}

extension [UInt8] {
  /// With an underscore, which no heading's id has.
  fileprivate mutating func appendReferenceID(_ number: Int, use: Int) {
    append("tham-chieu_")
    append(number)
    if use > 1 {
      append("-")
      append(use)
    }
  }

  fileprivate mutating func append(_ number: Int) { append(String(number)) }
}
