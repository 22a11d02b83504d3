import Templates

/// What a layout is drawn from: one page of the site, whatever stands on it.
struct RootView: View {
  let edition: Edition
  let base: Base
  let output: Site.Output

  static let fields = Fields<RootView>(
    "root",
    [
      .text("title", "the title of this page") { $0.title },
      .text("full_title", "the same with the portal's title, for the browser's tab") { $0.fullTitle },
      .text("description", "one or two sentences on this page") { $0.summary },
      .text("language", "vi or en") { $0.edition.portal.language.rawValue },
      .text("root", "the way to the portal's root: empty, ../ …") { $0.base.prefix($0.edition) },
      .text("route", "the address of this page within the portal") { $0.output.path },
      .text("canonical", "the full address that search engines are told of") { $0.canonical },
      .text("page_url", "the full address of this page on this portal") { view in
        view.edition.portal.url.absolute + Edition.address(view.output.path)
      },
      .text("share_image", "the full address of the page's picture, else of the portal's emblem") {
        $0.shareImage
      },
      .text(
        "kind",
        "home, section, handbook, book, campaign, chapter, guide, tip, document, page, tag, audience, topics, site-map, search, letter or not-found"
      ) { $0.kind },
      .raw("structured_data", "what stands here for search engines, as JSON-LD in a script element") {
        view, output in
        view.appendStructuredData(to: &output)
      },
      .flag("is_home", "whether this is the home page") { $0.output.path == Site.home },
      .record("portal", "the portal", PortalView.self) {
        PortalView(edition: $0.edition, base: $0.base)
      },
      .record("main_portal", "the portal above this one; none on the main portal", LinkView.self) {
        $0.mainPortal
      },
      .list("menu", "the menu", LinkView.self) { $0.menu },
      .flag("has_menu", "whether the portal has a menu") { !$0.edition.site.menu.isEmpty },
      .list("breadcrumbs", "the way here from the home page, without this page", LinkView.self) {
        $0.breadcrumbs
      },
      .record("page", "the page of the content tree; none on lists of topics", PageView.self) { view in
        view.key.map { PageView(edition: view.edition, base: view.base, key: $0, isInBook: view.isWholeBook) }
      },
      .list("sections", "the sections right below the home page", CardView.self) { $0.sections },
      .flag("has_sections", "whether there are sections below the home page") { !$0.sections.isEmpty },
      .list("latest", "the six newest pages", CardView.self) { view in
        view.edition.site.recent.prefix(6).map { CardView(edition: view.edition, base: view.base, key: $0) }
      },
      .list("own_latest", "the six newest pages that only this portal has", CardView.self) { $0.ownLatest },
      .flag("has_own_latest", "whether this portal has dated pages of its own") { !$0.ownLatest.isEmpty },
      .record("listing", "the list on a section, tag or audience page", ListingView.self) { $0.listing },
      .record("campaign", "the campaign that runs on the day of the build", CampaignView.self) { view in
        view.edition.site.campaign.map { CampaignView(edition: view.edition, base: view.base, key: $0.key) }
      },
      .list("topics", "every tag on the index of tags, every audience on that of audiences", TopicView.self) {
        $0.topics
      },
      .list("all_audiences", "every audience that has pages", TopicView.self) { $0.groups(.audienceIndex) },
      .list("tree", "the whole site, on the site map", TreeView.self) { $0.tree },
      .flag("has_tree", "whether there is anything on the site map") { !$0.tree.isEmpty },
      .flag("is_whole_book", "whether this page is a whole handbook") { $0.isWholeBook },
      .list(
        "book_chapters", "the chapters on the page of a whole handbook, with their text", BookChapterView.self
      ) {
        $0.bookChapters
      },
      .record("search", "the search index, on the page to search on", SearchView.self) { view in
        if case .search = view.output.route {
          SearchView(edition: view.edition, base: view.base)
        } else {
          nil
        }
      },
      .text("search_href", "the page to search on, if the theme has one") { view in
        view.edition.theme.hasSearch
          ? "\(view.base.prefix(view.edition))\(view.edition.site.words.search).html" : nil
      },
      .list("letters", "the index from A to Z by letters, on a theme that has search", LetterView.self) {
        $0.letters
      },
      .record("letter", "the letter of this page, where every letter has one", LetterView.self) { $0.letter },
      .record("help_page", "the page that helps who finds nothing", LinkView.self) { view in
        view.edition.site.help.map { view.link(.page($0)) }
      },
      .flag("has_quick_exit", "whether a reader may have to leave this page at once") { $0.hasQuickExit },
      .text("quick_exit_url", "where a reader goes who leaves at once") { $0.edition.project.quickExitURL },
      .text("redirect_href", "where an old address leads, on a redirect page") { $0.redirect },
      .text("home_href", "the home page") { $0.base.prefix($0.edition) + Site.home },
      .text("tags_href", "the index of tags, if there are any") { view in
        view.edition.site.tags.isEmpty
          ? nil : "\(view.base.prefix(view.edition))\(view.edition.site.words.tags).html"
      },
      .text("audiences_href", "the index of audiences, if there are any") { view in
        view.edition.site.audiences.isEmpty
          ? nil : "\(view.base.prefix(view.edition))\(view.edition.site.words.audiences).html"
      },
      .text("site_map_href", "the site map for people") {
        "\($0.base.prefix($0.edition))\($0.edition.site.words.siteMap).html"
      },
      .text("feed_href", "the portal's Atom feed, if it has dated pages") { view in
        view.edition.site.recent.isEmpty ? nil : view.base.prefix(view.edition) + "feed.xml"
      },
      .text("manifest_href", "the portal's web manifest") { $0.base.prefix($0.edition) + WebManifest.route },
    ])

