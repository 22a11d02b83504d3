import CMarkGFM

extension Node {
  /// The words below this node, without markup: what a reader would read aloud.
  var text: [UInt8] {
    var text: [UInt8] = []
    appendText(to: &text)
    return text
  }

  private func appendText(to text: inout [UInt8]) {
    let iterator = cmark_iter_new(pointer)
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return }
      let node = Node(cmark_iter_get_node(iterator)!)
      switch (node.type, event) {
      case (CMARK_NODE_TEXT, _), (CMARK_NODE_CODE, _), (CMARK_NODE_CODE_BLOCK, _): text += node.literal
      case (CMARK_NODE_SOFTBREAK, _), (CMARK_NODE_LINEBREAK, _): text.append(UInt8(ascii: " "))
      case (let type, CMARK_EVENT_EXIT) where type.endsLine && text.last != UInt8(ascii: "\n") && !text.isEmpty:
        text.append(UInt8(ascii: "\n"))
      default: break
      }
    }
  }
}

extension cmark_node_type {
  fileprivate var endsLine: Bool {
    self == CMARK_NODE_PARAGRAPH || self == CMARK_NODE_CUSTOM_BLOCK || self == CMARK_NODE_HEADING || isExtensionBlock
  }
}

extension Tree {
  /// The words of the whole text, one line a block.
  func plainText() -> [UInt8] { Array(root.text) }
}
