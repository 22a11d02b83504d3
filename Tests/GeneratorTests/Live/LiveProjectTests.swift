import Diagnostics
import Foundation
import ProblemCodes
import Testing

@testable import Files
@testable import Generator

/// A project that changes: each test saves files and asks for an address.
@Suite struct LiveProjectTests {
  private let project: TemporaryProject
  private let live: LiveProject

  init() async throws {
    project = try TemporaryProject()
    try project.write("---\ntitle: Chuyên mục\n---\n", to: "content/muc/_index.md")
    try project.write("---\ntitle: Bài một\n---\n\nNội dung cũ.\n", to: "content/muc/mot.md")
    try project.write("---\ntitle: Bài hai\n---\n\n[Một](mot.md)\n", to: "content/muc/hai.md")
    live = await Self.live(project)
  }

  private static func live(_ project: TemporaryProject) async -> LiveProject {
    let publication = PublicationRules(
      today: TemporaryProject.today, includesDrafts: true, includesFuture: true)
    return await LiveProject(
      BuildOptions(project: project.root, publication: publication, workers: 2, rules: .all),
      origin: "http://127.0.0.1:4000")
  }

  private func page(_ path: String) async throws -> String {
    let answer = try #require(await live.answer(portal: "main", path: path))
    switch answer.content {
    case .bytes(let bytes): return String(decoding: bytes, as: UTF8.self)
    case .broken: return "broken"
    case .missing: return "missing"
    case .elsewhere(let path): return "→ " + path
    }
  }

  private func save(_ text: String, to path: String) async throws -> Bool {
    try project.write(text, to: path)
    return await live.apply([path])
  }

  private var codes: [String] {
    get async { await live.allProblems().filter { $0.severity == .error }.map(\.problem.code) }
  }

  @Test func anEditShowsAtOnce() async throws {
    #expect(try await page("muc/mot.html").contains("Nội dung cũ."))
    #expect(try await save("---\ntitle: Bài một\n---\n\nNội dung mới.\n", to: "content/muc/mot.md"))
    #expect(try await page("muc/mot.html").contains("Nội dung mới."))
  }

  @Test func aFileIsThereAsSoonAsAPageUsesIt() async throws {
    #expect(try await save("x", to: "content/muc/tep.txt"))
    #expect(try await page("muc/tep.txt") == "missing")
    #expect(try await save("---\ntitle: Bài một\n---\n\n[Tệp](tep.txt)\n", to: "content/muc/mot.md"))
    #expect(try await page("muc/tep.txt") == "x")
    #expect(try await save("---\ntitle: Bài một\n---\n\nTệp\n", to: "content/muc/mot.md"))
    #expect(try await page("muc/tep.txt") == "missing")
  }

  @Test func aNewTitleShowsInLists() async throws {
    #expect(try await page("muc.html").contains("Bài một"))
    #expect(try await save("---\ntitle: Tên khác\n---\n\nNội dung cũ.\n", to: "content/muc/mot.md"))
    #expect(try await page("muc.html").contains("Tên khác"))
  }

  @Test func whatBreaksIsToldAndWhatWasReadStays() async throws {
    _ = try await page("muc/mot.html")
    #expect(try await save("---\ntitle: [\n---\n", to: "content/muc/mot.md"))
    #expect(try await page("muc/mot.html").contains("Nội dung cũ."))
    let problems = await live.problems(of: "content/muc/mot.md")
    #expect(problems.map(\.path) == ["content/muc/mot.md"])
    #expect(try await save("---\ntitle: Bài một\n---\n\nLành rồi.\n", to: "content/muc/mot.md"))
    #expect(await live.problems(of: "content/muc/mot.md").isEmpty)
    #expect(try await page("muc/mot.html").contains("Lành rồi."))
  }

