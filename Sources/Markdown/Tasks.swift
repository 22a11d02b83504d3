import CMarkGFM

extension Node {
  /// A list item with a check box.
  var isTask: Bool { isCalled("tasklist") }
}

extension Transformation {
  /// The box gets a name that a screen reader can say.
  func transformTask(_ item: Node) {
    let isDone = cmark_gfm_extensions_get_tasklist_item_checked(item.pointer)
    cmark_node_set_syntax_extension(item.pointer, nil)
    var box = [UInt8](markup: "<input type=\"checkbox\" disabled")
    box.append(isDone ? " checked" : "")
    box.append(" aria-label=\"")
    box.append(isDone ? labels.done : labels.toDo)
    box.append("\"> ")
    let node = Node.custom(block: false, enter: box, exit: "")
    if let paragraph = item.firstChild, paragraph.type == CMARK_NODE_PARAGRAPH {
      paragraph.prepend(node)
    } else {
      let paragraph = Node.paragraph()
      item.prepend(paragraph)
      paragraph.append(node)
    }
  }
}
