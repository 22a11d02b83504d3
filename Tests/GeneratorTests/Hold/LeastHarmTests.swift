import Diagnostics
import Foundation
import ProblemCodes
import Testing

@testable import Files
@testable import Generator
@testable import Publishing

/// One mistake at a time: what it holds back, and what people are told.
@Suite struct LeastHarmTests {
  /// Three portals with a shared section, published once.
  private func published() async throws -> TemporaryProject {
    let project = try TemporaryProject(copying: "three-portals")
    let report = await project.build(cached: true)
    #expect(report.errors == [], "\(project.printed(report))")
    return project
  }

  private func states(_ report: BuildReport) -> [String] {
    report.heldBack.map { "\($0.path) \($0.state.rawValue)" }
  }

  private func page(_ project: TemporaryProject, _ path: String) -> String {
    String(decoding: project.published[path] ?? Data(), as: UTF8.self)
  }

  @Test func aBrokenPageStaysAsItWasPublished() async throws {
    let project = try await published()
    try project.write("---\ntitel: Sai\n---\n\nMới.\n", to: "content/meo/b.md")
    try project.write("---\ntitle: Mẹo c mới\n---\n\nTin gấp.\n", to: "content/meo/c.md")
    let report = await project.build(cached: true)
    #expect(Set(report.errors) == ["missing-key", "unknown-key"])
    #expect(states(report) == ["content/meo/b.md last-published"])
    #expect(page(project, "quan/meo/c.html").contains("Tin gấp"))
    #expect(project.published["quan/meo/b.html"] != nil && !page(project, "quan/meo/b.html").contains("Mới."))
    let words = report.failure(in: .vi)
    #expect(words.contains("content/meo/b.md: người đọc vẫn thấy bản đăng lần trước; từ "))
    #expect(
      report.failure(in: .en).contains(
        "content/meo/b.md: readers still meet what was published before; since"))
  }

  @Test func aNewBrokenPageIsNoReasonToHoldWhatLinksToIt() async throws {
    let project = try await published()
    try project.write("---\ntitle: Hỏng\n---\n\n<b>A</b>\n", to: "content/meo/hong.md")
    try project.write("---\ntitle: Mẹo c\n---\n\nXem [trang **kia**](hong.md).\n", to: "content/meo/c.md")
    let report = await project.build(cached: true)
    #expect(states(report) == ["content/meo/hong.md not-published"])
    #expect(page(project, "quan/meo/c.html").contains("Xem trang <strong>kia</strong>."))
    #expect(project.published["quan/meo/hong.html"] == nil)
  }

  /// Else readers of the pages that link to it would meet nothing.
  @Test func aDeletedPageStaysWhileOthersLinkToIt() async throws {
    let project = try await published()
    try project.write("---\ntitle: Mẹo d\n---\n\nD.\n", to: "content/meo/d.md")
    try project.write("---\ntitle: Mẹo c\n---\n\n[d](d.md)\n", to: "content/meo/c.md")
    #expect(await project.build(cached: true).errors == [])
    try project.remove("content/meo/d.md")
    let report = await project.build(cached: true)
    #expect(report.errors == ["link-missing-page"])
    #expect(states(report) == ["content/meo/d.md still-published"])
    #expect(report.failure(in: .vi).contains("đã xóa nhưng còn đăng; vì lỗi ở content/meo/c.md"))
    try project.write("---\ntitle: Mẹo c\n---\n\nHết.\n", to: "content/meo/c.md")
    #expect(await project.build(cached: true).errors == [])
    #expect(project.published["quan/meo/d.html"] == nil)
  }

  @Test func aChangedHeadingWaitsForThoseWhoLinkToIt() async throws {
    let project = try await published()
    try project.write("---\ntitle: Mẹo b\n---\n\n## Một\n\nCũ.\n", to: "content/meo/b.md")
    try project.write("---\ntitle: Mẹo c\n---\n\n[b](b.md#mot)\n", to: "content/meo/c.md")
    #expect(await project.build(cached: true).errors == [])
    try project.write("---\ntitle: Mẹo b\n---\n\n## Hai\n\nMới.\n", to: "content/meo/b.md")
    let report = await project.build(cached: true)
    #expect(states(report) == ["content/meo/b.md last-published"])
    #expect(page(project, "quan/meo/b.html").contains("Cũ."))
  }

  @Test(arguments: ["khong_co: 1\n", "a: [b\n", "name: 1\nname: 2\n"])
  func aBrokenPortalFileHoldsBackItselfAlone(_ mistake: String) async throws {
    let project = try await published()
    let file = project.root + "/content/portals/quan/portal.yaml"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    try project.write(text + mistake, to: "content/portals/quan/portal.yaml")
    try project.write("---\ntitle: Mẹo c\n---\n\nTin gấp.\n", to: "content/meo/c.md")
    let report = await project.build(cached: true)
    #expect(report.hasErrors)
    #expect(states(report) == ["content/portals/quan/portal.yaml last-published"])
    for portal in ["phuong", "quan", "truong"] where project.published["\(portal)/meo/c.html"] != nil {
      #expect(page(project, "\(portal)/meo/c.html").contains("Tin gấp"))
    }
    #expect(report.portals.count == 3)
  }

  @Test(arguments: ["khong_co: 1\n", "name: 1\nname: 2\n", "a: [b\n"])
  func aBrokenSiteFileHoldsBackItselfAlone(_ mistake: String) async throws {
    let project = try await published()
    let text = try String(contentsOfFile: project.root + "/content/site.yaml", encoding: .utf8)
    try project.write(text + mistake, to: "content/site.yaml")
    try project.write("---\ntitle: Mẹo c\n---\n\nTin gấp.\n", to: "content/meo/c.md")
    let report = await project.build(cached: true)
    #expect(report.hasErrors)
    #expect(states(report) == ["content/site.yaml last-published"])
    #expect(page(project, "quan/meo/c.html").contains("Tin gấp"))
  }

  @Test func aBrokenThemeOfAPortalHoldsBackThatPortal() async throws {
    let project = try await published()
    let before = project.published
    try project.write("{{khong_co}}", to: "content/portals/quan/theme/layouts/page.mustache")
    try project.write("---\ntitle: Mẹo c\n---\n\nTin gấp.\n", to: "content/meo/c.md")
    let report = await project.build(cached: true)
    #expect(report.hasErrors)
    #expect(states(report) == ["quan/ portal-as-it-was"])
    #expect(report.portals.map(\.id) == ["phuong", "truong"])
    #expect(page(project, "truong/meo/c.html").contains("Tin gấp"))
    #expect(
      project.published.filter { $0.key.hasPrefix("quan/") } == before.filter { $0.key.hasPrefix("quan/") })
    #expect(
      report.failure(in: .vi).contains("cổng quan: giữ nguyên như cũ; vì lỗi ở content/portals/quan/theme/"))
  }

  @Test func aBrokenThemeOfAllHoldsBackAll() async throws {
    let project = try await published()
    let before = project.published
    try project.write("{{khong_co}}", to: "themes/plain/layouts/page.mustache")
    try project.write("---\ntitle: Mẹo c\n---\n\nTin gấp.\n", to: "content/meo/c.md")
    let report = await project.build(cached: true)
    #expect(report.hasErrors && report.portals.isEmpty && report.heldBack.isEmpty)
    #expect(project.published == before)
    #expect(report.failure(in: .vi).contains("Chưa đăng gì"))
  }

  private static let picture =
    Array("GIF89a".utf8) + [3, 0, 1, 0, 0, 0, 0, 0x2C, 0, 0, 0, 0, 3, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3B]

  /// Else a picture that somebody deletes would keep all portals from being published.
  @Test(arguments: ["", "không phải ảnh"])
  func aPictureThatIsGoneOrBrokenStaysAsItWasPublished(_ text: String) async throws {
    let project = try await published()
    try project.write(Self.picture, to: "content/meo/anh.gif")
    try project.write(
      "---\ntitle: Mẹo c\nimage: { src: anh.gif, alt: Ảnh }\n---\n\n![Ảnh](anh.gif)\n", to: "content/meo/c.md"
    )
    #expect(await project.build(cached: true).errors == [])
    try text.isEmpty ? project.remove("content/meo/anh.gif") : project.write(text, to: "content/meo/anh.gif")
    try project.write("---\ntitle: Mẹo b\n---\n\nTin gấp.\n", to: "content/meo/b.md")
    for _ in 1...2 {
      let report = await project.build(cached: true)
      #expect(report.hasErrors)
      #expect(states(report) == ["content/meo/anh.gif \(text.isEmpty ? "still" : "last")-published"])
      #expect(page(project, "quan/meo/b.html").contains("Tin gấp"))
      #expect(project.published["quan/meo/anh.gif"] == Data(Self.picture))
      #expect(page(project, "quan/meo/c.html").contains("meo/anh.gif\" alt=\"Ảnh\""))
    }
    try project.write(Self.picture, to: "content/meo/anh.gif")
    #expect(await project.build(cached: true).errors == [])
  }

  @Test func aPictureThatWasWithdrawnDoesNotComeBackSo() async throws {
    let project = try await published()
    try project.write(Self.picture, to: "content/meo/anh.gif")
    try project.write("---\ntitle: Mẹo c\n---\n\n![Ảnh](anh.gif)\n", to: "content/meo/c.md")
    #expect(await project.build(cached: true).errors == [])
    try project.remove("content/meo/anh.gif")
    try project.write(
      "withdrawn:\n  - { path: content/meo/anh.gif, on: 2026-11-20, addresses: [quan/meo/anh.gif] }\n",
      to: Withdrawal.register)
    #expect(await project.build(cached: true).errors == [])
    #expect(project.published["quan/meo/anh.gif"] == nil && project.published["truong/meo/anh.gif"] == nil)
  }

  @Test func aBrokenDraftHoldsBackNothing() async throws {
    let project = try await published()
    try project.write("---\ntitel: x\ndraft: true\n---\n\n<b>\n", to: "content/meo/nhap.md")
    let report = await project.build(cached: true)
    #expect(!report.hasErrors && report.heldBack.isEmpty)
  }

  @Test func ofAFirstSiteOnlyTheBrokenPageIsMissing() async throws {
    let project = try TemporaryProject(copying: "three-portals")
    try project.write("---\ntitel: Sai\n---\n\nMới.\n", to: "content/meo/b.md")
    let report = await project.build(cached: true)
    #expect(states(report) == ["content/meo/b.md not-published"])
    #expect(report.portals.count == 3)
    #expect(project.published["quan/meo/c.html"] != nil && project.published["quan/meo/b.html"] == nil)
  }

  /// A page that was published must not vanish because nobody remembers it.
  @Test func withoutMemoryNothingIsPublishedBesideAnError() async throws {
    let project = try await published()
    let before = project.published
    try project.remove("bo-nho-dem")
    try project.write("---\ntitel: Sai\n---\n\nMới.\n", to: "content/meo/b.md")
    let report = await project.build(cached: true)
    // The portal of the ward does not show that page.
    #expect(report.hasErrors && report.portals.map(\.id) == ["phuong"])
    #expect(states(report) == ["quan/ portal-as-it-was", "truong/ portal-as-it-was"])
    #expect(project.published == before)
    #expect(report.failure(in: .vi).contains("không còn nhớ nội dung của lần đăng trước"))
    #expect(report.failure(in: .en).contains("does not remember what was published last"))
    // Another build knows no more.
    #expect(
      await states(project.build(cached: true)) == ["quan/ portal-as-it-was", "truong/ portal-as-it-was"])
    // Mended, it is known again.
    try project.write("---\ntitle: Mẹo b\n---\n\nMới.\n", to: "content/meo/b.md")
    #expect(await project.build(cached: true).errors == [])
    try project.write("---\ntitel: Sai\n---\n\nMới.\n", to: "content/meo/c.md")
    #expect(await states(project.build(cached: true)) == ["content/meo/c.md last-published"])
  }

  @Test func theFirstDayIsRemembered() async throws {
    let project = try await published()
    try project.write("---\ntitel: Sai\n---\n\nMới.\n", to: "content/meo/b.md")
    let days: [Int64] = [1_795_500_000, 1_795_600_000, 1_795_700_000]
    for day in days {
      let report = await project.build(cached: true, time: day)
      #expect(report.heldBack.map(\.since) == [days[0]])
    }
    try project.write("---\ntitle: Mẹo b\n---\n\nMới.\n", to: "content/meo/b.md")
    _ = await project.build(cached: true, time: days[1])
    try project.write("---\ntitel: Sai\n---\n\nMới.\n", to: "content/meo/b.md")
    #expect(await project.build(cached: true, time: days[2]).heldBack.map(\.since) == [days[2]])
  }

  @Test(arguments: [0.0, 0.3, 0.99]) func aDamagedMemoryIsNone(_ place: Double) async throws {
    let project = try await published()
    let before = project.published
    let cache = project.root + "/bo-nho-dem"
    let files = TemporaryProject.files(in: cache).keys.filter { $0.contains("/sources-") }
    #expect(files.count == 2)
    for name in files {
      var bytes = try Data(contentsOf: URL(filePath: cache + "/" + name))
      bytes[Int(Double(bytes.count - 1) * place)] ^= 0x10
      try bytes.write(to: URL(filePath: cache + "/" + name))
    }
    try project.write("---\ntitel: Sai\n---\n\nMới.\n", to: "content/meo/b.md")
    let report = await project.build(cached: true)
    #expect(report.hasErrors)
    #expect(before.keys.allSatisfy { project.published[$0] != nil })
  }

  // MARK: Only

  @Test func onlyWhatIsAskedForIsPublished() async throws {
    let project = try await published()
    let before = project.published
    try project.write("---\ntitle: Cảnh báo\n---\n\nTin gấp.\n", to: "content/meo/canh-bao.md")
    try project.write("---\ntitle: Mẹo b\n---\n\nChưa duyệt.\n", to: "content/meo/b.md")
    try project.write("---\ntitel: x\n", to: "content/meo/hong.md")
    let report = await project.build(cached: true, only: ["content/meo/canh-bao.md"])
    #expect(!report.hasErrors, "\(project.printed(report))")
    #expect(page(project, "quan/meo/canh-bao.html").contains("Tin gấp"))
    #expect(page(project, "quan/meo.html").contains("Cảnh báo"))
    #expect(project.published["quan/meo/b.html"] == before["quan/meo/b.html"])
    #expect(
      report.summary(output: "x", notesAreShown: false, in: .vi).contains("Còn 2 thay đổi khác chưa đăng"))
    // The rest comes with the next build.
    let next = await project.build(cached: true)
    #expect(states(next) == ["content/meo/hong.md not-published"])
    #expect(page(project, "quan/meo/b.html").contains("Chưa duyệt"))
  }

  @Test func aNewSectionComesWithItsPage() async throws {
    let project = try await published()
    try project.write("---\ntitle: Gấp\n---\n", to: "content/gap/_index.md")
    try project.write("---\ntitle: Một\n---\n\nTin gấp.\n", to: "content/gap/mot.md")
    try project.write("---\ntitle: Hai\n---\n\nChờ.\n", to: "content/gap/hai.md")
    #expect(!(await project.build(cached: true, only: ["content/gap/mot.md"]).hasErrors))
    #expect(project.published["quan/gap/mot.html"] != nil && project.published["quan/gap/hai.html"] == nil)
    #expect(!(await project.build(cached: true, only: ["content/gap"]).hasErrors))
    #expect(project.published["quan/gap/hai.html"] != nil)
  }

  @Test func aDeletionMayBeAllThatIsAskedFor() async throws {
    let project = try await published()
    try project.write("---\ntitle: Mẹo d\n---\n\nD.\n", to: "content/meo/d.md")
    #expect(await project.build(cached: true).errors == [])
    try project.remove("content/meo/d.md")
    try project.write("---\ntitle: Mẹo b\n---\n\nChưa duyệt.\n", to: "content/meo/b.md")
    #expect(!(await project.build(cached: true, only: ["content/meo/d.md"]).hasErrors))
    #expect(project.published["quan/meo/d.html"] == nil)
    #expect(!page(project, "quan/meo/b.html").contains("Chưa duyệt"))
  }

  @Test func whatIsWrongInItIsTold() async throws {
    let project = try await published()
    let before = project.published
    try project.write("---\ntitel: x\n---\n\nA.\n", to: "content/meo/b.md")
    let report = await project.build(cached: true, only: ["content/meo/b.md"])
    #expect(Set(report.errors) == ["missing-key", "unknown-key"])
    #expect(project.published == before)
  }

  @Test func itMustBeThereAndSomethingPublishedBefore() async throws {
    let project = try await published()
    let nowhere = await project.build(cached: true, only: ["content/khong-co.md"])
    #expect(nowhere.errors == ["nothing-there"])
    _ = project.printed(nowhere)
    try project.remove("bo-nho-dem")
    let first = await project.build(cached: true, only: ["content/meo/b.md"])
    #expect(first.errors == ["only-after-first"])
    _ = project.printed(first)
  }
}
