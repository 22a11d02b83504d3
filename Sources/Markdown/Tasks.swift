import CMarkGFM

extension Node {
  /// A list item with a check box.
  var isTask: Bool { typeName == "tasklist" }
}

extension Transformation {
  /// The box gets a name that a screen reader can say.
  func transformTask(_ item: Node) {
    let isDone = cmark_gfm_extensions_get_tasklist_item_checked(item.pointer)
    cmark_node_set_syntax_extension(item.pointer, nil)
    let box =
      "<input type=\"checkbox\" disabled\(isDone ? " checked" : "") "
      + "aria-label=\"\(isDone ? labels.done : labels.toDo)\"> "
    let node = Node.custom(block: false, enter: box, exit: "")
    if let paragraph = item.firstChild, paragraph.type == CMARK_NODE_PARAGRAPH {
      paragraph.prepend(node)
    } else {
      let paragraph = Node(cmark_node_new(CMARK_NODE_PARAGRAPH)!)
      item.prepend(paragraph)
      paragraph.append(node)
    }
  }
}
