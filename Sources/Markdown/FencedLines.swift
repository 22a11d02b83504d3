import CMarkGFM

/// The lines of a text, from 1, that fenced code blocks take up, fences and all; none for a text that libcmark-gfm
/// cannot be trusted with.
public func fencedLines(of text: UnsafeBufferPointer<UInt8>) -> [ClosedRange<Int>] {
  guard costlyMarkdown(text) == nil else { return [] }
  let tree = Tree(parsing: text)
  let iterator = cmark_iter_new(tree.root.pointer)
  defer { cmark_iter_free(iterator) }
  var ranges: [ClosedRange<Int>] = []
  while true {
    let event = cmark_iter_next(iterator)
    if event == CMARK_EVENT_DONE { return ranges }
    let node = Node(cmark_iter_get_node(iterator)!)
    guard event == CMARK_EVENT_ENTER, node.type == CMARK_NODE_CODE_BLOCK, node.isFenced else { continue }
    ranges.append(node.line...max(node.line, node.lastLine))
  }
}

extension Node {
  fileprivate var isFenced: Bool {
    var (length, offset, character): (Int32, Int32, CChar) = (0, 0, 0)
    return cmark_node_get_fenced(pointer, &length, &offset, &character) != 0
  }

  /// From 1, within the text that was parsed.
  fileprivate var lastLine: Int { Int(cmark_node_get_end_line(pointer)) }
}
