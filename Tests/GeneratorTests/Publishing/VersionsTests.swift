import Diagnostics
import Foundation
import ProblemCodes
import Testing

@testable import Files
@testable import Generator
@testable import Publishing

/// Versions that are kept, and the way back to them.
@Suite struct VersionsTests {
  /// A project with a home page that says a number, published with 1 to `last`.
  private func published(_ last: Int) async throws -> TemporaryProject {
    let project = try TemporaryProject()
    for number in 1...last { try await publish(number, in: project) }
    return project
  }

  private func publish(_ number: Int, in project: TemporaryProject) async throws {
    try project.write("---\ntitle: Trang chủ\n---\n\nSố \(number).\n", to: "content/_index.md")
    #expect(await project.build(author: "ai\t\(number)").errors == [])
  }

  private func back(
    _ project: TemporaryProject, portals: [String] = [], to run: Int? = nil
  ) async -> (done: [Return], problems: [Diagnostic]) {
    var publisher = Publisher(output: project.output)
    defer { publisher.close() }
    var problems: [Diagnostic] = []
    let done = await publisher.back(
      portals, to: run, time: 1_795_600_000, author: "minh", workers: 2, problems: &problems)
    return (done, problems)
  }

  private func home(_ project: TemporaryProject) -> String {
    let text = String(decoding: project.published["main/index.html"] ?? Data(), as: UTF8.self)
    return text.firstMatch(of: /Số (\d+)/).map { String($0.1) } ?? "none"
  }

  @Test func threeAreKept() async throws {
    let project = try await published(6)
    let versions = Versions(of: project.output)
    #expect(versions.kept("main").map(\.run) == [5, 4, 3])
    let live = try #require(versions.live("main"))
    #expect(live.run == 6 && live.author == "ai6" && live.time == 1_795_500_000 && live.origin == .build)
    #expect(live.changedPages == 1)
    #expect(versions.portals == ["main"])
  }

  @Test func theyTakeNoSpaceForWhatTheyShare() async throws {
    let project = try await published(5)
    let first = try #require(FileIdentity(of: project.output + "/main/robots.txt"))
    for run in 2...4 {
      let kept = FileIdentity(of: project.versions + "/main/\(run)/robots.txt")
      #expect(kept == first)
    }
  }

  @Test func nobodyElseMayReadThem() async throws {
    let project = try await published(2)
    let folder = project.root + "/.vungxanh-site"
    let mode = try FileManager.default.attributesOfItem(atPath: folder)[.posixPermissions] as? Int
    #expect(mode == 0o700)
  }

  @Test func eachStepGoesFurtherBack() async throws {
    let project = try await published(5)
    #expect(await back(project).done.map(\.version.run) == [4])
    #expect(home(project) == "4")
    #expect(await back(project).done.map(\.version.run) == [3])
    #expect(home(project) == "3")
    let live = try #require(Versions(of: project.output).live("main"))
    #expect(live.origin == .back(to: 3) && live.author == "minh" && live.changedPages == 1)
  }

  @Test func theWayBackCanBeTakenBack() async throws {
    let project = try await published(3)
    let before = project.published
    _ = await back(project)
    #expect(await back(project, to: 3).done.map(\.version.run) == [3])
    #expect(project.published == before)
    // The build that follows finds what it left.
    let report = await project.build()
    #expect(report.errors == [] && report.portals.first?.written == [])
  }

  @Test func theNextBuildPublishesContentAgain() async throws {
    let project = try await published(3)
    let before = project.published
    _ = await back(project)
    #expect(project.published != before)
    #expect(await project.build().portals.first?.written == ["index.html"])
    #expect(project.published == before)
  }

