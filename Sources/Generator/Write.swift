import Diagnostics
import Glibc
import Synchronization

/// Publishes sites into the output folder, all or nothing.
///
/// Everything that changed is first written to a staging folder beside the portals; only when all of it is there
/// does it take its place by renaming. A run that fails before leaves the previous sites as they were.
struct Publisher {
  let output: String
  private let staging: String
  private let marker: String
  private var lock: Int32 = -1

  struct Outcome: Sendable {
    var written = 0
    var unchanged = 0
    var removed = 0
  }

  /// A portal whose changed files stand in the staging folder.
  struct Staged: Sendable {
    let id: String
    /// The first time a portal is written, its whole folder is moved at once.
    let isNew: Bool
    let changed: [String]
    let stale: [String]
    var outcome: Outcome
  }

  init(output: String) {
    self.output = output
    staging = output + "/.vungxanh-staging"
    marker = output + "/.vungxanh"
  }

  /// Takes the output folder for this run, and refuses to touch what it did not make.
  mutating func open(portals: [String]) throws(PublishingError) {
    do throws(Disk.Failure) {
      try Disk.makeFolder(output)
      lock = Glibc.open(marker, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
      guard lock >= 0 else { throw Disk.Failure(path: marker, code: errno) }
    } catch {
      throw PublishingError(error)
    }
    guard flock(lock, LOCK_EX | LOCK_NB) == 0 else { throw PublishingError(.outputInUse, path: output) }
    let owned = ownedPortals
    for id in portals where !owned.contains(id) && Disk.exists(output + "/" + id) {
      guard Disk.isFolder(output + "/" + id), (try? Disk.entries(of: output + "/" + id))?.isEmpty == true
      else {
        throw PublishingError(.foreignFolder(path: output + "/" + id), path: output)
      }
    }
    do throws(Disk.Failure) { try Disk.removeTree(staging) } catch { throw PublishingError(error) }
  }

  func close() {
    try? Disk.removeTree(staging)
    if lock >= 0 { Glibc.close(lock) }
  }

  private var ownedPortals: [String] {
    let text = (try? Disk.read(marker)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    return text.split(separator: "\n").map(String.init)
  }

  // MARK: Staging

  /// Renders every address of an edition and writes what differs from the published file to the staging folder.
  func stage(_ edition: Edition, workers: Int) async -> Result<Staged, StagingFailure> {
    let id = edition.portal.id
    let live = output + "/" + id
    let target = staging + "/" + id
    let outputs = edition.outputs
    let existing: Set<String>
    do throws(Disk.Failure) {
      existing = Disk.exists(live) ? Set(try Self.files(in: live)) : []
      var folders = Set(outputs.map { Self.folder(of: $0.path) })
      folders.insert("")
      if existing.isEmpty {
        for folder in folders { try Disk.makeFolder(folder.isEmpty ? target : target + "/" + folder) }
      }
    } catch {
      return .failure(StagingFailure(diagnostics: [PublishingError(error).diagnostic]))
    }
    let isFailed = Atomic<Bool>(false)
    let results = await inParallel(outputs.count, workers: workers, scratch: { [UInt8]() }) { bytes, index in
      // After a first failure the rest would be thrown away.
      if isFailed.load(ordering: .relaxed) { return FileResult.unchanged }
      let result = Self.stage(
        outputs[index], of: edition, existing: existing, live: live, staging: target, bytes: &bytes)
      if case .failed = result { isFailed.store(true, ordering: .relaxed) }
      return result
    }
    let problems = results.flatMap { (result) -> [Diagnostic] in
      if case .failed(let problems) = result { problems } else { [] }
    }
    if !problems.isEmpty { return .failure(StagingFailure(diagnostics: problems)) }
    let changed = zip(outputs, results).compactMap { output, result in
      if case .written = result { output.path } else { nil }
    }
    let stale = existing.subtracting(outputs.map(\.path)).sorted()
    return .success(
      Staged(
        id: id, isNew: existing.isEmpty, changed: changed, stale: stale,
        outcome: Outcome(
          written: changed.count, unchanged: outputs.count - changed.count, removed: stale.count)))
  }

  private enum FileResult: Sendable { case written, unchanged, failed([Diagnostic]) }

  private static func stage(
    _ output: Site.Output, of edition: Edition, existing: Set<String>, live: String, staging: String,
    bytes: inout [UInt8]
  ) -> FileResult {
    bytes.removeAll(keepingCapacity: true)
    do throws(Disk.Failure) {
      let problems = try edition.render(output, into: &bytes)
      if !problems.isEmpty { return .failed(problems) }
      if existing.contains(output.path), holds(live + "/" + output.path, bytes) { return .unchanged }
      let path = staging + "/" + output.path
      if !existing.isEmpty {
        try Disk.makeFolder(String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)]))
      }
      // `withUnsafeBytes` cannot throw a typed error out.
      var failure: Disk.Failure?
      bytes.withUnsafeBytes { buffer in
        do throws(Disk.Failure) { try Disk.write(buffer, to: path) } catch { failure = error }
      }
      if let failure { throw failure }
      return .written
    } catch {
      return .failed([PublishingError(error).diagnostic])
    }
  }

  private static func holds(_ path: String, _ bytes: [UInt8]) -> Bool {
    guard case .file(bytes.count)? = try? Disk.kind(of: path) else { return false }
    return (try? Disk.read(path)) == bytes
  }

  // MARK: Publishing

  /// Moves everything staged into place.
  func publish(_ staged: [Staged]) throws(PublishingError) {
    do throws(Disk.Failure) {
      for portal in staged {
        let live = output + "/" + portal.id
        if portal.isNew {
          try Disk.removeTree(live)
          try Disk.move(staging + "/" + portal.id, to: live)
          continue
        }
        for path in portal.stale { try removeStale(path, in: live) }
        for path in portal.changed {
          let folder = Self.folder(of: path)
          try Disk.makeFolder(folder.isEmpty ? live : live + "/" + folder)
          try Disk.move(staging + "/" + portal.id + "/" + path, to: live + "/" + path)
        }
      }
      let owned = Set(ownedPortals).union(staged.map(\.id)).sorted()
      let text = Array(owned.map { $0 + "\n" }.joined().utf8)
      if (try? Disk.read(marker)) != text {
        var failure: Disk.Failure?
        text.withUnsafeBytes { buffer in
          do throws(Disk.Failure) { try Disk.write(buffer, to: marker) } catch { failure = error }
        }
        if let failure { throw failure }
      }
    } catch {
      throw PublishingError(error)
    }
  }

  /// Removes a file, and the folders that it leaves empty.
  private func removeStale(_ path: String, in live: String) throws(Disk.Failure) {
    try Disk.remove(live + "/" + path)
    var folder = Self.folder(of: path)
    while !folder.isEmpty, rmdir(live + "/" + folder) == 0 { folder = Self.folder(of: folder) }
  }

  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  /// Every file below a folder, by its path from there.
  private static func files(in folder: String, below path: String = "") throws(Disk.Failure) -> [String] {
    var files: [String] = []
    for entry in try Disk.entries(of: folder) {
      let inner = path.isEmpty ? entry.name : path + "/" + entry.name
      if entry.kind == .folder {
        files += try Self.files(in: folder + "/" + entry.name, below: inner)
      } else {
        files.append(inner)
      }
    }
    return files
  }
}

struct StagingFailure: Error { let diagnostics: [Diagnostic] }

/// Why nothing could be published.
struct PublishingError: Error {
  let diagnostic: Diagnostic

  init(_ problem: SiteProblem, path: String) { diagnostic = Diagnostic(problem, in: path) }

  init(_ failure: Disk.Failure) {
    self.init(.cannotWrite(path: failure.path, failure.reason), path: failure.path)
  }
}
