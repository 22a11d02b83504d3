import Markdown
import Templates

/// A page as lists and menus show it.
struct CardView: View {
  let drawing: Drawing
  let base: Base
  let key: PageKey

  private var page: Page { drawing.page(key) }

  static let fields = Fields<CardView>(
    "card",
    [
      .text("title", "the page's title") { $0.page.title },
      .text("short_title", "the shorter title for menus, else the title") {
        $0.page.shortTitle ?? $0.page.title
      },
      .text("description", "one or two sentences") { $0.page.description },
      .address("href", "the address of the page") { ($0.base.prefix($0.drawing), $0.drawing.route($0.key)) },
      .text("kind", "page, guide, tip, document, chapter, section, handbook or campaign") {
        $0.page.kind.rawValue
      },
      .flag("is_section", "whether it has pages below it") { $0.page.kind.isSection },
      .text("date", "the date in words, if it has one") { view in view.page.date.map(view.drawing.words) },
      .text("date_iso", "the date as 2026-11-23") { $0.page.date?.iso },
      .text("age", "the age band, as 6–10") { $0.page.age?.text },
      .texts("audiences", "names of the audiences it is for") { view in
        view.page.audiences.map { view.drawing.audiences[$0].name }
      },
      .number("count", "how many pages a section holds") { view in
        view.page.kind.isSection ? view.drawing.site.children[view.key].count : nil
      },
    ])
}

/// A name with an address.
struct LinkView: View {
  let drawing: Drawing
  let base: Base
  let target: Target
  var isCurrent = false

  enum Target {
    /// An entry of the portal's menu, by its place there.
    case menu(Int32)
    case page(PageKey)
    case home, tagIndex, audienceIndex, search, mainPortal
  }

  var title: String? {
    switch target {
    case .menu(let index): drawing.site.menu[Int(index)].title
    case .page(let key): drawing.page(key).shortTitle ?? drawing.page(key).title
    case .home: drawing.theme.word("home")
    case .tagIndex: drawing.theme.word("topics")
    case .audienceIndex: drawing.theme.word("audiences")
    case .search: drawing.theme.word("search")
    case .mainPortal: drawing.mainPortal?.title
    }
  }

  private var address: (String, String) {
    if isExternal { return ("", externalAddress) }
    return (base.prefix(drawing), route)
  }

  /// Where in the portal it leads, if it leads there.
  var route: String {
    switch target {
    case .menu(let index): drawing.site.menu[Int(index)].url
    case .page(let key): drawing.route(key)
    case .tagIndex: drawing.site.words.tags + ".html"
    case .audienceIndex: drawing.site.words.audiences + ".html"
    case .search: drawing.site.words.search + ".html"
    case .home, .mainPortal: Site.home
    }
  }

  private var isExternal: Bool {
    switch target {
    case .menu(let index): drawing.site.menu[Int(index)].key == nil
    case .mainPortal: true
    case .page, .home, .tagIndex, .audienceIndex, .search: false
    }
  }

  private var externalAddress: String {
    if case .menu(let index) = target { return drawing.site.menu[Int(index)].url }
    return drawing.mainPortal?.url.absolute ?? ""
  }

  static let fields = Fields<LinkView>(
    "link",
    [
      .text("title", "what the link says") { $0.title },
      .address("href", "where it leads") { $0.address },
      .flag("is_current", "whether it leads to this page or a section around it") { $0.isCurrent },
      .flag("is_external", "whether it leads to another site") { $0.isExternal },
    ])
}

/// A tag or an audience.
struct TopicView: View {
  let drawing: Drawing
  let base: Base
  let group: Site.Group

  static let fields = Fields<TopicView>(
    "topic",
    [
      .text("name", "the tag or the audience") { $0.group.name },
      .text("slug", "its name in addresses") { $0.group.slug },
      .address("href", "the page that lists it") { ($0.base.prefix($0.drawing), $0.group.route) },
      .number("count", "how many pages it has") { $0.group.keys.count },
    ])
}

/// A heading in a table of contents.
struct ContentsView: View {
  let page: Page
  /// Its place among the page's headings.
  let index: Int

  private var heading: Document.Heading { page.body.headings[index] }

  /// The headings of the first level that stand in the list: those of level 2, and what comes before the first.
  static func list(of page: Page) -> [ContentsView] {
    let headings = page.body.headings
    guard headings.count > 1 else { return [] }
    var isBelow = false
    return headings.indices.compactMap { index in
      if isBelow, headings[index].level > 2 { return nil }
      isBelow = headings[index].level == 2
      return ContentsView(page: page, index: index)
    }
  }

  private var children: [ContentsView] {
    guard heading.level == 2 else { return [] }
    let headings = page.body.headings
    return headings[(index + 1)...].indices.prefix { headings[$0].level > 2 }.filter {
      headings[$0].level == 3
    }
    .map { ContentsView(page: page, index: $0) }
  }

  static let fields: Fields<ContentsView> = Fields(
    "contents",
    [
      .text("id", "the heading's id; link to it with #id") { $0.heading.id },
      .text("text", "the heading's words") { $0.heading.text },
      .list("children", "the headings below it", ContentsView.self) { $0.children },
      .flag("has_children", "whether there are headings below it") { !$0.children.isEmpty },
    ])
}

/// A page of the tree on the site map.
struct TreeView: View {
  let drawing: Drawing
  let key: PageKey

  static let fields: Fields<TreeView> = Fields(
    "tree",
    [
      .text("title", "the page's title") { $0.drawing.page($0.key).title },
      .text("href", "the address of the page") { $0.drawing.route($0.key) },
      .list("children", "the pages below it", TreeView.self) { view in
        view.drawing.site.children[view.key].map { TreeView(drawing: view.drawing, key: $0) }
      },
      .flag("has_children", "whether there are pages below it") {
        !$0.drawing.site.children[$0.key].isEmpty
      },
    ])
}
