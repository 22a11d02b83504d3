/// A rule of `check`: what it finds, and how much that weighs unless site.yaml says otherwise.
package struct Rule: Sendable {
  /// Rules that look after one thing; `docs/checks.md` has a table for each.
  package enum Family: String, Sendable, CaseIterable {
    case access, writing, pageData, upkeep, attachments, webLinks, outside, check
  }

  /// What a project may make of a rule.
  package enum Level: String, CaseIterable {
    case off, note, warning, error

    package var severity: Diagnostic.Severity? {
      switch self {
      case .off: nil
      case .note: .note
      case .warning: .warning
      case .error: .error
      }
    }
  }

  package let family: Family
  /// That of the problem it reports.
  package let code: String
  package let severity: Diagnostic.Severity
  /// What it finds, in a few words.
  package let summary: (vi: String, en: String)

  package init(_ family: Family, _ code: String, _ severity: Diagnostic.Severity, vi: String, en: String) {
    self.family = family
    self.code = code
    self.severity = severity
    summary = (vi, en)
  }
}

/// The rules that a project may speak of: to set how much they weigh, and to set them aside on a page. Whoever has rules
/// makes the book (`Checking`); whoever reads a project only looks names up.
package struct RuleBook: Sendable {
  /// Family by family.
  package let rules: [Rule]
  private let byCode: [String: Rule]

  package init(_ rules: [Rule]) {
    self.rules = rules
    byCode = Dictionary(uniqueKeysWithValues: rules.map { ($0.code, $0) })
  }

  package func named(_ code: String) -> Rule? { byCode[code] }

  /// What to say of a code that is no rule's. What `build` refuses has no rule: it cannot be set aside.
  package func unknown(_ code: String) -> CheckProblem {
    .unknownRule(code, nearest: nearest(to: code, among: rules.lazy.map(\.code)))
  }
}

extension Diagnostic {
  /// What a rule of `check` found, as heavy as the rule usually is.
  package init(found problem: any Problem, in path: String, at place: Place = .file) {
    self.init(problem, in: path, at: place, as: problem.report.rule?.severity ?? .error)
  }
}
