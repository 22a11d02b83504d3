import Templates

/// What a layout is drawn from: one page of the site, whatever stands on it.
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
      .text("language", "vi or en") { $0.drawing.portal.language.rawValue },
      .text("root", "the way to the portal's root: empty, ../ …") { $0.base.prefix($0.drawing) },
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
      .record("portal", "the portal", PortalView.self) {
        PortalView(drawing: $0.drawing, base: $0.base)
      },
      .record("main_portal", "the portal above this one; none on the main portal", LinkView.self) {
        $0.mainPortal
      },
      .list("menu", "the menu", LinkView.self) { $0.menu },
      .flag("has_menu", "whether the portal has a menu") { !$0.drawing.site.menu.isEmpty },
      .list("breadcrumbs", "the way here from the home page, without this page", LinkView.self) {
        $0.breadcrumbs
      },
      .record("page", "the page of the content tree; none on lists of topics", PageView.self) { view in
        view.key.map { PageView(drawing: view.drawing, base: view.base, key: $0, isInBook: view.isWholeBook) }
      },
      .list("sections", "the sections right below the home page", CardView.self) { $0.sections },
      .flag("has_sections", "whether there are sections below the home page") { !$0.sections.isEmpty },
      .list("latest", "the six newest pages", CardView.self) { view in
        view.drawing.site.recent.prefix(6).map { CardView(drawing: view.drawing, base: view.base, key: $0) }
      },
      .list("own_latest", "the six newest pages that only this portal has", CardView.self) { $0.ownLatest },
      .flag("has_own_latest", "whether this portal has dated pages of its own") { !$0.ownLatest.isEmpty },
      .record("listing", "the list on a section, tag or audience page", ListingView.self) { $0.listing },
      .record("campaign", "the campaign that runs on the day of the build", CampaignView.self) { view in
        view.drawing.site.campaign.map { CampaignView(drawing: view.drawing, base: view.base, key: $0.key) }
      },
      .list("topics", "every tag on the index of tags, every audience on that of audiences", TopicView.self) {
        $0.topics
      },
      .list("all_audiences", "every audience that has pages", TopicView.self) { view in
        view.topics(view.drawing.site.audiences)
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
      .text("search_href", "the page to search on, if the theme has one") { view in
        view.drawing.theme.hasSearch
          ? "\(view.base.prefix(view.drawing))\(view.drawing.site.words.search).html" : nil
      },
      .list("letters", "the index from A to Z by letters, on a theme that has search", LetterView.self) {
        $0.letters
      },
      .record("letter", "the letter of this page, where every letter has one", LetterView.self) { $0.letter },
      .record("help_page", "the page that helps who finds nothing", LinkView.self) { view in
        view.drawing.site.help.map { view.link(.page($0)) }
      },
      .flag("has_quick_exit", "whether a reader may have to leave this page at once") { $0.hasQuickExit },
      .text("quick_exit_url", "where a reader goes who leaves at once") { $0.drawing.quickExitURL },
      .text("redirect_href", "where an old address leads, on a redirect page") { $0.redirect },
      .text("home_href", "the home page") { $0.base.prefix($0.drawing) + Site.home },
      .text("tags_href", "the index of tags, if there are any") { view in
        view.drawing.site.tags.isEmpty
          ? nil : "\(view.base.prefix(view.drawing))\(view.drawing.site.words.tags).html"
      },
      .text("audiences_href", "the index of audiences, if there are any") { view in
        view.drawing.site.audiences.isEmpty
          ? nil : "\(view.base.prefix(view.drawing))\(view.drawing.site.words.audiences).html"
      },
      .text("site_map_href", "the site map for people") {
        "\($0.base.prefix($0.drawing))\($0.drawing.site.words.siteMap).html"
      },
      .text("feed_href", "the portal's Atom feed, if it has dated pages") { view in
        view.drawing.site.recent.isEmpty ? nil : view.base.prefix(view.drawing) + "feed.xml"
      },
      .text("manifest_href", "the portal's web manifest") { $0.base.prefix($0.drawing) + WebManifest.route },
    ])

  // MARK: This page

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

  func card(_ key: PageKey) -> CardView { CardView(drawing: drawing, base: base, key: key) }

  func link(_ target: LinkView.Target, isCurrent: Bool = false) -> LinkView {
    LinkView(drawing: drawing, base: base, target: target, isCurrent: isCurrent)
  }

  private var mainPortal: LinkView? { drawing.mainPortal.map { _ in link(.mainPortal) } }

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
