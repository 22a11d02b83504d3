import Foundation
import TestTraits
import Testing

@testable import Files
@testable import Preview

/// What inotify tells, in a folder of its own for each test.
@Suite(.slow) struct WatcherTests {
  private let root = FileManager.default.temporaryDirectory.appending(path: "watch-\(UUID().uuidString)")

  private func write(_ text: String, to path: String, atomically: Bool = false) throws {
    let file = root.appending(path: path)
    let folder = file.deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try text.write(to: file, atomically: atomically, encoding: .utf8)
  }

  /// All that is told from now on until nothing more is for a while.
  private func changes(of watcher: Watcher, after act: () throws -> Void) async throws -> Set<String> {
    try act()
    let told = Task {
      var all: Set<String> = []
      for await paths in watcher.changes { all.formUnion(paths) }
      return all
    }
    try await Task.sleep(for: .milliseconds(250))
    told.cancel()
    return await told.value
  }

  @Test func aSavedFileIsTold() async throws {
    try write("một", to: "content/a/b.md")
    let watcher = try Watcher(root: root.path, folders: ["content", "themes"])
    #expect(try await changes(of: watcher) { try write("hai", to: "content/a/b.md") } == ["content/a/b.md"])
  }

  @Test func aFileThatTakesAnothersPlaceIsTold() async throws {
    try write("một", to: "content/b.md")
    let watcher = try Watcher(root: root.path, folders: ["content"])
    let told = try await changes(of: watcher) { try write("hai", to: "content/b.md", atomically: true) }
    #expect(told.contains("content/b.md"))
  }

  @Test func whatIsInANewFolderIsTold() async throws {
    try write("một", to: "content/b.md")
    let watcher = try Watcher(root: root.path, folders: ["content"])
    let first = try await changes(of: watcher) { try write("hai", to: "content/mới/sâu/c.md") }
    #expect(first.contains("content/mới"))
  }

  @Test func aFolderMadeLaterIsWatched() async throws {
    try write("một", to: "content/b.md")
    let watcher = try Watcher(root: root.path, folders: ["content"])
    try write("hai", to: "content/mới/c.md")
    try await Task.sleep(for: .milliseconds(100))
    #expect(
      try await changes(of: watcher) { try write("ba", to: "content/mới/c.md") }.contains("content/mới/c.md"))
  }

  @Test func removalIsTold() async throws {
    try write("một", to: "content/b.md")
    let watcher = try Watcher(root: root.path, folders: ["content"])
    let told = try await changes(of: watcher) {
      try FileManager.default.removeItem(at: root.appending(path: "content/b.md"))
    }
    #expect(told == ["content/b.md"])
  }

  @Test func aTopFolderThatComesBackIsWatched() async throws {
    try write("một", to: "content/b.md")
    let watcher = try Watcher(root: root.path, folders: ["content"])
    try FileManager.default.removeItem(at: root.appending(path: "content"))
    try write("hai", to: "content/b.md")
    try write("x", to: "site/b.html")
    try await Task.sleep(for: .milliseconds(100))
    let told = try await changes(of: watcher) { try write("ba", to: "content/b.md") }
    #expect(told.contains("content/b.md") && !told.contains { $0.hasPrefix("site") })
  }

  @Test func editorsOwnFilesAreNotTold() async throws {
    try write("một", to: "content/b.md")
    let watcher = try Watcher(root: root.path, folders: ["content"])
    #expect(try await changes(of: watcher) { try write("x", to: "content/.b.md.swp") }.isEmpty)
  }

  @Test func whatALinkLeadsToIsTold() async throws {
    try write("một", to: "content/b.md")
    try write("một", to: "sổ tay.md")
    let link = root.appending(path: "content/so-tay.md").path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "../sổ tay.md")
    for atomically in [false, true] {
      let watcher = try Watcher(root: root.path, folders: ["content"])
      let told = try await changes(of: watcher) { try write("hai", to: "sổ tay.md", atomically: atomically) }
      #expect(told == ["content/so-tay.md"])
    }
  }

  @Test func foldersThatLeadIntoEachOtherEnd() throws {
    try write("một", to: "content/a/b.md")
    let link = root.appending(path: "content/a/vòng").path
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: root.appending(path: "content").path)
    _ = try Watcher(root: root.path, folders: ["content"])
  }
}
