import CMarkGFM
import Glibc
import Synchronization

/// A parsed Markdown text, in the memory of this thread's arena, which is free again when the tree goes.
struct Tree: ~Copyable {
  let root: Node
  private let parser: OpaquePointer
  private let options: Int32

  /// - Parameters:
  ///   - options: `CMARK_OPT_` flags; smart punctuation and unsafe HTML stay off unless they are given.
  init(
    parsing text: UnsafeBufferPointer<UInt8>, extensions: [Extension] = Extension.gfm,
    options: Int32 = CMARK_OPT_DEFAULT | CMARK_OPT_FOOTNOTES
  ) {
    _ = Self.registration
    Arena.beginTree()
    let parser = cmark_parser_new_with_mem(options, Arena.allocator)!
    self.parser = parser
    self.options = options
    let needed = extensions.filter { $0.isNeeded(in: text) }
    for syntaxExtension in needed {
      cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(syntaxExtension.rawValue))
    }
    if let start = text.baseAddress {
      start.withMemoryRebound(to: CChar.self, capacity: text.count) {
        cmark_parser_feed(parser, $0, text.count)
      }
    }
    // See `registration`.
    var root: OpaquePointer?
    if needed.contains(.strikethrough) {
      Self.tildes.withLock { _ in root = cmark_parser_finish(parser) }
    } else {
      root = cmark_parser_finish(parser)
    }
    self.root = Node(root!)
  }

  deinit { Arena.endTree() }

  /// Calls `body` with the HTML of the whole tree.
  func withHTML<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let html = cmark_render_html(root.pointer, options, cmark_parser_get_syntax_extensions(parser))!
    return body(UnsafeRawBufferPointer(start: html, count: strlen(html)).assumingMemoryBound(to: UInt8.self))
  }

  // MARK: Extensions

  /// libcmark-gfm's extensions, by the names it registers them under.
  enum Extension: String {
    case table, strikethrough, autolink, tasklist, tagfilter

    /// Raw HTML is refused before rendering, so GFM's tag filter has nothing to do here.
    static let gfm: [Extension] = [.table, .strikethrough, .autolink, .tasklist]

    /// False only when the extension would change nothing. Most texts hold no bare address, and looking for one
    /// takes two more walks over the whole tree.
    fileprivate func isNeeded(in text: UnsafeBufferPointer<UInt8>) -> Bool {
      switch self {
      case .table, .tasklist, .tagfilter: true
      case .strikethrough: text.holds("~")
      // `&` since a reference may stand for the `@` of a mailbox.
      case .autolink: text.holds("@") || text.holds("&") || text.holds("://") || text.holds("www.")
      }
    }
  }

  /// libcmark-gfm keeps its extensions in a global list: register them once, whichever thread is first.
  ///
  /// The characters at which extensions are asked (`~`, `:`, `w`) stand in a global table too, and each parser puts
  /// its extensions' in when it starts on inline text and takes them out when it ends, under the eyes of all the
  /// others: texts parsed at the same time lost links and deletions. Those of addresses are put in once, and then the
  /// extension is told that it has none, which leaves nothing to take out. Deletions look their character up again,
  /// so texts that hold one wait for each other.
  private static let registration: Void = {
    cmark_gfm_core_extensions_ensure_registered()
    let autolink = cmark_find_syntax_extension(Extension.autolink.rawValue)
    let parser = cmark_parser_new(CMARK_OPT_DEFAULT)!
    cmark_parser_attach_syntax_extension(parser, autolink)
    cmark_manage_extensions_special_characters(parser, 1)
    cmark_parser_free(parser)
    cmark_syntax_extension_set_special_inline_chars(autolink, nil)
  }()

  private static let tildes = Mutex(())
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate func holds(_ needle: StaticString) -> Bool {
    let needle = UnsafeBufferPointer(start: needle.utf8Start, count: needle.utf8CodeUnitCount)
    var rest = self
    while let start = rest.baseAddress, let found = memchr(start, Int32(needle[0]), rest.count) {
      let offset = UnsafeRawPointer(start).distance(to: found)
      rest = UnsafeBufferPointer(rebasing: rest[offset...])
      if rest.starts(with: needle) { return true }
      rest = UnsafeBufferPointer(rebasing: rest.dropFirst())
    }
    return false
  }
}