  @Test func onlyPortalsOfTheLastRunGoBackByThemselves() async throws {
    let project = try await DressedProject().files
    #expect(await project.build().errors == [])
    try project.write("---\ntitle: Riêng\n---\n\nB.\n", to: "content/portals/b/muc/rieng.md")
    #expect(await project.build().portals.filter { !$0.written.isEmpty }.map(\.id) == ["b"])
    #expect(await back(project).done.map(\.portal) == ["b"])
    #expect(project.published["b/muc/rieng.html"] == nil)
    // As all were after the first run.
    #expect(await back(project, to: 1).done.map(\.portal) == ["a", "b"])
    #expect(project.published["a/muc/cu.html"] != nil && project.published["b/muc/cu.html"] != nil)
  }

  @Test func thereMayBeNoneToGoBackTo() async throws {
    let project = try await published(1)
    let (done, problems) = await back(project)
    #expect(done.isEmpty && problems.map(\.problem.met.code) == ["no-version"])
    for number in 2...7 { try await publish(number, in: project) }
    let before = project.published
    let tooFar = await back(project, to: 2)
    #expect(tooFar.problems.map(\.problem.code) == ["no-version"])
    #expect(tooFar.problems.first?.problem.report.vi.remedy.contains("4, 5, 6, 7") == true)
    #expect(project.published == before)
    // It is as after run 9 already, for there was none.
    let nothing = await back(project, to: 9)
    #expect(nothing.done.isEmpty && nothing.problems.isEmpty)
  }

  @Test func aVersionOfAnOlderProgramIsKeptAsWell() async throws {
    let project = try await published(1)
    try project.remove(".vungxanh-site")
    try await publish(2, in: project)
    let versions = Versions(of: project.output)
    #expect(versions.kept("main").map(\.origin) == [.unknown])
    #expect(await back(project).done.count == 1)
    #expect(home(project) == "1")
  }

  @Test(arguments: ["", "vungxanh versions 1\nrác\n1\tmain\tx\t\t\t\t\t\t\t\t\n", "\u{0}\u{1}\u{2}"])
  func aDamagedRecordLosesNoVersion(_ text: String) async throws {
    let project = try await published(3)
    try project.write(text, to: ".vungxanh-site/versions/ledger")
    #expect(Versions(of: project.output).kept("main").map(\.run) == [2, 1])
    try await publish(4, in: project)
    let kept = Versions(of: project.output).kept("main")
    #expect(kept.count == 3)
    #expect(await back(project).done.count == 1)
    #expect(home(project) == "3")
  }

  @Test func whatWasReplacedFileByFileIsNoVersionAnyMore() async throws {
    let project = try await published(2)
    try project.write("---\ntitle: Trang chủ\n---\n\nSố 3.\n", to: "content/_index.md")
    #expect(await project.build(inPlace: true).errors == [])
    #expect(Versions(of: project.output).live("main") == nil)
    #expect(await back(project).done.map(\.version.run) == [1])
    #expect(home(project) == "1")
    #expect(await back(project, to: 2).problems.isEmpty)
    #expect(home(project) == "3")
  }

  /// Killed between the exchange and the moment when the old folder is put away.
  @Test func aKilledRunLosesNoVersion() async throws {
    let project = try await published(3)
    let folder = project.versions + "/main"
    try FileManager.default.moveItem(atPath: folder + "/2", toPath: folder + "/next")
    #expect(await back(project).done.map(\.version.run) == [2])
    #expect(home(project) == "2")
  }

  /// Killed between the record and the exchange.
  @Test func aRunThatNeverPublishedIsNoVersion() async throws {
    let project = try await published(2)
    try project.write("---\ntitle: Trang chủ\n---\n\nSố 3.\n", to: "content/_index.md")
    let report = await project.build { _ throws(Disk.Failure) in throw Disk.Failure(path: "x", code: EIO) }
    #expect(report.errors == ["cannot-write"])
    #expect(Versions(of: project.output).live("main")?.run == 2)
    #expect(Versions(of: project.output).kept("main").map(\.run) == [1])
    #expect(await project.build().errors == [])
    #expect(home(project) == "3")
    #expect(await back(project).done.count == 1)
    #expect(home(project) == "2")
  }
}
