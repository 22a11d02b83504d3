import Diagnostics
import Files

/// How a portal is sent.
package struct UploadRules: Sendable {
  /// Whether nothing is done but said.
  package var isDryRun = false
  /// Whether what somebody else changed there is replaced.
  package var overwrites = false
  /// Whether many files may be removed.
  package var removesMany = false
  /// Seconds since 1970.
  package var time: Int64 = 0
  package var workers = 1
  /// Where it is kept what was sent to which place; nil for nowhere.
  package var memory: String?
  /// Called after each change, with how many there were and will be.
  package var progress: @Sendable (_ done: Int, _ all: Int) -> Void = { _, _ in }
  /// Called before each change; what it throws is taken for its failure.
  var beforeChange: @Sendable (UploadChange) throws(DestinationFailure) -> Void = { _ in }

  package init() {}
}

enum UploadChange: Equatable, Sendable {
  case put(String)
  case remove(String)
}

/// What was sent, or is to be.
package struct UploadReport: Sendable {
  package var sent: [String] = []
  package var removed: [String] = []
  /// Files there that were never sent.
  package var foreign: [String] = []
  package var unchanged = 0
  package var problems: [Diagnostic] = []

  package var hasErrors: Bool { problems.contains { $0.severity == .error } }
}

/// Sends a portal's folder to a destination: only what differs, in the order of `UploadPlan`.
///
/// The manifest of what is to be there goes first, under another name: a run that is cut off is known by it, and the next
/// one goes on. All that was sent is read back.
///
/// - Parameter withdrawn: paths below the portal that were withdrawn.
func upload(
  _ folder: String, to destination: any Destination, withdrawn: Set<String>, _ rules: UploadRules
) async -> UploadReport {
  var report = UploadReport()
  func note(_ problem: UploadingProblem, in place: String, as severity: Diagnostic.Severity = .error) {
    report.problems.append(Diagnostic(problem, in: place, as: severity))
  }
  do throws(DestinationFailure) {
    func remember(_ manifest: Manifest) throws(DestinationFailure) {
      guard let memory = rules.memory else { return }
      let record = SentRecord(manifest: manifest, there: try destination.list())
      do throws(Disk.Failure) { try record.keep(for: destination.place, in: memory) } catch {
        // All is where it is to be: only the next run has more to read.
        note(.notRemembered(error.reason), in: error.path, as: .warning)
      }
    }
    let local: Manifest
    do throws(Disk.Failure) {
      local = try await Manifest(of: folder, time: rules.time, workers: rules.workers)
    } catch {
      throw DestinationFailure(place: error.path, reason: error.reason)
    }
    let sent = try destination.manifest(Manifest.name)
    let begun = try destination.manifest(Manifest.nextName)
    let remembered = rules.memory.flatMap { SentRecord(of: destination.place, in: $0) }
    let there = try destination.contents(
      trusting: remembered?.manifest == sent ? remembered : nil,
      comparing: [local, sent, begun, remembered?.manifest].compactMap(\.self))
    let plan = UploadPlan(local: local, sent: sent, begun: begun, there: there, withdrawn: withdrawn)
    if let known = remembered?.manifest, known != sent {
      let changed = known.files.count {
        there[$0.key] != .file($0.value) && there[$0.key] != local.found($0.key)
      }
      if changed > 0 { note(.sentElsewhere(changed), in: destination.place, as: .warning) }
    }
    report.foreign = plan.foreign
    report.unchanged = local.files.count - plan.puts.count
    if !plan.foreign.isEmpty { note(.foreignFiles(plan.foreign), in: destination.place, as: .warning) }
    if !rules.overwrites {
      if !plan.changedByOthers.isEmpty { note(.changedByOthers(plan.changedByOthers), in: destination.place) }
      if sent == nil, begun == nil, !plan.foreign.isEmpty {
        note(.notEmpty(plan.foreign.count), in: destination.place)
      }
    }
    let removals = plan.first.count + plan.last.count
    let all = sent?.files.count ?? 0
    if removals > 10, removals * 5 > all, !rules.removesMany {
      note(.manyRemovals(removals, of: all), in: destination.place)
    }
    if rules.isDryRun {
      (report.sent, report.removed) = (plan.puts, plan.first + plan.last)
      return report
    }
    if report.hasErrors { return report }
    if plan.puts.isEmpty && removals == 0 && begun == nil && sent?.files == local.files {
      if remembered?.manifest != sent { try remember(sent ?? local) }
      return report
    }
    try destination.put(local.text, at: Manifest.nextName)
    func remove(_ path: String) throws(DestinationFailure) {
      try rules.beforeChange(.remove(path))
      try destination.remove(path)
      report.removed.append(path)
      rules.progress(report.sent.count + report.removed.count, plan.puts.count + removals)
    }
    for path in plan.first { try remove(path) }
    for path in plan.puts {
      try rules.beforeChange(.put(path))
      let bytes: [UInt8]
      do throws(Disk.Failure) { bytes = try Disk.read(folder + "/" + path) } catch {
        throw DestinationFailure(place: error.path, reason: error.reason)
      }
      // A build meanwhile would mix two sites.
      guard SHA256(of: bytes) == local.files[path]?.sum else {
        note(.changedMeanwhile(path), in: folder)
        return report
      }
      try destination.put(bytes, at: path)
      guard let back = try destination.read(path), back == bytes else {
        note(.notAsSent(path), in: destination.place)
        return report
      }
      report.sent.append(path)
      rules.progress(report.sent.count + report.removed.count, plan.puts.count + removals)
    }
    for path in plan.last { try remove(path) }
    // Before the manifest: one there that is newer than what is remembered would look like another machine's.
    try remember(local)
    try destination.put(local.text, at: Manifest.name)
    try destination.remove(Manifest.nextName)
  } catch {
    note(error.problem, in: error.place)
  }
  return report
}

extension Destination {
  fileprivate func manifest(_ name: String) throws(DestinationFailure) -> Manifest? {
    try read(name).flatMap { Manifest($0) }
  }

  /// What is there. A file that could be one of those compared is read: whoever changes a page may leave its size as it was.
  ///
  /// - Parameter record: what this machine sent; a file of which the place says what it said then is not read again.
  fileprivate func contents(trusting record: SentRecord?, comparing manifests: [Manifest])
    throws(DestinationFailure) -> [String: UploadPlan.Found]
  {
    var found: [String: UploadPlan.Found] = [:]
    for (path, file) in try list() {
      let candidates = manifests.compactMap { $0.files[path] }.filter { $0.size == file.size }
      if candidates.isEmpty {
        found[path] = .another
      } else if let record, let entry = record.manifest.files[path], entry.size == file.size,
        !file.mark.isEmpty,
        record.marks[path] == file.mark
      {
        found[path] = .file(entry)
      } else {
        found[path] =
          try read(path).map { .file(Manifest.Entry(size: $0.count, sum: SHA256(of: $0))) } ?? .another
      }
    }
    return found
  }
}

extension Manifest {
  fileprivate func found(_ path: String) -> UploadPlan.Found? { files[path].map { .file($0) } }
}
