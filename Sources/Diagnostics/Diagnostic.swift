/// One thing that is wrong (or worth knowing), and where.
public struct Diagnostic: Sendable {
  public enum Severity: Int, Sendable, Comparable {
    case error, warning, note
    public static func < (a: Severity, b: Severity) -> Bool { a.rawValue < b.rawValue }
  }

  public let problem: any Problem
  public let severity: Severity
  /// The file as the user knows it: relative to the project, with `/`.
  public let path: String
  public let place: Place

  public init(
    _ problem: any Problem, in path: String, at place: Place = .file, as severity: Severity = .error
  ) {
    self.problem = problem
    self.path = path
    self.place = place
    self.severity = severity
  }
}

/// Where in a file. Kept as cheaply as the stage that found it knows it; `SourceText` turns it
/// into a line and a column when it is printed.
public enum Place: Sendable, Hashable {
  /// The file as a whole.
  case file
  /// Byte offsets from the start of the file.
  case bytes(Range<Int>)
  /// Line and column from 0, columns in Unicode scalars as libyaml counts them; `length` in scalars.
  case position(line: Int, column: Int, length: Int)
  /// The first occurrence of `text` on or after a line counted from 1: what a Markdown parser can say.
  case text(String, fromLine: Int)
}

/// What can be wrong: a stable code, and one wording in each language.
public protocol Problem: Sendable {
  var report: Report { get }
  /// Files that have a part in it, besides the one it is found in: paths below the project.
  var otherFiles: [String] { get }
}

extension Problem {
  public var otherFiles: [String] { [] }
}

/// The wording of a problem in the languages the tool speaks.
public struct Report: Sendable {
  /// What is wrong, and how to mend it; neither ends in a full stop.
  public struct Phrase: Sendable {
    public let message: String
    public let remedy: String
    public init(_ message: String, remedy: String) {
      self.message = message
      self.remedy = remedy
    }
  }

  /// Stable and kebab-case; `docs/problems.md` has a section for each.
  public let code: String
  /// The rule of `check` that finds it; nil for what is refused whatever a project says.
  package let rule: Rule?
  // Made when they are asked for: most problems are counted, compared and sorted more often than told.
  private let makeVi: @Sendable () -> Phrase
  private let makeEn: @Sendable () -> Phrase

  public var vi: Phrase { makeVi() }
  public var en: Phrase { makeEn() }

  public init(
    _ code: String, vi: @autoclosure @escaping @Sendable () -> Phrase,
    en: @autoclosure @escaping @Sendable () -> Phrase
  ) {
    self.code = code
    rule = nil
    makeVi = vi
    makeEn = en
  }

  package init(
    _ rule: Rule, vi: @autoclosure @escaping @Sendable () -> Phrase,
    en: @autoclosure @escaping @Sendable () -> Phrase
  ) {
    code = rule.code
    self.rule = rule
    makeVi = vi
    makeEn = en
  }

  public func phrase(in language: Language) -> Phrase { language == .vi ? vi : en }
}

/// A language the tool's own messages exist in.
public enum Language: String, Sendable, CaseIterable {
  case vi, en
}
