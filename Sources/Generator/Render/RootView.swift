import Templates

/// What a layout is drawn from: one page of the site, whatever stands on it. What the whole portal has stands around
/// it, in `SiteView`, and around that the theme's words and files.
struct RootView: View {
  let drawing: Drawing
  let base: Base
  let output: Output
  /// What declared the output: it knows what is particular to its kind.
  let source: any HTMLSource

  static let fields = Fields<RootView>(
    "root",
    [
      .text("title", "the title of this page") { $0.title },
      .text("full_title", "the same with the portal's title, for the browser's tab") { $0.fullTitle },
      .text("description", "one or two sentences on this page") { $0.summary },
      .text("route", "the address of this page within the portal") { $0.output.path },
      .text("canonical", "the full address that search engines are told of") { $0.canonical },
      .text("page_url", "the full address of this page on this portal") { view in
        view.drawing.portal.url.absolute + Drawing.address(view.output.path)
      },
      .text("share_image", "the full address of the page's picture, else of the portal's emblem") {
        $0.shareImage
      },
      .text(
        "kind",
        Layout.allCases.map(\.rawValue).sorted().joined(separator: ", ")
      ) { $0.kind },
      .raw("structured_data", "what stands here for search engines, as JSON-LD in a script element") {
        view, output in
        view.appendStructuredData(to: &output)
      },
      .flag("is_home", "whether this is the home page") { $0.output.path == Site.home },
      .list("menu", "the menu", LinkView.self) { $0.menu },
      .list("breadcrumbs", "the way here from the home page, without this page", LinkView.self) {
        $0.breadcrumbs
      },
      .record("page", "the page of the content tree; none on lists of topics", PageView.self) { view in
        view.key.map { PageView(drawing: view.drawing, base: view.base, key: $0, isInBook: view.isWholeBook) }
      },
      .record("listing", "the list on a section, tag or audience page", ListingView.self) { $0.listing },
      .list("topics", "every tag on the index of tags, every audience on that of audiences", TopicView.self) {
        $0.topics
      },
      .list("tree", "the whole site, on the site map", TreeView.self) { $0.tree },
      .flag("has_tree", "whether there is anything on the site map") { !$0.tree.isEmpty },
      .flag("is_whole_book", "whether this page is a whole handbook") { $0.isWholeBook },
      .list(
        "book_chapters", "the chapters on the page of a whole handbook, with their text", BookChapterView.self
      ) {
        $0.bookChapters
      },
      .record("search", "the search index, on the page to search on", SearchView.self) { view in
        view.output.kind == .search ? SearchView(drawing: view.drawing, base: view.base) : nil
      },
      .list("letters", "the index from A to Z by letters, on a theme that has search", LetterView.self) {
        $0.letters
      },
      .record("letter", "the letter of this page, where every letter has one", LetterView.self) { $0.letter },
      .record("gone", "why there is no page any more, at an address where one was", GoneView.self) {
        $0.gone
      },
      .flag("has_quick_exit", "whether a reader may have to leave this page at once") { $0.hasQuickExit },
      .text("redirect_href", "where an old address leads, on a redirect page") { $0.redirect },
    ])

  // MARK: This page

  private var gone: GoneView? {
    (source as? GonePages).map { GoneView(drawing: drawing, gone: $0.gone(output, of: drawing)) }
  }

  var key: PageKey? { source.page(output) }
  var title: String { source.title(output, of: drawing) }

  private var fullTitle: String {
    if let letter { return "\(title): \(letter.letter.name) – \(drawing.portal.title)" }
    if output.path == Site.home { return drawing.portal.title }
    let part = output.number > 1 ? "\(title) (\(drawing.theme.word("page")) \(output.number))" : title
    return part + " – " + drawing.portal.title
  }

  var summary: String {
    if output.path == Site.home, !drawing.portal.description.isEmpty { return drawing.portal.description }
    let text = key.map { drawing.page($0).description } ?? ""
    return text.isEmpty ? "\(title) – \(drawing.portal.title)" : text
  }

  var canonical: String {
    source.canonical(output, of: drawing) ?? drawing.portal.url.absolute + Drawing.address(output.path)
  }

  private var shareImage: String? {
    let file = key.flatMap { drawing.page($0).image?.file } ?? drawing.site.emblem
    return file.map { drawing.portal.url.absolute + drawing.fileRoute($0) }
  }

  private var kind: String { source.layout(output, of: drawing).rawValue }

  private var redirect: String? {
    output.kind == .redirect ? base.prefix(drawing) + drawing.route(output.key) : nil
  }

  // MARK: Around it

  /// What the page says, else the nearest section that says something. The home page, the search and the lists lead
  /// to every page: whoever has to leave one may have to leave them, but what the home page says is not for others.
  private var hasQuickExit: Bool {
    guard let key, key != drawing.home else {
      return key.flatMap { drawing.page($0).quickExit } ?? drawing.site.hasQuickExit
    }
    return drawing.site.around(key).lazy.filter { $0 != drawing.home }
      .compactMap { drawing.page($0).quickExit }.first ?? false
  }

  func link(_ target: LinkView.Target, isCurrent: Bool = false) -> LinkView {
    LinkView(drawing: drawing, base: base, target: target, isCurrent: isCurrent)
  }

  private var menu: [LinkView] {
    drawing.site.menu.indices.map { index in
      let key = drawing.site.menu[index].key
      return link(.menu(Int32(index)), isCurrent: key.map(isAround) ?? false)
    }
  }

  /// Whether a page is this one or a section around it. The home page is around every page, which says nothing.
  private func isAround(_ section: PageKey) -> Bool {
    guard let key, section != drawing.home else { return false }
    return drawing.site.around(key).contains(section)
  }

  var breadcrumbs: [LinkView] {
    guard output.path != Site.home else { return [] }
    let sections = key.map { drawing.site.around($0).dropFirst().filter { $0 != drawing.home } } ?? []
    let links = source.trail(self) + sections.map { link(.page($0)) } + [link(.home)]
    return links.reversed()
  }
}
