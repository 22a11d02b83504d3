import Diagnostics
import Markdown
import Vietnamese

/// Every page of the project, parsed.
struct Library: Sendable {
  let tree: ContentTree
  /// In the order of `tree.pages`, without those that could not be read.
  let pages: [Page]
  /// The day of the build.
  let today: CalendarDate
}

/// What decides whether a page is published on the day of the build.
public struct Calendar: Sendable {
  public let today: CalendarDate
  public let includesDrafts: Bool
  public let includesFuture: Bool

  public init(today: CalendarDate, includesDrafts: Bool = false, includesFuture: Bool = false) {
    self.today = today
    self.includesDrafts = includesDrafts
    self.includesFuture = includesFuture
  }
}

/// Parses every Markdown file once. Sections come first, since they say what their pages are.
func parse(_ tree: ContentTree, of project: Project, on calendar: Calendar, workers: Int) async -> (
  Library, [Diagnostic]
) {
  let parser = PageParser(tree: tree, project: project, calendar: calendar)
  let sectionFiles = tree.pages.indices.filter { tree.pages[$0].isIndex }
  let otherFiles = tree.pages.indices.filter { !tree.pages[$0].isIndex }
  let sections = await inParallel(sectionFiles.count, workers: workers, scratch: {}) { _, index in
    parser.parse(tree.pages[sectionFiles[index]], childOf: nil)
  }
  var settings: [SectionKey: Page.Kind] = [:]
  for section in sections {
    guard let page = section.page else { continue }
    let children = page.kind == .handbook ? .chapter : page.section?.children ?? .page
    settings[SectionKey(portal: page.portal, key: page.key)] = children
  }
  let kinds = settings
  let others = await inParallel(otherFiles.count, workers: workers, scratch: {}) { _, index in
    let file = tree.pages[otherFiles[index]]
    return parser.parse(file, childOf: kinds.kind(of: file, in: tree))
  }
  var parsed = [ParsedPage?](repeating: nil, count: tree.pages.count)
  for (index, page) in zip(sectionFiles, sections) { parsed[index] = page }
  for (index, page) in zip(otherFiles, others) { parsed[index] = page }
  let all = parsed.compactMap { $0 }
  return (Library(tree: tree, pages: all.compactMap(\.page), today: calendar.today), all.flatMap(\.problems))
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

struct ParsedPage: Sendable {
  let page: Page?
  let problems: [Diagnostic]
}
