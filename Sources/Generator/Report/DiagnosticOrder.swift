import Diagnostics
import Files

extension [Diagnostic] {
  /// By file and place, each once, not too many of one kind in a file, with what was most likely meant.
  ///
  /// - Parameters:
  ///   - root: the project's folder, in whose files is looked up where on a line a text stands.
  ///   - library: the pages that links may have meant; nil where none were read.
  package func presented(of root: String, _ library: Library?) -> [Diagnostic] {
    let few = sortedOnce(of: root).withoutMoreOfTheSame()
    guard var suggestions = library.map(Suggestions.init) else { return few }
    return few.map { suggestions.complete($0) }
  }

  private func sortedOnce(of root: String) -> [Diagnostic] {
    var columns = Columns(of: self, in: root)
    let keyed = map { (key: SortKey($0, at: columns.position(of: $0)), diagnostic: $0) }
      .sorted { $0.key < $1.key }
    return keyed.indices.lazy.filter { $0 == 0 || keyed[$0 - 1].key < keyed[$0].key }.map {
      keyed[$0].diagnostic
    }
  }

  /// Nobody reads on after so many of one kind in one file, and pointing at each takes as long as the file is.
  static var mostOfAKind: Int { 100 }

  /// Of sorted ones. How many of a kind are left out is said behind the last that is not.
  private func withoutMoreOfTheSame() -> [Diagnostic] {
    let kinds = map { Kind(path: $0.path, code: $0.problem.report.code) }
    let counts = kinds.reduce(into: [:]) { counts, kind in counts[kind, default: 0] += 1 }
    guard counts.values.contains(where: { $0 > Self.mostOfAKind }) else { return self }
    var gravest: [Kind: Diagnostic.Severity] = [:]
    for (kind, diagnostic) in zip(kinds, self) {
      gravest[kind] = Swift.min(diagnostic.severity, gravest[kind] ?? .note)
    }
    var shown: [Kind: Int] = [:]
    return zip(kinds, self).flatMap { kind, diagnostic -> [Diagnostic] in
      let number = shown[kind, default: 0] + 1
      shown[kind] = number
      if number <= Self.mostOfAKind { return [diagnostic] }
      guard number == Self.mostOfAKind + 1, let count = counts[kind] else { return [] }
      let rest = CheckProblem.moreOfTheSame(kind.code, count: count - Self.mostOfAKind)
      return [Diagnostic(rest, in: kind.path, as: gravest[kind] ?? diagnostic.severity)]
    }
  }
}

/// On which lines and where on them the texts and bytes stand that diagnostics name.
private struct Columns {
  private let root: String
  /// How many places of a file may have to be looked up.
  private var counts: [String: Int] = [:]
  private var open: (path: String, text: SourceText?) = ("", nil)

  /// Each takes a look at the file from its start: more than these in one file are left in another order.
  private static let mostInAFile = 200

  init(of diagnostics: [Diagnostic], in root: String) {
    self.root = root
    for diagnostic in diagnostics {
      switch diagnostic.place {
      case .text, .bytes: counts[diagnostic.path, default: 0] += 1
      case .file, .position: break
      }
    }
  }

  /// nil for a place that needs no look: it says its line, and is alone or says its column too.
  mutating func position(of diagnostic: Diagnostic) -> (line: Int, column: Int)? {
    let least: Int
    switch diagnostic.place {
    case .file, .position: return nil
    case .text: least = 2
    case .bytes: least = 1
    }
    guard let count = counts[diagnostic.path], (least...Self.mostInAFile).contains(count) else { return nil }
    if open.path != diagnostic.path {
      open = (diagnostic.path, sourceText(diagnostic.path, of: root).map(SourceText.init))
    }
    return open.text?.excerpt(of: diagnostic.place).map { ($0.line, $0.column) }
  }
}

private struct Kind: Hashable {
  let path: String
  let code: String
}

/// Paths first, then places; equal for problems that say the same of the same place.
private struct SortKey: Comparable {
  private let path: String
  private let line: Int
  private let column: Int
  private let code: String
  private let text: String
  private let message: String

  init(_ diagnostic: Diagnostic, at known: (line: Int, column: Int)?) {
    let report = diagnostic.problem.report
    path = diagnostic.path
    code = report.code
    message = report.en.message
    (line, column, text) =
      switch diagnostic.place {
      case .file: (0, 0, "")
      case .bytes(let range): (known?.line ?? 0, known?.column ?? range.lowerBound, "")
      case .position(let line, let column, _): (line + 1, column + 1, "")
      case .text(let text, let line): (known?.line ?? line, known?.column ?? 0, text)
      }
  }

  static func < (a: Self, b: Self) -> Bool {
    if a.path != b.path { return a.path < b.path }
    if a.line != b.line { return a.line < b.line }
    if a.column != b.column { return a.column < b.column }
    return (a.code, a.text, a.message) < (b.code, b.text, b.message)
  }
}
