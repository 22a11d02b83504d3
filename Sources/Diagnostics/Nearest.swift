/// The known name that a misspelt one most likely means, or nil when none is near: at most two edits
/// (insert, delete, replace, swap neighbours), and fewer than half of the letters.
///
/// - Parameters:
///   - name: what was written.
///   - candidates: what would have been right; the first of equally near ones wins.
public func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
  // Two letters have eight bytes at most: nearly all candidates need no closer look.
  KnownNames(candidates.lazy.filter { abs($0.utf8.count - name.utf8.count) <= 8 }).nearest(to: name)
}

/// Names among which several misspelt ones are looked for.
public struct KnownNames: Sendable {
  private let names: [Known]

  private struct Known: Sendable {
    let name: String
    let letters: [Unicode.Scalar]
    /// A bit for each letter that occurs; two letters may share one.
    let mask: UInt64

    init(_ name: String) {
      self.name = name
      letters = Array(name.lowercased().unicodeScalars)
      mask = letters.reduce(0) { $0 | 1 << UInt64($1.value & 63) }
    }
  }

  private static let mostEdits = 2

  public init(_ names: some Sequence<String>) { self.names = names.map(Known.init) }

  /// As the function of that name.
  public func nearest(to name: String) -> String? {
    let written = Known(name)
    var best: (name: String, distance: Int)?
    for known in names {
      // An edit takes one letter away and brings another.
      guard abs(known.letters.count - written.letters.count) <= Self.mostEdits,
        (known.mask ^ written.mask).nonzeroBitCount <= 2 * Self.mostEdits
      else { continue }
      let distance = editDistance(written.letters, known.letters, atMost: Self.mostEdits)
      guard distance <= Self.mostEdits, distance * 2 < max(written.letters.count, known.letters.count) else {
        continue
      }
      if best.map({ distance < $0.distance }) ?? true { best = (known.name, distance) }
    }
    return best?.name
  }
}

/// Optimal string alignment distance: how many times a letter is added, left out, changed, or swapped with the next.
///
/// - Parameter limit: a longer distance is told as one more than that, which takes linear time.
public func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar], atMost limit: Int) -> Int {
  let far = limit + 1
  guard abs(a.count - b.count) <= limit else { return far }
  var twoBack = [Int](repeating: far, count: b.count + 1)
  var previous = (0...b.count).map { min($0, far) }
  var current = twoBack
  for i in 0..<a.count {
    // Further from the diagonal all is too far.
    let first = max(0, i - limit)
    let last = min(b.count, i + far)
    current[first] = first == 0 ? min(i + 1, far) : far
    var least = current[first]
    for j in first..<last {
      var cost = min(previous[j + 1] + 1, current[j] + 1, previous[j] + (a[i] == b[j] ? 0 : 1), far)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, twoBack[j - 1] + 1) }
      current[j + 1] = cost
      least = min(least, cost)
    }
    // A swap reaches back over one row.
    if least == far, previous.allSatisfy({ $0 == far }) { return far }
    if last < b.count { current[last + 1] = far }
    (twoBack, previous, current) = (previous, current, twoBack)
  }
  return previous[b.count]
}
