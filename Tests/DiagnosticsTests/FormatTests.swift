import Checking
import Files
import Fields
import Diagnostics
import Foundation
import Testing

@Suite struct FormatTests {
  static let text = Array("---\ntitle: Ngày 👨‍👩‍👧 \"mai\"\n---\n".utf8)
  static let diagnostics = [
    Diagnostic(
      FrontMatterProblem.impossibleDate("10%, \"a\"\\"), in: "content/Ảnh của em: 1.md",
      at: .position(line: 1, column: 18, length: 3)),
    Diagnostic(FileProblem.emptyPage, in: "content/b.md", as: .warning),
    Diagnostic(UpkeepProblem.reviewDue("2026-11-01"), in: "content/b.md", at: .bytes(4..<9), as: .note),
  ]

  private var printer: Printer { Printer(language: .en, usesColour: false) { _ in Self.text } }

  // MARK: JSON

  @Test func jsonSaysWhereAndWhat() throws {
    var printer = printer
    let objects = try Self.diagnostics.map { diagnostic in
      try #require(
        JSONSerialization.jsonObject(with: Data(printer.json(diagnostic).utf8)) as? [String: Any])
    }
    let first = objects[0]
    #expect(first["code"] as? String == "impossible-date" && first["severity"] as? String == "error")
    #expect(first["file"] as? String == "content/Ảnh của em: 1.md")
    // In characters: a family is one.
    #expect(first["line"] as? Int == 2 && first["column"] as? Int == 15 && first["end_column"] as? Int == 18)
    #expect(first["message"] as? String == "“10%, \"a\"\\” is not a date")
    #expect(first["remedy"] is String)
    #expect(objects[1]["line"] == nil && objects[1]["column"] == nil)
    #expect(objects[2]["severity"] as? String == "note")
  }

  @Test func jsonKeepsEveryCharacter() throws {
    let text = String(String.UnicodeScalarView((0...0x2FF).compactMap(Unicode.Scalar.init))) + "\u{2028}😀ạ"
    let read = try JSONSerialization.jsonObject(with: Data(text.asJSON.utf8), options: .fragmentsAllowed)
    #expect(read as? String == text)
  }

  // MARK: GitHub

  @Test func workflowCommandsEscapeWhatWouldEndThem() {
    var printer = printer
    let commands = Self.diagnostics.map { printer.workflowCommand($0, below: "mau, 50%/") }
    #expect(
      commands == [
        "::error file=mau%2C 50%25/content/Ảnh của em%3A 1.md,line=2,col=15,title=impossible-date"
          + "::“10%25, \"a\"\\” is not a date%0Awrite year-month-day, for example 2026-11-23",
        "::warning file=mau%2C 50%25/content/b.md,title=empty-page"
          + "::the file is empty%0Awrite its front matter and text, or delete it",
        "::notice file=mau%2C 50%25/content/b.md,line=2,col=1,title=review-due"
          + "::the page was to be reviewed by 2026-11-01%0Aread it over, mend what is out of date, and set review_by to the next time",
      ])
  }

  // MARK: SARIF

  /// What the standard asks for, and what code hosts go by.
  @Test func sarifIsWhole() throws {
    var printer = printer
    let rule = SARIF.Rule(code: "review-due", severity: .warning, vi: "quá ngày", en: "overdue")
    let other = SARIF.Rule(code: "heading-jump", severity: .warning, vi: "bỏ cấp", en: "a jump")
    var sarif = SARIF(version: "1.2.3", below: "mau/", rules: [other, rule])
    let text = sarif.log(of: Self.diagnostics, &printer)
    let log = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(log["version"] as? String == "2.1.0")
    #expect(URL(string: log["$schema"] as? String ?? "")?.scheme == "https")
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    #expect(run["columnKind"] as? String == "unicodeCodePoints")
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    #expect(driver["name"] as? String == "vungxanh" && driver["version"] as? String == "1.2.3")

    let rules = try #require(driver["rules"] as? [[String: Any]])
    #expect(
      rules.map { $0["id"] as? String } == ["heading-jump", "review-due", "impossible-date", "empty-page"])
    for rule in rules {
      let help = (rule["help"] as? [String: Any])?["text"] as? String ?? ""
      #expect(help.contains("vi: ") && help.contains("en: "))
      #expect((rule["shortDescription"] as? [String: Any])?["text"] is String)
      #expect((rule["defaultConfiguration"] as? [String: Any])?["level"] is String)
    }

    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.map { $0["level"] as? String } == ["error", "warning", "note"])
    #expect(results.map { $0["ruleIndex"] as? Int } == [2, 3, 1])
    for result in results {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
      #expect((result["message"] as? [String: Any])?["text"] is String)
    }
    let places = try results.map { result -> [String: Any] in
      let location = try #require((result["locations"] as? [[String: Any]])?.first)
      return try #require(location["physicalLocation"] as? [String: Any])
    }
    let uris = places.map { ($0["artifactLocation"] as? [String: Any])?["uri"] as? String }
    #expect(
      uris == [
        "mau/content/%E1%BA%A2nh%20c%E1%BB%A7a%20em%3A%201.md", "mau/content/b.md", "mau/content/b.md",
      ])
    // In code points: a family is five.
    #expect(places[0]["region"] as? [String: Int] == ["startLine": 2, "startColumn": 19, "endColumn": 22])
    #expect(places[1]["region"] == nil)
    #expect(places[2]["region"] as? [String: Int] == ["startLine": 2, "startColumn": 1, "endColumn": 6])
  }

  @Test func sarifOfNothingIsWholeToo() throws {
    var printer = printer
    var sarif = SARIF(version: "1", below: "", rules: [])
    let log = try JSONSerialization.jsonObject(with: Data(sarif.log(of: [], &printer).utf8)) as? [String: Any]
    #expect(((log?["runs"] as? [[String: Any]])?.first?["results"] as? [Any])?.isEmpty == true)
  }
}
