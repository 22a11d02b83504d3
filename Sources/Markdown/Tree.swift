import CMarkGFM

/// A parsed Markdown text. Frees libcmark-gfm's memory when it goes.
struct Tree: ~Copyable {
  let root: Node
  private let parser: OpaquePointer
  private let options: Int32

  /// - Parameters:
  ///   - extensions: names as libcmark-gfm registers them.
  ///   - options: `CMARK_OPT_` flags; smart punctuation and unsafe HTML stay off unless they are given.
  init(
    parsing text: UnsafeBufferPointer<UInt8>, extensions: [String] = Self.gfm,
    options: Int32 = CMARK_OPT_DEFAULT | CMARK_OPT_FOOTNOTES
  ) {
    _ = Self.registration
    let parser = cmark_parser_new(options)!
    self.parser = parser
    self.options = options
    for name in extensions {
      cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
    }
    if let start = text.baseAddress {
      start.withMemoryRebound(to: CChar.self, capacity: text.count) {
        cmark_parser_feed(parser, $0, text.count)
      }
    }
    root = Node(cmark_parser_finish(parser)!)
  }

  deinit {
    cmark_node_free(root.pointer)
    cmark_parser_free(parser)
  }

  /// Calls `body` with the HTML of the whole tree.
  func withHTML<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let html = cmark_render_html(root.pointer, options, cmark_parser_get_syntax_extensions(parser))!
    defer { cmark_get_default_mem_allocator().pointee.free(html) }
    var count = 0
    while html[count] != 0 { count += 1 }
    return body(UnsafeRawBufferPointer(start: html, count: count).assumingMemoryBound(to: UInt8.self))
  }

  /// Calls `visit` for every node, parents before children; entering only.
  func forEachNode(_ visit: (Node) -> Void) {
    let iterator = cmark_iter_new(root.pointer)
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return }
      if event == CMARK_EVENT_ENTER { visit(Node(cmark_iter_get_node(iterator)!)) }
    }
  }

  /// Raw HTML is refused before rendering, so the tag filter of GFM has nothing to do here.
  static let gfm = ["table", "strikethrough", "autolink", "tasklist"]

  /// libcmark-gfm keeps its extensions in a global list: register them once, whichever thread is first.
  private static let registration: Void = cmark_gfm_core_extensions_ensure_registered()
}
