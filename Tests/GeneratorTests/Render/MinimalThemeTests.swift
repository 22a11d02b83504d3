import Foundation
import Testing

@testable import Generator

/// `themes/toi-gian` shows how little a theme needs; it must stay whole and small.
@Suite struct MinimalThemeTests {
  static let theme = TemporaryProject.sites + "/../../themes/toi-gian"

  private func project(language: String) throws -> TemporaryProject {
    let project = try TemporaryProject()
    try FileManager.default.copyItem(atPath: Self.theme, toPath: project.root + "/themes/toi-gian")
    let portal = TemporaryProject.portal.replacing("theme: plain", with: "theme: toi-gian")
    try project.write(portal + "language: \(language)\n", to: "content/site.yaml")
    try project.write("---\ntitle: Mục\nquick_exit: true\n---\n", to: "content/muc/_index.md")
    try project.write(
      "---\ntitle: Bài\ndate: 2026-11-01\ntags: [mạng]\naliases: [/cu.html]\n---\n\n## Việc\n\nChào.\n",
      to: "content/muc/bai.md")
    return project
  }

  @Test func hasFewerThanTenFiles() throws {
    let files = try #require(FileManager.default.enumerator(atPath: Self.theme)).compactMap { $0 as? String }
    #expect(files.filter { $0.contains(".") }.count < 10)
  }

  @Test(arguments: [
    ("vi", "Tới phần nội dung", "so-do-trang.html", "chu-de/mang.html"),
    ("en", "Skip to content", "site-map.html", "topics/mang.html"),
  ])
  func drawsAWholeSite(_ language: String, _ word: String, _ siteMap: String, _ tag: String) async throws {
    let project = try project(language: language)
    let report = await project.build()
    #expect(report.diagnostics.isEmpty, "\(project.printed(report))")
    let published = project.published
    for path in ["index.html", "muc.html", "muc/bai.html", siteMap, tag, "404.html", "cu.html"] {
      #expect(published["main/" + path] != nil, "\(path) is missing")
    }
    let page = String(decoding: try #require(published["main/muc/bai.html"]), as: UTF8.self)
    #expect(page.contains("<html lang=\"\(language)\">"))
    #expect(page.contains(word))
    #expect(page.contains("<h2 id=\"viec\">"))
    #expect(page.contains("https://www.google.com/"))
  }
}
