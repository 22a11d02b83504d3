import ProblemCodes
import Testing

@testable import Checking
@testable import Generator

/// What check says when it looks at pages together.
@Suite struct CheckProjectTests {
  // MARK: Repeats

  @Test func reportsATitleOnTheLaterPage() async throws {
    let project = try TemporaryProject()
    try project.page(fields: "title: Hòa giải", at: "content/a.md")
    try project.page(fields: "title: HÒA GIẢI", at: "content/b.md")
    try project.page(fields: "title: Hòa giải\ndraft: true", at: "content/c.md")
    let report = await project.check()
    #expect(report.places(in: project) == ["content/b.md:3:8+8 title-repeated"])
    #expect(report.diagnostics.contains { $0.problem.report.en.message.contains("content/a.md") })
  }

  @Test func reportsADescriptionOnTheLaterPage() async throws {
    let project = try TemporaryProject()
    let description = "description: Một lời giới thiệu đủ dài cho hai trang."
    try project.page(fields: description, at: "content/a.md")
    try project.page(fields: description, at: "content/b.md")
    let places = await project.check().places(in: project)
    #expect(places == ["content/b.md:3:14+40 description-repeated"])
  }

  @Test func chaptersAreToldApartByTheirHandbook() async throws {
    let project = try TemporaryProject()
    for (book, name) in [("sach-a", "a"), ("sach-a", "b"), ("sach-b", "a")] {
      try project.page(fields: "type: handbook", at: "content/\(book)/_index.md")
      try project.page(fields: "title: Mở đầu", at: "content/\(book)/\(name).md")
    }
    #expect(await project.check().codes == ["title-repeated"])
  }

  /// Two portals' own pages never meet.
  @Test func pagesOfTwoPortalsMayShareATitle() async throws {
    let project = try TemporaryProject(copying: "three-portals")
    for portal in ["quan", "phuong"] {
      try project.page(fields: "title: Tin riêng", at: "content/portals/\(portal)/tin.md")
    }
    #expect(await !project.check().codes.contains("title-repeated"))
  }

  @Test(arguments: [
    ("mật khẩuu", "mật khẩu", true), ("mật khẩ", "mật khẩu", true), ("lớp sáu", "lớp bảy", false),
    ("chuyên đề 6", "chuyên đề 7", false), ("ảnh", "anh", false), ("game", "gam", false),
  ])
  func findsTagsThatAreNearlyTheSame(_ rare: String, _ usual: String, _ isNear: Bool) async throws {
    let project = try TemporaryProject()
    for name in ["a", "b"] { try project.page(fields: "tags: an toàn, \(usual)", at: "content/\(name).md") }
    try project.page(fields: "tags: [an toàn, \(rare)]", at: "content/c.md")
    let places = await project.check().places(in: project).filter { $0.hasSuffix("tag-nearly-same") }
    #expect(places == (isNear ? ["content/c.md:4:17+\(rare.count) tag-nearly-same"] : []))
  }

  // MARK: Reach

  /// A page that stands by itself is an orphan; one that a menu, a section, a link or `related` leads to is none, as
  /// long as what leads to it can be come to.
  // MARK: Copies

  @Test(arguments: [
    "bai - Copy.md", "bai - Copy (2).md", "bai (1).md", "bai - Sao chép.md", "Copy of bai.md",
    "bai_final_v2.md", "bai-copy.md", "Bản sao của bai.md",
  ])
  func findsCopies(_ name: String) async throws {
    let project = try TemporaryProject()
    try project.page(at: "content/\(name)")
    #expect(await project.check().codes == [])
    try project.page(at: "content/bai.md")
    #expect(await project.check().codes == ["page-copy"])
    try project.page(fields: "draft: true", at: "content/\(name)")
    #expect(await project.check().codes == [])
  }

  @Test(arguments: [
    "bai-moi.md", "bai-2.md", "bai (a).md", "bai-vui.md", "bai-ve-copy-trade.md", "bai (2026).md",
  ])
  func leavesPagesOfOtherNames(_ name: String) async throws {
    let project = try TemporaryProject()
    try project.page(at: "content/\(name)")
    try project.page(at: "content/bai.md")
    #expect(await project.check().codes == [])
  }

  // MARK: Reach

  @Test func findsPagesThatNothingLeadsTo() async throws {
    let project = try TemporaryProject()
    let menu = "menu:\n  - { title: Menu, page: menu.md }\nhelp_page: giup.md\n"
    try project.write(TemporaryProject.portal + menu, to: "content/site.yaml")
    try project.write("---\ntitle: Trang chủ\n---\n\n[Nối](noi.md)\n", to: "content/_index.md")
    try project.page(at: "content/menu.md")
    try project.page(at: "content/giup.md")
    try project.page(fields: "related: [lien-quan.md]", at: "content/noi.md")
    try project.page(at: "content/lien-quan.md")
    try project.page(at: "content/muc/_index.md")
    try project.page(at: "content/muc/bai.md")
    try project.page("[Bạn](lac-hai.md)", at: "content/lac.md")
    try project.page("[Bạn](lac.md)", at: "content/lac-hai.md")
    try project.page(fields: "draft: true", at: "content/nhap.md")
    let report = await project.check()
    let orphans = report.diagnostics.filter { $0.problem.code == "page-orphan" }
    #expect(orphans.map(\.path) == ["content/lac-hai.md", "content/lac.md"])
  }

  @Test func namesThePortalsOnWhichAPageIsLost() async throws {
    let project = try TemporaryProject(copying: "three-portals")
    let before = await project.check().diagnostics.filter { $0.path == "content/rieng.md" }
    #expect(before.isEmpty)
    try project.page(fields: "portals: [phuong]", at: "content/rieng.md")
    let found = await project.check().diagnostics.filter { $0.path == "content/rieng.md" }
    #expect(found.map(\.problem.code) == ["page-orphan"])
    #expect(found.first?.problem.report.en.message.contains("(portal phuong)") == true)
    #expect(
      await project.check(portals: ["quan"]).diagnostics.allSatisfy { $0.path != "content/rieng.md" })
  }

  @Test func findsSectionsWithoutPages() async throws {
    let project = try TemporaryProject()
    try project.page(at: "content/rong/_index.md")
    try project.page(at: "content/day/_index.md")
    try project.page(at: "content/day/bai.md")
    try project.page(fields: "draft: true", at: "content/rong/nhap.md")
    let places = await project.check().places(in: project)
    #expect(places == ["content/rong/_index.md:2:8+22 section-empty"])
  }
}