  // MARK: This page

  var key: Key? {
    switch output.route {
    case .page(let key, _), .book(let key): key
    default: nil
    }
  }

  var group: Site.Group? {
    switch output.route {
    case .tag(let index, _): edition.site.tags[index]
    case .audience(let index, _): edition.site.audiences[index]
    default: nil
    }
  }

  private var words: [String: String] { edition.theme.wordsByName }

  var title: String {
    switch output.route {
    case .page(let key, _), .book(let key): edition.page(key).title
    case .tagIndex: words["topics"] ?? ""
    case .audienceIndex: words["audiences"] ?? ""
    case .siteMap: words["site_map"] ?? ""
    case .search, .letter: words["search"] ?? ""
    case .notFound: words["not_found"] ?? ""
    case .redirect(let key): edition.page(key).title
    default: group?.name ?? edition.portal.title
    }
  }

  private var fullTitle: String {
    if let letter { return "\(title): \(letter.letter.name) – \(edition.portal.title)" }
    if output.path == Site.home { return edition.portal.title }
    let number = listNumber
    let part = number > 1 ? "\(title) (\(words["page"] ?? "") \(number))" : title
    return part + " – " + edition.portal.title
  }

  var summary: String {
    if output.path == Site.home, !edition.portal.description.isEmpty { return edition.portal.description }
    let text = key.map { edition.page($0).description } ?? ""
    return text.isEmpty ? "\(title) – \(edition.portal.title)" : text
  }

  var canonical: String {
    if let key, listNumber == 1 { return edition.canonical(key) }
    if case .redirect(let key) = output.route { return edition.canonical(key) }
    return edition.portal.url.absolute + Edition.address(output.path)
  }

  private var shareImage: String? {
    let file = key.flatMap { edition.page($0).image?.file } ?? edition.site.emblem
    return file.map { edition.portal.url.absolute + edition.fileRoute($0) }
  }

  var kind: String {
    switch output.route {
    case .page(let key, _): edition.page(key).kind.rawValue
    case .book: "book"
    case .tag: "tag"
    case .audience: "audience"
    case .tagIndex, .audienceIndex: "topics"
    case .siteMap: "site-map"
    case .search: "search"
    case .letter: "letter"
    case .redirect: "redirect"
    default: "not-found"
    }
  }

  private var redirect: String? {
    if case .redirect(let key) = output.route { base.prefix(edition) + edition.route(key) } else { nil }
  }

  // MARK: Around it

  /// What the page says, else the nearest section that says something. The home page, the search and the lists lead
  /// to every page: whoever has to leave one may have to leave them, but what the home page says is not for others.
  private var hasQuickExit: Bool {
    var key = key ?? -1
    if key < 0 || key == edition.home {
      return (key < 0 ? nil : edition.page(key).quickExit) ?? edition.site.hasQuickExit
    }
    while key >= 0, key != edition.home {
      if let says = edition.page(key).quickExit { return says }
      key = edition.site.parents[Int(key)]
    }
    return false
  }

  func card(_ key: Key) -> CardView { CardView(edition: edition, base: base, key: key) }

  func link(_ target: LinkView.Target, isCurrent: Bool = false) -> LinkView {
    LinkView(edition: edition, base: base, target: target, isCurrent: isCurrent)
  }

  private var mainPortal: LinkView? {
    edition.site.portal == edition.project.mainPortal ? nil : link(.mainPortal)
  }

  private var menu: [LinkView] {
    edition.site.menu.indices.map { index in
      let key = edition.site.menu[index].key
      return link(.menu(Int32(index)), isCurrent: key.map(isAround) ?? false)
    }
  }

  /// Whether a page is this one or a section around it. The home page is around every page, which says nothing.
  private func isAround(_ section: Key) -> Bool {
    guard section != edition.home else { return false }
    var key = key ?? -1
    while key >= 0 {
      if key == section { return true }
      key = edition.site.parents[Int(key)]
    }
    return false
  }

  var breadcrumbs: [LinkView] {
    guard output.path != Site.home else { return [] }
    var links: [LinkView] = []
    var parent = key.map { edition.site.parents[Int($0)] } ?? -1
    while parent >= 0, parent != edition.home {
      links.append(link(.page(parent)))
      parent = edition.site.parents[Int(parent)]
    }
    switch output.route {
    case .tag: links = [link(.tagIndex)]
    case .audience: links = [link(.audienceIndex)]
    case .letter: links = [link(.search)]
    case .book(let handbook): links.insert(link(.page(handbook)), at: 0)
    default: break
    }
    links.append(link(.home))
    return links.reversed()
  }
}
