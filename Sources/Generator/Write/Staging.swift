import Diagnostics
import Files
import Publishing
import Synchronization

/// A portal whose changed files stand in the staging folder.
struct StagedPortal: Sendable {
  let update: PortalUpdate
  /// Of what each of its files was made, by path.
  let made: [(path: String, made: Fingerprint)]
  /// Its search index, where it has one.
  let index: PublishedSites.Index?
  /// How many of its files a person can open.
  let pages: Int

  var id: String { update.id }
}

extension Publisher {
  /// Renders every address of a drawing and writes what differs from the published file to the staging folder.
  ///
  /// - Returns: nil where that fails; `problems` says why.
  func stage(
    _ drawing: Drawing, over published: PublishedSites, workers: Int, problems: inout [Diagnostic]
  ) async -> StagedPortal? {
    let id = drawing.portal.id
    let outputs = drawing.outputs
    let staging = PortalStaging(
      drawing: drawing, published: published, live: output + "/" + id, target: self.staging + "/" + id)
    let existing: PublishedFolder
    do throws(Disk.Failure) {
      existing = try PublishedFolder(staging.live)
      if !existing.exists { try staging.makeFolders() }
    } catch {
      problems.append(PublishingError(error, of: id).diagnostic)
      return nil
    }
    let isFailed = Atomic<Bool>(false)
    let results = await inParallel(outputs.count, workers: workers, scratch: { [UInt8]() }) { bytes, index in
      // After a first failure the rest would be thrown away.
      if isFailed.load(ordering: .relaxed) { return (PortalStaging.Result.unchanged, Fingerprint.none) }
      let made = outputs[index].kind.source.fingerprint(outputs[index], of: drawing)
      let result = staging.stage(outputs[index], made: made, over: existing, scratch: &bytes)
      if case .failed = result { isFailed.store(true, ordering: .relaxed) }
      return (result, made)
    }
    let failures = results.flatMap { (result, _) -> [Diagnostic] in
      if case .failed(let problems) = result { problems } else { [] }
    }
    if !failures.isEmpty {
      problems += failures
      return nil
    }
    let files = zip(outputs, results).map { output, result in
      PortalUpdate.File(output, isStaged: result.0.isWritten)
    }
    return StagedPortal(
      update: update(id, over: existing, to: files),
      made: zip(outputs, results).map { ($0.path, $1.1) },
      index: drawing.search.map {
        PublishedSites.Index(made: $0.made, version: $0.version, documentCount: $0.documentCount)
      },
      pages: outputs.count { $0.kind.source.isPage })
  }
}

extension PortalUpdate.File {
  fileprivate init(_ output: Output, isStaged: Bool) {
    self.init(
      path: output.path, turn: output.path == Site.home ? .home : output.kind.source.turn, isStaged: isStaged,
      isNamedByContent: output.kind == .themeFile)
  }
}

/// One portal's way from its drawing to the staging folder.
private struct PortalStaging {
  let drawing: Drawing
  let published: PublishedSites
  let live: String
  let target: String

  enum Result: Sendable {
    case unchanged, written
    case failed([Diagnostic])

    var isWritten: Bool { if case .written = self { true } else { false } }
  }

  func makeFolders() throws(Disk.Failure) {
    for folder in Set(drawing.outputs.map(\.path.folderPath)).union([""]) {
      try Disk.makeFolder(folder.isEmpty ? target : target + "/" + folder)
    }
  }

  func stage(
    _ output: Output, made: Fingerprint, over existing: PublishedFolder, scratch bytes: inout [UInt8]
  ) -> Result {
    if existing.files.contains(output.path),
      published.holds(output.path, of: drawing.portal.id, made: made)
    {
      return .unchanged
    }
    let published = existing.files.contains(output.path) ? live + "/" + output.path : nil
    let path = target + "/" + output.path
    do throws(Disk.Failure) {
      if let file = try drawing.copiedFile(output) {
        if let published, try Disk.holds(published, theSameAs: file.diskPath, within: file.home) {
          return .unchanged
        }
        if existing.exists { try Disk.makeFolder(path.folderPath) }
        try Disk.copy(file.diskPath, within: file.home, to: path)
        return .written
      }
      bytes.removeAll(keepingCapacity: true)
      let problems = try drawing.append(output, to: &bytes)
      if !problems.isEmpty { return .failed(problems) }
      if let published, Disk.holds(published, bytes) { return .unchanged }
      if existing.exists { try Disk.makeFolder(path.folderPath) }
      try Disk.write(bytes, to: path)
      return .written
    } catch {
      if let file = drawing.contentFile(output), error.path == file.diskPath {
        return .failed([Diagnostic(FileProblem.unreadable(error.reason), in: file.shownPath)])
      }
      return .failed([PublishingError(error, of: drawing.portal.id).diagnostic])
    }
  }
}

extension Drawing {
  /// The file of the content tree that an output is.
  fileprivate func contentFile(_ output: Output) -> ContentTree.File? {
    output.kind == .asset ? asset(output.asset) : nil
  }

  /// The file that an output repeats byte for byte: it is compared and copied in pieces, however large. A picture is
  /// read whole instead, since what it hides is left out.
  fileprivate func copiedFile(_ output: Output) throws(Disk.Failure) -> ContentTree.File? {
    guard let file = contentFile(output), try !file.isPicture() else { return nil }
    return file
  }
}
