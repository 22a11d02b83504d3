import Markdown
import Templates

/// A page as lists and menus show it.
struct CardView: View {
  let edition: Edition
  let base: Base
  let key: Key

  private var page: Page { edition.page(key) }

  static let fields = Fields<CardView>(
    "card",
    [
      .text("title", "the page's title") { $0.page.title },
      .text("short_title", "the shorter title for menus, else the title") {
        $0.page.shortTitle ?? $0.page.title
      },
      .text("description", "one or two sentences") { $0.page.description },
      .address("href", "the address of the page") { ($0.base.prefix($0.edition), $0.edition.route($0.key)) },
      .text("kind", "page, guide, tip, document, chapter, section, handbook or campaign") {
        $0.page.kind.rawValue
      },
      .flag("is_section", "whether it has pages below it") { $0.page.kind.isSection },
      .text("date", "the date in words, if it has one") { view in view.page.date.map(view.edition.words) },
      .text("date_iso", "the date as 2026-11-23") { $0.page.date?.iso },
      .text("age", "the age band, as 6–10") { $0.page.age?.text },
      .texts("audiences", "names of the audiences it is for") { view in
        view.page.audiences.map { view.edition.project.audiences[$0].name }
      },
      .number("count", "how many pages a section holds") { view in
        view.page.kind.isSection ? view.edition.site.children[Int(view.key)].count : nil
      },
    ])
}

/// A name with an address.
struct LinkView: View {
  let edition: Edition
  let base: Base
  let target: Target
  var isCurrent = false

  enum Target {
    /// An entry of the portal's menu, by its place there.
    case menu(Int32)
    case page(Key)
    case home, tagIndex, audienceIndex, search, mainPortal
  }

  var title: String? {
    switch target {
    case .menu(let index): edition.site.menu[Int(index)].title
    case .page(let key): edition.page(key).shortTitle ?? edition.page(key).title
    case .home: edition.theme.wordsByName["home"]
    case .tagIndex: edition.theme.wordsByName["topics"]
    case .audienceIndex: edition.theme.wordsByName["audiences"]
    case .search: edition.theme.wordsByName["search"]
    case .mainPortal: edition.project.portals[edition.project.mainPortal].title
    }
  }

  private var address: (String, String) {
    if isExternal { return ("", externalAddress) }
    return (base.prefix(edition), route)
  }

  /// Where in the portal it leads, if it leads there.
  var route: String {
    switch target {
    case .menu(let index): edition.site.menu[Int(index)].url
    case .page(let key): edition.route(key)
    case .tagIndex: edition.site.words.tags + ".html"
    case .audienceIndex: edition.site.words.audiences + ".html"
    case .search: edition.site.words.search + ".html"
    case .home, .mainPortal: Site.home
    }
  }

  private var isExternal: Bool {
    switch target {
    case .menu(let index): edition.site.menu[Int(index)].key == nil
    case .mainPortal: true
    default: false
    }
  }

  private var externalAddress: String {
    if case .menu(let index) = target { return edition.site.menu[Int(index)].url }
    return edition.project.portals[edition.project.mainPortal].url.absolute
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
  let edition: Edition
  let base: Base
  let group: Site.Group

  static let fields = Fields<TopicView>(
    "topic",
    [
      .text("name", "the tag or the audience") { $0.group.name },
      .text("slug", "its name in addresses") { $0.group.slug },
      .address("href", "the page that lists it") { ($0.base.prefix($0.edition), $0.group.route) },
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
  let edition: Edition
  let key: Key

  static let fields: Fields<TreeView> = Fields(
    "tree",
    [
      .text("title", "the page's title") { $0.edition.page($0.key).title },
      .text("href", "the address of the page") { $0.edition.route($0.key) },
      .list("children", "the pages below it", TreeView.self) { view in
        view.edition.site.children[Int(view.key)].map { TreeView(edition: view.edition, key: $0) }
      },
      .flag("has_children", "whether there are pages below it") {
        !$0.edition.site.children[Int($0.key)].isEmpty
      },
    ])
}
