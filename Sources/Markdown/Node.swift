import CMarkGFM
import Glibc

/// A node of libcmark-gfm's tree, owned by the `Tree` it belongs to.
struct Node {
  let pointer: OpaquePointer

  init(_ pointer: OpaquePointer) { self.pointer = pointer }

  init?(_ pointer: OpaquePointer?) {
    guard let pointer else { return nil }
    self.pointer = pointer
  }

  /// A node that libcmark-gfm prints as the two given pieces of HTML around its children, in safe mode too.
  static func custom(block: Bool, enter: consuming [UInt8], exit: StaticString) -> Node {
    // libcmark-gfm copies what it is given up to the first NUL.
    enter.append(0)
    return enter.withUnsafeBytes {
      custom(block: block, enter: $0.baseAddress!.assumingMemoryBound(to: CChar.self), exit: exit)
    }
  }

  static func custom(block: Bool, enter: StaticString, exit: StaticString) -> Node {
    custom(
      block: block, enter: UnsafeRawPointer(enter.utf8Start).assumingMemoryBound(to: CChar.self), exit: exit)
  }

  private static func custom(block: Bool, enter: UnsafePointer<CChar>, exit: StaticString) -> Node {
    let node = make(block ? CMARK_NODE_CUSTOM_BLOCK : CMARK_NODE_CUSTOM_INLINE)
    cmark_node_set_on_enter(node.pointer, enter)
    exit.withUTF8Buffer {
      _ = cmark_node_set_on_exit(
        node.pointer, UnsafeRawPointer($0.baseAddress!).assumingMemoryBound(to: CChar.self))
    }
    return node
  }

  static func text(_ text: consuming [UInt8]) -> Node {
    let node = make(CMARK_NODE_TEXT)
    text.append(0)
    text.withUnsafeBytes {
      _ = cmark_node_set_literal(node.pointer, $0.baseAddress!.assumingMemoryBound(to: CChar.self))
    }
    return node
  }

  static func paragraph() -> Node { make(CMARK_NODE_PARAGRAPH) }

  private static func make(_ type: cmark_node_type) -> Node {
    Node(cmark_node_new_with_mem(type, Arena.allocator)!)
  }

  var type: cmark_node_type { cmark_node_get_type(pointer) }
  /// Whether this is the name an extension gives the node (“table”, “tasklist”); its `type` is a number only known
  /// at run time.
  func isCalled(_ name: StaticString) -> Bool {
    strcmp(
      cmark_node_get_type_string(pointer),
      UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self)) == 0
  }
  /// From 1, within the text that was parsed.
  var line: Int { Int(cmark_node_get_start_line(pointer)) }
  /// The same; inline nodes made by an extension have no line of their own, and take that of what they stand in.
  var lineOrThatAround: Int {
    var node = self
    while node.line == 0, let parent = node.parent { node = parent }
    return max(1, node.line)
  }

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

  /// Takes the node out of the tree. Its memory goes with the tree's, so that what was read from it stays.
  func remove() { cmark_node_unlink(pointer) }

  /// Puts `other` in this node's place and moves the children over.
  func become(_ other: Node) {
    other.insertBefore(self)
    while let child = firstChild { other.append(child) }
    remove()
  }

  private func utf8(_ cString: UnsafePointer<CChar>?) -> UnsafeBufferPointer<UInt8> {
    guard let cString else { return UnsafeBufferPointer(start: nil, count: 0) }
    return UnsafeRawBufferPointer(start: cString, count: strlen(cString)).assumingMemoryBound(to: UInt8.self)
  }
}

extension cmark_node_type {
  /// Block types that an extension defines come after libcmark-gfm's own.
  var isExtensionBlock: Bool {
    rawValue & UInt32(CMARK_NODE_TYPE_MASK) == CMARK_NODE_DOCUMENT.rawValue & UInt32(CMARK_NODE_TYPE_MASK)
      && rawValue > CMARK_NODE_FOOTNOTE_DEFINITION.rawValue
  }
}

extension Node {
  /// The words below this node, without markup: what a heading or a picture's description says.
  var text: [UInt8] {
    if let only = firstChild, only.next == nil, only.type == CMARK_NODE_TEXT { return Array(only.literal) }
    var text: [UInt8] = []
    let iterator = cmark_iter_new(pointer)
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return text }
      let node = Node(cmark_iter_get_node(iterator)!)
      switch node.type {
      case CMARK_NODE_TEXT, CMARK_NODE_CODE: text += node.literal
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: text.append(UInt8(ascii: " "))
      default: break
      }
    }
  }
}
