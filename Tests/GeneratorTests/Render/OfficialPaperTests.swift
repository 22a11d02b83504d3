import Testing

@testable import Files
@testable import Generator

/// What only official papers and portals have: numbers and days of issue, files with a day, an emblem.
@Suite struct OfficialPaperTests {
  private func text(_ project: TemporaryProject, _ path: String) throws -> String {
    String(decoding: try #require(project.published["main/" + path]), as: UTF8.self)
  }

  private func project(_ fields: String) throws -> TemporaryProject {
    let project = try TemporaryProject()
    try project.write(
      """
      {{#page}}{{#issue}}{{number}}|{{issuer}}|{{signed_by}}|{{issued}}|{{effective}}|{{ended}}|{{#is_over}}over{{/is_over}}{{/issue}}
      {{#attachments}}{{title}}, {{size}}, {{date}}{{/attachments}}{{/page}}{{{structured_data}}}
      """, to: "themes/plain/layouts/document.mustache")
    try project.write("%PDF-1.4\n", to: "content/a.pdf")
    try project.write("---\ntitle: Kế hoạch\ntype: document\n\(fields)---\n\nA.\n", to: "content/ke-hoach.md")
    return project
  }

  @Test func aDocumentSaysWhatItIsCitedBy() async throws {
    let project = try project(
      """
      number: 12/KH-UBND
      issuer: UBND phường Mẫu
      signed_by: Chủ tịch
      issued: 2026-01-05
      effective: 2026-01-06
      ended: 2026-11-23
      attachments: [{ file: a.pdf, title: Bản in, date: 2026-01-05 }]

      """)
    let report = await project.build()
    #expect(report.errors == [], "\(project.printed(report))")
    let page = try text(project, "ke-hoach.html")
    #expect(page.contains("12/KH-UBND|UBND phường Mẫu|Chủ tịch|05/01/2026|06/01/2026|23/11/2026|over"))
    #expect(page.contains("Bản in, 9\u{A0}byte, 05/01/2026"))
    #expect(
      page.contains("\"@type\":\"DigitalDocument\",\"name\":\"Kế hoạch\",\"identifier\":\"12/KH-UBND\""))
  }

  @Test(arguments: [
    ("number: 1/KH\n", "missing-key"), ("issuer: UBND\nissued: 2026-02-30\n", "impossible-date"),
    ("issuer: UBND\neffective: 2026-02-02\nended: 2026-02-01\n", "dates-out-of-order"),
    ("issuer: UBND\nnumbr: 1/KH\n", "unknown-key"),
  ])
  func wrongFieldsAreErrors(_ fields: String, _ code: String) async throws {
    #expect(await (try project(fields)).build().errors == [code])
  }

  @Test func aPortalShowsItsEmblem() async throws {
    let project = try TemporaryProject()
    try project.write(TemporaryProject.portal + "emblem: huy-hieu.svg\n", to: "content/site.yaml")
    try project.write("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", to: "content/huy-hieu.svg")
    try project.write("---\ntitle: Mục\n---\n", to: "content/muc/_index.md")
    try project.write("---\ntitle: A\n---\n\nA.\n", to: "content/muc/a.md")
    try project.write(
      "{{portal.emblem}} {{share_image}}", to: "themes/plain/layouts/page.mustache")
    let report = await project.build()
    #expect(report.errors == [], "\(project.printed(report))")
    #expect(try text(project, "muc/a.html") == "../huy-hieu.svg https://mau.example/huy-hieu.svg")
    #expect(project.published["main/huy-hieu.svg"] != nil)
  }

  @Test(arguments: [
    ("khong-co.svg", "link-missing-file"), ("site.yaml", "link-missing-file"), ("a.png", "image-unreadable"),
  ])
  func anEmblemThatIsNoPictureIsAnError(_ name: String, _ code: String) async throws {
    let project = try TemporaryProject()
    try project.write(TemporaryProject.portal + "emblem: \(name)\n", to: "content/site.yaml")
    try project.write("chữ", to: "content/a.png")
    #expect(await project.build().errors == [code])
  }
}
