import Markdown
import Addresses
import Diagnostics
import Files
import Vietnamese

/// Says of links that lead nowhere what was most likely meant: only pages and files that are there.
///
/// After all problems are known, and of a few names only: to compare each broken link with each page takes as long
/// as there are links times pages, which is no time to wait for the news that a much linked page was renamed.
struct Suggestions {
  private let library: Library
  private lazy var files = Dictionary(tree.pages.map { ($0.shownPath, $0) }) { first, _ in first }
  /// Pages by the addresses they had, which end in `.html`, and by their titles as the name of a file would have them.
  private lazy var formerNames = library.pages.values.reduce(into: [String: [Page]]()) { names, page in
    for alias in page.aliases { names[alias.route, default: []].append(page) }
    names[Slug.make(page.title), default: []].append(page)
  }
  private var names: [Group: KnownNames] = [:]
  private var answers: [Question: Answer?] = [:]

  /// Beyond these the problems keep their general remedy.
  private static let mostNames = 50

  /// The names or paths of what a portal's own page can link to; of all for nil where no page asks.
  private enum Group: Hashable {
    case pageNames(Int?), fileNames(Int?), indexPaths(Int?), pagePaths, filePaths
  }

  private enum Question: Hashable {
    case name(String, of: Group)
    case address(String, portal: Int?)
    case heading(String, page: String)
  }

  private struct Answer {
    let name: String
    /// The first file of that name.
    var path = ""
  }

  init(_ library: Library) { self.library = library }

  private var tree: ContentTree { library.tree }

  /// The problem with what was most likely meant, where that can be told.
  mutating func complete(_ diagnostic: Diagnostic) -> Diagnostic {
    let problem: LinkProblem
    switch diagnostic.problem as? LinkProblem {
    case .missingPage(let target, nearest: nil):
      problem = .missingPage(target, nearest: page(target, from: diagnostic.path))
    case .missingListedPage(let target, nearest: nil):
      problem = .missingListedPage(target, nearest: listedPage(target))
    case .onOwnDisk(let target, page: nil):
      problem = .onOwnDisk(target, page: builtPage(target, from: diagnostic.path))
    case .missingFile(let target, nearest: nil):
      problem = .missingFile(target, nearest: file(target, from: diagnostic.path))
    case .missingAnchor(let id, let page, nearest: nil):
      problem = .missingAnchor(id, page: page, nearest: answer(.heading(id, page: page))?.name)
    case .previewAddress(let target, page: nil):
      problem = .previewAddress(target, page: previewedPage(target, from: diagnostic.path))
    default: return diagnostic
    }
    return Diagnostic(problem, in: diagnostic.path, at: diagnostic.place, as: diagnostic.severity)
  }

  // MARK: Links

  private mutating func page(_ target: String, from path: String) -> String? {
    guard let file = files[path] else { return listedPage(target) }
    let references = PageReferences(tree: tree, file: file)
    guard let (written, inner) = references.path(of: target) else { return nil }
    if inner.hasSuffix(".html") { return page(ofRoute: inner, written: written, from: file) }
    let isPage = inner.hasSuffix(".md") || inner.isEmpty || written.hasSuffix("/") || written.hasSuffix(".")
    let ending = isPage ? "" : ".md"
    return nearestPage(to: inner + ending, written: written + ending, from: file)
  }

  /// From content/.
  private mutating func listedPage(_ target: String) -> String? {
    if let near = answer(.name(target, of: .pagePaths)) { return near.name }
    let name = target.hasSuffix(".md") ? target.lastComponent : target.lastComponent + ".md"
    return Self.isIndex(name) ? nil : answer(.name(name, of: .pageNames(nil)))?.path
  }

  /// - Parameters:
  ///   - path: as the tree would have it.
  ///   - written: as the author has it.
  private mutating func nearestPage(to path: String, written: String, from file: ContentTree.PageFile)
    -> String?
  {
    let name = path.lastComponent
    if let renamed = self.page(formerly: path, from: file.portal) { return "/" + renamed.path }
    if Self.isIndex(name) { return answer(.name(path, of: .indexPaths(file.portal))).map { "/" + $0.path } }
    guard let near = answer(.name(name, of: .pageNames(file.portal))) else { return nil }
    let beside = String(path.dropLast(name.count)) + near.name
    if near.name != name, let key = tree.key(ofPagePath: beside), tree.hasPage(at: key, for: file.portal) {
      return written.dropLast(name.count) + near.name
    }
    // The right name in the wrong folder: say where it is.
    return "/" + near.path
  }

  private mutating func file(_ target: String, from path: String) -> String? {
    guard let file = files[path] else { return answer(.name(target, of: .filePaths))?.name }
    guard let (written, inner) = PageReferences(tree: tree, file: file).path(of: target) else { return nil }
    let name = inner.lastComponent
    guard let near = answer(.name(name, of: .fileNames(file.portal))) else { return nil }
    if tree.asset(at: String(inner.dropLast(name.count)) + near.name, for: file.portal) != nil {
      return written.dropLast(name.count) + near.name
    }
    return "/" + near.path
  }

