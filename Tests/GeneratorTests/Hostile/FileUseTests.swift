import Diagnostics
import Foundation
import Testing

@testable import Files
@testable import Generator

/// Ways to write a link that are none for a reader, and ways to get at files that nobody may hand out.
@Suite struct FileUseTests {
  private static let picture =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"><title>bimat</title></svg>"

  private func project(_ text: String, files: [String] = ["tep.txt"], site: String = "") throws
    -> TemporaryProject
  {
    let project = try TemporaryProject()
    try project.write(TemporaryProject.portal + site, to: "content/site.yaml")
    for file in files { try project.write("bimat", to: "content/" + file) }
    try project.page(at: "content/bai.md", text)
    return project
  }

  @Test(arguments: [
    "A[^1].\n\n[^1]: [x](tep.txt)", "A [r].\n\n[r]: tep.txt", "|a|b|\n|-|-|\n|1|[x](tep.txt)|",
    "> [!NOTE]\n> [x](tep.txt)", "## [x](tep.txt)", "[x](<tep.txt>)", "[x](t%65p.txt)",
    "[x](tep.txt#trang=2)",
    "[x](./muc/../tep.txt)", "- [x](/tep.txt \"tựa\")",
  ])
  func aLinkThatReadersSeeIsAUse(_ text: String) async throws {
    let project = try project(text)
    let report = await project.build()
    #expect(report.errors.isEmpty, "\(project.printed(report))")
    #expect(project.places(of: "bimat") == ["main/tep.txt"])
  }

  @Test(arguments: [
    "A\n\n[^1]: [x](tep.txt)", "A\n\n[r]: tep.txt", "`[x](tep.txt)`", "```\n[x](tep.txt)\n```",
    "A\n\n<!-- [x](tep.txt) -->\n\nB", "|a|b|\n|-|-|\n|1|2|[x](tep.txt)|", "\\[x](tep.txt)",
    "![Hình [x](tep.txt) ấy](h.svg)",
  ])
  func whatReadersCannotFollowIsNone(_ text: String) async throws {
    let project = try project(text)
    try project.write(Self.picture.replacing("bimat", with: "h"), to: "content/h.svg")
    let report = await project.build()
    #expect(report.errors.isEmpty, "\(project.printed(report))")
    #expect(project.places(of: "bimat") == [])
  }

  @Test func aPictureInALinkToADraftIsStillSeen() async throws {
    let project = try project("[![x](h.svg)](nhap.md)")
    try project.write(Self.picture, to: "content/h.svg")
    try project.page(at: "content/nhap.md", "A", fields: "draft: true")
    #expect(await project.build().errors.isEmpty)
    #expect(project.places(of: "bimat") == ["main/h.svg"])
  }

  @Test(arguments: [
    "../tep.txt", "%2e%2e/tep.txt", "/../tep.txt", "site.yaml", "./site.yaml", "TEP.TXT", "tep.txt?x",
    ".an.txt",
    "portals/a/tep.txt",
  ])
  func leadsToNothingElse(_ address: String) async throws {
    let project = try project("[x](\(address))", files: ["tep.txt", ".an.txt", "portals.txt"])
    try project.write("bimat", to: "tep.txt")
    let report = await project.build()
    #expect(!report.errors.isEmpty)
    #expect(project.published.isEmpty)
  }

  @Test(arguments: [
    ".", "/", "..", "../", "\"*.txt\"", "a/../tep.txt", "ta", ".an", "tai/bai.md", "site.yaml",
  ])
  func noListNamesEverything(_ path: String) async throws {
    let project = try project(
      "A", files: ["tep.txt", "tai/tep.txt", ".an/tep.txt"], site: "also_publish: [\(path)]\n")
    try project.page(at: "content/tai/_index.md", "A")
    try project.page(at: "content/tai/bai.md", "bimat", fields: "draft: true")
    let report = await project.build()
    #expect(report.errors == ["link-missing-file"], "\(project.printed(report))")
    #expect(project.published.isEmpty)
  }

  @Test func aListedFolderHoldsNoPages() async throws {
    let project = try project("A", files: ["tai/tep.txt"], site: "also_publish: [tai]\n")
    try project.page(at: "content/tai/_index.md", "A")
    try project.page(at: "content/tai/nhap.md", "kín", fields: "draft: true")
    #expect(await project.build().errors.isEmpty)
    #expect(project.places(of: "bimat") == ["main/tai/tep.txt"])
    #expect(project.places(of: "kín") == [])
  }

  /// The source of a page, whatever the name, is not for readers: it may be a draft.
  @Test(arguments: ["NHAP.MD", "nhap.markdown", "nhap.md.txt", "Nhap.Md"], [true, false])
  func refusesToHandOutTheSourceOfAPage(_ name: String, _ isLinked: Bool) async throws {
    let project = try project(
      isLinked ? "[x](tai/\(name))" : "A", files: [], site: isLinked ? "" : "also_publish: [tai]\n")
    try project.page(at: "content/tai/" + name, "bimat", fields: "draft: true")
    #expect(await project.build().errors == ["page-wrong-name"])
    #expect(project.published.isEmpty)
  }

  @Test(arguments: ["ảnh ấy.txt", "Ảnh Ấy.txt"])
  func namesComeInBothFormsOfUnicode(_ name: String) async throws {
    let apart = name.decomposedStringWithCanonicalMapping
    for (file, link) in [(name, apart), (apart, name)] {
      let project = try project("[x](<\(link)>)", files: [file])
      let report = await project.build()
      #expect(report.errors.isEmpty, "\(project.printed(report))")
      #expect(project.places(of: "bimat") == ["main/anh-ay.txt"])
    }
  }

  @Test func whatADraftUsesTakesNoAddress() async throws {
    let project = try project("[x](anh.txt)", files: ["Anh.txt"])
    try project.write("A", to: "content/anh.txt")
    try project.page(at: "content/nhap.md", "[x](Anh.txt)", fields: "draft: true")
    let report = await project.build()
    #expect(report.errors.isEmpty, "\(project.printed(report))")
    #expect(project.places(of: "bimat") == [])
    try project.page(at: "content/nhap.md", "[x](Anh.txt)")
    #expect(await project.build().errors == ["same-route"])
  }
}
