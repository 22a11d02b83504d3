import Diagnostics
import Foundation
import Synchronization
import Testing

@testable import Files
@testable import Generator

/// In which order files take their places, and what a run says that cannot go on.
@Suite struct PublishingTests {
  /// Two portals with a style sheet each page names, published once, then changed throughout.
  private func changedProject() async throws -> TemporaryProject {
    let project = try TemporaryProject(copying: nil)
    try project.write("name: Mẫu\ntheme: plain\nmain_portal: a\n", to: "content/site.yaml")
    for id in ["a", "b"] {
      let own = TemporaryProject.portal.split(separator: "\n").filter { !$0.hasPrefix("theme") }
        .joined(separator: "\n").replacing("mau.example", with: "\(id).example")
      try project.write(own + "\n", to: "content/portals/\(id)/portal.yaml")
    }
    try project.write("---\ntitle: Trang chủ\n---\n\nChào.\n", to: "content/_index.md")
    try project.write("---\ntitle: Mục\n---\n", to: "content/muc/_index.md")
    try project.write("---\ntitle: Bài\n---\n\nA.\n", to: "content/muc/bai.md")
    try project.write("---\ntitle: Cũ\n---\n\nA.\n", to: "content/muc/cu.md")
    try dress(project, "body { color: black }")
    let first = await project.build()
    #expect(first.errors == [], "\(project.printed(first))")
    try dress(project, "body { color: navy }")
    try project.remove("content/muc/cu.md")
    return project
  }

  private func dress(_ project: TemporaryProject, _ style: String) throws {
    try project.write(style, to: "themes/plain/assets/style.css")
    let layout = "<link href=\"/{{#assets}}{{style_css}}{{/assets}}\"><title>{{title}}</title>"
    try project.write(layout, to: "themes/plain/layouts/page.mustache")
  }

  /// Style sheets that published pages name and that are not there.
  private static func missingStyles(in output: String) -> [String] {
    let files = TemporaryProject.files(in: output).filter { !$0.key.hasPrefix(".vungxanh") }
    return files.compactMap { path, data in
      guard let found = String(decoding: data, as: UTF8.self).firstMatch(of: /<link href="\/([^"]+)"/),
        let portal = path.split(separator: "/").first
      else { return nil }
      return files["\(portal)/\(found.1)"] == nil ? "\(path) names \(found.1)" : nil
    }
  }

  @Test func noPageEverNamesAStyleSheetThatIsNotThere() async throws {
    let project = try await changedProject()
    let output = project.output
    let steps = Mutex<[PublishingStep]>([])
    let missing = Mutex<[String]>([])
    let report = await project.build { step in
      steps.withLock { $0.append(step) }
      missing.withLock { $0 += Self.missingStyles(in: output) }
    }
    #expect(report.errors == [])
    #expect(missing.withLock { $0 } == [])
    #expect(Self.missingStyles(in: output) == [])
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
    let project = try await changedProject()
    let before = project.published
    let report = await project.build { step throws(Disk.Failure) in
      if step == .put("index.html", portal: "b") {
        throw Disk.Failure(path: "site/b/index.html", code: EACCES)
      }
    }
    #expect(report.errors == ["half-published"])
    #expect(report.isHalfPublished)
    #expect(project.printed(report).contains("cổng mới một phần: a, b"))
    #expect(!report.failure(in: .vi).contains("Chưa đăng gì"))
    #expect(project.published != before)
    #expect(await project.build().errors == [])
    let healed = project.published
    try project.remove("site")
    _ = await project.build()
    #expect(project.published == healed)
  }

  @Test func tellsNewFromOldPortals() async throws {
    let project = try await changedProject()
    let report = await project.build { step throws(Disk.Failure) in
      if case .remove(let path, "b") = step, path.hasPrefix("assets/") {
        throw Disk.Failure(path: "site/b/x", code: EIO)
      }
    }
    #expect(project.printed(report).contains("cổng đã mới: a; cổng mới một phần: b"))
  }

  @Test func aFailureOfTheFirstStepChangesNothing() async throws {
    let project = try await changedProject()
    let before = project.published
    let report = await project.build { _ throws(Disk.Failure) in throw Disk.Failure(path: "x", code: EROFS) }
    #expect(report.errors == ["cannot-write"])
    #expect(!report.isHalfPublished)
    #expect(project.published == before)
  }

  @Test func aFolderInAFilesPlaceStopsItBeforeAnythingMoves() async throws {
    let project = try await changedProject()
    try project.write("---\ntitle: Mới\n---\n\nA.\n", to: "content/muc/moi.md")
    let folder = project.output + "/b/muc/moi.html"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let before = project.published
    let report = await project.build()
    #expect(report.errors == ["in-the-way"])
    #expect(report.diagnostics.first?.path.hasSuffix("b/muc/moi.html") == true)
    #expect(project.published == before)
    try FileManager.default.removeItem(atPath: folder)
    #expect(await project.build().errors == [])
  }

  @Test func aFileMayBecomeAFolderAndBack() async throws {
    let project = try TemporaryProject()
    try project.write("x", to: "content/tep")
    try project.writeHome(linkingTo: ["tep"])
    #expect(await project.build().errors == [])
    try project.remove("content/tep")
    try project.write("y", to: "content/tep/trong/y.txt")
    try project.writeHome(linkingTo: ["tep/trong/y.txt"])
    #expect(await project.build().errors == [])
    #expect(project.published["main/tep/trong/y.txt"] == Data("y".utf8))
    try project.remove("content/tep")
    try project.write("z", to: "content/tep")
    try project.writeHome(linkingTo: ["tep"])
    #expect(await project.build().errors == [])
    #expect(project.published["main/tep"] == Data("z".utf8))
  }

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
    let project = try await changedProject()
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