  @Test func aBrokenLinkIsToldAndForgottenOnceItIsMended() async throws {
    _ = try await page("muc/hai.html")
    #expect(try await save("---\ntitle: Bài hai\n---\n\n[Một](mot.md#khong-co)\n", to: "content/muc/hai.md"))
    _ = try await page("muc/hai.html")
    #expect(
      await live.problems(of: "content/muc/hai.md").map(\.problem.code) == ["link-missing-anchor"])
    #expect(
      try await save("---\ntitle: Bài hai\n---\n\nDòng mới.\n\n[Một](mot.md)\n", to: "content/muc/hai.md"))
    _ = try await page("muc/hai.html")
    #expect(await live.problems(of: "content/muc/hai.md").isEmpty)
  }

  @Test func aNewFileAndAGoneOneAreSeen() async throws {
    #expect(try await page("muc/ba.html") == "missing")
    #expect(try await save("---\ntitle: Bài ba\ndraft: true\n---\n\nBa.\n", to: "content/muc/ba.md"))
    #expect(try await page("muc/ba.html").contains("Ba."))
    #expect(await live.facts(portal: "main", path: "muc/ba.html")?.standing == "draft")
    #expect(
      await live.facts(portal: "main", path: "muc/mot.html")?.unpublished
        == [PageFacts.Unpublished(route: "muc/ba.html", standing: "draft")])
    try project.remove("content/muc/ba.md")
    #expect(await live.apply(["content/muc/ba.md"]))
    #expect(try await page("muc/ba.html") == "missing")
  }

  @Test func aPageThatNeverCouldBeReadHasAnAddress() async throws {
    #expect(try await save("---\ntitle: [\n---\n", to: "content/muc/ba.md"))
    #expect(try await page("muc/ba.html") == "broken")
    #expect(await live.facts(portal: "main", path: "muc/ba.html")?.source == "content/muc/ba.md")
    #expect(try await save("---\ntitle: Đọc được\n---\n\nBa.\n", to: "content/muc/ba.md"))
    #expect(try await page("muc/ba.html").contains("Đọc được"))
  }

  @Test func theLastProjectStaysWhileSiteYAMLIsBroken() async throws {
    #expect(try await save("name: [\n", to: "content/site.yaml"))
    #expect(try await page("muc/mot.html").contains("Nội dung cũ."))
    #expect(await !live.problems(of: nil).isEmpty)
    #expect(try await save(TemporaryProject.portal, to: "content/site.yaml"))
    #expect(await live.problems(of: nil).isEmpty)
  }

  @Test func aThemeThatBreaksStaysAsItWas() async throws {
    let layout = "themes/plain/layouts/page.mustache"
    let text = try String(contentsOfFile: project.root + "/" + layout, encoding: .utf8)
    let before = try await page("muc/mot.html")
    #expect(try await save(text + "{{nothing_like_it}}", to: layout))
    #expect(try await page("muc/mot.html") == before)
    #expect(await live.problems(of: nil).map(\.path) == [layout])
    #expect(try await save(text + "<!-- mới -->", to: layout))
    #expect(try await page("muc/mot.html") != before)
    #expect(await live.problems(of: nil).isEmpty)
  }

  @Test func aStyleGetsAnAddressOfItsOwn() async throws {
    let (old, new) = ("main { color: red }", "main { color: green }")
    func route(_ style: String) -> String { Theme.Asset(name: "style.css", bytes: Array(style.utf8)).route }
    _ = try await page("muc/mot.html")
    #expect(try await save(old, to: "themes/plain/assets/style.css"))
    #expect(try await page(route(old)) == old)
    #expect(try await save(new, to: "themes/plain/assets/style.css"))
    #expect(try await page(route(new)) == new)
    #expect(try await page(route(old)) == "missing")
    #expect(try await page("muc/mot.html").contains("Nội dung cũ."))
    #expect(await codes == [])
  }

  @Test func editorsOwnFilesChangeNothing() async throws {
    #expect(try await save("x", to: "content/muc/.mot.md.swp") == false)
    #expect(try await save("x", to: "content/muc/mot.md~") == false)
    #expect(await live.apply(["content/muc/4913"]) == false)
  }

  @Test func addressesWithoutTheirEndingLeadOn() async throws {
    #expect(try await page("muc/mot") == "→ muc/mot.html")
    #expect(try await page("muc/") == "→ muc.html")
    #expect(try await page("") == page("index.html"))
    #expect(await live.answer(portal: "khong-co", path: "") == nil)
  }

  @Test func theKindOfASectionsPagesMayChange() async throws {
    _ = try await page("muc/mot.html")
    #expect(await live.facts(portal: "main", path: "muc/mot.html")?.kind == "page")
    #expect(try await save("---\ntitle: Chuyên mục\npages: guide\n---\n", to: "content/muc/_index.md"))
    #expect(await live.facts(portal: "main", path: "muc/mot.html")?.kind == "guide")
  }

  @Test func factsSayWhoLinksHere() async throws {
    let facts = try #require(await live.facts(portal: "main", path: "muc/mot.html"))
    #expect(facts.backlinks.map(\.href) == ["/main/muc/hai.html"])
    #expect(facts.portals.map(\.href) == ["/main/muc/mot.html"])
    #expect(facts.reading?.syllables == 3)
  }

  @Test func findingsOfTheCheckAreTold() async throws {
    let text = "---\ntitle: Bài một\ndescription: Lời giới thiệu đủ dài để không bị nhắc nữa.\n---\n\n"
    #expect(try await save(text + "[tại đây](hai.md)\n", to: "content/muc/mot.md"))
    let source = "content/muc/mot.md"
    #expect(await live.findings(on: source).map(\.problem.code) == ["link-text-vague"])
    let ignoring = text.replacing(
      "---\n\n", with: "check_ignore: [{ rule: link-text-vague, reason: thử }]\n---\n\n")
    #expect(try await save(ignoring + "[tại đây](hai.md)\n", to: source))
    #expect(await live.findings(on: source).isEmpty)
  }

  @Test func nothingToReadIsTold() async throws {
    let empty = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    let publication = PublicationRules(today: TemporaryProject.today)
    let live = await LiveProject(
      BuildOptions(project: empty, publication: publication, workers: 1, rules: .all),
      origin: "http://127.0.0.1:4000")
    #expect(await live.portals.isEmpty)
    #expect(await live.answer(portal: "main", path: "") == nil)
    #expect(await live.problems(of: nil).map(\.problem.code) == ["no-content"])
  }
}
