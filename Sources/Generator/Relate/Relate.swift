import Markdown
import Diagnostics
import Vietnamese

/// Works out what a portal's site consists of: order, addresses, lists, links; and finds what does not fit.
struct Relation {
  let library: Library
  let selection: Selection
  let project: Project
  let portalIndex: Int
  let portal: Portal
  let shown: Rows<PageKey, PageID?>
  let routes: Rows<PageKey, String>
  let words: RouteWords
  /// What portals would show if no page expired.
  private let withExpired: Selection?
  private(set) var elsewhere: [PageKey: String] = [:]
  var problems: [Diagnostic] = []
  private var anchors: [PageID: Set<String>] = [:]

  init(
    _ library: Library, _ selection: Selection, withExpired: Selection? = nil, of project: Project,
    for portalIndex: Int
  ) {
    self.withExpired = withExpired
    self.library = library
    self.selection = selection
    self.project = project
    self.portalIndex = portalIndex
    portal = project.portals[portalIndex]
    shown = selection.shown[portalIndex]
    words = RouteWords.words(for: portal.language)
    routes = PageRoutes(library: library, selection: selection).routes(of: portalIndex)
  }

  /// Everything the portal's files are drawn from, and which they are.
  ///
  /// - Parameters:
  ///   - theme: nil where it cannot be used; the site is worked out all the same, for what may be wrong with it.
  ///   - problems: receives what does not fit.
  /// - Returns: nil without a theme.
  consuming func drawing(in theme: Theme?, problems: inout [Diagnostic]) -> Drawing? {
    let site = site(in: theme)
    let draft = SiteDraft(
      site: site, portal: portal, project: project, library: library, theme: theme,
      files: publishedFiles(emblem: site.emblem))
    let outputs = draft.outputs(problems: &self.problems)
    problems += self.problems
    return theme.map { Drawing(site, of: project, library, selection, in: $0, outputs: outputs) }
  }

  private mutating func site(in theme: Theme?) -> Site {
    let parents = nearestShownParents()
    let recent = recent()
    let tags = tags(recent: recent)
    checkHome()
    checkLinks()
    if let theme { checkLayouts(of: theme) }
    return Site(
      portal: portalIndex, shown: shown, routes: routes, parents: parents,
      children: children(parents: parents),
      tags: tags, tagIndex: Dictionary(tags.indices.map { (tags[$0].slug, $0) }) { first, _ in first },
      audiences: audiences(recent: recent), recent: recent, words: words, elsewhere: elsewhere, menu: menu(),
      emblem: emblem(), help: help(), alphabet: theme?.hasSearch == true ? alphabet(tags: tags) : nil,
      hasQuickExit: keys.contains { page($0).quickExit == true },
      gone: gone(withExpired), withdrawn: withdrawn.map(\.address),
      campaign: campaign(recent: recent, parents: parents))
  }

  /// - Parameter key: of a place where the portal shows a page.
  func page(_ key: PageKey) -> Page { library.pages[shown[key]!] }

  /// Every key that is shown, in the tree's order.
  var keys: [PageKey] { shown.ids { $0 != nil } }

  func nearestShownParents() -> Rows<PageKey, PageKey?> {
    selection.parents.map { _, folder in
      var parent = folder
      while let section = parent, shown[section] == nil { parent = selection.parents[section] }
      return parent
    }
  }

  func children(parents: Rows<PageKey, PageKey?>) -> Rows<PageKey, [PageKey]> {
    var children = Rows<PageKey, [PageKey]>(repeating: [], count: shown.count)
    let home = selection.home
    for key in keys where key != home {
      if let parent = parents[key] ?? home { children[parent].append(key) }
    }
    for key in keys where children[key].count > 1 {
      let order = page(key).section?.order ?? .weight
      children[key].sort { precedes($0, $1, in: order) }
    }
    return children
  }

  /// Sections come before pages only by their weight; ties fall back to the dictionary order of titles.
  private func precedes(_ a: PageKey, _ b: PageKey, in order: Page.Order) -> Bool {
    let (first, second) = (page(a), page(b))
    switch order {
    case .weight:
      let (left, right) = (first.weight ?? Int.max, second.weight ?? Int.max)
      if left != right { return left < right }
    case .date:
      let (left, right) = (first.date ?? .first, second.date ?? .first)
      if left != right { return left > right }
    case .title: break
    }
    return (first.sortKey, library.tree.places[a]) < (second.sortKey, library.tree.places[b])
  }

  func recent() -> [PageKey] {
    keys.filter { !page($0).kind.isSection && page($0).date != nil }.map { ($0, page($0).date ?? .first) }
      .sorted { ($1.1, library.tree.places[$0.0]) < ($0.1, library.tree.places[$1.0]) }.map(\.0)
  }

  // MARK: Groups

