import Diagnostics
import Foundation
import Testing

@testable import Files
@testable import Generator

/// What a draft may have wrong without keeping the rest from being published, and what still keeps it.
@Suite struct DraftMistakeTests {
  private static let texts: [(name: String, text: String)] = [
    ("colon", "---\ntitle: bimat: x\ndraft: true\n---\nbimat"),
    ("no end", "---\ntitle: bimat\ndraft: true\n\nbimat"),
    ("twice", "---\ndraft: true\ndraft: true\n---\n"),
    ("no title", "---\ndraft: true\n---\nbimat"), ("capital", "---\ntitle: bimat: x\ndraft: True\n---\n"),
    ("quoted", "---\ntitle: bimat: x\ndraft: \"true\"\n---\n"),
    ("quoted key", "---\ntitle: bimat: x\n'draft': true\n---\n"),
    ("comment", "---\ntitle: bimat: x\ndraft: true # nháp\n---\n"),
    ("tab", "---\n\ttitle: bimat\ndraft:\ttrue\n---\n"),
    ("NUL", "---\ntitle: bimat\ndraft: true\n---\na\0b"),
    ("long", "---\ntitle: bimat\ndraft: true\n---\n" + String(repeating: "a ", count: 900_000)),
    ("deep", "---\ntitle: bimat\ndraft: true\n---\n" + String(repeating: "> ", count: 5000) + "a"),
    ("brackets", "---\ntitle: bimat\ndraft: true\n---\n" + String(repeating: "[", count: 60_000)),
    ("alias", "---\ntitle: &a bimat\nowner: *a\ndraft: true\n---\n"),
    (
      "every field",
      """
      ---
      title: bimat
      draft: true
      type: gì
      lạ: bimat
      portals: [z]
      audience: [z]
      slug: "Á"
      weight: x
      age: x
      aliases: [/../x]
      attachments: [{ file: khong }]
      image: { src: khong.png, alt: "" }
      related: [khong.md]
      layout: khong
      tags: ["!!"]
      check_ignore: [{ rule: khong }]
      ---

      [a](javascript:x) [b](c:\\x) ![](http://a.vn/b.png) [d](//x) <script>
      """
    ),
  ]
  private static let utf16: [UInt8] = "\u{FEFF}---\ntitle: bimat\ndraft: true\n---\n".utf16.flatMap {
    [UInt8($0 & 0xFF), UInt8($0 >> 8)]
  }
  private static let notText: [(name: String, bytes: [UInt8])] = [
    ("bytes", Array("---\ntitle: bimat\ndraft: true\n---\n".utf8) + [0xFF, 0xFE]),
    ("bytes before", Array("---\ntitle: bimat ".utf8) + [0xFF] + Array("\ndraft: true\n---\n".utf8)),
    ("UTF-16", utf16),
  ]
  private static let broken: [(String, [UInt8])] =
    texts.map { ($0.name, Array($0.text.utf8)) } + notText.map { ($0.name, $0.bytes) }

  @Test(arguments: broken.map(\.0))
  func aDraftStopsNothing(_ name: String) async throws {
    let bytes = try #require(Self.broken.first { $0.0 == name }).1
    let project = try TemporaryProject()
    try project.write(bytes, to: "content/nhap.md")
    try project.page(at: "content/bai.md", "Xem [**nháp** ấy](nhap.md#neo) nhé.")
    let report = await project.build()
    #expect(report.errors.isEmpty, "\(project.printed(report))")
    #expect(!project.places(of: "Xem <strong>nháp</strong> ấy nhé.").isEmpty)
    #expect(project.places(of: "bimat") == [])
  }

  @Test(arguments: ["publish_on: 2099-01-01", "date: \"2099-01-01\"", "expires: 01/01/2020 # hết hạn"])
  func aPageOfAnotherDayThatCannotBeReadStopsNothing(_ field: String) async throws {
    let project = try TemporaryProject()
    try project.write("---\ntitle: bimat: x\n\(field)\n---\n\nbimat\n", to: "content/nhap.md")
    try project.page(at: "content/bai.md", "Xem [**nháp** ấy](nhap.md) nhé.")
    let report = await project.build()
    #expect(report.errors.isEmpty, "\(project.printed(report))")
    #expect(project.places(of: "bimat") == [])
    for day in ["publish_on: 2020-01-01", "date: 2020-01-01", "expires: 2099-01-01", "updated: 2099-01-01"] {
      try project.write("---\ntitle: bimat: x\n\(day)\n---\n\nbimat\n", to: "content/nhap.md")
      #expect(await project.build().errors == ["yaml-syntax"], "\(day)")
    }
  }

