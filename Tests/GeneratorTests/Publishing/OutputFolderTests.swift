import Diagnostics
import Foundation
import Synchronization
import Testing

@testable import Files
@testable import Generator
@testable import Publishing

/// What a build leaves alone in its output, and how it knows what is its own.
@Suite struct OutputFolderTests {
  @Test func whatIsWellKnownStays() async throws {
    let project = try TemporaryProject()
    #expect(await project.build().errors == [])
    try project.write("Contact: x", to: "site/main/.well-known/security.txt")
    try project.write("x", to: "site/main/google123.html")
    let report = await project.build()
    #expect(report.portals.first?.removed == ["google123.html"])
    #expect(project.published["main/.well-known/security.txt"] != nil)
  }

  // MARK: The marker

  @Test func aKilledFirstBuildIsHealedByTheNext() async throws {
    let project = try await DressedProject().files
    let marker = project.output + "/.vungxanh"
    // As if there had never been a portal: what counts is what the marker says when the first folder is moved.
    try project.remove("site")
    let texts = Mutex<[String]>([])
    let report = await project.build { _ in
      texts.withLock { $0.append((try? String(contentsOfFile: marker, encoding: .utf8)) ?? "") }
    }
    #expect(report.errors == [])
    #expect(texts.withLock { $0 } == ["a\nb\n", "a\nb\n"])
  }

  @Test func anAddedPortalIsListedBesideTheOldBeforeItIsMoved() async throws {
    let project = try TemporaryProject(copying: "three-portals")
    #expect(await project.build(portals: ["phuong"]).errors == [])
    let marker = project.output + "/.vungxanh"
    let first = Mutex<String?>(nil)
    #expect(
      await project.build(portals: ["truong"]) { _ in
        let text = try? String(contentsOfFile: marker, encoding: .utf8)
        first.withLock { $0 = $0 ?? text }
      }.errors == [])
    #expect(first.withLock { $0 } == "phuong\ntruong\n")
  }

  @Test func aMarkerThatCannotBeReadIsNoForeignFolder() async throws {
    let project = try TemporaryProject()
    #expect(await project.build().errors == [])
    try project.remove("site/.vungxanh")
    try FileManager.default.createDirectory(
      atPath: project.output + "/.vungxanh", withIntermediateDirectories: true)
    #expect(await project.build().errors == ["marker-unreadable"])
  }

  @Test func theLockHoldsWhileTheMarkerIsReplaced() async throws {
    let project = try TemporaryProject()
    let path = project.output + "/" + Publisher.lockName
    let isLocked = Mutex<Bool?>(nil)
    _ = await project.build { _ in isLocked.withLock { $0 = Disk.isLocked(path) } }
    #expect(isLocked.withLock { $0 } == true)
    #expect(!Disk.isLocked(path))
  }
}
