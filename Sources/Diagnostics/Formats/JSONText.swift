import Escaping

extension Printer {
  /// One object: `code`, `severity`, `file`, `message`, `remedy`; and for a place within the file `line`, `column` and
  /// `end_column`, all from 1, columns in characters, the last behind what is meant.
  public mutating func json(_ diagnostic: Diagnostic) -> String {
    let report = diagnostic.problem.report
    let phrase = report.phrase(in: language)
    let place = excerpt(of: diagnostic).map {
      ",\"line\":\($0.line),\"column\":\($0.column),\"end_column\":\($0.column + $0.length)"
    }
    return "{\"code\":\(report.code.asJSON),\"severity\":\"\(diagnostic.severity)\""
      + ",\"file\":\(diagnostic.path.asJSON)\(place ?? "")"
      + ",\"message\":\(phrase.message.asJSON),\"remedy\":\(phrase.remedy.asJSON)}"
  }
}
