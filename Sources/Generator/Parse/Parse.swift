import Diagnostics
import Files
import Markdown
import Vietnamese

/// Every page of the project, parsed.
package struct Library: Sendable {
  package let tree: ContentTree
  /// In the order of `tree.pages`, without those that could not be read.
  package let pages: [Page]
  /// The day of the build.
  package let today: CalendarDate
  /// By place: why the page that stands there is not published; a shared page speaks for the portals' own ones.
  let unpublished: [Key: Page.State]
  /// Sections that are not published and have no other page in their place: the shared ones by nil, else by portal.
  let absentSections: [Int?: Set<Key>]
  /// Files of drafts, and of pages of other days, that cannot be read as pages.
  let unreadAbsent: Set<String>
  /// The file of the page that took over an address, by that address.
  private let successors: [String: String]

  init(tree: ContentTree, pages: [ParsedPage], today: CalendarDate) {
    self.tree = tree
    self.pages = pages.compactMap(\.page)
    self.today = today
    let absent = self.pages.lazy.filter { !$0.isPublished }.map { ($0.key, $0.state) }
    let unread = zip(tree.pages, pages).compactMap { file, parsed in
      parsed.declaredAbsence.map { (file: file, state: $0) }
    }
    unpublished = Dictionary(absent + unread.map { ($0.file.key, $0.state) }) { first, _ in first }
    unreadAbsent = Set(unread.map(\.file.shownPath))
    var sections: [Int?: Set<Key>] = [:]
    for page in self.pages where !page.isPublished && page.kind.isSection && page.kind != .home {
      sections[page.portal, default: []].insert(page.key)
    }
    for (file, _) in unread where file.isIndex && !tree.places[Int(file.key)].isEmpty {
      sections[file.portal, default: []].insert(file.key)
    }
    absentSections = sections
    let aliases = self.pages.lazy.filter(\.isPublished).flatMap { page in
      page.aliases.map { ($0.route, page.path) }
    }
    successors = Dictionary(aliases) { first, _ in first }
  }

  /// The file of the page that took over the address of one that no portal shows; nil where none says so.
  func successor(of key: Key) -> String? { successors[tree.places[Int(key)] + ".html"] }
}

/// What decides whether a page is published on the day of the build.
package struct Calendar: Sendable {
  package let today: CalendarDate
  package let includesDrafts: Bool
  package let includesFuture: Bool

  package init(today: CalendarDate, includesDrafts: Bool = false, includesFuture: Bool = false) {
    self.today = today
    self.includesDrafts = includesDrafts
    self.includesFuture = includesFuture
  }
}

extension Run {
  /// Parses every page once.
  package mutating func parse(_ sources: Sources) async -> ParsedTree {
    begin(.parse)
    let parsed = await ParsedTree(
      sources.tree, of: sources.project, on: options.calendar, workers: options.workers)
    problems += parsed.problems
    return parsed
  }
}

/// Every Markdown file of a tree, parsed.
package struct ParsedTree: Sendable {
  package let tree: ContentTree
  /// In the order of `tree.pages`.
  package private(set) var pages: [ParsedPage]
  private let parser: PageParser
  package var project: Project { parser.project }
  /// What sections say their pages are.
  private let kinds: [SectionKey: Page.Kind]

  /// Parses every file once. Sections come first, since they say what their pages are.
  init(_ tree: ContentTree, of project: Project, on calendar: Calendar, workers: Int) async {
    let parser = PageParser(tree: tree, project: project, calendar: calendar)
    let sectionFiles = tree.pages.indices.filter { tree.pages[$0].isIndex }
    let otherFiles = tree.pages.indices.filter { !tree.pages[$0].isIndex }
    let sections = await inParallel(sectionFiles.count, workers: workers, scratch: {}) { _, index in
      parser.parse(tree.pages[sectionFiles[index]], childOf: nil)
    }
    var settings: [SectionKey: Page.Kind] = [:]
    for section in sections {
      guard let page = section.page else { continue }
      settings[SectionKey(portal: page.portal, key: page.key)] = page.childKind
    }
    let kinds = settings
    let others = await inParallel(otherFiles.count, workers: workers, scratch: {}) { _, index in
      let file = tree.pages[otherFiles[index]]
      return parser.parse(file, childOf: kinds.kind(of: file, in: tree))
    }
    var parsed = [ParsedPage?](repeating: nil, count: tree.pages.count)
    for (index, page) in zip(sectionFiles, sections) { parsed[index] = page }
    for (index, page) in zip(otherFiles, others) { parsed[index] = page }
    self.tree = tree
    self.parser = parser
    self.kinds = kinds
    pages = parsed.compactMap { $0 }
  }

  package var library: Library {
    Library(tree: tree, pages: pages, today: parser.calendar.today)
  }

  var problems: [Diagnostic] { pages.flatMap(\.problems) }

  /// Reads one file again. What it said before stays where nothing can be read from it now.
  ///
  /// - Parameter index: in `tree.pages`.
  mutating func reparse(_ index: Int) -> Reach {
    let file = tree.pages[index]
    let old = pages[index]
    var parsed = parser.parse(file, childOf: file.isIndex ? nil : kinds.kind(of: file, in: tree))
    if parsed.page == nil {
      parsed = ParsedPage(page: old.page, problems: parsed.problems, declarationHash: old.declarationHash)
    }
    pages[index] = parsed
    if file.isIndex, let page = parsed.page,
      kinds[SectionKey(portal: page.portal, key: page.key)] != page.childKind
    {
      return .pagesBelow
    }
    return old.page == nil
      ? (parsed.page == nil ? .itself : .relations)
      : parsed.relates(like: old) ? .itself : .relations
  }

  /// How far it reaches that one file changed.
  enum Reach: Comparable {
    /// No further than its own page.
    case itself
    /// What is related to it: lists, links, menus.
    case relations
    /// The pages of the section are of another kind now, and have to be read again.
    case pagesBelow
  }
}

private struct SectionKey: Hashable {
  let portal: Int?
  let key: Key
}

extension [SectionKey: Page.Kind] {
  /// What the section around a file says its pages are; the portal's own section before the shared one.
  fileprivate func kind(of file: ContentTree.File, in tree: ContentTree) -> Page.Kind? {
    let place = tree.places[Int(file.key)]
    let folder = place.lastIndex(of: "/").map { String(place[..<$0]) } ?? ""
    guard let key = tree.key(ofPlace: folder) else { return nil }
    return self[SectionKey(portal: file.portal, key: key)] ?? self[SectionKey(portal: nil, key: key)]
  }
}

package struct ParsedPage: Sendable {
  package let page: Page?
  package let problems: [Diagnostic]
  /// Why it is not published, where there is no page and it says so all the same.
  var declaredAbsence: Page.State?
  /// Of the front matter: equal as long as nobody changes it. Another at each run of the program.
  var declarationHash = 0

  /// Whether every relation of the page is as it was: to sections, lists, tags, links and what links to it.
  func relates(like other: ParsedPage) -> Bool {
    guard declarationHash == other.declarationHash, let page, let old = other.page else { return false }
    return page.description == old.description && page.header.files == old.header.files
      && page.body.files == old.body.files
      && page.body.headings.elementsEqual(old.body.headings) { $0.id == $1.id && $0.text == $1.text }
      && page.body.links.elementsEqual(old.body.links) {
        $0.page == $1.page && $0.fragment == $1.fragment && $0.destination == $1.destination
      }
  }
}
