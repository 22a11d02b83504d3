import Testing

@testable import Files
@testable import Generator

/// Lists that are more than one after another: by age, and what a portal has to say itself.
@Suite struct ListTests {
  private func text(_ project: TemporaryProject, _ path: String) throws -> String {
    String(decoding: try #require(project.published[path]), as: UTF8.self)
  }

  @Test func tipsOfSeveralAgesAreListedByAge() async throws {
    let project = try TemporaryProject()
    let layout =
      "{{#listing}}{{#bands}}[{{id}} {{age}}:{{#items}} {{title}}{{/items}}]{{/bands}}{{^has_bands}}none{{/has_bands}}{{/listing}}"
    try project.write(layout, to: "themes/plain/layouts/section.mustache")
    try project.write("---\ntitle: Mẹo\npages: tip\n---\n", to: "content/meo/_index.md")
    for (name, age) in [("a", "16+"), ("b", "6-10"), ("c", "0-5"), ("d", "6-10"), ("e", "")] {
      let line = age.isEmpty ? "" : "age: \(age)\n"
      try project.write("---\ntitle: \(name)\n\(line)---\n\nA.\n", to: "content/meo/\(name).md")
    }
    try project.write("---\ntitle: Một tuổi\npages: tip\n---\n", to: "content/mot/_index.md")
    try project.write("---\ntitle: x\nage: 6-10\n---\n\nA.\n", to: "content/mot/x.md")
    let report = await project.build()
    #expect(!report.hasErrors, "\(project.printed(report))")
    #expect(
      try text(project, "main/meo.html").contains(
        "[tuoi-0-5 0–5: c][tuoi-6-10 6–10: b d][tuoi-16- 16+: a][moi-tuoi : e]"))
    #expect(try text(project, "main/mot.html").contains("none"))
  }

  @Test func aWardLeadsWithItsOwnNews() async throws {
    let project = try TemporaryProject(copying: "three-portals")
    let layout =
      "{{#has_own_latest}}own:{{#own_latest}} {{title}}{{/own_latest}}{{/has_own_latest}}{{^has_own_latest}}nothing{{/has_own_latest}}"
    try project.write(layout, to: "themes/plain/layouts/home.mustache")
    for portal in ["quan", "phuong"] {
      try project.write(
        "---\ntitle: Tin \(portal)\ndate: 2026-11-02\n---\n\nA.\n",
        to: "content/portals/\(portal)/tin-rieng.md")
    }
    let report = await project.build()
    #expect(!report.hasErrors, "\(project.printed(report))")
    #expect(try text(project, "phuong/index.html").contains("own: Tin mới Tin phuong"))
    #expect(try text(project, "quan/index.html").contains("nothing"))
  }
}