  /// The page whose address ends a path: what a browser shows above a page, copied into a link.
  ///
  /// - Parameter route: ends in `.html`; the folder of a portal may stand first.
  private mutating func page(ofRoute route: String, written: String, from file: ContentTree.PageFile)
    -> String?
  {
    let stem = String(route.dropLast(5))
    let inPortal = stem.firstIndex(of: "/").map { String(stem[stem.index(after: $0)...]) }
    for place in [stem, inPortal ?? stem] {
      guard let key = tree.key(ofPagePath: place + ".md"), let path = tree.path(of: key, for: file.portal)
      else {
        continue
      }
      return place == stem && path == place + ".md" ? written.dropLast(5) + ".md" : "/" + path
    }
    if let found = answer(.address(stem, portal: file.portal)) { return "/" + found.path }
    return nearestPage(to: stem + ".md", written: written.dropLast(5) + ".md", from: file)
  }

  private mutating func previewedPage(_ target: String, from path: String) -> String? {
    guard let file = files[path], let address = Address.pathOfPreview(target) else { return nil }
    var path = Address.decoded(address) ?? address
    path = String(path.drop { $0 == "/" })
    if path.isEmpty || path.hasSuffix("/") { path += "index.html" }
    if !path.hasSuffix(".html") { path += ".html" }
    return page(ofRoute: path, written: path, from: file)
  }

  /// The page of which a file on the author's disk was built.
  private mutating func builtPage(_ target: String, from path: String) -> String? {
    let slashed = target.replacing("\\", with: "/")
    guard let file = files[path], slashed.hasSuffix(".html"), let site = slashed.ranges(of: "/site/").last
    else {
      return nil
    }
    let route = String(slashed[site.upperBound...])
    return page(ofRoute: Address.decoded(route) ?? route, written: "/" + route, from: file)
  }

  // MARK: Answers

  private mutating func answer(_ question: Question) -> Answer? {
    if let known = answers[question] { return known }
    guard answers.count < Self.mostNames else { return nil }
    let answer: Answer?
    switch question {
    case .name(let name, let group): answer = nearest(to: name, in: group)
    case .address(let stem, let portal):
      let inPortal = stem.firstIndex(of: "/").map { String(stem[stem.index(after: $0)...]) }
      let bare = stem.lastComponent
      let page = tree.pages.first { page in
        guard page.portal == nil || page.portal == portal else { return false }
        let place = tree.places[page.key]
        guard Slug.make(place.lastComponent) == bare else { return false }
        let address = place.split(separator: "/").map { Slug.make(String($0)) }.joined(separator: "/")
        return address == stem || address == inPortal
      }
      answer = page.map { Answer(name: stem, path: $0.path) }
    case .heading(let id, let path):
      let headings = library.pages.values.first { $0.path == path }?.body.headings ?? []
      // “#Các bước” is the heading “Các bước” as it reads, not as it is linked to.
      let slug = Slug.make(id)
      let meant = headings.contains { $0.id == slug } ? slug : nil
      answer = (meant ?? Diagnostics.nearest(to: id, among: headings.lazy.map(\.id))).map { Answer(name: $0) }
    }
    answers[question] = .some(answer)
    return answer
  }

  /// The page that says of itself that it had an address, or whose title that address was made of.
  private mutating func page(formerly path: String, from portal: Int?) -> Answer? {
    let place = ContentTree.place(of: path).split(separator: "/").map { Slug.make(String($0)) }
    guard let name = place.last else { return nil }
    let keys = [place.joined(separator: "/") + ".html"] + (Self.isIndex(path) ? [] : [name])
    let found = keys.lazy.flatMap { [formerNames] in formerNames[$0] ?? [] }
      .first { $0.portal == nil || $0.portal == portal }
    guard let found, let file = tree.page(at: found.key, for: found.portal) else { return nil }
    return Answer(name: name, path: file.path)
  }

  private mutating func nearest(to name: String, in group: Group) -> Answer? {
    let files: [ContentTree.File]
    switch group {
    case .pageNames(let portal): files = visible(pageFiles, from: portal).filter { !Self.isIndex($0.path) }
    case .indexPaths(let portal): files = visible(pageFiles, from: portal).filter { Self.isIndex($0.path) }
    case .fileNames(let portal): files = Array(visible(tree.assets.values, from: portal))
    case .pagePaths: files = pageFiles
    case .filePaths: files = tree.assets.values
    }
    func text(_ file: ContentTree.File) -> String {
      switch group {
      case .pageNames, .fileNames: file.path.lastComponent
      case .indexPaths, .pagePaths, .filePaths: file.path
      }
    }
    let known = names[group] ?? KnownNames(files.lazy.map(text))
    names[group] = known
    guard let near = known.nearest(to: name) else { return nil }
    return files.first { text($0) == near }.map { Answer(name: near, path: $0.path) }
  }

  private var pageFiles: [ContentTree.File] { tree.pages.map(\.file) }

  private static func isIndex(_ path: String) -> Bool {
    ["index.md", "_index.md"].contains(path.lastComponent)
  }

  /// Those that a page of the portal can have: shared ones and its own.
  private func visible(_ files: [ContentTree.File], from portal: Int?) -> some Sequence<ContentTree.File> {
    files.lazy.filter { $0.portal == nil || $0.portal == portal }
  }
}
