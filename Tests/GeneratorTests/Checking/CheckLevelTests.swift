import Diagnostics
import ProblemCodes
import Testing

@testable import Checking
@testable import Files
@testable import Generator

/// How a project sets the rules of check, and how a page sets one aside.
@Suite struct CheckLevelTests {
  private func project(levels: String = "", fields: String = "") throws -> TemporaryProject {
    let project = try TemporaryProject()
    try project.write(TemporaryProject.portal + levels, to: "content/site.yaml")
    try project.page("[tại đây](#muc) và [ở đây](#muc)\n\n### Mục", fields: fields)
    return project
  }

  private func found(_ report: CheckReport) -> [String] {
    report.diagnostics.filter { $0.path == "content/trang.md" && $0.problem.code != "page-orphan" }
      .map { "\($0.problem.code) \($0.severity)" }
  }

  // MARK: Levels

  @Test func aProjectSetsHowMuchARuleWeighs() async throws {
    let usual = try project()
    #expect(
      found(await usual.check()) == [
        "link-text-vague warning", "link-text-vague warning", "heading-jump warning",
      ])
    let changed = try project(levels: "check: { link-text-vague: error, heading-jump: off }\n")
    #expect(found(await changed.check()) == ["link-text-vague error", "link-text-vague error"])
    #expect(await changed.check().hasErrors)
    let lighter = try project(levels: "check:\n  link-text-vague: note\n  heading-jump: note\n")
    let report = await lighter.check()
    let shown = report.diagnostics(below: [], withNotes: false)
    #expect(shown.map(\.path) == ["content/_index.md"])
    #expect(report.summary(of: shown, in: .en).contains("4 notes not shown here"))
  }

  @Test(arguments: [
    ("check: { link-text-vage: off }", "did you mean “link-text-vague”?"),
    ("check: { link-missing-page: off }", "what build refuses cannot be turned off"),
    ("check: { heading-jump: loud }", "off, note, warning, error"),
    ("check: [heading-jump]", "write, for example, check:"),
  ])
  func refusesWhatIsNoRuleOrLevel(_ line: String, _ remedy: String) async throws {
    let project = try project(levels: line + "\n")
    let error = try #require(await project.check().diagnostics.first { $0.path == "content/site.yaml" })
    #expect(error.severity == .error && error.problem.report.en.remedy.contains(remedy))
    guard case .position(line: 8, _, _) = error.place else {
      Issue.record("\(error.place)")
      return
    }
    #expect(await project.build().hasErrors)
  }

  // MARK: Ignoring

  @Test func aPageSetsARuleAside() async throws {
    let project = try project(fields: "check_ignore: [{ rule: link-text-vague, reason: Trích nguyên văn }]")
    let report = await project.check()
    #expect(found(report) == ["heading-jump warning"])
    #expect(report.silenced == 2)
    #expect(report.summary(of: [], in: .vi).contains("2 chỗ bỏ qua theo check_ignore"))
    #expect(await !project.build().hasErrors)
  }

  @Test func anIgnoreThatIgnoresNothingIsANote() async throws {
    let fields =
      "check_ignore:\n  - { rule: table-no-header, reason: Thử }\n  - { rule: page-orphan, reason: Thử }"
    let project = try project(fields: fields)
    #expect(await found(project.check()).contains("ignore-without-use note"))
    #expect(
      await project.check().places(in: project).filter { $0.hasSuffix("ignore-without-use") } == [
        "content/trang.md:5:13+15 ignore-without-use"
      ])
    // Another portal may have a use for it, and a rule that is off finds nothing.
    #expect(await !found(project.check(portals: ["main"])).contains("ignore-without-use note"))
    let off = try self.project(levels: "check: { table-no-header: off }\n", fields: fields)
    #expect(await !found(off.check()).contains("ignore-without-use note"))
  }

  @Test(arguments: [
    ("check_ignore: { rule: link-text-vague }", "missing-key"),
    ("check_ignore: { rule: link-text-vague, reason: \"\" }", "empty-value"),
    ("check_ignore: { rule: link-text-vage, reason: Thử }", "unknown-check-rule"),
    ("check_ignore: { rule: link-missing-page, reason: Thử }", "unknown-check-rule"),
    ("check_ignore: { rule: heading-jump, reason: Thử, why: x }", "unknown-key"),
    ("check_ignore: heading-jump", "wrong-type"),
  ])
  func refusesAnIgnoreThatDoesNotSayWhy(_ fields: String, _ code: String) async throws {
    let project = try project(fields: fields)
    #expect(await project.check().codes.contains(code))
    #expect(await project.build().errors == [code])
  }

  /// The outside is asked only where `--links` says so.
  @Test func anIgnoreMayWaitForTheOutside() async throws {
    let project = try project(fields: "check_ignore: { rule: outside-link-broken, reason: Thử }")
    #expect(await !found(project.check()).contains("ignore-without-use note"))
    var options = BuildOptions(
      project: project.root, publication: PublicationRules(today: TemporaryProject.today), workers: 2,
      rules: .all)
    options.output = project.output
    #expect(await found(Checking.check(options, asking: { _ in [] })).contains("ignore-without-use note"))
  }

  /// Every type of page has its schema, and each knows the key.
  @Test func anyPageMayIgnore() async throws {
    let project = try TemporaryProject()
    let ignore = "check_ignore: { rule: heading-jump, reason: Thử }"
    try project.page("#### A", fields: ignore, at: "content/_index.md")
    for kind in Page.Kind.leaves {
      let issuer = kind == .document ? "\nissuer: UBND" : ""
      try project.page("#### A", fields: "type: \(kind)\(issuer)\n\(ignore)", at: "content/\(kind).md")
    }
    for kind in [Page.Kind.section, .handbook, .campaign] {
      try project.page("#### A", fields: "type: \(kind)\n\(ignore)", at: "content/muc-\(kind)/_index.md")
      try project.page("#### A", fields: ignore, at: "content/muc-\(kind)/bai.md")
    }
    let report = await project.check()
    #expect(report.codes == [])
    #expect(report.silenced == 11)
  }
}
