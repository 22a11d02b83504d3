import ProblemCodes
import Testing

@testable import Files
@testable import Generator

/// The way out of a page that somebody should not be seen reading.
@Suite struct QuickExitTests {
  private func project() throws -> TemporaryProject {
    let project = try TemporaryProject()
    let layout =
      "{{#has_quick_exit}}exit to {{quick_exit_url}}{{/has_quick_exit}}{{^has_quick_exit}}stay{{/has_quick_exit}}"
    for name in ["page", "section"] { try project.write(layout, to: "themes/plain/layouts/\(name).mustache") }
    try project.write("---\ntitle: Mục\nquick_exit: true\n---\n", to: "content/muc/_index.md")
    try project.write("---\ntitle: Trong\n---\n\nA.\n", to: "content/muc/trong.md")
    try project.write("---\ntitle: Riêng\nquick_exit: false\n---\n\nA.\n", to: "content/muc/rieng.md")
    try project.write("---\ntitle: Sâu\n---\n", to: "content/muc/sau/_index.md")
    try project.write("---\ntitle: Sâu hơn\n---\n\nA.\n", to: "content/muc/sau/hon.md")
    try project.write("---\ntitle: Ngoài\n---\n\nA.\n", to: "content/ngoai.md")
    return project
  }

  private func text(_ project: TemporaryProject, _ path: String) throws -> String {
    String(decoding: try #require(project.published["main/" + path]), as: UTF8.self)
  }

  @Test func comesFromTheNearestSectionThatSaysSo() async throws {
    let project = try project()
    let report = await project.build()
    #expect(!report.hasErrors, "\(project.printed(report))")
    for path in ["muc.html", "muc/trong.html", "muc/sau.html", "muc/sau/hon.html"] {
      #expect(try text(project, path).contains("exit to https://www.google.com/"), "\(path)")
    }
    for path in ["ngoai.html", "muc/rieng.html"] {
      #expect(try text(project, path).contains("stay"), "\(path)")
    }
  }

  @Test func leadsWhereTheProjectSays() async throws {
    let project = try project()
    try project.write(
      TemporaryProject.portal + "quick_exit_url: https://thoi-tiet.example/\n", to: "content/site.yaml")
    _ = await project.build()
    #expect(try text(project, "muc.html").contains("exit to https://thoi-tiet.example/"))
  }

  @Test(arguments: ["javascript:alert(1)", "trang-chu", "http://a.example/"])
  func refusesWhatIsNoSafeAddress(_ url: String) async throws {
    let project = try project()
    try project.write(TemporaryProject.portal + "quick_exit_url: \"\(url)\"\n", to: "content/site.yaml")
    let report = await project.build()
    #expect(report.diagnostics.contains { $0.problem.code == "bad-url" })
  }
}
