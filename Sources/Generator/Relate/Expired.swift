import Diagnostics
import Vietnamese

extension Library {
  /// What each portal would show if no page expired; nil where none has.
  func selectionWithExpired(of project: Project) -> Selection? {
    guard pages.values.contains(where: \.isExpired) else { return nil }
    // What does not fit was told when the portals' pages were selected.
    var unheard: [Diagnostic] = []
    return select(self, of: project, withExpired: true, problems: &unheard)
  }
}

extension Relation {
  /// Pages that the portal showed until they expired.
  ///
  /// - Parameter selection: what it would show if none expired.
  func gone(_ selection: Selection?) -> [Site.Gone] {
    guard let selection else { return [] }
    let routes = PageRoutes(library: library, selection: selection)
    return selection.shown[portalIndex].ids { $0 != nil }.compactMap { key in
      guard shown[key] == nil, key != selection.home,
        case .expired(let day)? = selection.shown[portalIndex][key].map({ library.pages[$0].state })
      else { return nil }
      return Site.Gone(route: routes.route(of: key, in: portalIndex), day: day)
    }
  }
}
