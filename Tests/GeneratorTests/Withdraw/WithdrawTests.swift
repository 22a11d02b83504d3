import Diagnostics
import Foundation
import ProblemCodes
import TestTraits
import Testing

@testable import Checking
@testable import Files
@testable import Generator
@testable import Publishing

/// What is withdrawn is gone: from the portals, from their lists, feeds and index, from versions and the cache.
@Suite struct WithdrawTests {
  /// A picture whose bytes nothing else has.
  private static let picture =
    Array("GIF89a".utf8) + [
      3, 0, 1, 0, 0, 0, 0, 0x2C, 0, 0, 0, 0, 3, 0, 1, 0, 0, 2, 4, 0x44, 0x77, 1, 0, 0x3B,
    ]

  private func published(theme: String = "vung-xanh") async throws -> TemporaryProject {
    let project = try TemporaryProject.ofTwoPortals(theme: theme)
    try project.page(
      at: "content/muc/mot.md", "bimat ![bimat](anh.gif \"bimat\") và [tệp](tep.txt)",
      fields:
        "tags: [bimat]\ndate: 2026-01-01\nimage: { src: anh.gif, alt: bimat }\nattachments: [{ file: tep.txt }]",
      title: "bimat")
    try project.page(
      at: "content/muc/hai.md",
      "Xem [bài **kia**](mot.md), [tệp](tep.txt).\n\n![Ảnh](anh.gif \"Lời\")\n\nHết.",
      fields: "related: [mot.md]")
    try project.write(Self.picture, to: "content/muc/anh.gif")
    try project.write("tepmat", to: "content/muc/tep.txt")
    #expect(await project.build(cached: true).errors == [])
    // A version before, with all of it.
    try project.page(at: "content/muc/ba.md", "bimat")
    #expect(await project.build(cached: true).errors == [])
    try project.remove("content/muc/ba.md")
    #expect(await project.build(cached: true).errors == [])
    return project
  }

  private func withdraw(
    _ project: TemporaryProject, _ paths: [String], deletes: Bool = false
  ) async -> WithdrawalReport {
    var options = BuildOptions(
      project: project.root, publication: PublicationRules(today: TemporaryProject.today), workers: 2,
      rules: .all)
    options.output = project.output
    options.cache = BuildCache(in: project.root + "/bo-nho-dem", of: project.root)
    options.byWhom = Publication(time: 1_795_500_000, author: "lan", origin: .build)
    let order = WithdrawalOrder(
      paths: paths, reason: "theo \"yêu cầu\"\nnhé", day: TemporaryProject.today, deletes: deletes)
    return await Generator.withdraw(order, options, .ofBuild(options))
  }

  /// Files of the output, the versions and the cache that hold some bytes.
  private func holding(_ bytes: [UInt8], in project: TemporaryProject) -> [String] {
    let needle = Data(bytes)
    return TemporaryProject.files(in: project.root).filter { path, data in
      !path.hasPrefix("content/") && !path.hasPrefix("themes/") && data.range(of: needle) != nil
    }.keys.sorted()
  }

