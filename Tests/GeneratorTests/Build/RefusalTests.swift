import Diagnostics
import ProblemCodes
import Testing

@testable import Checking
@testable import Files
@testable import Generator

/// What `build` refuses beyond broken pages: what the project made an error of, and what must not go live.
@Suite struct RefusalTests {
  private func project(_ site: String = "", page: String, state: String = "sample") throws -> TemporaryProject
  {
    let project = try TemporaryProject()
    let portal = TemporaryProject.portal.replacing("https://mau.example/", with: "https://mau.gov.vn/")
    try project.write(portal + "state: \(state)\n" + site, to: "content/site.yaml")
    try project.write(page, to: "content/bai.md")
    return project
  }

  private static let unfinished = "---\ntitle: Bài\n---\n\nGọi CẦN ĐIỀN – số của phường.\n"

  @Test func honoursTheLevelsOfTheProject() async throws {
    let sound = try project(page: Self.unfinished)
    #expect(await sound.build().errors.isEmpty)
    let raised = try project("check: { page-to-fill-in: error }\n", page: Self.unfinished)
    #expect(await raised.build().errors == ["page-to-fill-in"])
    #expect(raised.published.isEmpty)
    let draft = try project(
      "check: { page-to-fill-in: error }\n",
      page: Self.unfinished.replacing("title", with: "draft: true\ntitle"))
    #expect(await draft.build().errors.isEmpty)
    let ignored = try project(
      "check: { description-missing: error }\n",
      page: "---\ntitle: Bài\ncheck_ignore: [{ rule: description-missing, reason: Trang thử }]\n---\n\nA.\n")
    try ignored.write(
      "---\ntitle: Trang chủ\ndescription: Lời chào đủ dài cho một trang chủ.\n---\n", to: "content/_index.md"
    )
    #expect(await ignored.build().errors.isEmpty)
  }

  @Test func refusesFilesThatRunCode() async throws {
    let page = "---\ntitle: Bài\n---\n\n![Hình](h.svg) [Trang](trang.html)\n"
    let project = try project(page: page)
    try project.write(
      "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>", to: "content/h.svg")
    try project.write("<script>alert(1)</script>", to: "content/trang.html")
    #expect(Set(await project.build().errors) == ["picture-script", "attachment-dangerous"])
    try project.write(page.replacing("title", with: "draft: true\ntitle"), to: "content/bai.md")
    #expect(await project.build().errors.isEmpty)
    let lowered = try self.project(
      "check: { attachment-dangerous: warning }\n", page: page.replacing("![Hình](h.svg)", with: ""))
    try lowered.write("<p>Chào</p>", to: "content/trang.html")
    #expect(await lowered.build().errors.isEmpty)
  }

  @Test func aLivePortalHasNothingToFillIn() async throws {
    let live = try project(page: Self.unfinished, state: "live")
    #expect(await live.build().errors == ["live-page-to-fill-in"])
    let done = try project(page: "---\ntitle: Bài\n---\n\nChỗ ghi “CẦN ĐIỀN” thì điền vào.\n", state: "live")
    #expect(await done.build().errors.isEmpty)
    let value = try project(page: "---\ntitle: Bài\n---\n\nA.\n", state: "live")
    try value.write(
      (TemporaryProject.portal + "state: live\n").replacing(
        "024 0000 0000", with: "CẦN ĐIỀN – số điện thoại"), to: "content/site.yaml")
    #expect(Set(await value.build().errors) == ["live-value-to-fill-in", "live-sample-address"])
  }

  @Test(arguments: ["", "draft: true\n", "expires: 2020-01-01\n"])
  func aPortalHasAHomePage(_ fields: String) async throws {
    let project = try TemporaryProject()
    if fields.isEmpty {
      try project.remove("content/_index.md")
    } else {
      try project.write("---\ntitle: Trang chủ\n\(fields)---\n", to: "content/_index.md")
    }
    #expect(await project.build().errors.contains("portal-no-home"))
    #expect(project.published.isEmpty)
  }

  @Test func aSampleSaysWhatIsMissing() async throws {
    let project = try project(page: Self.unfinished)
    let notes = await project.build().diagnostics.filter { $0.severity == .note }
    #expect(notes.map(\.problem.code) == ["page-to-fill-in"])
    #expect(notes.first?.path == "content/bai.md")
  }

  @Test func aPlaceholderIsNoDescription() async throws {
    let project = try project(page: "---\ntitle: Bài\n---\n\nCẦN ĐIỀN – chuyện gì.\n\nCâu thật.\n")
    try project.write("{{description}}", to: "themes/plain/layouts/page.mustache")
    _ = await project.build()
    let text = String(decoding: try #require(project.published["main/bai.html"]), as: UTF8.self)
    #expect(text == "Câu thật.")
  }
}
