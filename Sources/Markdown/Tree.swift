import CMarkGFM
import Glibc

/// A parsed Markdown text, in the memory of this thread's arena, which is free again when the tree goes.
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
    Arena.beginTree()
    let parser = cmark_parser_new_with_mem(options, Arena.allocator)!
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

  deinit { Arena.endTree() }

  /// Calls `body` with the HTML of the whole tree.
  func withHTML<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let html = cmark_render_html(root.pointer, options, cmark_parser_get_syntax_extensions(parser))!
    return body(UnsafeRawBufferPointer(start: html, count: strlen(html)).assumingMemoryBound(to: UInt8.self))
  }

  /// Raw HTML is refused before rendering, so the tag filter of GFM has nothing to do here.
  static let gfm = ["table", "strikethrough", "autolink", "tasklist"]

  /// libcmark-gfm keeps its extensions in a global list: register them once, whichever thread is first.
  private static let registration: Void = cmark_gfm_core_extensions_ensure_registered()
}
