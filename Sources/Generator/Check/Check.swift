import Diagnostics

/// Finds what `build` would refuse and what else is amiss, and writes nothing.
///
/// Drafts and pages of later days are read over too, since their authors want to know before they publish; expired
/// ones are left alone. What compares pages looks at the published ones.
///
/// - Parameters:
///   - outside: asks whether the addresses answer, and says which do not; without it nobody is asked.
///   - progress: told of each stage as it begins.
public func check(
  _ options: BuildOptions, asking outside: (([OutsideLink]) async -> [Diagnostic])? = nil,
  progress: @escaping (Stage) -> Void = { _ in }
) async -> CheckReport {
  var building = BuildReport(of: options.project)
  var clock = StageClock(progress)
  guard let snapshot = await Snapshot(options, report: &building, clock: &clock) else {
    return CheckReport(building, clock)
  }

  clock.begin(.check)
  let pages = await readOver(snapshot.content, workers: options.workers)
  let links = snapshot.project.outsideLinks + pages.flatMap { $0?.webLinks ?? [] }
  let project = ProjectCheck(snapshot: snapshot, pages: pages)
  var found =
    pages.flatMap { $0?.found ?? [] } + project.repeatedTexts() + project.nearTags() + project.reach()
    + judge(links) + (await project.files(workers: options.workers))
  if let outside {
    clock.begin(.ask)
    found += await outside(links)
  }
  let verdict = Verdict(on: found, of: snapshot, isWhole: options.portals.isEmpty, isAsked: outside != nil)
  building.diagnostics += verdict.diagnostics + project.anchorsOfUnpublished()
  return CheckReport(
    building, clock, pages: pages.count { $0 != nil }, silenced: verdict.silenced, outsideLinks: links)
}

/// By the index of a page in the library; nil for the expired.
private func readOver(_ library: Library, workers: Int) async -> [CheckedPage?] {
  let files = Dictionary(library.tree.pages.map { ($0.shownPath, $0) }) { first, _ in first }
  return await inParallel(library.pages.count, workers: workers, scratch: {}) { _, index in
    let page = library.pages[index]
    if case .expired = page.state { return nil }
    guard let file = files[page.path] else { return nil }
    var check = PageCheck(of: page, in: file, tree: library.tree, today: library.today)
    return check?.run()
  }
}

private func judge(_ links: [OutsideLink]) -> [Diagnostic] {
  let check = WebLinkCheck(links)
  return links.flatMap { link in
    check.problems(of: link).map { Diagnostic(found: $0, in: link.path, at: link.place) }
  }
}

extension Project {
  /// Those of menus; a shared menu once.
  fileprivate var outsideLinks: [OutsideLink] {
    portals.enumerated().flatMap { number, portal -> [OutsideLink] in
      if portal.menuIsShared, portals[..<number].contains(where: \.menuIsShared) { return [] }
      return portal.menu.compactMap { item in
        guard case .url(let url, let place) = item.target else { return nil }
        let path = portal.menuIsShared ? "content/site.yaml" : portal.path
        return OutsideLink(url: url, path: path, place: place, text: item.title)
      }
    }
  }
}
