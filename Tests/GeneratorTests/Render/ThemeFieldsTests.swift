import Foundation
import Templates
import Testing

@testable import Files
@testable import Generator

/// docs/themes.md lists every field that a template may use, as the code declares them.
@Suite struct ThemeFieldsTests {
  @Test func documentationListsEveryField() throws {
    let root = Repository.root
    let file = root.appending(path: "docs/themes.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let start = try #require(text.range(of: "\n## Fields\n"))
    let expected = text[..<start.lowerBound] + fields()
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
      try String(expected).write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(text == expected, "docs/themes.md is out of date: run the tests with UPDATE_GOLDEN=1")
  }

  private func fields() -> String {
    var text = """

      ## Fields

      A layout is drawn from `root`, the page. Around it is `site`, what the whole portal has, and around that
      `words` and `assets` of the theme: a name is looked for from the inside out.

      """
    let page = RootView.fields.shape.reachable
    let around = SiteView.fields.shape.reachable.filter { shape in !page.contains { $0.name == shape.name } }
    for shape in page + around {
      text += "\n### \(shape.name)\n\n| Field | Type | Meaning |\n|---|---|---|\n"
      for field in shape.fields { text += "| `\(field.name)` | \(field.type) | \(field.doc) |\n" }
    }
    return text
  }
}
