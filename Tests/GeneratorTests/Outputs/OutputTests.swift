import Foundation
import Testing

@testable import Generator

/// The promises about what a build leaves on disk.
@Suite struct OutputTests {
  @Test(arguments: ["three-portals", "handbook-and-lists", "bundle"])
  func isTheSameOnOneWorkerAndOnFour(_ site: String) async throws {
    let first = try TemporaryProject(copying: site)
    let second = try TemporaryProject(copying: site)
    #expect(await first.build(workers: 1).errors == [])
    #expect(await second.build(workers: 4).errors == [])
    #expect(!first.published.isEmpty)
    #expect(first.published == second.published)
  }

  @Test func aSecondBuildWritesNothing() async throws {
    let project = try TemporaryProject(copying: "three-portals")
    #expect(await project.build().portals.allSatisfy { $0.written.count == $0.files && $0.isNew })
    let (files, times) = (project.published, try Self.times(of: project))
    let report = await project.build()
    #expect(report.portals.count == 3)
    #expect(report.portals.allSatisfy { $0.written.isEmpty && $0.removed.isEmpty && !$0.isNew })
    #expect(project.published == files)
    #expect(try Self.times(of: project) == times)
  }

  @Test func aChangedPageIsAllThatIsWritten() async throws {
    let project = try TemporaryProject()
    try project.write("---\ntitle: Một\n---\n\nCũ.\n", to: "content/mot.md")
    #expect(await project.build().errors == [])
    let times = try Self.times(of: project)
    try project.write("---\ntitle: Một\ndescription: Cũ.\n---\n\nMới.\n", to: "content/mot.md")
    let report = await project.build()
    #expect(report.portals.first?.written == ["mot.html"])
    let changed = try Self.times(of: project).filter { times[$0.key] != $0.value }.map(\.key)
    #expect(changed == ["main/mot.html"])
  }

  @Test func aRemovedPageTakesItsFilesAlong() async throws {
    let project = try TemporaryProject()
    try project.write("---\ntitle: Mục\n---\n", to: "content/muc/_index.md")
    try project.write("---\ntitle: Trang\n---\n\n[Tệp](tep.txt)\n", to: "content/muc/trang/index.md")
    try project.write("x", to: "content/muc/trang/tep.txt")
    #expect(await project.build().errors == [])
    #expect(Set(project.published.keys).isSuperset(of: ["main/muc/trang.html", "main/muc/trang/tep.txt"]))
    try project.remove("content/muc/trang")
    let report = await project.build()
    #expect(report.errors == [])
    #expect(report.portals.first?.removed == ["muc/trang.html", "muc/trang/tep.txt"])
    #expect(project.published["main/muc/trang.html"] == nil)
    #expect(!FileManager.default.fileExists(atPath: project.output + "/main/muc"), "an empty folder is left")
  }

  @Test func aForeignFileAmongThePublishedOnesIsStale() async throws {
    let project = try TemporaryProject()
    #expect(await project.build().errors == [])
    try project.write("x", to: "site/main/cu.html")
    #expect(await project.build().portals.first?.removed == ["cu.html"])
    #expect(project.published["main/cu.html"] == nil)
  }

  @Test func buildsThePortalsThatAreNamed() async throws {
    let project = try TemporaryProject(copying: "three-portals")
    #expect(await project.build(portals: ["phuong"]).portals.map(\.id) == ["phuong"])
    #expect(Set(project.published.keys.compactMap { $0.split(separator: "/").first }) == ["phuong"])
    let alone = project.published
    #expect(await project.build().errors == [])
    #expect(project.published.filter { $0.key.hasPrefix("phuong/") } == alone)
    let all = project.published
    #expect(await project.build(portals: ["truong"]).portals.map(\.id) == ["truong"])
    #expect(project.published == all)
  }

  @Test func refusesAPortalThatIsNotThere() async throws {
    let project = try TemporaryProject(copying: "three-portals")
    #expect(await project.build(portals: ["phuongg"]).errors == ["unknown-portal"])
    #expect(project.published.isEmpty)
  }

  /// To the nanosecond.
  private static func times(of project: TemporaryProject) throws -> [String: Int] {
    try Dictionary(
      uniqueKeysWithValues: project.published.keys.map { path in
        var info = stat()
        try #require(stat(project.output + "/" + path, &info) == 0)
        return (path, info.st_mtim.tv_sec * 1_000_000_000 + info.st_mtim.tv_nsec)
      })
  }
}
