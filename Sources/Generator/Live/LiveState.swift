import Diagnostics
import Files
import Vietnamese

/// A project as the preview has it: read once, then mended file by file as they change.
package struct LiveState {
  package let project: Project
  package private(set) var parsed: ParsedTree
  package private(set) var library: Library
  private(set) var selection: Selection
  private var themes: [Int: Theme] = [:]
  /// By portal, each related when it is first asked for.
  private var drawings: [Int: Drawing] = [:]
  private var relationProblems: [Int: [Diagnostic]] = [:]
  private var themeProblems: [Diagnostic] = []
  private var selectionProblems: [Diagnostic] = []
  /// What was wrong outside of any page when the project was read.
  private let projectProblems: [Diagnostic]
  /// Indices into the tree's pages, by path below the project.
  package let pageIndex: [String: Int]
  private let otherFiles: Set<String>

  /// - Parameters:
  ///   - origin: where the preview has all portals, as `http://127.0.0.1:4000`.
  ///   - problems: receives why there is no project to speak of, where nil is returned.
  init?(_ options: BuildOptions, origin: String, problems: inout [Diagnostic]) async {
    var run = Run(options)
    guard var sources = run.discover() else {
      problems += run.problems
      return nil
    }
    projectProblems = run.problems
    sources.project = sources.project.served(at: origin)
    project = sources.project
    parsed = await run.parse(sources)
    let tree = sources.tree
    pageIndex = Dictionary(tree.pages.indices.map { (tree.pages[$0].shownPath, $0) }) { first, _ in first }
    otherFiles = Set(tree.assets.values.map(\.shownPath))
    library = parsed.library
    selection = select(library, of: project, problems: &selectionProblems)
    readThemes()
  }

  /// Everything that is wrong, of the relations only what portals that were asked for show.
  var problems: [Diagnostic] {
    let all =
      projectProblems + selectionProblems + themeProblems + parsed.problems
      + relationProblems.values.flatMap { $0 }
    return library.weighed(all, of: project, for: Set(project.portals.indices), selection, isPart: false)
      .presented(of: project.root, library)
  }

  // MARK: Changes

  enum Change { case nothing, redrawn, readAgain }

  /// Takes in that files were saved.
  ///
  /// - Parameter paths: below the project, in NFC.
  /// - Returns: `readAgain` when the whole project has to be read anew, which is the caller's to do.
  mutating func apply(_ paths: Set<String>) -> Change {
    var isThemeChanged = false
    var pages: [Int] = []
    for path in paths where !Discovery.passesOver(path) {
      let exists = Disk.exists(project.root + "/" + path)
      if path.hasPrefix("themes/") || isPortalTheme(path) {
        isThemeChanged = true
      } else if let page = pageIndex[path], exists {
        pages.append(page)
      } else if exists || pageIndex[path] != nil || otherFiles.contains(path) {
        return .readAgain
      }
    }
    guard isThemeChanged || !pages.isEmpty else { return .nothing }
    var reach = ParsedTree.Reach.itself
    for page in pages.sorted() {
      let path = parsed.tree.pages[page].shownPath
      let hadBrokenLinks = relationProblems.values.contains { $0.contains { $0.path == path } }
      reach = max(reach, parsed.reparse(page), hadBrokenLinks ? .relations : .itself)
    }
    if reach == .pagesBelow { return .readAgain }
    if !pages.isEmpty { takeIn(reach) }
    if isThemeChanged { redress() }
    return .redrawn
  }

  private mutating func takeIn(_ reach: ParsedTree.Reach) {
    library = parsed.library
    guard reach == .itself else {
      selectionProblems = []
      selection = select(library, of: project, problems: &selectionProblems)
      return forgetRelations()
    }
    drawings = drawings.mapValues { $0.redrawn(from: library, selection) }
  }

  /// Draws what was related in the themes as they are now.
  private mutating func redress() {
    let old = themes
    readThemes()
    drawings = drawings.compactMapValues { drawing in
      let portal = drawing.site.portal
      // With another kind of page in the theme other addresses come to be.
      guard let theme = themes[portal], let before = old[portal],
        Set(theme.layouts.keys) == Set(before.layouts.keys)
      else { return nil }
      return drawing.dressed(in: theme)
    }
  }

  private mutating func forgetRelations() {
    drawings = [:]
    relationProblems = [:]
  }

  /// A portal's own templates lie in its folder.
  private func isPortalTheme(_ path: String) -> Bool {
    project.portals.contains { path.hasPrefix("content/portals/\($0.id)/theme/") }
  }

  /// Reads the themes; one that is broken now stays as it was.
  private mutating func readThemes() {
    var shelf = ThemeShelf(root: project.root)
    for (index, portal) in project.portals.enumerated() {
      if let theme = shelf.theme(for: portal) { themes[index] = theme }
    }
    themeProblems = shelf.problems
  }

  // MARK: Portals

  /// - Returns: nil when the portal's theme could never be read.
  mutating func drawing(of portal: Int) -> Drawing? {
    if let drawing = drawings[portal] { return drawing }
    var problems: [Diagnostic] = []
    let drawing = Relation(library, selection, of: project, for: portal).drawing(
      in: themes[portal], problems: &problems)
    relationProblems[portal] = problems
    drawings[portal] = drawing
    return drawing
  }

  /// Keeps a drawing that got an index, unless something was saved meanwhile.
  mutating func keep(_ indexed: Drawing, insteadOf drawing: Drawing) {
    if drawings[drawing.site.portal] === drawing { drawings[drawing.site.portal] = indexed }
  }

  /// The file of a page that could not be read and would stand at an address.
  func unreadableFile(at route: String, of portal: Int) -> ContentTree.PageFile? {
    guard route.hasSuffix(".html") else { return nil }
    let stem = route == Site.home ? "" : String(route.dropLast(5))
    return parsed.tree.pages.indices.first { index in
      let file = parsed.tree.pages[index]
      guard parsed.pages[index].page == nil, file.portal == nil || file.portal == portal else { return false }
      return parsed.tree.places[file.key].split(separator: "/").map { Slug.make(String($0)) }
        .joined(separator: "/") == stem
    }.map { parsed.tree.pages[$0] }
  }
}
