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
      .text("href", "the address of the page") { $0.base.prefix($0.edition) + $0.edition.route($0.key) },
      .text("kind", "page, guide, tip, chapter, section or handbook") { $0.page.kind.rawValue },
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
  let title: String
  let href: String
  var isCurrent = false
  var isExternal = false

  static let fields = Fields<LinkView>(
    "link",
    [
      .text("title", "what the link says") { $0.title },
      .text("href", "where it leads") { $0.href },
      .flag("is_current", "whether it leads to this page or a section around it") { $0.isCurrent },
      .flag("is_external", "whether it leads to another site") { $0.isExternal },
    ])
}

/// A tag or an audience.
struct TopicView: View {
  let edition: Edition
  let base: Base
  let group: Site.Group
  let folder: String

  static let fields = Fields<TopicView>(
    "topic",
    [
      .text("name", "the tag or the audience") { $0.group.name },
      .text("slug", "its name in addresses") { $0.group.slug },
      .text("href", "the page that lists it") {
        "\($0.base.prefix($0.edition))\($0.folder)/\($0.group.slug).html"
      },
      .number("count", "how many pages it has") { $0.group.keys.count },
    ])
}

/// A heading in a table of contents.
struct ContentsView: View {
  let id: String
  let text: String
  let children: [ContentsView]

  static let fields: Fields<ContentsView> = Fields(
    "contents",
    [
      .text("id", "the heading's id; link to it with #id") { $0.id },
      .text("text", "the heading's words") { $0.text },
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
