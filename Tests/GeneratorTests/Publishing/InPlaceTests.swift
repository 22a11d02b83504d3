import Diagnostics
import Foundation
import Synchronization
import Testing

@testable import Files
@testable import Generator
@testable import Publishing

/// Files that take their places one by one: in which order, and what a run says that cannot go on.
@Suite struct InPlaceTests {
  @Test func noPageEverNamesAStyleSheetThatIsNotThere() async throws {
    let project = try await DressedProject().files
    let output = project.output
    let steps = Mutex<[PublishingStep]>([])
    let missing = Mutex<[String]>([])
    let report = await project.build(inPlace: true) { step in
      steps.withLock { $0.append(step) }
      missing.withLock { $0 += DressedProject.missingStyles(in: output) }
    }
    #expect(report.errors == [])
    #expect(missing.withLock { $0 } == [])
    #expect(DressedProject.missingStyles(in: output) == [])
    let taken = steps.withLock { $0 }
    #expect(taken.contains(.put("muc/bai.html", portal: "b")), "the pages changed")
    // Removals after every page of every portal, a home page after the pages below it.
    let lastPut = try #require(taken.lastIndex { if case .put = $0 { true } else { false } })
    let firstRemoval = try #require(taken.firstIndex { if case .remove = $0 { true } else { false } })
    #expect(lastPut < firstRemoval)
    let home = try #require(taken.firstIndex(of: .put("index.html", portal: "a")))
    let deep = try #require(taken.firstIndex(of: .put("muc/bai.html", portal: "b")))
    let section = try #require(taken.firstIndex(of: .put("muc.html", portal: "b")))
    #expect(deep < section && section < home)
  }

  @Test func saysWhichPortalsAreNewAfterAFailureInTheMiddle() async throws {
    let project = try await DressedProject().files
    let before = project.published
    let report = await project.build(inPlace: true) { step throws(Disk.Failure) in
      if step == .put("index.html", portal: "b") {
        throw Disk.Failure(path: "site/b/index.html", code: EACCES)
      }
    }
    #expect(report.errors == ["half-published"])
    #expect(report.isHalfPublished)
    #expect(project.printed(report).contains("cổng mới một phần: a, b"))
    #expect(!report.failure(in: .vi).contains("Chưa đăng gì"))
    #expect(project.published != before)
    #expect(await project.build(inPlace: true).errors == [])
    let healed = project.published
    try project.remove("site")
    _ = await project.build(inPlace: true)
    #expect(project.published == healed)
  }

  @Test func tellsNewFromOldPortals() async throws {
    let project = try await DressedProject().files
    let report = await project.build(inPlace: true) { step throws(Disk.Failure) in
      if case .remove(let path, "b") = step, path.hasPrefix("assets/") {
        throw Disk.Failure(path: "site/b/x", code: EIO)
      }
    }
    #expect(project.printed(report).contains("cổng đã mới: a; cổng mới một phần: b"))
  }

  @Test func aFailureOfTheFirstStepChangesNothing() async throws {
    let project = try await DressedProject().files
    let before = project.published
    let report = await project.build(inPlace: true) { _ throws(Disk.Failure) in
      throw Disk.Failure(path: "x", code: EROFS)
    }
    #expect(report.errors == ["cannot-write"])
    #expect(!report.isHalfPublished)
    #expect(project.published == before)
  }

  @Test func aFolderInAFilesPlaceStopsItBeforeAnythingMoves() async throws {
    let project = try await DressedProject().files
    try project.write("---\ntitle: Mới\n---\n\nA.\n", to: "content/muc/moi.md")
    let folder = project.output + "/b/muc/moi.html"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let before = project.published
    let report = await project.build(inPlace: true)
    #expect(report.errors == ["in-the-way"])
    #expect(report.diagnostics.first?.path.hasSuffix("b/muc/moi.html") == true)
    #expect(project.published == before)
    try FileManager.default.removeItem(atPath: folder)
    #expect(await project.build(inPlace: true).errors == [])
  }

  @Test func aFileMayBecomeAFolderAndBack() async throws {
    let project = try TemporaryProject()
    try project.write("x", to: "content/tep")
    try project.writeHome(linkingTo: ["tep"])
    #expect(await project.build(inPlace: true).errors == [])
    try project.remove("content/tep")
    try project.write("y", to: "content/tep/trong/y.txt")
    try project.writeHome(linkingTo: ["tep/trong/y.txt"])
    #expect(await project.build(inPlace: true).errors == [])
    #expect(project.published["main/tep/trong/y.txt"] == Data("y".utf8))
    try project.remove("content/tep")
    try project.write("z", to: "content/tep")
    try project.writeHome(linkingTo: ["tep"])
    #expect(await project.build(inPlace: true).errors == [])
    #expect(project.published["main/tep"] == Data("z".utf8))
  }
}
