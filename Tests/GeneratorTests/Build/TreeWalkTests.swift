import Foundation
import Testing

@testable import Files

@Suite struct TreeWalkTests {
  private let root = NSTemporaryDirectory() + "walk-\(UUID().uuidString)"

  init() throws {
    for path in ["b/2", "b/1/x", "a", "c/y", "khóa/z"] {
      let file = URL(filePath: root + "/" + path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data().write(to: file)
    }
    try FileManager.default.createSymbolicLink(atPath: root + "/d", withDestinationPath: "b")
  }

  /// - Parameter enters: whether a folder or a link is entered.
  private func walked(_ enters: (TreeWalk.Step) -> Bool) throws -> [String] {
    var walk = try TreeWalk(root)
    var paths: [String] = []
    while let step = walk.next() {
      paths.append(step.path)
      if step.entry.kind != .file, enters(step) { try walk.enter(step.path) }
    }
    return paths
  }

  @Test func aFolderComesBeforeWhatItHoldsInTheOrderOfNames() throws {
    defer { try? FileManager.default.removeItem(atPath: root) }
    #expect(
      try walked { $0.entry.kind == .folder } == [
        "a", "b", "b/1", "b/1/x", "b/2", "c", "c/y", "d", "khóa", "khóa/z",
      ])
  }

  @Test func whatIsNotEnteredIsNotListed() throws {
    defer { try? FileManager.default.removeItem(atPath: root) }
    #expect(
      try walked { $0.entry.kind == .link } == ["a", "b", "c", "d", "d/1", "d/2", "khóa"])
  }

  @Test func aFolderThatIsGoneIsToldAndTheWalkGoesOn() throws {
    defer { try? FileManager.default.removeItem(atPath: root) }
    var walk = try TreeWalk(root)
    var failed: [String] = []
    var paths: [String] = []
    while let step = walk.next() {
      paths.append(step.path)
      guard step.entry.kind == .folder else { continue }
      if step.path == "b" { try FileManager.default.removeItem(atPath: root + "/b") }
      do throws(Disk.Failure) { try walk.enter(step.path) } catch { failed.append(step.path) }
    }
    #expect(failed == ["b"] && paths == ["a", "b", "c", "c/y", "d", "khóa", "khóa/z"])
    #expect(throws: Disk.Failure.self) { try TreeWalk(root + "/khong-co") }
  }
}
