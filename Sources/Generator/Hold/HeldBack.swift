import Diagnostics
import Files

/// Which changes of a project are not published yet, since something is wrong with them or with what depends on them.
///
/// What was published last was sound. Between it and what is on the disk now lie changes: files that are new, changed or
/// gone. Those that are to blame for an error are taken back, and the project is tried again, until what is left is
/// sound. What no change of a text explains keeps whole portals as they are.
package struct HeldBack: Sendable {
  /// Why a change is held back.
  package enum Cause: Sendable {
    /// An error in the file itself.
    case error(Diagnostic)
    /// An error elsewhere, in a file or of a portal, which this change would bring about.
    case other(path: String)
    /// Only other files were asked for.
    case notAskedFor
  }

  /// Of files, by their paths below the project.
  private(set) var files: [String: Cause] = [:]
  /// Of portals, by their ids.
  private(set) var portals: [String: Cause] = [:]
  private(set) var substitutes = Substitutes.none
  var sources: PublishedSources
  /// What was wrong before anything was held back: what people are told.
  private var told: [Diagnostic]?
  /// The pages as they were then, of which messages say what was most likely meant.
  private(set) var library: Library?
  private var attempts = 0
  private let rules: Rules
  var root: String { rules.root }
  /// Whether it is not known what was published last, so that nothing can be published beside what is wrong.
  var isForgotten: Bool { !sources.isKnown && !rules.isFirst }

  private struct Rules: Sendable {
    let isAllOrNothing: Bool
    let root: String
    /// The folder that portals' folders stand in.
    let site: String
    /// Whether no portal was ever published: then all is new.
    let isFirst: Bool
  }

  /// More would mean that each attempt finds one more error; then all changes are held back at once.
  private static let mostAttempts = 8

  init(_ options: BuildOptions) {
    sources = PublishedSources(in: options.cache, output: options.site)
    let isFirst = !sources.isKnown && (try? Disk.read(options.site + "/.vungxanh")) == nil
    rules = Rules(
      isAllOrNothing: options.publishing.isAllOrNothing, root: options.project, site: options.site,
      isFirst: isFirst)
  }

  enum Verdict { case sound, tryAgain, hopeless }

  /// Looks at what is wrong, and holds back what is to blame.
  ///
  /// - Parameter problems: of this attempt; where nothing more is to be tried, those that people are told.
  mutating func judge(_ problems: inout [Diagnostic], in snapshot: Snapshot, of parsed: ParsedTree) -> Verdict
  {
    sources = parsed.archive ?? sources
    guard problems.contains(where: { $0.severity == .error }) else {
      problems = told ?? problems
      return .sound
    }
    let blame = Blame(
      snapshot: snapshot, changes: changes(in: parsed), substitutes: substitutes, root: rules.root,
      site: rules.site)
    let errors = problems.filter { $0.severity == .error && !isSettled($0, by: blame) }
    guard !errors.isEmpty, !rules.isAllOrNothing else {
      problems = told ?? problems
      return errors.isEmpty ? .sound : .hopeless
    }
    if told == nil { told = problems }
    if library == nil { library = snapshot.library }
    attempts += 1
    hold(errors, blame)
    if snapshot.project.portals.allSatisfy({ portals[$0.id] != nil }) {
      problems = told ?? problems
      return .hopeless
    }
    problems = []
    return .tryAgain
  }

  /// Takes site.yaml as it was published last, where there is no project to speak of as it is.
  ///
  /// - Returns: whether that is worth a try.
  mutating func takesBackSite(_ problems: inout [Diagnostic]) -> Bool {
    let site = "content/site.yaml"
    guard !rules.isAllOrNothing, files[site] == nil, sources.source(site) != nil,
      let error = problems.first(where: { $0.path == site && $0.severity == .error })
    else {
      problems = told ?? problems
      return false
    }
    told = told ?? problems
    problems = []
    hold(site, .error(error))
    return true
  }

  /// Whether an error concerns only portals that are held back.
  private func isSettled(_ error: Diagnostic, by blame: Blame) -> Bool {
    !portals.isEmpty && blame.portals(of: error).allSatisfy { portals[$0] != nil }
  }

  private mutating func hold(_ errors: [Diagnostic], _ blame: Blame) {
    if attempts < Self.mostAttempts {
      let own = errors.filter { blame.changes.contains($0.path) }
      for error in own where files[error.path] == nil { hold(error.path, .error(error)) }
      if !own.isEmpty { return }
      let blamed = errors.flatMap { error in blame.changes(for: error).map { (path: $0, error: error) } }
      for (path, error) in blamed where files[path] == nil { hold(path, .other(path: error.path)) }
      if !blamed.isEmpty { return }
      let pictures = errors.flatMap { error in blame.files(for: error).map { (file: $0, error: error) } }
      for (file, error) in pictures where files[file.path] == nil {
        files[file.path] = file.path == error.path ? .error(error) : .other(path: error.path)
        substitutes[file.path] = file.published
      }
      if !pictures.isEmpty { return }
    }
    let content = errors.filter { !blame.isOfTheme($0) }
    if let first = content.first, !blame.changes.isEmpty {
      for path in blame.changes { hold(path, .other(path: first.path)) }
      return
    }
    for error in errors {
      for portal in blame.portals(of: error) where portals[portal] == nil { portals[portal] = .error(error) }
    }
  }

  /// - Parameter path: of a file that is new, changed, or gone.
  mutating func hold(_ path: String, _ cause: Cause) {
    files[path] = cause
    substitutes[path] = sources.source(path).map { .source($0) } ?? .absent
  }

  // MARK: Changes

  /// Files that are not as they were published last, and are not held back.
  private func changes(in parsed: ParsedTree) -> Set<String> {
    guard sources.isKnown || rules.isFirst else { return [] }
    let now = Dictionary(
      parsed.sources
        + (Self.declarations(of: parsed.project, with: substitutes) ?? []).map { ($0.path, $0.key) }
    ) { first, _ in first }
    let changed = now.filter { sources.entries[$0.key]?.key != $0.value }.keys
    let gone = sources.entries.keys.filter { now[$0] == nil && !Disk.exists(rules.root + "/" + $0) }
    // Nothing brings back what was withdrawn.
    let withdrawn = parsed.project.withdrawals.map(\.path)
    return Set(changed).union(gone).subtracting(files.keys).subtracting(withdrawn)
  }

  /// What the project and its portals declare, by the files as they are.
  ///
  /// - Returns: nil where some of it cannot be read.
  static func declarations(
    of project: Project, with substitutes: Substitutes
  ) -> [(path: String, key: Fingerprint, bytes: [UInt8])]? {
    let place = project.root + "/content/portals"
    guard let folders = Disk.exists(place) ? (try? Disk.entries(of: place))?.map(\.name) : [] else {
      return nil
    }
    let portals = Set(folders.map { "content/portals/\($0)/portal.yaml" })
      .union(substitutes.files.keys.filter { $0.hasSuffix("/portal.yaml") })
    var found: [(path: String, key: Fingerprint, bytes: [UInt8])] = []
    for path in [PublishedSources.site] + portals.sorted() where !substitutes.isAbsent(path) {
      if let bytes = substitutes.source(path) {
        found.append((path, Fingerprint(of: bytes), bytes))
      } else if Disk.exists(project.root + "/" + path) {
        guard let bytes = try? Disk.read(project.root + "/" + path) else { return nil }
        found.append((path, Fingerprint(of: bytes), bytes))
      }
    }
    return found
  }
}
