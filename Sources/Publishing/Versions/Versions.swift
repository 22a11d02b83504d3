import Diagnostics
import Files
import Glibc

/// The versions of portals that are kept in an output folder, to go back to: each a folder with names of its own for files
/// that most versions share, so that it takes up little more than its names.
package struct Versions: Sendable {
  /// How many are kept of a portal beside the one that is published.
  package static let most = 3
  private let output: String
  private let folder: String
  /// What is recorded, in the order of runs.
  private var recorded: [Version]

  /// Those that are kept of an output folder.
  package init(of output: String) { self.init(of: output, in: Workspace.versions(of: output)) }

  init(of output: String, in folder: String) {
    self.output = output
    self.folder = folder
    recorded = (try? Disk.read(folder + "/" + Self.ledgerName)).map(Ledger.read) ?? []
  }

  private static let ledgerName = "ledger"

  // MARK: Asking

  /// The number that the next run has. A damaged record must not make it that of a folder which is kept.
  var nextRun: Int { ((recorded + portals.flatMap(kept)).map(\.run).max() ?? 0) + 1 }

  package func isLive(_ version: Version) -> Bool {
    version.inode == Disk.inode(of: output + "/" + version.portal)
  }

  /// The version that is published; nil where no record speaks of it.
  package func live(_ portal: String) -> Version? { recorded.last { $0.portal == portal && isLive($0) } }

  /// The versions to go back to, newest first.
  package func kept(_ portal: String) -> [Version] {
    let runs = ((try? Disk.entries(of: folder + "/" + portal)) ?? []).compactMap { Int($0.name) }
    return runs.sorted(by: >).map { run in
      recorded.first { $0.portal == portal && $0.run == run } ?? unknown(portal, at: place(portal, run), run)
    }
  }

  /// What a portal goes back to; nil where it is as wanted already.
  ///
  /// - Parameter run: as it was after that run; nil for the version before the one that is published.
  func returning(_ portal: String, to run: Int?) throws(PublishingError) -> Version? {
    let (live, kept) = (live(portal), kept(portal))
    if let run, let live, live.run <= run { return nil }
    let latest = run ?? (live?.repeated ?? Int.max) - 1
    if let version = kept.first(where: { $0.run <= latest }) { return version }
    let known = (kept + (run == nil ? [] : [live].compactMap(\.self))).map(\.run).sorted()
    throw PublishingError(.noVersion(portal: portal, run: run, known: known), path: output + "/" + portal)
  }

  /// Ids of portals that have versions, sorted.
  package var portals: [String] {
    let kept = ((try? Disk.entries(of: folder)) ?? []).filter { $0.kind == .folder }.map(\.name)
    return Set(kept).union(recorded.map(\.portal)).filter { Disk.isFolder(output + "/" + $0) }.sorted()
  }

  /// Where a kept version stands.
  func place(_ portal: String, _ run: Int) -> String { "\(folder)/\(portal)/\(run)" }

  /// Where the folder that is to be published next is made.
  func next(_ portal: String) -> String { "\(folder)/\(portal)/next" }

  private func unknown(_ portal: String, at place: String, _ run: Int) -> Version {
    var info = stat()
    stat(place, &info)
    return Version(
      run: run, portal: portal, inode: UInt64(info.st_ino), time: Int64(info.st_mtim.tv_sec), author: "",
      origin: .unknown, changedPages: 0, changedFiles: 0, removedFiles: 0, namedByContent: [], lingering: [])
  }

  // MARK: Keeping

  /// Removes all versions but what is published.
  ///
  /// - Returns: why some could not be removed.
  package func removeAll() -> [Diagnostic] {
    guard Disk.exists(folder) else { return [] }
    var problems: [Diagnostic] = []
    do throws(Disk.Failure) {
      for entry in try Disk.entries(of: folder) where entry.kind == .folder {
        do throws(Disk.Failure) { try Disk.removeTree(folder + "/" + entry.name) } catch {
          problems.append(PublishingError(error).diagnostic)
        }
      }
    } catch {
      problems.append(PublishingError(error).diagnostic)
    }
    return problems
  }

  func makeFolder(of portal: String) throws(Disk.Failure) { try Disk.makeFolder("\(folder)/\(portal)") }

  /// Whether folders can take each other's place here, and files have more than one name.
  func canExchange() -> Bool {
    let (one, other) = (folder + "/.one", folder + "/.other")
    defer {
      try? Disk.removeTree(one)
      try? Disk.removeTree(other)
    }
    do throws(Disk.Failure) {
      try makeFolder(of: ".one")
      try makeFolder(of: ".other")
      try Disk.write([UInt8](), to: one + "/file")
      try Disk.link(one + "/file", as: one + "/name")
      try Disk.exchange(one, other)
      return true
    } catch {
      return ![EPERM, EINVAL, ENOSYS, EOPNOTSUPP, EMLINK].contains(error.code)
    }
  }

  /// Finishes what a run was about that was killed: the folder it had taken out of its place is kept.
  mutating func heal(_ portal: String) throws(Disk.Failure) {
    guard let live = live(portal) else { return }
    // What was to be published and never was.
    recorded.removeAll { $0.portal == portal && $0.run > live.run }
    let inode = Disk.inode(of: next(portal))
    guard let last = recorded.last(where: { $0.portal == portal && $0.run < live.run }), last.inode == inode
    else { return }
    try keep(last)
  }

  /// Records what stands there now, where nothing tells of it.
  mutating func recordUnknown(_ portals: [String]) {
    let run = nextRun
    recorded += portals.filter { live($0) == nil }.map { unknown($0, at: output + "/" + $0, run) }
  }

  /// Forgets what is recorded of folders whose files are about to be replaced one by one.
  mutating func forgetLive(_ portals: [String]) throws(Disk.Failure) {
    let stale = portals.compactMap(live)
    if stale.isEmpty { return }
    recorded.removeAll(where: stale.contains)
    try record([])
  }

  /// Records versions that are about to be published, and forgets those that are gone.
  mutating func record(_ versions: [Version]) throws(Disk.Failure) {
    let kept = recorded.filter { isLive($0) || Disk.inode(of: place($0.portal, $0.run)) != nil }
    recorded = kept + versions
    let fresh = "\(folder)/\(Self.ledgerName).new"
    try Disk.write(Ledger.text(recorded), to: fresh)
    try Disk.move(fresh, to: "\(folder)/\(Self.ledgerName)")
  }

  /// Keeps the folder that was published until now, and lets the oldest go.
  func keep(_ old: Version) throws(Disk.Failure) {
    try Disk.move(next(old.portal), to: place(old.portal, old.run))
    let tooOld = kept(old.portal).dropFirst(Self.most)
    for version in tooOld.dropFirst() { try Disk.removeTree(place(version.portal, version.run)) }
    // Its names are of use: the next folder will have most of them.
    if let version = tooOld.first {
      try Disk.move(place(version.portal, version.run), to: next(version.portal))
    }
  }
}
