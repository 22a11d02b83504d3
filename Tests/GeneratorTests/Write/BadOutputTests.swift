import Foundation
import Testing

@testable import Generator

/// Places that cannot be written: nothing is half done, and an earlier site stays as it was.
@Suite struct BadOutputTests {
  private static let isRoot = geteuid() == 0
  /// Root in a container may not mount.
  private static let canMount: Bool = {
    guard isRoot, let disk = try? SmallDisk() else { return false }
    return disk.isMounted
  }()

  @Test(.enabled(if: canMount, "only root can mount a small disk")) func survivesAFullDisk() async throws {
    let disk = try SmallDisk()
    let project = try TemporaryProject()
    project.output = disk.path + "/site"
    #expect(await project.build().errors == [])
    let before = project.published
    try project.write([UInt8](repeating: 7, count: 2 << 20), to: "content/to.bin")
    try project.write("---\ntitle: Mới\n---\n\n[Tệp](to.bin)\n", to: "content/moi.md")
    let report = await project.build()
    #expect(report.errors == ["cannot-write"])
    #expect(project.printed(report).contains("ổ đĩa hết chỗ"))
    #expect(project.published == before)
    try project.write("---\ntitle: Mới\n---\n", to: "content/moi.md")
    #expect(await project.build().errors == [])
    #expect(project.published["main/moi.html"] != nil)
  }

  @Test(.enabled(if: canMount, "only root can mount a small disk")) func refusesAReadOnlyDisk() async throws {
    let disk = try SmallDisk()
    let project = try TemporaryProject()
    project.output = disk.path + "/site"
    #expect(await project.build().errors == [])
    let before = project.published
    try #require(disk.makeReadOnly())
    try project.write("---\ntitle: Mới\n---\n", to: "content/moi.md")
    let report = await project.build()
    #expect(report.errors == ["cannot-write"])
    #expect(project.printed(report).contains("ổ đĩa chỉ cho đọc"))
    #expect(project.published == before)
  }

  @Test(.disabled(if: isRoot, "root writes everywhere")) func refusesAFolderItMayNotWrite() async throws {
    let project = try TemporaryProject()
    try FileManager.default.createDirectory(atPath: project.output, withIntermediateDirectories: true)
    chmod(project.output, 0o555)
    defer { chmod(project.output, 0o755) }
    #expect(await project.build().errors == ["cannot-write"])
    #expect(project.published.isEmpty)
  }

  @Test func refusesAFileWhereTheOutputGoes() async throws {
    let project = try TemporaryProject()
    try project.write("x", to: "site")
    #expect(await project.build().errors == ["cannot-write"])
  }

  @Test(arguments: ["content", "content/site", "content/a/b", "themes/plain/site"])
  func refusesAnOutputAmongTheSources(_ folder: String) async throws {
    let project = try TemporaryProject()
    project.output = project.root + "/" + folder
    let before = TemporaryProject.files(in: project.root)
    #expect(await project.build().errors == ["output-overlaps-input"])
    #expect(TemporaryProject.files(in: project.root) == before)
  }

  @Test func refusesAFolderThatItDidNotMake() async throws {
    let project = try TemporaryProject()
    try project.write("của người khác", to: "site/main/quan-trong.txt")
    #expect(await project.build().errors == ["foreign-folder"])
    #expect(Array(project.published.keys) == ["main/quan-trong.txt"])
  }
}

/// A file system of half a megabyte in memory, unmounted with the value that names it.
private final class SmallDisk {
  let path = FileManager.default.temporaryDirectory.appending(path: "vungxanh-disk-\(UUID().uuidString)").path
  private(set) var isMounted = false

  init() throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    isMounted = Self.run("mount", "-t", "tmpfs", "-o", "size=512k", "vungxanh", path)
  }

  func makeReadOnly() -> Bool { Self.run("mount", "-o", "remount,ro", path) }

  private static func run(_ command: String...) -> Bool {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }

  deinit {
    if isMounted { _ = Self.run("umount", path) }
    try? FileManager.default.removeItem(atPath: path)
  }
}
