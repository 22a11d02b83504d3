import Diagnostics

/// What a rule found on a page: of each kind the first place, and how many there are.
struct Findings<Kind: Equatable> {
  private var entries: [(kind: Kind, first: Range<Int>, count: Int)] = []

  mutating func add(_ kind: Kind, at range: Range<Int>) {
    if let index = entries.firstIndex(where: { $0.kind == kind }) {
      entries[index].count += 1
    } else {
      entries.append((kind, range, 1))
    }
  }

  /// One diagnostic a kind; `problem` takes the kind, its first place, and how many more there are.
  func diagnostics(
    in path: String, _ problem: (_ kind: Kind, _ first: Range<Int>, _ more: Int) -> WritingProblem
  ) -> [Diagnostic] {
    places.map {
      Diagnostic(found: problem($0.kind, $0.first, $0.more), in: path, at: .bytes($0.first))
    }
  }

  /// Of each kind its first place, and how many more there are.
  var places: [(kind: Kind, first: Range<Int>, more: Int)] {
    entries.map { ($0.kind, $0.first, $0.count - 1) }
  }
}
