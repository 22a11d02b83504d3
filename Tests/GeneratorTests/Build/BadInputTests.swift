import Foundation
import Testing

@testable import Files
@testable import Generator

/// What may be wrong with files: each gives a clear error or works, and an earlier site stays as it was.
@Suite struct BadInputTests {
  private static let isRoot = geteuid() == 0

  /// Builds a sound site, spoils the project and builds again.
  private func expect(
    _ codes: [String], source: SourceLocation = #_sourceLocation, spoil: (TemporaryProject) throws -> Void
  ) async throws {
    let project = try TemporaryProject()
    #expect(await project.build().errors == [], sourceLocation: source)
    let before = project.published
    #expect(!before.isEmpty, sourceLocation: source)
    try spoil(project)
    let report = await project.build()
    #expect(report.errors == codes, sourceLocation: source)
    #expect(project.published == before, sourceLocation: source)
  }

  /// Builds a project with one more page, which stands and is found at `main/x.html`.
  private func expectPage(_ bytes: [UInt8]) async throws -> String {
    let project = try TemporaryProject()
    try project.write(bytes, to: "content/x.md")
    #expect(await project.build().errors == [])
    return String(decoding: project.published["main/x.html"] ?? Data(), as: UTF8.self)
  }

  @Test(arguments: [
    ("", "empty-page"), (" \n\n", "empty-page"), ("Chỉ có chữ.\n", "front-matter-missing"),
    ("---\n", "front-matter-unclosed"), ("---\ntitle: A\n", "front-matter-unclosed"),
    ("---\ntitle: \u{0}\n---\n", "yaml-syntax"), ("---\n---\n", "missing-key"),
  ])
  func refusesAPage(_ text: String, _ code: String) async throws {
    try await expect([code]) { try $0.write(text, to: "content/x.md") }
  }

  @Test func refusesWhatIsNotUTF8() async throws {
    let page = Array("---\ntitle: A\n---\n\nCh".utf8) + [0xFF, 0xFE]
    try await expect(["invalid-utf8"]) { try $0.write(page, to: "content/x.md") }
    try await expect(["invalid-utf8"]) { try $0.write(page, to: "themes/plain/partials/card.mustache") }
  }

  @Test func takesAByteOrderMark() async throws {
    #expect(
      try await expectPage([0xEF, 0xBB, 0xBF] + "---\ntitle: Có BOM\n---\n\nChữ.\n".utf8).contains(
        "<p>Chữ.</p>"))
  }

  @Test func takesWindowsLineEnds() async throws {
    let text = "---\r\ntitle: Hai dòng\r\ntags:\r\n  - a\r\n---\r\n\r\n## Đề mục\r\n\r\nChữ.\r\n"
    let html = try await expectPage(Array(text.utf8))
    #expect(html.contains("<h1>Hai dòng</h1>"))
    #expect(html.contains("id=\"de-muc\""))
    #expect(!html.contains("\r"))
  }

  @Test func takesANameInNFD() async throws {
    let project = try TemporaryProject()
    let name = "Mẹo hay".decomposedStringWithCanonicalMapping
    try project.write("---\ntitle: Mẹo\n---\n", to: "content/\(name).md")
    try project.write("---\ntitle: X\n---\n\n[mẹo](<Mẹo hay.md>)\n", to: "content/x.md")
    #expect(await project.build().errors == [])
    #expect(project.published["main/meo-hay.html"] != nil)
    let html = String(decoding: project.published["main/x.html"] ?? Data(), as: UTF8.self)
    #expect(html.contains("href=\"meo-hay.html\""))
  }

  @Test(.timeLimit(.minutes(1))) func refusesAFileOfFiftyMegabytes() async throws {
    let page = Array("---\ntitle: A\n---\n".utf8) + [UInt8](repeating: UInt8(ascii: "a"), count: 50 << 20)
    try await expect(["file-too-large"]) { try $0.write(page, to: "content/x.md") }
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      (">", "too-deep"), ("> ", "too-deep"), ("- ", "too-deep"), ("*", nil), ("[", nil), ("1. ", "too-deep"),
    ])
  func livesThroughTenThousandNestings(_ mark: String, _ refusal: String?) async throws {
    let project = try TemporaryProject()
    let nested = String(repeating: mark, count: 10_000)
    try project.write("---\ntitle: A\n---\n\n\(nested) x\n", to: "content/x.md")
    let errors = await project.build().errors
    #expect(errors == (refusal.map { [$0] } ?? []))
    #expect(project.published.isEmpty == (refusal != nil))
  }

  @Test func pointsAtTheLineThatCostsTooMuch() async throws {
    let project = try TemporaryProject()
    let line = String(repeating: "![", count: 30_000) + String(repeating: "]", count: 30_000)
    try project.write("---\ntitle: A\n---\n\n\(line)\n", to: "content/x.md")
    #expect(project.printed(await project.build()).hasPrefix("content/x.md:5:1: "))
  }

  @Test func refusesLinksThatGoRound() async throws {
    try await expect(["link-loop"]) { try $0.link("content/vong", to: ".") }
    try await expect(["link-loop"]) { try $0.link("content/vong.md", to: "vong.md") }
  }

  @Test func refusesALinkOutOfTheProject() async throws {
    try await expect(["link-outside"]) { try $0.link("content/ngoai.txt", to: "/etc/passwd") }
    try await expect(["link-outside"]) { try $0.link("content/ngoai", to: "/etc") }
  }

  @Test func refusesALinkToNothing() async throws {
    try await expect(["file-unreadable"]) { try $0.link("content/x.md", to: "khong-co.md") }
  }

  @Test(.timeLimit(.minutes(1))) func refusesAPipe() async throws {
    try await expect(["file-not-regular"]) { mkfifo($0.root + "/content/ong.md", 0o644) }
    try await expect(["file-unreadable"]) {
      try $0.remove("content/site.yaml")
      mkfifo($0.root + "/content/site.yaml", 0o644)
    }
  }

  @Test(.disabled(if: isRoot, "root reads everything")) func refusesAFileItMayNotRead() async throws {
    try await expect(["file-unreadable"]) {
      try $0.write("---\ntitle: A\n---\n", to: "content/x.md")
      chmod($0.root + "/content/x.md", 0)
    }
  }

  @Test func refusesAThemeThatIsNotThere() async throws {
    try await expect(["missing-theme"]) { try $0.remove("themes/plain") }
  }

  @Test func refusesAProjectThatIsNone() async throws {
    try await expect(["no-content"]) { try $0.remove("content") }
    try await expect(["no-site"]) { try $0.remove("content/site.yaml") }
  }
}