  mutating func tags(recent: [PageKey]) -> [Site.Group] {
    var names: [String: String] = [:]
    var members: [String: [PageKey]] = [:]
    for key in grouped(recent) {
      for tag in page(key).tags {
        if let name = names[tag.slug], name != tag.name, !isSameTag(name, tag.name) {
          let path = page(key).path
          problems.append(
            Diagnostic(
              SiteProblem.tagsWithOneSlug(tag.name, other: name), in: path, at: .text(tag.name, fromLine: 1)))
        } else if names[tag.slug] == nil {
          names[tag.slug] = tag.name
        }
        members[tag.slug, default: []].append(key)
      }
    }
    return names.map { Site.Group(name: $1, slug: $0, folder: words.tags, keys: members[$0] ?? []) }
      .map { (SortKey($0.name), $0) }.sorted { ($0.0, $0.1.slug) < ($1.0, $1.1.slug) }.map(\.1)
  }

  /// Two spellings that differ only in case or in where the tone mark stands.
  private func isSameTag(_ a: String, _ b: String) -> Bool {
    TonePlacement.equivalent(a.lowercased(), b.lowercased())
  }

  func audiences(recent: [PageKey]) -> [Site.Group] {
    var members = [[PageKey]](repeating: [], count: project.audiences.count)
    for key in grouped(recent) { for audience in page(key).audiences { members[audience].append(key) } }
    return zip(project.audiences, members).filter { !$1.isEmpty }.map {
      Site.Group(name: $0.name, slug: $0.id, folder: words.audiences, keys: $1)
    }
  }

  /// Dated pages first, newest on top, then the others in the tree's order.
  private func grouped(_ recent: [PageKey]) -> [PageKey] {
    recent + keys.filter { !page($0).kind.isSection && page($0).date == nil }
  }

  // MARK: Home

  mutating func checkHome() {
    if let home = selection.home, shown[home] != nil { return }
    problems.append(Diagnostic(PortalProblem.noHome(portal: portal.id), in: portal.path))
  }

  // MARK: Layouts

  /// A page falls back to the layout of its type where it chooses one that is not there.
  mutating func checkLayouts(of theme: Theme) {
    for key in keys {
      guard let layout = page(key).layout, theme.layouts[layout.name] == nil else { continue }
      let known = theme.layouts.keys.sorted()
      let problem = ThemeProblem.unknownLayout(
        layout.name, nearest: nearest(to: layout.name, among: known), known: known)
      problems.append(Diagnostic(problem, in: page(key).path, at: layout.place))
    }
  }

  // MARK: Links

  mutating func checkLinks() {
    for key in keys {
      let page = page(key)
      for use in page.body.uses {
        guard case .page(let key, let fragment) = use.target, shown[key] == nil || fragment != nil else {
          continue
        }
        let place = Place.text(use.written, fromLine: Int(use.line))
        check(key, fragment: fragment, written: use.written, at: place, from: page)
      }
      for target in page.related {
        check(target.key, fragment: nil, written: target.text, at: target.place, from: page)
      }
    }
  }

  private mutating func check(
    _ key: PageKey, fragment: String?, written: String, at place: Place, from page: Page
  ) {
    var found = shown[key]
    if found == nil {
      guard let address = address(elsewhere: key) else {
        let problem = LinkProblem.unpublished(
          written, because: absence(of: key), instead: library.successor(of: key))
        problems.append(Diagnostic(problem, in: page.path, at: place, as: .warning))
        return
      }
      elsewhere[key] = address.url
      found = address.page
    }
    guard let fragment, let id = found else { return }
    if anchors(of: id).contains(fragment) { return }
    let problem = LinkProblem.missingAnchor(fragment, page: library.pages[id].path, nearest: nil)
    problems.append(Diagnostic(problem, in: page.path, at: place))
  }

  /// The ids of a page's headings, remembered: many pages may link to one.
  private mutating func anchors(of id: PageID) -> Set<String> {
    if let known = anchors[id] { return known }
    let ids = Set(library.pages[id].body.headings.map(\.id))
    anchors[id] = ids
    return ids
  }

  /// Why no portal shows what stands at a place: it is not published itself, or a section around it is not.
  private func absence(of key: PageKey) -> Absence {
    var around: PageKey? = key
    while let place = around, place != selection.home, library.unpublished[place] == nil {
      around = selection.parents[place]
    }
    return switch around.flatMap({ library.unpublished[$0] }) {
    case .draft: .draft
    case .future(let date): .future(from: date.iso)
    case .expired(let date): .expired(after: date.iso)
    case .heldBack: .heldBack
    case .withdrawn(let day): .withdrawn(on: day.iso)
    case .published, nil: .hidden
    }
  }

  private func address(elsewhere key: PageKey) -> (url: String, page: PageID?)? {
    guard let other = selection.elsewhere(key, main: project.mainPortal) else { return nil }
    let route = PageRoutes(library: library, selection: selection).route(of: key, in: other)
    return (project.portals[other].url.absolute + route, selection.shown[other][key])
  }
}
