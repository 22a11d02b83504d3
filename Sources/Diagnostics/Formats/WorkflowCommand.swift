extension Printer {
  /// A line that GitHub Actions turns into a mark beside the file's line
  /// (docs.github.com, “Workflow commands for GitHub Actions”).
  ///
  /// - Parameter folder: leads from the repository to the project, with a slash at the end; empty where it is the
  ///   same.
  public mutating func workflowCommand(_ diagnostic: Diagnostic, below folder: String) -> String {
    let report = diagnostic.problem.report
    let phrase = report.phrase(in: language)
    let name =
      switch diagnostic.severity {
      case .error: "error"
      case .warning: "warning"
      case .note: "notice"
      }
    var properties = "file=\(Self.property(folder + diagnostic.path))"
    if let excerpt = excerpt(of: diagnostic) { properties += ",line=\(excerpt.line),col=\(excerpt.column)" }
    properties += ",title=\(Self.property(report.code))"
    return "::\(name) \(properties)::\(Self.data(phrase.message + "\n" + phrase.remedy))"
  }

  private static func data(_ text: String) -> String { escaped(text, "%\r\n") }
  private static func property(_ text: String) -> String { escaped(text, "%\r\n:,") }

  private static func escaped(_ text: String, _ special: String.UnicodeScalarView) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      guard special.contains(scalar) else {
        escaped.unicodeScalars.append(scalar)
        continue
      }
      let digits = String(scalar.value, radix: 16, uppercase: true)
      escaped += "%" + (digits.utf8.count < 2 ? "0" : "") + digits
    }
    return escaped
  }

  private static func escaped(_ text: String, _ special: String) -> String {
    escaped(text, special.unicodeScalars)
  }
}
