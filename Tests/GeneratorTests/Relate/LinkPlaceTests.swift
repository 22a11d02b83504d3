import Foundation
import ProblemCodes
import Testing

@testable import Files
@testable import Generator

/// What lies on disk where it should not: links out of the project, names and folders that cannot be read.
@Suite struct LinkPlaceTests {
  private static let isRoot = geteuid() == 0

  /// A sound project, spoiled.
  private func errors(_ spoil: (TemporaryProject) throws -> Void) async throws -> [String] {
    let project = try TemporaryProject()
    try spoil(project)
    let report = await project.build()
    #expect(!report.hasErrors || project.published.isEmpty)
    return report.errors
  }

  @Test(arguments: [
    "themes/plain/assets/leak.txt", "themes/plain/partials/leak.mustache", "themes/plain/words/leak.yaml",
    "content/leak.txt",
  ])
  func refusesAFileFromOutside(_ path: String) async throws {
    #expect(
      try await errors { project in
        try project.write("a", to: path)
        try project.remove(path)
        try project.link(path, to: "/etc/hostname")
      }.contains {
        $0 == "link-outside" || $0 == "file-unreadable"
      })
  }

  @Test(arguments: ["themes/plain", "themes/plain/layouts", "themes/plain/assets", "content", "content/muc"])
  func refusesAFolderFromOutside(_ path: String) async throws {
    let outside = FileManager.default.temporaryDirectory.appending(path: "vungxanh-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: outside) }
    let found = try await errors { project in
      if FileManager.default.fileExists(atPath: project.root + "/" + path) {
        try FileManager.default.moveItem(atPath: project.root + "/" + path, toPath: outside)
      } else {
        try FileManager.default.createDirectory(atPath: outside, withIntermediateDirectories: true)
      }
      try project.link(path, to: outside)
    }
    #expect(found.contains("link-outside"))
  }

  /// A draft's text, or what site.yaml says, would go out under another name.
  @Test(arguments: ["bai.md", "site.yaml"]) func refusesALinkToAFileOfTheContent(_ target: String)
    async throws
  {
    let found = try await errors { project in
      try project.write("---\ntitle: Nháp\ndraft: true\n---\n", to: "content/bai.md")
      try project.link("content/g.txt", to: target)
      try project.write("---\ntitle: Bài\n---\n\n[x](g.txt)\n", to: "content/khac.md")
    }
    #expect(found.contains("link-repeats"))
  }

  /// As docs/ shares the themes of the repository around it; what is in them may not lead further.
  @Test func projectsMayShareTheirThemes() async throws {
    let other = try TemporaryProject()
    #expect(
      try await errors { project in
        try project.remove("themes")
        try project.link("themes", to: other.root + "/themes")
      } == [])
    try other.write("a", to: "themes/plain/assets/a.txt")
    try other.link("themes/plain/assets/leak.txt", to: "/etc/hostname")
    #expect(
      try await errors { project in
        try project.remove("themes")
        try project.link("themes", to: other.root + "/themes")
      }.contains("link-outside"))
  }

  @Test func refusesAPortalFromOutside() async throws {
    let other = try TemporaryProject()
    try other.write(TemporaryProject.portal, to: "c/portal.yaml")
    let found = try await errors { project in
      try project.write("name: A\ntheme: plain\n", to: "content/site.yaml")
      try project.write(TemporaryProject.portal, to: "content/portals/a/portal.yaml")
      try project.link("content/portals/c", to: other.root + "/c")
    }
    #expect(found == ["link-outside"])
  }

  @Test(arguments: ["../plain", "a/../../x", "..", ".an", ""]) func aThemeIsAFolderOfThemes(_ name: String)
    async throws
  {
    let found = try await errors {
      try $0.write(
        TemporaryProject.portal.replacing("theme: plain", with: "theme: \"\(name)\""), to: "content/site.yaml"
      )
    }
    #expect(found.contains("bad-theme-name"))
  }

  @Test func linksWithinTheProjectAreFollowed() async throws {
    let project = try TemporaryProject()
    try project.write("---\ntitle: Mục\n---\n", to: "chung/_index.md")
    try project.link("content/muc", to: "../chung")
    try project.write("---\ntitle: A\n---\n\n[tệp](b.txt)\n", to: "content/a.md")
    try project.write("chữ", to: "chung.txt")
    try project.link("content/b.txt", to: "../chung.txt")
    #expect(await project.build().errors == [])
    #expect(project.published["main/muc.html"] != nil)
    #expect(project.published["main/b.txt"] == Data("chữ".utf8))
  }

  @Test func aFolderIsReadOnce() async throws {
    #expect(
      try await errors {
        try $0.write("---\ntitle: Mục\n---\n", to: "content/muc/_index.md")
        try $0.link("content/khac", to: "muc")
      } == ["link-repeats"])
    #expect(
      try await errors {
        try $0.write("---\ntitle: Mục\n---\n", to: "chung/_index.md")
        try $0.link("content/mot", to: "../chung")
        try $0.link("content/hai", to: "../chung")
      } == ["link-repeats"])
    #expect(try await errors { try $0.link("content/len", to: "..") } == ["link-loop"])
  }

  @Test func foldersHaveADepth() async throws {
    let deep = String(repeating: "d/", count: 70)
    #expect(try await errors { try $0.write("a", to: "content/\(deep)a.txt") } == ["folders-too-deep"])
  }

  @Test func anAssetExchangedForALinkIsNotRead() async throws {
    let project = try TemporaryProject()
    try project.write("ảnh", to: "content/a.txt")
    var discovery = Discovery(root: project.root, substitutes: .none)
    discovery.run(portals: [])
    let file = try #require(discovery.tree.assets.values.first)
    #expect(try file.read() == Array("ảnh".utf8))
    try project.remove("content/a.txt")
    try project.link("content/a.txt", to: "/etc/hostname")
    #expect(throws: Disk.Failure.self) { try file.read() }
    #expect(throws: Disk.Failure.self) { try file.readStart(limit: 8) }
  }

  @Test(.timeLimit(.minutes(1))) func aThemeHoldsOnlyFiles() async throws {
    #expect(
      try await errors { mkfifo($0.root + "/themes/plain/partials/ong.mustache", 0o644) } == [
        "file-not-regular"
      ])
    #expect(
      try await errors {
        try $0.write("a", to: "themes/plain/assets")
      } == ["folder-unreadable"])
  }

  @Test func aNameThatIsNotUTF8() async throws {
    #expect(
      try await errors { project in
        let name = Array((project.root + "/content/a").utf8).map { CChar(bitPattern: $0) } + [-1, 0]
        close(open(name, O_CREAT | O_WRONLY, 0o644))
      } == ["name-not-utf8"])
  }

  @Test(.disabled(if: isRoot, "root reads everything")) func foldersThatMayNotBeRead() async throws {
    for folder in ["content/portals", "themes/plain/partials"] {
      let project = try TemporaryProject()
      try FileManager.default.createDirectory(
        atPath: project.root + "/" + folder, withIntermediateDirectories: true)
      chmod(project.root + "/" + folder, 0)
      defer { chmod(project.root + "/" + folder, 0o755) }
      let unreadable = await project.build().diagnostics.filter {
        $0.problem.code == "folder-unreadable"
      }
      #expect(unreadable.map(\.path).contains(folder))
    }
  }
}
