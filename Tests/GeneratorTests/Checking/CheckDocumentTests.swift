import Diagnostics
import Foundation
import Testing

@testable import Checking
@testable import Files
@testable import Generator

/// The tables of docs/checks.md say what the rules are; `UPDATE_GOLDEN=1` writes them anew.
@Suite struct CheckDocumentTests {
  @Test func rulesAreDocumented() throws {
    let root = Repository.root
    let place = root.appending(path: "docs/checks.md")
    let text = try String(contentsOf: place, encoding: .utf8)
    let mark = try #require(text.firstRange(of: "-->\n", after: "## Rules"))
    let expected = text[..<mark.upperBound] + Self.tables
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
      try String(expected).write(to: place, atomically: true, encoding: .utf8)
    } else {
      #expect(text == expected)
    }
  }

  private static var tables: String {
    Rule.Family.allCases.map { family in
      let rows = RuleBook.all.rules.filter { $0.family == family }.map {
        "| `\($0.code)` | \($0.severity) | \($0.summary.en) |\n"
      }
      return "\n### \(title(of: family))\n\n| Rule | Level | Finds |\n|---|---|---|\n\(rows.joined())"
    }.joined()
  }

  private static func title(of family: Rule.Family) -> String {
    switch family {
    case .access: "For every reader"
    case .writing: "The text itself"
    case .pageData: "What a page says of itself"
    case .upkeep: "Upkeep"
    case .attachments: "Pictures and attachments"
    case .webLinks: "Links to other sites"
    case .outside: "Links to other sites, asked with --links"
    case .check: "check itself"
    }
  }
}

extension String {
  fileprivate func firstRange(of text: String, after start: String) -> Range<String.Index>? {
    range(of: start).flatMap { range(of: text, range: $0.upperBound..<endIndex) }
  }
}
