import Diagnostics

/// Which mistakes keep a site from being published: those that its readers would meet.
extension Library {
  /// Makes warnings of errors that nobody meets who reads the portals: on drafts, on pages of other days, and on what
  /// other portals show.
  ///
  /// - Parameters:
  ///   - portals: those that are built.
  ///   - isPart: whether they are those that were asked for. Others may be missing from the project altogether: those
  ///     whose portal.yaml cannot be read.
  package func weighed(
    _ problems: [Diagnostic], of project: Project, for portals: Set<Int>, _ selection: Selection, isPart: Bool
  ) -> [Diagnostic] {
    guard problems.contains(where: { $0.severity == .error }) else { return problems }
    var harmless = unmet
    if isPart || !absentSections.isEmpty {
      var shown: Set<PageID> = []
      for portal in portals { shown.formUnion(selection.shown[portal].values.lazy.compactMap(\.self)) }
      for (id, page) in pages.rows where !shown.contains(id) {
        if isPart || isInAbsentSection(page, selection) { harmless.insert(page.path) }
      }
    }
    // Without the home page there is nothing at a portal's own address.
    for file in tree.pages where file.key == selection.home && file.portal == nil {
      harmless.remove(file.shownPath)
    }
    let folders = portals.map { "content/portals/\(project.portals[$0].id)/" }
    func isElsewhere(_ path: String) -> Bool {
      isPart && path.hasPrefix("content/portals/") && !folders.contains(where: path.hasPrefix)
    }
    return problems.map { problem in
      guard problem.severity == .error, harmless.contains(problem.path) || isElsewhere(problem.path) else {
        return problem
      }
      return Diagnostic(problem.problem, in: problem.path, at: problem.place, as: .warning)
    }
  }

  private func isInAbsentSection(_ page: Page, _ selection: Selection) -> Bool {
    var around = selection.parents[page.key]
    while let section = around {
      if absentSections[nil]?.contains(section) == true { return true }
      if absentSections[page.portal]?.contains(section) == true { return true }
      around = selection.parents[section]
    }
    return false
  }

  /// Files of pages that no reader of any portal meets: drafts, and pages of other days.
  var unmet: Set<String> {
    unreadAbsent.union(pages.values.lazy.filter { !$0.isPublished }.map(\.path))
  }
}

// MARK: Values a unit must supply

extension Library {
  /// Pages that some of the portals show with such a value, by their index, with those portals' ids.
  ///
  /// - Parameter state: of the portals that are looked at.
  package func withPlaceholders(
    on portals: Set<Int>, in state: Portal.State, of project: Project, _ selection: Selection
  ) -> [(page: Page, portals: [String])] {
    let looked = portals.sorted().filter { project.portals[$0].state == state }
    return pages.rows.compactMap { id, page in
      guard !page.placeholders.isEmpty, page.isPublished else { return nil }
      let shown = looked.filter { selection.shown[$0][page.key] == id }
      return shown.isEmpty ? nil : (page, shown.map { project.portals[$0].id })
    }
  }
}
