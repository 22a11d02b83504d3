import Foundation
import Testing

@testable import Generator

/// Where “CẦN ĐIỀN” may stand, and how people write it.
@Suite struct PlaceholderTests {
  private static let missing = "CẦN ĐIỀN – số điện thoại"

  private static let bodies = [
    missing, "|a|\n|-|\n|\(missing)|", "|a|b|\n|-|-|\n|CẦN ĐIỀN|b|", "A[^1]\n\n[^1]: \(missing)",
    "## CẦN ĐIỀN",
    "Gọi **CẦN ĐIỀN**.", "_CẦN ĐIỀN_", "Gọi CẦN ĐIỀN.", "(CẦN ĐIỀN)", "[CẦN ĐIỀN](tel:113)",
    "CẦN ĐIỀN, phường",
    "CẦN ĐIỀN… số", "CẦN ĐIỀN − số", "CẦN ĐIỀN (số)", "CẦN ĐIỀN; rồi", "CẦN ĐIỀN?", "> CẦN ĐIỀN",
    "- CẦN ĐIỀN",
    "`\(missing)`", "“\(missing)”", "![CẦN ĐIỀN](h.svg)", "![\(missing)](h.svg)",
    missing.decomposedStringWithCanonicalMapping,
  ]
  private static let fields = [
    "description: \(missing)", "description: \"Gọi \(missing)\"", "tags: [\"CẦN ĐIỀN\"]", "tags: [CẦN ĐIỀN]",
    "owner: CẦN ĐIỀN", "owner: 'CẦN ĐIỀN'", "owner: CẦN ĐIỀN # hỏi lại", "source: [{ name: \"CẦN ĐIỀN\" }]",
    "attachments: [{ file: h.svg, title: CẦN ĐIỀN }]", "image: { src: h.svg, alt: \"\(missing)\" }",
    "short_title: \(missing)",
  ]

  private func project(_ body: String, fields: String = "", a: String = "", site: String = "") throws
    -> TemporaryProject
  {
    let project = try TemporaryProject.ofTwoPortals(site: site, a: a)
    try project.write("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", to: "content/h.svg")
    try project.page(at: "content/bai.md", body, fields: fields)
    return project
  }

  @Test(arguments: bodies)
  func isRefusedInText(_ body: String) async throws {
    #expect(await (try project(body)).build().errors == ["live-page-to-fill-in"])
  }

  @Test(arguments: fields)
  func isRefusedInFields(_ fields: String) async throws {
    #expect(await (try project("A", fields: fields)).build().errors == ["live-page-to-fill-in"])
  }

  @Test(arguments: [
    "Chỗ ghi “CẦN ĐIỀN” là chỗ phải điền.", "Điền mọi ô `CẦN ĐIỀN`, rồi gọi thử.", "Chữ CẦN ĐIỀN trong bảng.",
    "Chữ \"CẦN ĐIỀN\" trong bảng.", "Phòng Cần Điền",
  ])
  func mayBeSpokenOf(_ body: String) async throws {
    let project = try project(body)
    let report = await project.build()
    #expect(report.errors.isEmpty, "\(project.printed(report))")
  }

  @Test(arguments: [
    "title: CẦN ĐIỀN", "parent_body: \(missing)", "description: \"Cổng của \(missing)\"",
    "menu: [{ title: \"\(missing)\", page: muc/_index.md }]",
    "menu: [{ title: CẦN ĐIỀN, page: muc/_index.md }]",
  ])
  func isRefusedInThePortalsOwnFields(_ more: String) async throws {
    let report = await (try project("A", a: more)).build()
    #expect(report.errors == ["live-value-to-fill-in"])
    #expect(report.diagnostics.allSatisfy { $0.path == "content/portals/a/portal.yaml" })
  }

  @Test(arguments: ["1 phố Mẫu", "024 0000 0000", "mau@example.org", "Nguyễn Văn Mẫu", "UBND phường Mẫu"])
  func isRefusedInsideAValue(_ value: String) async throws {
    let project = try project("A")
    let path = project.root + "/content/portals/a/portal.yaml"
    let yaml = try String(contentsOfFile: path, encoding: .utf8)
    for missing in [Self.missing, "Số 1, " + Self.missing, "024 CẦN ĐIỀN"] {
      try project.write(
        yaml.replacing(value, with: "\"\(missing)\""), to: "content/portals/a/portal.yaml")
      #expect(await project.build().errors == ["live-value-to-fill-in"])
    }
  }

  @Test(arguments: [
    "menu: [{ title: \"\(missing)\", page: muc/_index.md }]", "audiences: [{ id: em, name: \"\(missing)\" }]",
  ])
  func isRefusedInWhatPortalsShare(_ site: String) async throws {
    let report = await (try project("A", site: site)).build()
    #expect(report.errors == ["live-value-to-fill-in"])
    #expect(report.diagnostics.allSatisfy { $0.path == "content/site.yaml" })
  }

  @Test func isRefusedOnlyWhereItIsShown() async throws {
    for fields in ["draft: true", "publish_on: 2099-01-01", "expires: 2020-01-01"] {
      #expect(await (try project(Self.missing, fields: fields)).build().errors.isEmpty)
    }
    let hidden = try TemporaryProject.ofTwoPortals(a: "hide: [bai.md]", b: "hide: [bai.md]")
    try hidden.page(at: "content/bai.md", Self.missing)
    #expect(await hidden.build().errors.isEmpty)
    let sample = try TemporaryProject.ofTwoPortals(state: "sample", a: "description: \"Ở \(Self.missing)\"")
    try sample.page(at: "content/bai.md", Self.missing)
    let report = await sample.build()
    #expect(report.errors.isEmpty)
    #expect(
      Set(report.diagnostics.filter { $0.severity == .note }.map(\.path)).isSuperset(of: [
        "content/bai.md", "content/portals/a/portal.yaml",
      ]))
  }
}
