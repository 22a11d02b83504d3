import Markdown
import Diagnostics
import Generator
import Vietnamese

/// Looks at the pages of a project together, as its portals show them.
///
/// The rules are functions of its extensions, one file a family.
struct ProjectCheck {
  let snapshot: Snapshot
  let pages: Rows<PageID, CheckedPage?>

  var library: Library { snapshot.library }

  /// A page that is not published yet may link to a heading that is not there; `build` will not say so before that
  /// day.
  func anchorsOfUnpublished() -> [Diagnostic] {
    var pagesByKey: [PageKey: [Page]] = [:]
    for page in library.pages.values { pagesByKey[page.key, default: []].append(page) }
    var anchors: [String: Set<String>] = [:]
    let unpublished = zip(library.pages.values, pages.values).filter { !$0.isPublished && $1 != nil }
    return unpublished.flatMap { page, _ in
      page.body.links.compactMap { link -> Diagnostic? in
        guard let fragment = link.fragment, let targets = pagesByKey[link.page],
          let target = targets.first(where: { $0.portal == page.portal }) ?? targets.first
        else { return nil }
        let known = anchors[target.path] ?? Set(target.body.headings.map(\.id))
        anchors[target.path] = known
        guard !known.contains(fragment) else { return nil }
        let problem = LinkProblem.missingAnchor(fragment, page: target.path, nearest: nil)
        return Diagnostic(
          problem, in: page.path, at: .text(link.destination, fromLine: Int(link.line)), as: .warning)
      }
    }
  }
}
