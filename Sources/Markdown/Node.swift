import CMarkGFM

/// A node of libcmark-gfm's tree, owned by the `Tree` it belongs to.
struct Node {
  let pointer: OpaquePointer

  init(_ pointer: OpaquePointer) { self.pointer = pointer }

  init?(_ pointer: OpaquePointer?) {
    guard let pointer else { return nil }
    self.pointer = pointer
  }

  /// A node that libcmark-gfm prints as the two given pieces of HTML around its children, in safe mode too.
  static func custom(block: Bool, enter: [UInt8], exit: String) -> Node {
    let type = block ? CMARK_NODE_CUSTOM_BLOCK : CMARK_NODE_CUSTOM_INLINE
    let node = cmark_node_new(type)!
    // libcmark-gfm copies what it is given up to the first NUL.
    (enter + [0]).withUnsafeBytes {
      _ = cmark_node_set_on_enter(node, $0.baseAddress!.assumingMemoryBound(to: CChar.self))
    }
    cmark_node_set_on_exit(node, exit)
    return Node(node)
  }

  static func custom(block: Bool, enter: String, exit: String) -> Node {
    custom(block: block, enter: Array(enter.utf8), exit: exit)
  }

  var type: cmark_node_type { cmark_node_get_type(pointer) }
  var isBlock: Bool { type.rawValue & UInt32(CMARK_NODE_TYPE_MASK) == UInt32(CMARK_NODE_TYPE_BLOCK) }
  /// The name an extension gives its nodes (“table”, “table_cell”), where `type` is a number only known at run time.
  var typeName: String { String(cString: cmark_node_get_type_string(pointer)) }
  /// From 1, within the text that was parsed.
  var line: Int { Int(cmark_node_get_start_line(pointer)) }

  var parent: Node? { Node(cmark_node_parent(pointer)) }
  var firstChild: Node? { Node(cmark_node_first_child(pointer)) }
  var lastChild: Node? { Node(cmark_node_last_child(pointer)) }
  var next: Node? { Node(cmark_node_next(pointer)) }
  var previous: Node? { Node(cmark_node_previous(pointer)) }

  var literal: UnsafeBufferPointer<UInt8> { utf8(cmark_node_get_literal(pointer)) }
  /// The destination of a link or image.
  var url: UnsafeBufferPointer<UInt8> { utf8(cmark_node_get_url(pointer)) }
  var title: UnsafeBufferPointer<UInt8> { utf8(cmark_node_get_title(pointer)) }

  func append(_ child: Node) { cmark_node_append_child(pointer, child.pointer) }
  func prepend(_ child: Node) { cmark_node_prepend_child(pointer, child.pointer) }
  func insertBefore(_ sibling: Node) { cmark_node_insert_before(sibling.pointer, pointer) }

  func remove() {
    cmark_node_unlink(pointer)
    cmark_node_free(pointer)
  }

  /// Puts `other` in this node's place, moves the children over, and frees this node.
  func become(_ other: Node) {
    if isBlock, let firstChild, !firstChild.isBlock { ownText() }
    other.insertBefore(self)
    while let child = firstChild { other.append(child) }
    remove()
  }

  /// Lets the words and bare addresses below outlive this block: they point into its buffer until libcmark-gfm
  /// is asked for them.
  private func ownText() {
    let iterator = cmark_iter_new(pointer)
    defer { cmark_iter_free(iterator) }
    while cmark_iter_next(iterator) != CMARK_EVENT_DONE {
      let node = cmark_iter_get_node(iterator)
      _ = cmark_node_get_literal(node)
      _ = cmark_node_get_url(node)
    }
  }

  private func utf8(_ cString: UnsafePointer<CChar>?) -> UnsafeBufferPointer<UInt8> {
    guard let cString else { return UnsafeBufferPointer(start: nil, count: 0) }
    var count = 0
    while cString[count] != 0 { count += 1 }
    return UnsafeRawBufferPointer(start: cString, count: count).assumingMemoryBound(to: UInt8.self)
  }
}

extension cmark_node_type {
  /// Block types that an extension defines come after libcmark-gfm's own.
  var isExtensionBlock: Bool {
    rawValue & UInt32(CMARK_NODE_TYPE_MASK) == CMARK_NODE_DOCUMENT.rawValue & UInt32(CMARK_NODE_TYPE_MASK)
      && rawValue > CMARK_NODE_FOOTNOTE_DEFINITION.rawValue
  }
}
