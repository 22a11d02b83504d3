import Diagnostics
import Files
import Markdown
import Vietnamese

/// Every page of the project, parsed.
package struct Library: Sendable {
  package let tree: ContentTree
  /// In the order of `tree.pages`, without those that could not be read.
  package let pages: Rows<PageID, Page>
  /// Of each page's file, in the same order.
  let texts: Rows<PageID, Fingerprint>
  /// Of all that pages say of themselves, and of the project.
  let declarations: Fingerprint
  /// The day of the build.
  package let today: CalendarDate
  /// By place: why the page that stands there is not published; a shared page speaks for the portals' own ones.
  let unpublished: [PageKey: Page.State]
  /// Sections that are not published and have no other page in their place: the shared ones by nil, else by portal.
  let absentSections: [Int?: Set<PageKey>]
  /// Files of drafts, and of pages of other days, that cannot be read as pages.
  let unreadAbsent: Set<String>
  private let stored: StoredPages
  /// Whether a page was drawn from a stored text that is damaged.
  var isDamaged: Bool { stored.isDamaged }
  /// The file of the page that took over an address, by that address.
  private let successors: [String: String]

  init(tree: ContentTree, pages: [ParsedPage], today: CalendarDate, context: Fingerprint, stored: StoredPages)
  {
    self.tree = tree
    self.stored = stored
    texts = Rows(pages.filter { $0.page != nil }.map(\.bytes))
    var builder = FingerprintBuilder()
    builder.add(context)
    for page in pages { builder.add(page.declaration) }
    declarations = builder.fingerprint
    self.pages = Rows(pages.compactMap(\.page))
    self.today = today
    let absent = self.pages.values.lazy.filter { !$0.isPublished }.map { ($0.key, $0.state) }
    let unread = zip(tree.pages, pages).compactMap { file, parsed in
      parsed.declaredAbsence.map { (file: file, state: $0) }
    }
    unpublished = Dictionary(absent + unread.map { ($0.file.key, $0.state) }) { first, _ in first }
    unreadAbsent = Set(unread.map(\.file.shownPath))
    var sections: [Int?: Set<PageKey>] = [:]
    for page in self.pages.values where !page.isPublished && page.kind.isSection && page.kind != .home {
      sections[page.portal, default: []].insert(page.key)
    }
    for (file, _) in unread where file.isIndex && !tree.places[file.key].isEmpty {
      sections[file.portal, default: []].insert(file.key)
    }
    absentSections = sections
    let aliases = self.pages.values.lazy.filter(\.isPublished).flatMap { page in
      page.aliases.map { ($0.route, page.path) }
    }
    successors = Dictionary(aliases) { first, _ in first }
  }

  /// The file of the page that took over the address of one that no portal shows; nil where none says so.
  func successor(of key: PageKey) -> String? { successors[tree.places[key] + ".html"] }
}

/// What decides whether a page is published on the day of the build.
package struct PublicationRules: Sendable {
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
    await parse(sources, lookingAtEachWith: PageLook<Never>?.none).parsed
  }

  /// Parses every page once, and lets somebody look at each while it is at hand.
  ///
  /// - Returns: also what was kept of the look at each page that could be read.
  package mutating func parse<Found>(
    _ sources: Sources, lookingAtEachWith look: PageLook<Found>?
  ) async -> (parsed: ParsedTree, found: Rows<PageID, Found?>) {
    await parse(sources, keepingSources: nil, lookingAtEachWith: look)
  }

  /// - Parameter archive: keeps the sources, for the case that they are published.
  mutating func parse<Found>(
    _ sources: Sources, keepingSources archive: PublishedSources?, lookingAtEachWith look: PageLook<Found>?
  ) async -> (parsed: ParsedTree, found: Rows<PageID, Found?>) {
    begin(.parse)
    let context = sources.context(on: options.publication)
    let stored =
      options.isClean
      ? StoredPages.none : options.cache.map { StoredPages(in: $0, context: context) } ?? .none
    let kept = KeptLooks<Found>(count: look == nil ? 0 : sources.tree.pages.count)
    let parsed = await ParsedTree(
      sources, options, stored: stored, archive: archive, context: context, look: look.map(kept.keeping))
    problems += parsed.problems
    let read = parsed.pages.indices.filter { parsed.pages[$0].page != nil }
    return (parsed, Rows(read.map { look == nil ? nil : kept[$0] }))
  }
}

