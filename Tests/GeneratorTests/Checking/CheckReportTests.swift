import Diagnostics
import Foundation
import ProblemCodes
import TestTraits
import Testing

@testable import Checking
@testable import Files
@testable import Generator

/// What check makes of what it found, and that it only looks.
@Suite struct CheckReportTests {
  @Test func rulesHaveWordsInBothLanguages() {
    for rule in RuleBook.all.rules {
      #expect(!rule.summary.vi.isEmpty && !rule.summary.en.isEmpty && rule.summary.vi != rule.summary.en)
    }
    #expect(Set(RuleBook.all.rules.map(\.code)).count == RuleBook.all.rules.count)
  }

  /// A rule stands with its problem; nothing but this finds out that it was left out of the list.
  @Test func everyRuleIsListed() throws {
    let sources = Repository.root.appending(path: "Sources").path
    let declared = try FileManager.default.subpathsOfDirectory(atPath: sources)
      .filter { $0.hasSuffix(".swift") }.flatMap { file in
        try String(contentsOfFile: sources + "/" + file, encoding: .utf8)
          .matches(of: /Rule\(\s*\.\w+, "([^"]+)"/).map { String($0.1) }
      }
    #expect(declared.sorted() == RuleBook.all.rules.map(\.code).sorted())
  }

  @Test func writesNothing() async throws {
    let project = try TemporaryProject(copying: "three-portals")
    let before = TemporaryProject.files(in: project.root)
    _ = await project.check()
    #expect(TemporaryProject.files(in: project.root) == before)
  }

  /// Whatever build reports, check reports too.
  @Test(arguments: [
    "broken-front-matter", "broken-links", "broken-markdown", "broken-portals", "broken-templates",
  ])
  func findsAllThatBuildFinds(_ site: String) async throws {
    let project = try TemporaryProject(copying: site)
    func keys(_ diagnostics: [Diagnostic]) -> Set<String> {
      Set(diagnostics.map { "\($0.path) \($0.place) \($0.severity) \($0.problem.report.en.message)" })
    }
    let built = await project.build()
    let checked = await project.check()
    #expect(built.hasErrors && checked.hasErrors)
    #expect(keys(checked.diagnostics).isSuperset(of: keys(built.diagnostics)))
  }

  @Test func saysWhyThereIsNothingToCheck() async throws {
    let project = try TemporaryProject()
    try project.remove("content")
    let report = await project.check()
    #expect(!report.isWhole && report.pages == 0)
    #expect(
      report.diagnostics(below: ["content/a.md"], withNotes: false).map(\.problem.code) == [
        "no-content"
      ])
  }

  @Test func narrowsToFilesAndFolders() async throws {
    let project = try TemporaryProject()
    for path in ["muc/a.md", "muc/b.md", "muc-khac/a.md"] {
      try project.page("### A", at: "content/\(path)")
      try project.page(at: "content/\(path.prefix { $0 != "/" })/_index.md")
    }
    let report = await project.check(portals: ["main", "khong-co"])
    func shown(_ paths: String...) -> [String] {
      report.diagnostics(below: paths, withNotes: false).map(\.path).filter { $0 != "content/_index.md" }
    }
    #expect(
      shown() == ["--portal khong-co", "content/muc-khac/a.md", "content/muc/a.md", "content/muc/b.md"])
    #expect(shown("content/muc") == ["--portal khong-co", "content/muc/a.md", "content/muc/b.md"])
    #expect(shown("content/muc/b.md") == ["--portal khong-co", "content/muc/b.md"])
  }

  @Test func countsByCode() async throws {
    let project = try TemporaryProject()
    try project.page("[](#a)\n\n[tại đây](#a) [ở đây](#a)\n\n### A")
    let report = await project.check()
    let shown = report.diagnostics(below: ["content/trang.md"], withNotes: false)
    #expect(
      report.summary(of: shown, below: ["content/trang.md"], in: .en) == """
          1 × link-text-empty  a link without text
          2 × link-text-vague  a link that says only “here” or “more”
          1 × heading-jump     a heading that leaves out a level
          1 note not shown here; see with --notes
        2 pages checked: 1 error, 3 warnings

        """)
  }

  /// What is found in the bytes of a text, in its front matter and in its Markdown comes in one order: down the page.
  @Test func ordersByLine() async throws {
    let project = try TemporaryProject()
    try project.page(
      "Một  hai.\n\n[tại đây](#muc)\n\n## Mục\n\n##Đề mục\n\n![](cay.png)\n\nBa , bốn.",
      fields: "accent: x\nreview_by: 2000-01-01")
    let lines = await project.check().places(in: project).compactMap {
      $0.split(separator: ":").dropFirst().first
    }
    .compactMap { Int($0) }
    #expect(Set(lines) == [4, 5, 8, 10, 14, 16, 18])
    #expect(lines == lines.sorted())
  }

  /// An address of preview is refused as such, and nothing else is said of it.
  @Test func tellsOnceOfAnAddressOfPreview() async throws {
    let project = try TemporaryProject()
    try project.page("[Cách đặt mật khẩu](http://localhost:4000/main/x.html)")
    #expect(await project.check().codes == ["link-preview-address"])
  }

  /// A page that is all mistakes takes no time to speak of, and says how many there are.
  @Test(.slow, .timeLimit(.minutes(1))) func countsTheRestOfMany() async throws {
    let project = try TemporaryProject()
    let links = (0..<600).map { "[tại đây](https://a\($0).example/)" }.joined(separator: " ")
    try project.page("\(links)\n\n\(String(repeating: "CẦN ĐIỀN – ", count: 3000))")
    let report = await project.check()
    let counts = Dictionary(grouping: report.codes, by: \.self).mapValues(\.count)
    #expect(counts == ["link-text-vague": 100, "page-to-fill-in": 100, "more-of-the-same": 2])
    let rest = report.diagnostics.map(\.problem.report.en.message).filter { $0.contains("places more") }
    #expect(rest.contains("this file has 500 places more of the kind “link-text-vague”"))
    #expect(!report.places(in: project).isEmpty)
  }
}
