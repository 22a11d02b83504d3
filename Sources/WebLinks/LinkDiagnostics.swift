import Diagnostics

/// What to tell the editors, in the order of `uses`; what was not asked is one note, at the first such place.
///
/// - uses: every place in the content that has the address, with the file's path as the user knows it.
/// - answers: what `LinkChecker.check` returned.
public func diagnostics(
  for uses: [(url: String, path: String, place: Place)], answers: [String: LinkAnswer]
) -> [Diagnostic] {
  var diagnostics: [Diagnostic] = []
  var unasked: Set<String> = []
  var firstUnasked: (path: String, place: Place)?
  for (url, path, place) in uses {
    func add(_ problem: OutsideLinkProblem) {
      diagnostics.append(Diagnostic(found: problem, in: path, at: place))
    }
    switch answers[url] {
    case .found(_, movedTo: nil): break
    case .found(_, let target?): add(.moved(url, to: target + fragment(of: url)))
    case .refused(let status): add(.broken(url, status: status))
    case .unreachable(let failure): add(.unreachable(url, failure))
    case .skipped(.privateNetwork): add(.privateNetwork(url))
    case .busy, .skipped(.limit), .skipped(.time), nil:
      unasked.insert(url)
      firstUnasked = firstUnasked ?? (path, place)
    }
  }
  if let (path, place) = firstUnasked {
    let problem = OutsideLinkProblem.skipped(count: unasked.count)
    diagnostics.append(Diagnostic(found: problem, in: path, at: place))
  }
  return diagnostics
}

/// The fragment with its `#`, which outlives a redirection (RFC 9110, 10.2.2); empty when there is none.
private func fragment(of url: String) -> Substring { url.firstIndex(of: "#").map { url[$0...] } ?? "" }
