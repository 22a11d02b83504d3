import Foundation

/// Where the public conformance suites are. They are no part of the project: `scripts/setup` fetches them.
enum ConformanceData {
  /// The folder that `VUNGXANH_CONFORMANCE` names, else `.build/conformance` in the project.
  static let folder: URL = {
    if let path = ProcessInfo.processInfo.environment["VUNGXANH_CONFORMANCE"], !path.isEmpty {
      return URL(filePath: path, directoryHint: .isDirectory)
    }
    // <project>/Tests/Conformance/ConformanceData.swift; links are followed to the project itself.
    let project = URL(filePath: #filePath).resolvingSymlinksInPath()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return project.appending(path: ".build/conformance", directoryHint: .isDirectory)
  }()

  /// Whether the folder has a suite of this name.
  static func has(_ suite: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: suite).path(percentEncoded: false))
  }

  static func read(_ path: String) throws -> Data {
    try Data(contentsOf: folder.appending(path: path))
  }
}
