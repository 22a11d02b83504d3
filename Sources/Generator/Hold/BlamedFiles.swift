import Diagnostics
import Files
import Markdown

extension Blame {
  /// Pictures and other files that brought an error about, being gone or not what they were: as they were published last.
  /// Those that were not published are left out.
  func files(for error: Diagnostic) -> [(path: String, published: Substitutes.Substitute)] {
    let tree = snapshot.library.tree
    if let file = tree.assets.values.first(where: { $0.shownPath == error.path }) {
      return published(file.path, for: file.portal).map { [(file.shownPath, $0)] } ?? []
    }
    guard let target = (error.problem as? LinkProblem)?.fileTarget,
      let page = tree.pages.first(where: { $0.shownPath == error.path }),
      let inner = PageReferences(tree: tree, file: page).path(of: target)?.inner
    else { return [] }
    // Of its own portal before the shared one.
    for portal in [page.portal, nil] {
      guard let copy = published(inner, for: portal) else { continue }
      let folder = portal.map { "content/portals/\(snapshot.project.portals[$0].id)/" } ?? "content/"
      return [(folder + inner, copy)]
    }
    return []
  }

  /// - Parameters:
  ///   - path: below content/, or the portal's folder.
  ///   - portal: whose own file it is; nil for a shared one.
  private func published(_ path: String, for portal: Int?) -> Substitutes.Substitute? {
    guard let home = try? Disk.realPath(site) else { return nil }
    let tree = snapshot.library.tree
    for (index, candidate) in snapshot.project.portals.enumerated() where portal ?? index == index {
      // A portal's own file stands in the shared one's place.
      if portal == nil, let id = tree.asset(at: path, for: index), tree.assets[id].portal != nil { continue }
      let place = "\(home)/\(candidate.id)/\(AssetRoute.route(of: path))"
      if case .file? = try? Disk.kind(of: place) { return .published(path: place, home: home) }
    }
    return nil
  }
}

extension LinkProblem {
  /// The file that is not there, or is not what it should be, as it was written.
  fileprivate var fileTarget: String? {
    switch self {
    case .missingFile(let target, _), .notAnImage(let target), .heicPicture(let target): target
    case .missingPage, .missingListedPage, .leftover, .missingAnchor, .outsideContent, .dangerousScheme,
      .unknownScheme, .malformed, .empty, .miswritten, .remoteAttachment, .withoutScheme, .onOwnDisk,
      .previewAddress, .remoteImage, .unpublished, .withdrawn, .hiddenFromPortal:
      nil
    }
  }
}
