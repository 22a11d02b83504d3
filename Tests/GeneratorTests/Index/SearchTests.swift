import TestTraits
import Testing

@testable import Files
@testable import Generator

/// The search of a site: its page, its index, its list from A to Z.
@Suite struct SearchTests {
  private func project(search: String = "") throws -> TemporaryProject {
    let project = try TemporaryProject()
    try project.write(
      """
      {{#search}}{{folder}} {{version}} {{count}} {{newest}}{{/search}}
      {{#letters}}[{{name}}{{#is_current}}!{{/is_current}} {{href}} {{count}}{{#entries}} ({{title}} {{href}}{{#is_tag}} tag{{/is_tag}}){{/entries}}]{{/letters}}
      {{#letter}}{{name}}{{/letter}}{{#help_page}}{{href}}{{/help_page}}
      """, to: "themes/plain/layouts/search.mustache")
    for language in ["vi", "en"] {
      let path = "themes/plain/words/\(language).yaml"
      try project.write("search: Tìm\n" + (try words(project, path)), to: path)
    }
    try project.write(TemporaryProject.portal + search, to: "content/site.yaml")
    try project.write(
      "---\ntitle: Đường dây nóng\ndate: 2026-11-20\ntags: [an toàn]\n---\n\n## Số 111\n\nGọi.\n",
      to: "content/nong.md")
    try project.write("---\ntitle: “Ảnh” của em\n---\n\nA.\n", to: "content/anh.md")
    return project
  }

  private func words(_ project: TemporaryProject, _ path: String) throws -> String {
    let bytes = try #require(TemporaryProject.files(in: project.root)[path])
    return String(decoding: bytes, as: UTF8.self)
  }

  private func text(_ project: TemporaryProject, _ path: String) throws -> String {
    String(decoding: try #require(project.published["main/" + path], "\(path)"), as: UTF8.self)
  }

  @Test func listsEveryPageAndTagByItsLetter() async throws {
    let project = try project(search: "help_page: nong.md\n")
    let report = await project.build()
    #expect(report.errors == [], "\(project.printed(report))")
    let page = try text(project, "tim-kiem.html")
    #expect(page.contains("[A #a 2 (an toàn chu-de/an-toan.html tag) (“Ảnh” của em anh.html)]"))
    #expect(page.contains("[Đ #dd 1 (Đường dây nóng nong.html)]"))
    #expect(page.contains("assets/search/") && page.contains(" 2 20/11/2026"))
    #expect(page.contains("nong.html"))
  }

  @Test func publishesAnIndexWithACardForEachPage() async throws {
    let project = try project()
    #expect(await project.build().errors == [])
    let cards = try text(project, "assets/search/d0.js")
    #expect(
      cards.contains("[\"Đường dây nóng\",\"nong.html\",\"Số 111 Gọi.\",\"20/11/2026\",[\"Số 111\",0]]"))
    #expect(cards.hasPrefix("vungXanhSearch(\"d0\",["))
    #expect(!cards.contains("Trang chủ"), "the home page is known to whoever searches")
  }

  @Test func aThemeWithoutASearchPageHasNoIndex() async throws {
    let project = try TemporaryProject()
    #expect(await project.build().errors == [])
    #expect(!project.published.keys.contains { $0.contains("search") || $0.contains("tim-kiem") })
  }

  @Test func nothingElseMayLieInTheIndexFolder() async throws {
    let project = try project()
    try project.write("a", to: "content/assets/search/core.txt")
    try project.write("---\ntitle: Tệp\n---\n\n[Tệp](assets/search/core.txt)\n", to: "content/tep.md")
    #expect(await project.build().errors.contains("same-route"))
  }

  @Test func aMissingHelpPageIsAnError() async throws {
    let project = try project(search: "help_page: nog.md\n")
    #expect(await project.build().errors == ["link-missing-page"])
  }

  @Test(arguments: [("own", false), ("all", true)])
  func aPortalMaySearchTheOthers(_ scope: String, _ findsBoth: Bool) async throws {
    let project = try project()
    try project.write("name: Hai cổng\ntheme: plain\nmain_portal: mot\n", to: "content/site.yaml")
    let portal = TemporaryProject.portal.replacing("name: Phường Mẫu", with: "name: Phường Hai")
    try project.write(TemporaryProject.portal + "search: \(scope)\n", to: "content/portals/mot/portal.yaml")
    try project.write(
      portal.replacing("mau.example/", with: "hai.example/x/"), to: "content/portals/hai/portal.yaml")
    try project.write("---\ntitle: Riêng\n---\n\nB.\n", to: "content/portals/hai/rieng.md")
    let report = await project.build()
    #expect(report.errors == [], "\(project.printed(report))")
    let cards = String(decoding: try #require(project.published["mot/assets/search/d0.js"]), as: UTF8.self)
    #expect(cards.contains("\"Riêng\",\"https://hai.example/x/rieng.html\"") == findsBoth)
    let core = String(decoding: try #require(project.published["mot/assets/search/core.js"]), as: UTF8.self)
    #expect(core.contains("\"portals\":[\"Phường Mẫu\",\"Phường Hai\"]") == findsBoth)
    #expect(core.contains("\"count\":\(findsBoth ? 3 : 2)"), "a shared page is found once")
  }

  @Test(.slow) func aLongListIsSpreadOverAPageForEachLetter() async throws {
    let project = try project()
    for number in 1...Alphabet.longestList {
      try project.write("---\ntitle: Tin \(number)\n---\n\nA.\n", to: "content/tin-\(number).md")
    }
    #expect(await project.build().errors == [])
    #expect(try text(project, "tim-kiem.html").contains("[T tim-kiem/t.html \(Alphabet.longestList)]"))
    #expect(try text(project, "tim-kiem/dd.html").contains("[Đ! ../tim-kiem/dd.html 1]"))
    #expect(project.published["main/tim-kiem/t.html"] != nil)
    #expect(project.published["main/tim-kiem/t/trang-2.html"] == nil, "they fit on one page")
  }
}
