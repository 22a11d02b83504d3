/// The known name that a misspelt one most likely means, or nil when none is near: at most two edits
/// (insert, delete, replace, swap neighbours), and fewer than half of the letters.
///
/// - Parameters:
///   - name: what was written.
///   - candidates: what would have been right; the first of equally near ones wins.
public func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
  let written = Array(name.lowercased().unicodeScalars)
  var best: (name: String, distance: Int)?
  for candidate in candidates {
    let known = Array(candidate.lowercased().unicodeScalars)
    guard abs(known.count - written.count) <= 2 else { continue }
    let distance = editDistance(written, known)
    guard distance <= 2, distance * 2 < max(written.count, known.count) else { continue }
    if best.map({ distance < $0.distance }) ?? true { best = (candidate, distance) }
  }
  return best?.name
}

/// Optimal string alignment distance: how many times a letter is added, left out, changed, or swapped with the next.
public func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  var twoBack: [Int] = []
  var previous = Array(0...b.count)
  for i in 0..<a.count {
    var current = [i + 1]
    for j in 0..<b.count {
      var cost = min(previous[j + 1] + 1, current[j] + 1, previous[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, twoBack[j - 1] + 1) }
      current.append(cost)
    }
    twoBack = previous
    previous = current
  }
  return previous[b.count]
}
