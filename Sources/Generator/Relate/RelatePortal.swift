import Markdown
import Diagnostics
import Files
import Vietnamese

/// What stands on every page of a portal, or leads its home page.
extension Relation {
  mutating func menu() -> [Site.MenuEntry] {
    portal.menu.compactMap { item in
      switch item.target {
      case .url(let url, _): return Site.MenuEntry(title: item.title, key: nil, url: url)
      case .page(let reference):
        guard let key = library.tree.key(ofPagePath: reference.path) else {
          let path = portal.menuIsShared ? "content/site.yaml" : portal.path
          problems.append(
            Diagnostic(
              LinkProblem.missingListedPage(reference.path, nearest: nil), in: path, at: reference.place))
          return nil
        }
        if shown[key] != nil { return Site.MenuEntry(title: item.title, key: key, url: routes[key]) }
        if !portal.menuIsShared {
          problems.append(
            Diagnostic(
              LinkProblem.hiddenFromPortal(reference.path, portal: portal.id), in: portal.path,
              at: reference.place, as: .warning))
        }
        return nil
      }
    }
  }

  /// Checks that the portal's emblem is a picture.
  mutating func emblem() -> AssetID? {
    guard let reference = portal.emblem else { return nil }
    func fail(_ problem: any Problem) {
      problems.append(Diagnostic(problem, in: portal.path, at: reference.place))
    }
    guard let index = library.tree.asset(at: reference.path, for: portalIndex) else {
      if let day = library.tree.withdrawal(at: reference.path, for: portalIndex) {
        let problem = LinkProblem.withdrawn(reference.path, on: day.iso)
        problems.append(Diagnostic(problem, in: portal.path, at: reference.place, as: .warning))
      } else {
        fail(LinkProblem.missingFile(reference.path, nearest: nil))
      }
      return nil
    }
    let facts: AssetFacts
    do throws(Disk.Failure) { facts = try library.tree.facts(of: index) } catch {
      fail(FileProblem.unreadable(error.reason))
      return nil
    }
    if case .notAnImage = facts.picture { fail(LinkProblem.noImage(reference.path, facts)) }
    return index
  }

  /// The page that helps who finds nothing; nil where the project names none, or the portal does not show it.
  mutating func help() -> PageKey? {
    guard let reference = project.helpPage else { return nil }
    guard let key = library.tree.key(ofPagePath: reference.path) else {
      let problem = LinkProblem.missingListedPage(reference.path, nearest: nil)
      problems.append(Diagnostic(problem, in: "content/site.yaml", at: reference.place))
      return nil
    }
    return shown[key] == nil ? nil : key
  }

  func alphabet(tags: [Site.Group]) -> Alphabet {
    let home = library.tree.key(ofPlace: "")
    let pages = keys.filter { $0 != home }.map { ($0, page($0).title, page($0).sortKey) }
    return Alphabet(pages: pages, tags: tags.map(\.name))
  }

  /// Of several that run on the day of the build, the one that began last; of those without a first day, the
  /// first by weight.
  func campaign(recent: [PageKey], parents: Rows<PageKey, PageKey?>) -> Site.Campaign? {
    let running = keys.filter {
      page($0).campaignDays?.runs(on: library.today) == true
    }
    func rank(_ key: PageKey) -> (CalendarDate, Int) {
      (page(key).campaignDays?.starts ?? .first, -(page(key).weight ?? .max))
    }
    // `max` takes the last of equals; the tree's first is meant.
    guard let chosen = running.reversed().max(by: { rank($0) < rank($1) }) else { return nil }
    let newest = recent.first { key in
      parents[key] == chosen && page(key).date.map { $0 <= library.today } == true
    }
    return Site.Campaign(key: chosen, newest: newest)
  }
}
