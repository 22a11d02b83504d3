import Diagnostics

extension [Diagnostic] {
  /// How many there are of each code, a line each, the gravest first; what a rule of `check` looks for is said behind.
  package func counts(in language: Language) -> String {
    var counts: [String: (count: Int, severity: Diagnostic.Severity)] = [:]
    for diagnostic in self {
      let code = diagnostic.problem.report.code
      let known = counts[code] ?? (0, diagnostic.severity)
      counts[code] = (known.count + 1, Swift.min(known.severity, diagnostic.severity))
    }
    let sorted = counts.sorted {
      ($0.value.severity, -$0.value.count, $0.key) < ($1.value.severity, -$1.value.count, $1.key)
    }
    let width = String(counts.values.map(\.count).max() ?? 0).count
    let codeWidth = counts.keys.map(\.count).max() ?? 0
    var text = ""
    for (code, entry) in sorted {
      let count = String(entry.count)
      text += String(repeating: " ", count: width - count.count + 2) + "\(count) × \(code)"
      if let rule = RuleBook.all.named(code) {
        text += String(repeating: " ", count: codeWidth - code.count + 2)
        text += language == .vi ? rule.summary.vi : rule.summary.en
      }
      text += "\n"
    }
    return text
  }
}
