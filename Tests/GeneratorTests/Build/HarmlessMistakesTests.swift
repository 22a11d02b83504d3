import Diagnostics
import Foundation
import ProblemCodes
import Testing

@testable import Files
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
    #expect(report.diagnostics.contains { $0.problem.code == "link-unpublished" })
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

/// A section that is not published takes along what is in it.
@Suite struct WithdrawnSectionTests {
  private static let sections = [
    "draft: true", "expires: 2020-01-01", "publish_on: 2099-01-01",
  ]

  private func project(_ state: String) throws -> TemporaryProject {
    let project = try TemporaryProject()
    try project.write("---\ntitle: Mục\n\(state)\n---\n", to: "content/muc/_index.md")
    try project.write("---\ntitle: Trong\n---\n\nBí mật. [Tệp](tep.txt)\n", to: "content/muc/trong.md")
    try project.write("Bí mật", to: "content/muc/tep.txt")
    try project.write("---\ntitle: Sâu\n---\n", to: "content/muc/sau/_index.md")
    try project.write("---\ntitle: Sâu hơn\n---\n\nBí mật.\n", to: "content/muc/sau/hon.md")
    try project.write("---\ntitle: Ngoài\n---\n\nXem [bài](muc/sau/hon.md) ấy.\n", to: "content/ngoai.md")
    return project
  }

  @Test(arguments: sections) func takesAlongItsPagesAndFiles(_ state: String) async throws {
    let project = try project(state)
    let report = await project.build()
    #expect(report.errors.isEmpty, "\(project.printed(report))")
    #expect(!project.published.keys.contains { $0.hasPrefix("main/muc/") })
    // Where a section was that has expired, a page says so.
    #expect((project.published["main/muc.html"] != nil) == state.hasPrefix("expires"))
    #expect(!project.published.values.contains { String(decoding: $0, as: UTF8.self).contains("Bí mật") })
    let page = String(decoding: try #require(project.published["main/ngoai.html"]), as: UTF8.self)
    #expect(page.contains("Xem bài ấy."))
    let problem = try #require(report.diagnostics.first { $0.problem.code == "link-unpublished" })
    #expect(!problem.problem.report.vi.message.contains("không cổng nào hiện"), "it says why")
  }

  @Test func mistakesInItHoldNothingBack() async throws {
    let project = try project("draft: true")
    try project.write("---\ntitle: Trong\n---\n\n[a](khong-co.md)\n", to: "content/muc/trong.md")
    #expect(await project.build().errors.isEmpty)
  }

  @Test func aPortalsOwnSectionStandsForItself() async throws {
    let project = try TemporaryProject(copying: nil)
    try project.write("name: Mẫu\ntheme: plain\n", to: "content/site.yaml")
    for id in ["a", "b"] {
      try project.write(
        TemporaryProject.portal.replacing("theme: plain\n", with: ""), to: "content/portals/\(id)/portal.yaml"
      )
    }
    try project.write("---\ntitle: Trang chủ\n---\n", to: "content/_index.md")
    try project.write("---\ntitle: Mục\ndraft: true\n---\n", to: "content/muc/_index.md")
    try project.write("---\ntitle: Chung\n---\n", to: "content/muc/chung.md")
    try project.write("---\ntitle: Mục của b\n---\n", to: "content/portals/b/muc/_index.md")
    try project.write("---\ntitle: Riêng\n---\n", to: "content/portals/a/muc/rieng.md")
    let report = await project.build()
    #expect(report.errors.isEmpty, "\(project.printed(report))")
    let pages = Set(project.published.keys.filter { $0.contains("/muc") })
    #expect(pages == ["b/muc.html", "b/muc/chung.html"])
  }
}
