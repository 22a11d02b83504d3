import Diagnostics
import Files
import Generator
import Proofreading
import Vietnamese

/// Finds what `build` would refuse and what else is amiss, and writes nothing.
///
/// Drafts and pages of later days are read over too, since their authors want to know before they publish; expired
/// ones are left alone. What compares pages looks at the published ones.
///
/// - Parameters:
///   - outside: asks whether the addresses answer, and says which do not; without it nobody is asked.
///   - progress: told of each stage as it begins.
package func check(
  _ options: BuildOptions, asking outside: (([OutsideLink]) async -> [Diagnostic])? = nil,
  progress: @escaping StageProgress = { _, _ in }
) async -> CheckReport {
  var run = Run(options, progress: progress)
  guard let sources = run.discover() else { return CheckReport(run) }
  let (parsed, checked) = await run.parse(
    sources, lookingAtEachWith: pageLook(today: options.publication.today))
  let snapshot = run.relate(parsed)
  run.begin(.check)
  let findings = await snapshot.findings(on: checked, options) { links in
    guard let outside else { return nil }
    run.begin(.ask)
    return await outside(links)
  }
  run.problems += findings.verdict.diagnostics + findings.others
  return CheckReport(run, of: snapshot, findings)
}

extension Snapshot {
  struct Findings {
    let verdict: Verdict
    /// What no level and no page can set aside.
    let others: [Diagnostic]
    let links: [OutsideLink]
    /// How many pages were read over.
    let pages: Int
  }

  /// Lets every rule look at the pages and files.
  ///
  /// - Parameters:
  ///   - pages: what was found on each.
  ///   - outside: says which addresses do not answer; nil where nobody is to be asked.
  func findings(
    on pages: Rows<PageID, CheckedPage?>, _ options: BuildOptions,
    asking outside: ([OutsideLink]) async -> [Diagnostic]? = { _ in nil }
  ) async -> Findings {
    let links = project.outsideLinks + pages.values.flatMap { $0?.webLinks ?? [] }
    let check = ProjectCheck(snapshot: self, pages: pages)
    var found =
      pages.values.flatMap { $0?.found ?? [] } + check.repeatedTexts() + check.nearTags() + check.reach()
      + check.copies()
      + judge(links) + check.linksToOwnPortals(links) + (await check.files(workers: options.workers))
    let answers = await outside(links)
    found += answers ?? []
    let verdict = Verdict(
      on: found, of: self, isWhole: options.portals.isEmpty, isAsked: answers != nil)
    return Findings(
      verdict: verdict, others: check.anchorsOfUnpublished(), links: links,
      pages: pages.values.count { $0 != nil })
  }
}

/// What looks at each page; what has expired is left alone.
func pageLook(today: CalendarDate) -> PageLook<CheckedPage> {
  { read in
    if case .expired = read.page.state { return nil }
    var check = PageCheck(of: read, today: today)
    return check.run()
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