  @Test func aPageIsGoneFromEverywhere() async throws {
    let project = try await published()
    #expect(holding(Array("bimat".utf8), in: project).count > 20)
    let report = await withdraw(project, ["content/muc/mot.md"])
    #expect(!report.hasErrors)
    #expect(report.addresses == ["a/muc/mot.html", "b/muc/mot.html"])
    #expect(holding(Array("bimat".utf8), in: project) == [])
    let page = String(decoding: try #require(project.published["a/muc/mot.html"]), as: UTF8.self)
    #expect(page.contains("đã được gỡ xuống") && page.contains("23/11/2026"))
    let other = String(decoding: try #require(project.published["a/muc/hai.html"]), as: UTF8.self)
    #expect(other.contains("Xem bài <strong>kia</strong>,"))
    // It stays so, whatever is built.
    let next = await project.build(cached: true)
    #expect(next.errors == [] && holding(Array("bimat".utf8), in: project) == [])
    #expect(next.diagnostics.contains { $0.problem.met.code == "link-unpublished" })
  }

  @Test func aPictureIsGoneWithItsDescription() async throws {
    let project = try await published()
    let report = await withdraw(project, ["content/muc/anh.gif"])
    #expect(!report.hasErrors)
    #expect(report.addresses == ["a/muc/anh.gif", "b/muc/anh.gif"])
    #expect(holding(Array(Self.picture), in: project) == [])
    let page = String(decoding: try #require(project.published["a/muc/hai.html"]), as: UTF8.self)
    #expect(!page.contains("<img") && !page.contains("Lời") && page.contains("<p>Hết.</p>"))
    let next = await project.build(cached: true)
    #expect(next.errors == [])
    #expect(next.diagnostics.contains { $0.problem.met.code == "link-withdrawn" })
  }

  @Test func anAttachmentIsGone() async throws {
    let project = try await published()
    #expect(!(await withdraw(project, ["content/muc/tep.txt"], deletes: true).hasErrors))
    #expect(holding(Array("tepmat".utf8), in: project) == [])
    #expect(!FileManager.default.fileExists(atPath: project.root + "/content/muc/tep.txt"))
    let page = String(decoding: try #require(project.published["a/muc/hai.html"]), as: UTF8.self)
    #expect(page.contains(", tệp."))
    #expect(await project.build(cached: true).errors == [])
  }

  @Test func serversSayThatItIsGone() async throws {
    let project = try await published()
    _ = await withdraw(project, ["content/muc/mot.md", "content/muc/anh.gif"])
    let nginx = String(decoding: try #require(project.published["a/server/nginx.conf"]), as: UTF8.self)
    #expect(nginx.contains("error_page 410 /410.html;"))
    for address in ["/muc/mot.html", "/muc/mot", "/muc/mot/", "/muc/anh.gif"] {
      #expect(nginx.contains("location = \"\(address)\" { return 410; }"), "\(address)")
    }
    let apache = String(decoding: try #require(project.published["a/.htaccess"]), as: UTF8.self)
    #expect(apache.contains("RewriteRule \"^muc/anh\\.gif$\" - [G,L]"))
    #expect(project.published["a/410.html"] != nil && project.published["b/410.html"] != nil)
  }

  /// What is not ready elsewhere does not go out with it.
  @Test func otherChangesWait() async throws {
    let project = try await published()
    try project.page(at: "content/muc/hai.md", "Chưa duyệt. [hỏng](khong-co.md)")
    #expect(!(await withdraw(project, ["content/muc/mot.md"]).hasErrors))
    #expect(project.places(of: "Chưa duyệt") == [] && project.places(of: "bimat") == [])
    // Nor does holding back bring it back.
    let next = await project.build(cached: true)
    #expect(next.hasErrors && next.heldBack.map(\.path) == ["content/muc/hai.md"])
    #expect(holding(Array("bimat".utf8), in: project) == [])
  }

  /// Where the portals cannot be built, the files are taken away all the same.
  @Test func aBrokenThemeDoesNotKeepIt() async throws {
    let project = try await published()
    try project.write("{{khong_co}}", to: "themes/vung-xanh/layouts/page.mustache")
    let report = await withdraw(project, ["content/muc/mot.md", "content/muc/anh.gif"])
    #expect(report.hasErrors)
    for path in ["a/muc/mot.html", "b/muc/mot.html", "a/muc/anh.gif"] {
      #expect(project.published[path] == nil, "\(path)")
    }
    #expect(project.published["a/muc/hai.html"] != nil)
  }

  @Test func withoutMemoryItIsWithdrawnAllTheSame() async throws {
    let project = try await published()
    try project.remove("bo-nho-dem")
    #expect(!(await withdraw(project, ["content/muc/mot.md"]).hasErrors))
    #expect(holding(Array("bimat".utf8), in: project) == [])
  }

  /// Better nothing new than what somebody asked to be taken away.
  @Test(arguments: [
    "withdrawn: [", "withdrawn:\n  - path: a\n", "withdrawn:\n  - on: 2026-01-01\n", "khac: 1\n",
    "withdrawn:\n  - { path: content/a.md, on: 2026-01-01, addresses: [\"a/../x\"] }\n",
  ])
  func aBrokenRegisterLetsNothingOut(_ text: String) async throws {
    let project = try await published()
    _ = await withdraw(project, ["content/muc/mot.md"])
    let before = project.published
    try project.write(text, to: Withdrawal.register)
    try project.page(at: "content/muc/moi.md", "Mới.")
    let report = await project.build(cached: true)
    #expect(report.hasErrors && report.portals.isEmpty, "\(project.printed(report))")
    #expect(project.published == before)
  }

  @Test func theRegisterIsReadableAndNotPublished() async throws {
    let project = try await published()
    _ = await withdraw(project, ["content/muc/mot.md"])
    _ = await withdraw(project, ["content/muc/anh.gif"])
    let text = try String(contentsOfFile: project.root + "/" + Withdrawal.register, encoding: .utf8)
    #expect(
      text.contains(
        "  - path: \"content/muc/mot.md\"\n    on: 2026-11-23\n    why: \"theo \\\"yêu cầu\\\" nhé\"\n"))
    #expect(text.contains("addresses: [\"a/muc/mot.html\", \"b/muc/mot.html\"]"))
    #expect(project.places(of: "yêu cầu\" nhé") == [])
    #expect(project.published.keys.filter { $0.contains("withdrawn") } == [])
  }
}
