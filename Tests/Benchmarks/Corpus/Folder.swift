import Foundation

/// A folder that files are written to, with the folders between made as needed.
struct Folder {
  private let url: URL

  init(_ path: String) { url = URL(fileURLWithPath: path, isDirectory: true) }

  /// - Parameter path: relative to the folder.
  func write(_ path: String, _ text: String) throws {
    let file = url.appendingPathComponent(path)
    let parent = file.deletingLastPathComponent()
    if !FileManager.default.fileExists(atPath: parent.path) {
      try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
    }
    try Data(text.utf8).write(to: file)
  }

  func folder(_ name: String) -> Folder { Folder(url.appendingPathComponent(name).path) }

  /// A corpus among the files of another one would be measured as one larger corpus.
  var isEmpty: Bool { (try? FileManager.default.contentsOfDirectory(atPath: url.path))?.isEmpty ?? true }
}
