import Testing

@testable import Files
@testable import Generator

/// A campaign: a section with days, of which the running one leads the home page. Today is 2026-11-23.
@Suite struct CampaignTests {
  private func project() throws -> TemporaryProject {
    let project = try TemporaryProject()
    try project.write(
      """
      {{#campaign}}runs {{page.title}}{{#days}} {{starts}}–{{ends}}{{/days}}, newest {{#newest}}{{title}}{{/newest}}{{/campaign}}
      {{^campaign}}nothing runs{{/campaign}}
      """, to: "themes/plain/layouts/home.mustache")
    try project.write(
      """
      {{#page.campaign_days}}{{#is_over}}over{{/is_over}}{{#is_ahead}}ahead{{/is_ahead}} {{starts_iso}}{{/page.campaign_days}}
      {{#listing}}{{#items}}[{{title}}]{{/items}}{{/listing}} {{{structured_data}}}
      """, to: "themes/plain/layouts/campaign.mustache")
    return project
  }

  private func add(_ name: String, _ fields: String, to project: TemporaryProject) throws {
    try project.write(
      "---\ntitle: \(name)\ntype: campaign\n\(fields)---\n", to: "content/\(name.lowercased())/_index.md")
  }

  private func text(_ project: TemporaryProject, _ path: String = "index.html") throws -> String {
    String(decoding: try #require(project.published["main/" + path]), as: UTF8.self)
  }

  @Test func theOneThatBeganLastLeadsTheHomePage() async throws {
    let project = try project()
    try add("Luon", "", to: project)
    try add("Cu", "starts: 2026-10-01\nends: 2026-12-31\n", to: project)
    try add("Moi", "starts: 2026-11-01\nends: 2026-11-23\n", to: project)
    try add("Xong", "starts: 2026-11-10\nends: 2026-11-22\n", to: project)
    try add("Sap", "starts: 2026-11-24\n", to: project)
    try project.write("---\ntitle: Sớm\ndate: 2026-11-02\n---\n\nA.\n", to: "content/moi/som.md")
    try project.write("---\ntitle: Muộn\ndate: 2026-11-20\n---\n\nA.\n", to: "content/moi/muon.md")
    try project.write("---\ntitle: Ngoài\ndate: 2026-11-22\n---\n\nA.\n", to: "content/cu/ngoai.md")
    let report = await project.build()
    #expect(report.errors == [], "\(project.printed(report))")
    #expect(try text(project).contains("runs Moi 01/11/2026–23/11/2026, newest Muộn"))
    #expect(try text(project, "xong.html").contains("over 2026-11-10"))
    #expect(try text(project, "sap.html").contains("ahead 2026-11-24"))
    #expect(try text(project, "moi.html").contains("[Muộn][Sớm]"), "the newest is listed first")
  }

  @Test func withoutDaysItAlwaysRuns() async throws {
    let project = try project()
    try add("Luon", "weight: 20\n", to: project)
    try add("Nhe", "weight: 10\n", to: project)
    #expect(await project.build().errors == [])
    #expect(try text(project).contains("runs Nhe"))
    #expect(try !text(project, "luon.html").contains("\"Event\""), "an event has a day")
  }

  @Test func nothingLeadsWhereNoneRuns() async throws {
    let project = try project()
    try add("Xong", "ends: 2026-11-22\n", to: project)
    #expect(await project.build().errors == [])
    #expect(try text(project).contains("nothing runs"))
  }

  @Test func isAnEventToMachines() async throws {
    let project = try project()
    try add("Moi", "starts: 2026-11-01\nends: 2026-12-01\n", to: project)
    #expect(await project.build().errors == [])
    let page = try text(project, "moi.html")
    #expect(page.contains("\"@type\":\"Event\",\"name\":\"Moi\""))
    #expect(page.contains("\"startDate\":\"2026-11-01\",\"endDate\":\"2026-12-01\""))
  }

  @Test func refusesAnEndBeforeTheBeginning() async throws {
    let project = try project()
    try add("Moi", "starts: 2026-11-02\nends: 2026-11-01\n", to: project)
    #expect(await project.build().errors == ["dates-out-of-order"])
  }

  @Test func isNoTypeOfALeafPage() async throws {
    let project = try project()
    try project.write("---\ntitle: A\ntype: campaign\n---\n\nA.\n", to: "content/a.md")
    #expect(await project.build().errors.contains("unknown-value"))
  }
}