  /// The folder is told of at a page that readers meet, whichever name comes first.
  @Test(arguments: ["a", "z"])
  func aDraftHidesNoMistakeOfOthers(_ draft: String) async throws {
    let project = try TemporaryProject()
    try project.page(at: "content/moi/\(draft).md", "A", fields: "draft: true")
    #expect(await project.build().errors.isEmpty)
    try project.page(at: "content/moi/m.md", "A")
    let report = await project.build()
    #expect(report.errors == ["missing-section"])
    #expect(report.diagnostics.first { $0.severity == .error }?.path == "content/moi/m.md")
  }

  /// A portal without its first page would be no portal.
  @Test(arguments: [
    "title: Trang chủ\ndraft: true", "title: Trang chủ\nexpires: 2020-01-01",
    "title: Trang: chủ\ndraft: true",
  ])
  func theHomePageIsNoDraft(_ fields: String) async throws {
    let project = try TemporaryProject()
    _ = await project.build()
    let before = project.published
    try project.write("---\n\(fields)\n---\n\nbimat\n", to: "content/_index.md")
    #expect(await project.build().hasErrors)
    #expect(project.published == before)
  }

  @Test func anOwnHomePageThatIsADraftLeavesTheSharedOne() async throws {
    let project = try TemporaryProject.ofTwoPortals()
    try project.page(at: "content/portals/b/_index.md", "bimat", fields: "draft: true")
    #expect(await project.build().errors.isEmpty)
    #expect(project.places(of: "bimat") == [])
    #expect(project.places(of: "Chào bạn.") == ["a/index.html", "b/index.html"])
  }

  // MARK: Other portals

  /// What is wrong with portal b alone: files, and what its portal.yaml has more.
  private static let mistakes: [(files: [String: String], more: String)] = [
    (["content/portals/b/muc/x.md": "---\ntitle: X\n---\n[a](khong.md)\n"], ""),
    (["content/muc/x.md": "---\ntitle: X\nportals: [b]\n---\n[a](khong.md)\n"], ""),
    (["content/portals/b/muc/x.md": "---\ntitle: X\n---\nCẦN ĐIỀN – số\n"], ""),
    (["content/portals/b/portal.yaml": "name: [\n"], ""),
    (
      ["content/portals/b/muc/x.exe": "a", "content/portals/b/muc/x.md": "---\ntitle: X\n---\n[a](x.exe)\n"],
      ""
    ),
    (
      [
        "content/muc/q.md": "---\ntitle: Q\n---\n## Một\n",
        "content/portals/b/muc/q.md": "---\ntitle: Q\n---\n## Hai\n",
        "content/muc/r.md": "---\ntitle: R\n---\n[x](q.md#mot)\n",
      ], ""
    ),
    ([:], "lạ: 1"), ([:], "emblem: khong.png"), ([:], "theme: khong"), ([:], "also_publish: [khong]"),
    ([:], "hide: [khong.md]"), ([:], "menu: [{ title: CẦN ĐIỀN, page: muc/_index.md }]"),
  ]

  @Test(arguments: mistakes.indices)
  func onlyThePortalThatHasTheMistakeWaits(_ index: Int) async throws {
    let (files, more) = Self.mistakes[index]
    let project = try TemporaryProject.ofTwoPortals(b: more)
    for (path, text) in files { try project.write(text, to: path) }
    #expect(await project.build().hasErrors)
    #expect(await project.build(portals: ["b"]).hasErrors)
    #expect(project.published.isEmpty)
    let report = await project.build(portals: ["a"])
    #expect(report.errors.isEmpty, "\(project.printed(report))")
    #expect(project.published.keys.contains("a/index.html"))
  }
}
