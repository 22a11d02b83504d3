import Escaping

/// A log of findings as code hosts and editors read it (OASIS SARIF 2.1.0).
public struct SARIF {
  /// What a code stands for.
  public struct Rule {
    let code: String
    let severity: Diagnostic.Severity
    let vi: String
    let en: String

    public init(code: String, severity: Diagnostic.Severity, vi: String, en: String) {
      self.code = code
      self.severity = severity
      self.vi = vi
      self.en = en
    }
  }

  private let version: String
  private let folder: String
  private var rules: [Rule]
  private var numbers: [String: Int]

  /// - Parameters:
  ///   - version: of the tool.
  ///   - folder: leads from the repository to the project, with a slash at the end; empty where it is the same.
  ///   - rules: what may be found; a code beyond these is described by the first problem that has it.
  public init(version: String, below folder: String, rules: [Rule]) {
    self.version = version
    self.folder = folder
    self.rules = rules
    numbers = Dictionary(rules.indices.map { (rules[$0].code, $0) }) { first, _ in first }
  }

  /// - Parameter printer: reads the files, and says in which language the messages are.
  public mutating func log(of diagnostics: [Diagnostic], _ printer: inout Printer) -> String {
    let results = diagnostics.map { result($0, &printer) }
    let rules = rules.map { rule($0, in: printer.language) }
    return """
      {"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{
      "tool":{"driver":{"name":"vungxanh","version":\(version.asJSON),"rules":[
      \(rules.joined(separator: ",\n"))
      ]}},
      "language":"\(printer.language.rawValue)","columnKind":"unicodeCodePoints",
      "results":[
      \(results.joined(separator: ",\n"))
      ]}]}
      """
  }

  private func rule(_ rule: Rule, in language: Language) -> String {
    let summary = language == .vi ? rule.vi : rule.en
    return "{\"id\":\(rule.code.asJSON),\"shortDescription\":{\"text\":\(summary.asJSON)}"
      + ",\"help\":{\"text\":\("vi: \(rule.vi)\nen: \(rule.en)".asJSON)}"
      + ",\"defaultConfiguration\":{\"level\":\"\(rule.severity)\"}}"
  }

  private mutating func result(_ diagnostic: Diagnostic, _ printer: inout Printer) -> String {
    let report = diagnostic.problem.report
    if numbers[report.code] == nil {
      numbers[report.code] = rules.count
      rules.append(
        Rule(
          code: report.code, severity: diagnostic.severity, vi: report.vi.message, en: report.en.message))
    }
    let phrase = report.phrase(in: printer.language)
    let remedy = "\(printer.language == .vi ? "Cách sửa" : "Remedy"): \(phrase.remedy)"
    let region = printer.excerpt(of: diagnostic).map { excerpt in
      let start = excerpt.scalars(before: excerpt.column)
      let end = excerpt.scalars(before: excerpt.column + excerpt.length)
      return
        ",\"region\":{\"startLine\":\(excerpt.line),\"startColumn\":\(start + 1),\"endColumn\":\(max(start, end) + 1)}"
    }
    return "{\"ruleId\":\(report.code.asJSON),\"ruleIndex\":\(numbers[report.code] ?? -1)"
      + ",\"level\":\"\(diagnostic.severity)\",\"message\":{\"text\":\("\(phrase.message)\n\(remedy)".asJSON)}"
      + ",\"locations\":[{\"physicalLocation\":{\"artifactLocation\":{\"uri\":\(Self.uri(folder + diagnostic.path).asJSON)}"
      + "\(region ?? "")}}]}"
  }

  /// A relative reference (RFC 3986, §4.2): a colon in its first part would make a scheme of it.
  private static func uri(_ path: String) -> String {
    var uri = ""
    for byte in path.utf8 {
      let character = Unicode.Scalar(byte)
      switch character {
      case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_", "~", "/": uri.unicodeScalars.append(character)
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        uri += "%" + (digits.utf8.count < 2 ? "0" : "") + digits
      }
    }
    return uri
  }
}

extension SourceText.Excerpt {
  /// How many code points stand before a column, which counts characters from 1.
  fileprivate func scalars(before column: Int) -> Int {
    text.drop { $0 == "\u{FEFF}" }.prefix(column - 1).reduce(0) { $0 + $1.unicodeScalars.count }
  }
}
