import Markdown
import Diagnostics

/// Which files of content/ the portal publishes: those that something it shows uses, and those that it is told to.
/// All else stays: pictures of drafts, notes, tables that an editor keeps beside the pages.
extension Relation {
  /// - Returns: in their order.
  mutating func publishedFiles(emblem: AssetID?) -> [AssetID] {
    var used: Set<AssetID> = []
    for key in keys {
      let page = page(key)
      used.formUnion(page.files)
      for use in page.body.uses { if case .file(let id, _) = use.target { used.insert(id) } }
    }
    if let emblem { used.insert(emblem) }
    add(project.alsoPublished, of: "content/site.yaml", forAll: true, to: &used)
    add(portal.alsoPublished, of: portal.path, forAll: false, to: &used)
    // A portal's own file replaces the shared one of the same path.
    let files = used.map { library.tree.asset(at: library.tree.assets[$0].path, for: portalIndex) ?? $0 }
    return Set(files).sorted()
  }

  /// - Parameter forAll: whether each portal has the list, and need not have each of its files.
  private mutating func add(
    _ references: [PathReference], of file: String, forAll: Bool, to used: inout Set<AssetID>
  ) {
    let assets = library.tree.assets
    for reference in references {
      let path = reference.path.trimmingSlashes
      let named = assets.ids.filter { assets[$0].path == path || assets[$0].path.hasPrefix(path + "/") }
      let mine = named.filter { [portalIndex] in
        assets[$0].portal == nil || assets[$0].portal == portalIndex
      }
      used.formUnion(mine)
      guard forAll ? named.isEmpty : mine.isEmpty,
        library.tree.withdrawal(at: path, for: portalIndex) == nil
      else { continue }
      problems.append(
        Diagnostic(LinkProblem.missingFile(reference.path, nearest: nil), in: file, at: reference.place))
    }
  }
}

extension String {
  /// Without slashes at its ends.
  fileprivate var trimmingSlashes: String {
    var path = self[...]
    while path.hasPrefix("/") { path.removeFirst() }
    while path.hasSuffix("/") { path.removeLast() }
    return String(path)
  }
}
