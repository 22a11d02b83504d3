extension String {
  /// As a JSON string (RFC 8259), quotes and all.
  public var asJSON: String {
    var quoted = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case "\n": quoted += "\\n"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}

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
