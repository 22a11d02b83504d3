import Diagnostics
import Glibc

/// The stages of a build or a check, as its report times them.
public enum Stage: String, Sendable, CaseIterable {
  case discover, parse, relate, check, ask, index, write
}

/// What a build did.
public struct BuildReport: Sendable {
  public struct Portal: Sendable {
    public let id: String
    /// Pages a person can open.
    public let pages: Int
    public let files: Int
    public let written: Int
    public let unchanged: Int
    public let removed: Int
  }

  /// Sorted by file and place; each once, whichever portal met it.
  public internal(set) var diagnostics: [Diagnostic] = []
  public private(set) var portals: [Portal] = []
  /// The project's folder.
  let root: String
  /// The project's language, once it is known.
  public internal(set) var language: Language?
  public private(set) var times: [(stage: Stage, seconds: Double)] = []
  public private(set) var seconds: Double = 0
  /// What the sites were drawn from. A caller that ends the process after the report need not wait until all of it
  /// is freed.
  private(set) var editions: [Edition] = []

  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// The most memory the process has held, in bytes.
  public static var peakMemory: Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss * 1024
  }

  init(of root: String) { self.root = root }

  mutating func choose(_ ids: [String], of project: Project) -> Set<Int> {
    if ids.isEmpty { return Set(project.portals.indices) }
    let known = project.portals.map(\.id)
    return Set(
      ids.compactMap { id in
        if let index = known.firstIndex(of: id) { return index }
        diagnostics.append(
          Diagnostic(
            FileProblem.unknownPortal(id, nearest: nearest(to: id, among: known)), in: "--portal \(id)"))
        return nil
      })
  }

  mutating func add(_ edition: Edition, _ outcome: Publisher.Outcome) {
    editions.append(edition)
    portals.append(
      Portal(
        id: edition.portal.id, pages: edition.outputs.count { $0.route.isPage },
        files: edition.outputs.count, written: outcome.written, unchanged: outcome.unchanged,
        removed: outcome.removed))
  }

  func finished(_ clock: StageClock) -> BuildReport {
    var report = self
    report.diagnostics = diagnostics.sortedOnce(of: root)
    (report.times, report.seconds) = clock.end()
    return report
  }
}

/// Times the stages as they follow each other.
struct StageClock {
  private let start = ContinuousClock.now
  private var begun: [(stage: Stage, at: ContinuousClock.Instant)] = []
  private let progress: (Stage) -> Void

  init(_ progress: @escaping (Stage) -> Void) { self.progress = progress }

  mutating func begin(_ stage: Stage) {
    begun.append((stage, .now))
    progress(stage)
  }

  func end() -> (times: [(stage: Stage, seconds: Double)], seconds: Double) {
    let now = ContinuousClock.now
    let ends = begun.dropFirst().map(\.at) + [now]
    return (zip(begun, ends).map { ($0.stage, ($1 - $0.at).seconds) }, (now - start).seconds)
  }
}

extension Duration {
  fileprivate var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
