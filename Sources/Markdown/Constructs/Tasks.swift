import CMarkGFM

extension Node {
  /// A list item with a check box.
  var isTask: Bool { isCalled("tasklist") }
}

extension Transformation {
  /// A box that the theme draws, with a name that a screen reader can say: a disabled check box would look as if it could
  /// be ticked, and be announced as something switched off.
  func transformTask(_ item: Node) {
    let isDone = cmark_gfm_extensions_get_tasklist_item_checked(item.pointer)
    cmark_node_set_syntax_extension(item.pointer, nil)
    var box = [UInt8](markup: "<span class=\"task")
    box.append(isDone ? " task-done" : "")
    box.append("\" role=\"img\" aria-label=\"")
    box.append(isDone ? labels.done : labels.toDo)
    box.append("\"></span> ")
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
