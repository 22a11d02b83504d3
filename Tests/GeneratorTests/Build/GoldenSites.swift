import Foundation
import Generator
import Testing

/// Every folder of Tests/Sites that has content/ is built and compared with what it is to become: a sound
/// site with `expected/`, a broken one (named `broken-…`) with `errors.txt`.
///
/// `UPDATE_GOLDEN=1 swift test` writes both anew.
@Suite struct GoldenSites {
  static let isUpdating = ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil
  static let names = ((try? FileManager.default.contentsOfDirectory(atPath: TemporaryProject.sites)) ?? [])
    .filter {
      FileManager.default.fileExists(atPath: "\(TemporaryProject.sites)/\($0)/content")
    }.sorted()

  /// The site that shows every file; the others leave out what is alike on all of them.
  static let whole = "servers-and-search"
  static let leftOut = ["/server/", "/.htaccess", "/web.config", "/assets/"]

  @Test func thereAreSites() {
    #expect(Self.names.count >= 12)
    #expect(Self.names.contains(Self.whole))
  }

  @Test(arguments: names.filter { !$0.hasPrefix("broken-") })
  func builds(_ name: String) async throws {
    let project = try TemporaryProject(copying: name)
    let report = await project.build()
    #expect(project.printed(report) == "")
    let built = project.published.filter { file in
      name == Self.whole || !Self.leftOut.contains { file.key.contains($0) }
    }
    let golden = "\(TemporaryProject.sites)/\(name)/expected"
    if Self.isUpdating, !report.hasErrors { try rewrite(golden, with: built) }
    let expected = TemporaryProject.files(in: golden)
    #expect(Set(built.keys).subtracting(expected.keys).sorted() == [], "files that were not expected")
    #expect(Set(expected.keys).subtracting(built.keys).sorted() == [], "files that are missing")
    for (path, bytes) in expected.sorted(by: { $0.key < $1.key }) {
      guard let found = built[path], found != bytes else { continue }
      #expect(String(decoding: found, as: UTF8.self) == String(decoding: bytes, as: UTF8.self), "\(path)")
      #expect(found == bytes, "\(path)")
    }
  }

  @Test(arguments: names.filter { $0.hasPrefix("broken-") })
  func reports(_ name: String) async throws {
    let project = try TemporaryProject(copying: name)
    let report = await project.build()
    #expect(report.hasErrors)
    #expect(!FileManager.default.fileExists(atPath: project.output), "nothing may be published")
    let printed = project.printed(report)
    let golden = "\(TemporaryProject.sites)/\(name)/errors.txt"
    if Self.isUpdating { try printed.write(toFile: golden, atomically: true, encoding: .utf8) }
    let expected = FileManager.default.contents(atPath: golden).map { String(decoding: $0, as: UTF8.self) }
    #expect(printed == expected)
  }

  private func rewrite(_ folder: String, with files: [String: Data]) throws {
    try? FileManager.default.removeItem(atPath: folder)
    for (path, bytes) in files {
      let place = URL(filePath: folder + "/" + path)
      try FileManager.default.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try bytes.write(to: place)
    }
  }
}
