import Testing

@testable import Files
@testable import Generator

/// What a build says that it did.
@Suite struct BuildSummaryTests {
  private func summary(_ report: BuildReport) -> String {
    report.summary(output: "site", notesAreShown: false, in: .vi)
  }

  @Test func aFirstBuildListsNoFiles() async throws {
    let project = try TemporaryProject()
    let report = await project.build()
    let files = try #require(report.portals.first?.files)
    let text = summary(report)
    #expect(text.contains("dựng lần đầu: \(files) tệp"))
    #expect(!text.contains("Đã ghi"))
    #expect(
      report.summary(output: "site", notesAreShown: false, in: .en).contains(
        "built for the first time: \(files) files"))
  }

  @Test func namesARemovedFileOnceForAllPortals() async throws {
    let project = try TemporaryProject(copying: "three-portals")
    _ = await project.build()
    // Whoever put them there.
    for id in ["phuong", "quan", "truong"] { try project.write("x", to: "site/\(id)/anh.txt") }
    try project.remove("site/phuong/404.html")
    let text = summary(await project.build())
    #expect(text.contains("Đã xóa:\n  anh.txt (3 cổng)\n"))
    #expect(text.contains("Đã ghi:\n  404.html (phuong)\n"))
    let removed = try #require(text.firstRange(of: "Đã xóa")),
      written = try #require(text.firstRange(of: "Đã ghi"))
    #expect(removed.lowerBound < written.lowerBound)
  }

  @Test func namesTenFilesAndCountsTheRest() async throws {
    let project = try TemporaryProject()
    _ = await project.build()
    for number in 10..<23 { try project.write("x", to: "site/main/tep-\(number).txt") }
    let report = await project.build()
    #expect(report.portals.first?.removed.count == 13)
    let text = summary(report)
    #expect(text.contains("  tep-19.txt (main)\n  … và 3 tệp nữa\n"))
    #expect(!text.contains("tep-20.txt"))
  }

  @Test func namesPagesThatWaitForTheirDay() async throws {
    let project = try TemporaryProject()
    #expect(!summary(await project.build()).contains("chờ tới ngày đăng"))
    try project.write("---\ntitle: Sai năm\ndate: 2027-11-25\n---\n\nA.\n", to: "content/b.md")
    try project.write("---\ntitle: Hẹn\npublish_on: 2026-12-01\n---\n\nA.\n", to: "content/c.md")
    try project.write("---\ntitle: Nháp\ndraft: true\n---\n\nA.\n", to: "content/d.md")
    let report = await project.build()
    #expect(
      summary(report).contains(
        "2 trang chờ tới ngày đăng:\n  content/c.md: 01/12/2026\n  content/b.md: 25/11/2027\n"))
    #expect(report.waiting.map(\.day.iso) == ["2026-12-01", "2027-11-25"])
  }

  @Test func saysWhatIsBeingDoneInBothLanguages() {
    for stage in Stage.allCases { #expect(stage.words(in: .vi) != stage.words(in: .en)) }
  }
}