/// Every Markdown file of a tree, parsed.
package struct ParsedTree: Sendable {
  package let tree: ContentTree
  /// In the order of `tree.pages`.
  package private(set) var pages: [ParsedPage]
  private let parser: PageParser
  package var project: Project { parser.project }
  private var stored: StoredPages
  /// Sources that are kept for the case that they are published.
  var archive: PublishedSources?
  private let context: Fingerprint
  /// What sections say their pages are.
  private let kinds: [SectionKey: Page.Kind]

  /// Parses every file once. Sections come first, since they say what their pages are.
  ///
  /// - Parameters:
  ///   - stored: pages that were parsed before, in the same context.
  ///   - archive: which sources are kept already.
  ///   - context: of all that pages are made of beside their own files.
  ///   - look: looks at each page while it is at hand; takes its index in `tree.pages`.
  fileprivate init(
    _ sources: Sources, _ options: BuildOptions, stored: StoredPages, archive: PublishedSources?,
    context: Fingerprint, look: NumberedLook?
  ) async {
    let tree = sources.tree
    let parser = PageParser(tree: tree, project: sources.project, publication: options.publication)
    let sectionFiles = tree.pages.indices.filter { tree.pages[$0].isIndex }
    let otherFiles = tree.pages.indices.filter { !tree.pages[$0].isIndex }
    let sections = await inParallel(sectionFiles.count, workers: options.workers, scratch: {}) { _, index in
      let index = sectionFiles[index]
      return parser.parse(
        tree.pages[index], childOf: nil, stored: stored, kept: archive, number: index, look: look)
    }
    var settings: [SectionKey: Page.Kind] = [:]
    for section in sections {
      guard let page = section.page else { continue }
      settings[SectionKey(portal: page.portal, key: page.key)] = page.childKind
    }
    let kinds = settings
    var parsed = [ParsedPage?](repeating: nil, count: tree.pages.count)
    for (index, page) in zip(sectionFiles, sections) { parsed[index] = page }
    var shelf = TextShelf(stored, archive, options.cache, budget: options.textBudget)
    shelf.take(sectionFiles, from: &parsed, of: tree)
    for start in stride(from: 0, to: otherFiles.count, by: Self.batch) {
      let files = otherFiles[start..<min(start + Self.batch, otherFiles.count)]
      let pages = await inParallel(files.count, workers: options.workers, scratch: {}) { _, index in
        let index = files[start + index]
        let file = tree.pages[index]
        return parser.parse(
          file, childOf: kinds.kind(of: file, in: tree), stored: stored, kept: archive, number: index,
          look: look)
      }
      for (index, page) in zip(files, pages) { parsed[index] = page }
      shelf.take(Array(files), from: &parsed, of: tree)
    }
    self.tree = tree
    self.stored = shelf.stored
    self.archive = shelf.archive
    self.context = context
    self.parser = parser
    self.kinds = kinds
    pages = parsed.compactMap { $0 }
  }

  /// Looks at a page as its file is now; nil where it cannot be read any more.
  ///
  /// - Parameter index: in `tree.pages`.
  package func look<Found>(at index: Int, _ look: @escaping PageLook<Found>) -> Found? {
    let file = tree.pages[index]
    let kept = KeptLooks<Found>(count: 1)
    _ = parser.parse(
      file, childOf: file.isIndex ? nil : kinds.kind(of: file, in: tree), look: kept.keeping(look))
    return kept[0]
  }

  /// So many pages are parsed before their texts are put on disk, where they are many.
  private static let batch = 1024

  package var library: Library {
    Library(tree: tree, pages: pages, today: parser.publication.today, context: context, stored: stored)
  }

  /// Keeps the pages for later builds.
  mutating func store(in cache: BuildCache) { stored.store(pages, of: tree, context: context, in: cache) }

  var problems: [Diagnostic] { pages.flatMap(\.problems) }

  /// Of each page's file the path below the project, and which source it is; of one without a place as well.
  var sources: [(path: String, key: Fingerprint)] {
    zip(tree.pages, pages).map { ($0.shownPath, $1.bytes) } + tree.refused.map { ($0, Fingerprint.none) }
  }

  /// Reads one file again. What it said before stays where nothing can be read from it now.
  ///
  /// - Parameter index: in `tree.pages`.
  mutating func reparse(_ index: Int) -> Reach {
    let file = tree.pages[index]
    let old = pages[index]
    var parsed = parser.parse(file, childOf: file.isIndex ? nil : kinds.kind(of: file, in: tree))
    if parsed.page == nil {
      parsed = ParsedPage(
        page: old.page, problems: parsed.problems, bytes: old.bytes, declaration: old.declaration)
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
  let key: PageKey
}

extension [SectionKey: Page.Kind] {
  /// What the section around a file says its pages are; the portal's own section before the shared one.
  fileprivate func kind(of file: ContentTree.PageFile, in tree: ContentTree) -> Page.Kind? {
    let place = tree.places[file.key]
    let folder = place.lastIndex(of: "/").map { String(place[..<$0]) } ?? ""
    guard let key = tree.key(ofPlace: folder) else { return nil }
    return self[SectionKey(portal: file.portal, key: key)] ?? self[SectionKey(portal: nil, key: key)]
  }
}

package struct ParsedPage: Sendable {
  /// Whether nothing is wrong with it, so that later builds may have it as it is.
  var isGood: Bool { problems.isEmpty && page != nil }
  package internal(set) var page: Page?
  package let problems: [Diagnostic]
  /// Of the whole file, and of what the section around it says its pages are.
  let bytes: Fingerprint
  /// Of what it says of itself to lists and other pages: its front matter, type and description.
  let declaration: Fingerprint
  /// Why it is not published, where there is no page and it says so all the same.
  var declaredAbsence: Page.State?
  /// The file's bytes, where they are to be kept.
  var source: [UInt8]?

  init(
    page: Page?, problems: [Diagnostic], bytes: Fingerprint, declaration: Fingerprint,
    declaredAbsence: Page.State? = nil, source: [UInt8]? = nil
  ) {
    self.page = page
    self.problems = problems
    self.bytes = bytes
    self.declaration = declaration
    self.declaredAbsence = declaredAbsence
    self.source = source
  }

  /// Of a file that is not read, since nothing of it is published.
  init(notPublished state: Page.State) {
    self.init(page: nil, problems: [], bytes: .none, declaration: .none, declaredAbsence: state)
  }

  /// Whether every relation of the page is as it was: to sections, lists, tags, links and what links to it.
  func relates(like other: ParsedPage) -> Bool {
    guard declaration == other.declaration, let page, let old = other.page else { return false }
    return page.header.files == old.header.files
      && page.body.headings.elementsEqual(old.body.headings) { $0.id == $1.id && $0.text == $1.text }
      && page.body.uses.elementsEqual(old.body.uses) { $0.target == $1.target && $0.written == $1.written }
  }
}
