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
      let mark =
        "<sup class=\"footnote-ref\"><a href=\"#chu-thich_\(number)\" "
        + "id=\"\(referenceID(number, use: uses[number]))\">\(number)</a></sup>"
      let node = Node.custom(block: false, enter: mark, exit: "")
      node.insertBefore(reference)
      reference.remove()
    }
    let section = Node.custom(
      block: true,
      enter: "<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"\(labels.footnotes)\">\n<ol>",
      exit: "</ol>\n</section>")
    section.insertBefore(first)
    for (index, definition) in definitions.enumerated() {
      let number = index + 1
      let backlinks = (0..<uses[number]).map { $0 + 1 }.map { use in
        " <a class=\"footnote-backref\" href=\"#\(referenceID(number, use: use))\" "
          + "aria-label=\"\(labels.backToReference) \(number)\(use > 1 ? "-\(use)" : "")\">↩</a>"
      }
      let item = Node.custom(block: true, enter: "<li id=\"chu-thich_\(number)\">", exit: "</li>")
      definition.become(item)
      section.append(item)
      if item.lastChild?.type != CMARK_NODE_PARAGRAPH {
        item.append(Node(cmark_node_new(CMARK_NODE_PARAGRAPH)!))
      }
      item.lastChild?.append(.custom(block: false, enter: backlinks.joined(), exit: ""))
    }
  }

  /// With an underscore, which no heading's id has.
  private func referenceID(_ number: Int, use: Int) -> String {
    use > 1 ? "tham-chieu_\(number)-\(use)" : "tham-chieu_\(number)"
  }
}
