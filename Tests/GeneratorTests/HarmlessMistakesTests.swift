import Diagnostics
import Testing

@testable import Generator

/// Mistakes that no reader of the portals meets: told, but nothing waits for them.
@Suite struct HarmlessMistakesTests {
  private static let mistakes = [
    "[Hỏng](khong-co.md)", "![Hình](khong-co.png)", "<div>", "[Neo](#khong-co)", "[Lạ](foo:bar)",
  ]

  private func text(_ project: TemporaryProject, _ path: String) throws -> String {
    String(decoding: try #require(project.published["main/" + path]), as: UTF8.self)
  }

  @Test(
    arguments: ["draft: true", "publish_on: 2099-01-01", "date: 2099-01-01", "expires: 2020-01-01"], mistakes)
  func onPagesThatAreNotPublishedAreWarnings(_ state: String, _ mistake: String) async throws {
    let project = try TemporaryProject()
    try project.write("---\ntitle: Bài\n\(state)\n---\n\n\(mistake)\n", to: "content/bai.md")
    let report = await project.build()
    #expect(report.errors.isEmpty, "\(project.printed(report))")
    #expect(report.diagnostics.contains { $0.severity == .warning && $0.path == "content/bai.md" })
    #expect(project.published["main/index.html"] != nil)
    try project.write("---\ntitle: Bài\n---\n\n\(mistake)\n", to: "content/bai.md")
    #expect(await project.build().hasErrors, "the mistake is one")
  }

  @Test(
    arguments: [
      "---\ndraft: true\ntitle: Bài: thử\n---\n", "---\ntitle: [a\ndraft: true\n---\n",
      "---\ndraft:   true\n",
      "\u{FEFF}---\r\ndraft: true\r\ntitle: a: b\r\n---\r\n",
    ])
  func aDraftThatCannotBeReadIsAWarning(_ text: String) async throws {
    let project = try TemporaryProject()
    try project.write(text, to: "content/bai.md")
    try project.write("---\ntitle: Khác\n---\n\nXem [bài ấy](bai.md) nhé.\n", to: "content/khac.md")
    let report = await project.build()
    #expect(report.errors.isEmpty, "\(project.printed(report))")
    #expect(try self.text(project, "khac.html").contains("Xem bài ấy nhé."))
  }

  @Test func whatOnlySpeaksOfADraftIsNone() async throws {
    let project = try TemporaryProject()
    try project.write("---\ntitle: a: b\n---\n\ndraft: true\n", to: "content/bai.md")
    #expect(await project.build().hasErrors)
  }

  /// The link's text stays, whatever is in it, and nothing else changes.
  @Test(arguments: [
    ("Xem [bài](nhap.md).", "Xem bài."),
    (
      "Xem [**bài** `ấy`](nhap.md \"Lời > nhắc\") và [chủ](_index.md).",
      "Xem <strong>bài</strong> <code>ấy</code> và <a href=\"index.html\">chủ</a>."
    ),
    ("[![Hình](h.svg)](nhap.md#muc)", "<img src=\"h.svg\" alt=\"Hình\""),
    ("[một](nhap.md)[hai](nhap.md)", "mộthai"),
  ])
  func aLinkToADraftIsItsText(_ markdown: String, _ html: String) async throws {
    let project = try TemporaryProject()
    try project.write(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>", to: "content/h.svg")
    try project.write("---\ntitle: Nháp\ndraft: true\n---\n\nA.\n", to: "content/nhap.md")
    try project.write("---\ntitle: Bài\n---\n\n\(markdown)\n", to: "content/bai.md")
    let report = await project.build()
    #expect(report.errors.isEmpty, "\(project.printed(report))")
    #expect(report.diagnostics.contains { $0.problem.report.code == "link-unpublished" })
    let page = try text(project, "bai.html")
    #expect(page.contains(html), "\(page)")
    #expect(!page.contains("nhap"))
  }

  @Test func aLinkIsItsTextInABookToo() async throws {
    let project = try TemporaryProject(copying: "handbook-and-lists")
    let report = await project.build()
    #expect(report.errors.isEmpty)
  }

  @Test func namesThePageThatTookTheAddress() async throws {
    let project = try TemporaryProject()
    try project.write("---\ntitle: Cũ\nexpires: 2020-01-01\n---\n\nA.\n", to: "content/cu.md")
    try project.write("---\ntitle: Mới\naliases: [/cu.html]\n---\n\nA.\n", to: "content/moi.md")
    try project.write("---\ntitle: Bài\n---\n\n[Cũ](cu.md)\n", to: "content/bai.md")
    let report = await project.build()
    #expect(report.errors.isEmpty, "\(project.printed(report))")
    #expect(report.diagnostics.contains { $0.problem.report.vi.remedy.contains("content/moi.md") })
  }

  /// What only one portal shows keeps another one from nothing.
  @Test func onAnotherPortalAreWarnings() async throws {
    let project = try TemporaryProject(copying: "three-portals")
    #expect(!(await project.build().hasErrors))
    let other = "content/portals/truong/hong.md"
    try project.write("---\ntitle: Hỏng\n---\n\n[a](khong-co.md)\n", to: other)
    try project.write(
      "---\ntitle: Hỏng\nportals: [truong]\n---\n\n[a](khong-co.md)\n", to: "content/hong-chung.md")
    #expect(await project.build().hasErrors)
    #expect(await project.build(portals: ["truong"]).hasErrors)
    let report = await project.build(portals: ["phuong"])
    #expect(report.errors.isEmpty, "\(project.printed(report))")
    #expect(report.diagnostics.contains { $0.path == other && $0.severity == .warning })
  }
}
