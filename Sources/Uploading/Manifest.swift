import Files

/// Which files a portal has on a server, as they were published last. It lies there itself, and tells the next run what
/// need not travel, and what somebody else has changed.
struct Manifest: Sendable, Equatable {
  /// Below the portal's folder on the server.
  static let name = ".vungxanh-manifest"
  /// What a run is to send that has not ended.
  static let nextName = ".vungxanh-manifest-next"

  /// By path below the portal's folder.
  var files: [String: Entry] = [:]
  /// When it was published, in seconds since 1970.
  var time: Int64 = 0

  struct Entry: Sendable, Equatable {
    let size: Int
    let sum: SHA256
  }

  private static let heading = "vungxanh manifest 1"

  /// Lines of digest, size and path, after a heading and the time.
  var text: [UInt8] {
    let lines = files.sorted { $0.key < $1.key }.map { "\($1.sum.hex) \($1.size) \($0)\n" }
    return Array((Self.heading + "\n\(time)\n" + lines.joined()).utf8)
  }

  /// - Returns: nil for what is no manifest: a server may give out anything.
  init?(_ text: [UInt8]) {
    guard text.count < 256 << 20 else { return nil }
    let lines = String(decoding: text, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count > 2, lines[0] == Self.heading, lines.last?.isEmpty == true, let time = Int64(lines[1])
    else {
      return nil
    }
    self.time = time
    for line in lines[2...].dropLast() {
      let fields = line.split(separator: " ", maxSplits: 2)
      guard fields.count == 3, SHA256.isHex(String(fields[0])), let size = Int(fields[1]), size >= 0,
        Self.isSafe(String(fields[2])), files[String(fields[2])] == nil
      else { return nil }
      files[String(fields[2])] = Entry(size: size, sum: SHA256(hex: String(fields[0])))
    }
  }

  init() {}

  /// What a portal's folder holds now.
  init(of folder: String, time: Int64, workers: Int) async throws(Disk.Failure) {
    self.time = time
    var paths: [String] = []
    var walk = try TreeWalk(folder)
    while let step = walk.next() {
      if step.path == ".well-known" { continue }
      switch step.entry.kind {
      case .folder: try walk.enter(step.path)
      case .file: paths.append(step.path)
      case .link, .other: throw Disk.Failure(path: folder + "/" + step.path, code: Disk.Failure.notRegular)
      }
    }
    let found = paths
    let entries = await inParallel(found.count, workers: workers, scratch: {}) {
      _, index -> Result<Entry, Disk.Failure> in
      do throws(Disk.Failure) {
        let bytes = try Disk.read(folder + "/" + found[index])
        return .success(Entry(size: bytes.count, sum: SHA256(of: bytes)))
      } catch {
        return .failure(error)
      }
    }
    for (path, entry) in zip(found, entries) { files[path] = try entry.get() }
  }

  /// Whether a path stays below the folder and is no file of this tool's own.
  static func isSafe(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    return !path.isEmpty && path.utf8.count < 4_096
      && parts.allSatisfy {
        !$0.isEmpty && $0 != "." && $0 != ".." && !$0.contains("\\") && $0.utf8.count < 256
      }
      && path.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
  }
}
