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
  /// Pages that the portal showed until they expired or were withdrawn.
  ///
  /// - Parameter selection: what it would show if none expired; nil where none has.
  func gone(_ selection: Selection?) -> [Site.Gone] {
    let pages = withdrawn.filter { $0.address.hasSuffix(".html") }.map {
      Site.Gone(route: $0.address, day: $0.day, isWithdrawn: true)
    }
    let all = withdrawn.isEmpty ? [] : [Site.Gone(route: Site.withdrawn, day: nil, isWithdrawn: true)]
    return (selection.map(expired) ?? []) + pages + all
  }

  private func expired(_ selection: Selection) -> [Site.Gone] {
    let routes = PageRoutes(library: library, selection: selection)
    return selection.shown[portalIndex].ids { $0 != nil }.compactMap { key in
      guard shown[key] == nil, key != selection.home,
        case .expired(let day)? = selection.shown[portalIndex][key].map({ library.pages[$0].state })
      else { return nil }
      return Site.Gone(route: routes.route(of: key, in: portalIndex), day: day, isWithdrawn: false)
    }
  }

  /// Where this portal had what was withdrawn.
  var withdrawn: [(address: String, day: CalendarDate)] {
    project.withdrawals.flatMap { withdrawal in
      withdrawal.addresses.filter { $0.hasPrefix(portal.id + "/") }.map {
        (String($0.dropFirst(portal.id.utf8.count + 1)), withdrawal.day)
      }
    }
  }
}
