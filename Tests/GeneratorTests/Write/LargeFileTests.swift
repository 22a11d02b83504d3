import Foundation
import Testing

@testable import Files
@testable import Generator

/// Files of the content tree that are copied as they are, in pieces.
@Suite struct LargeFileTests {
  /// Longer than a piece, and no multiple of it.
  private static let long = (0..<(5 << 19) + 7).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ $0 >> 9) }

  @Test func isCopiedWholeAndFoundTheSame() async throws {
    let project = try TemporaryProject()
    try project.write(Self.long, to: "content/phim.mp4")
    try project.write([], to: "content/rong.txt")
    try project.writeHome(linkingTo: ["phim.mp4", "rong.txt"])
    #expect(await project.build().errors == [])
    #expect(project.published["main/phim.mp4"] == Data(Self.long))
    #expect(project.published["main/rong.txt"] == Data())
    #expect(await project.build().portals.first?.written == [])
  }

  @Test(arguments: [0, 1 << 20, (5 << 19) + 6]) func seesAChangedByteInAnyPiece(_ place: Int) async throws {
    let project = try TemporaryProject()
    try project.write(Self.long, to: "content/phim.mp4")
    try project.writeHome(linkingTo: ["phim.mp4"])
    #expect(await project.build().errors == [])
    var changed = Self.long
    changed[place] ^= 1
    try project.write(changed, to: "content/phim.mp4")
    #expect(await project.build().portals.first?.written == ["phim.mp4"])
    #expect(project.published["main/phim.mp4"] == Data(changed))
  }

  @Test func refusesWhatNobodyShouldPublish() async throws {
    let project = try TemporaryProject()
    try project.write("", to: "content/phim.mp4")
    try #require(truncate(project.root + "/content/phim.mp4", 1 << 40) == 0)
    #expect(await project.build().errors == [], "nobody uses it")
    try FileManager.default.removeItem(atPath: project.output)
    try project.writeHome(linkingTo: ["phim.mp4"])
    let report = await project.build()
    #expect(report.errors == ["file-too-large-to-publish"])
    #expect(report.diagnostics.first { $0.severity == .error }?.path == "content/phim.mp4")
    #expect(project.published.isEmpty)
  }

  /// A picture is held in memory to be cleaned: what pretends to be one has another limit.
  @Test func refusesAPictureOfASizeThatNoCameraMakes() async throws {
    let project = try TemporaryProject()
    try project.write([0xFF, 0xD8, 0xFF, 0xE0], to: "content/anh.bin")
    try #require(truncate(project.root + "/content/anh.bin", 200 << 20) == 0)
    try project.writeHome(linkingTo: ["anh.bin"])
    #expect(await project.build().errors == ["file-too-large-to-publish"])
  }

  @Test func aFileThatCannotBeReadIsNamedAsSuch() async throws {
    let project = try TemporaryProject()
    try project.link("content/mat.bin", to: project.root + "/content/nowhere.bin")
    let report = await project.build()
    #expect(report.hasErrors)
    #expect(!report.errors.contains("cannot-write"))
  }

  @Test(arguments: [0, 1, 1 << 20, (1 << 20) + 1]) func comparesBytesWithAFile(_ size: Int) throws {
    let project = try TemporaryProject()
    let bytes = Array(Self.long.prefix(size))
    try project.write(bytes, to: "tep")
    let path = project.root + "/tep"
    #expect(Disk.holds(path, bytes))
    #expect(!Disk.holds(path, bytes + [0]))
    if size > 0 {
      #expect(!Disk.holds(path, bytes.dropLast() + [bytes[size - 1] ^ 1]))
    }
    #expect(!Disk.holds(path + "-khac", bytes))
  }
}
