import Diagnostics

extension [Diagnostic] {
  /// By file and place, each once.
  ///
  /// - Parameter root: the project's folder, in whose files is looked up where on a line a text stands.
  func sortedOnce(of root: String) -> [Diagnostic] {
    var columns = Columns(of: self, in: root)
    var seen: Set<String> = []
    let keyed = map { (key: $0.sortKey(at: columns.position(of: $0)), diagnostic: $0) }
    return keyed.sorted { $0.key < $1.key }.filter { seen.insert($0.key).inserted }.map(\.diagnostic)
  }
}

/// Where on their lines the texts stand that diagnostics name.
private struct Columns {
  private let root: String
  /// How many texts of a file are asked for.
  private var counts: [String: Int] = [:]
  private var open: (path: String, text: SourceText?) = ("", nil)

  /// Each takes a look at the file from its start: more than these in one file are left in another order.
  private static let mostInAFile = 200

  init(of diagnostics: [Diagnostic], in root: String) {
    self.root = root
    for diagnostic in diagnostics {
      if case .text = diagnostic.place { counts[diagnostic.path, default: 0] += 1 }
    }
  }

  /// nil for a place that has no text, or needs no look since it is alone.
  mutating func position(of diagnostic: Diagnostic) -> (line: Int, column: Int)? {
    guard case .text = diagnostic.place, let count = counts[diagnostic.path],
      (2...Self.mostInAFile).contains(count)
    else { return nil }
    if open.path != diagnostic.path {
      open = (diagnostic.path, sourceText(diagnostic.path, of: root).map(SourceText.init))
    }
    return open.text?.excerpt(of: diagnostic.place).map { ($0.line, $0.column) }
  }
}

extension Diagnostic {
  /// Paths first, then places padded so that they sort as numbers.
  fileprivate func sortKey(at known: (line: Int, column: Int)?) -> String {
    let (line, column, text) =
      switch place {
      case .file: (0, 0, "")
      case .bytes(let range): (0, range.lowerBound, "")
      case .position(let line, let column, _): (line + 1, column + 1, "")
      case .text(let text, let line): (known?.line ?? line, known?.column ?? 0, text)
      }
    let report = problem.report
    return
      "\(path)\u{0}\(line + 1_000_000)\u{0}\(column + 1_000_000)\u{0}\(report.code)\u{0}\(text)\u{0}\(report.en.message)"
  }
}
