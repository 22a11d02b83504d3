import Diagnostics
import Glibc
import Vietnamese

/// The stages of a build or a check, as its report times them.
package enum Stage: String, Sendable, CaseIterable {
  case discover, parse, relate, check, ask, index, write

  /// What a person is told that is going on.
  package func words(in language: Language) -> String {
    let (vi, en) =
      switch self {
      case .discover: ("tìm tệp", "finding files")
      case .parse: ("đọc các trang", "reading pages")
      case .relate: ("nối các trang với nhau", "relating pages")
      case .check: ("soát từng trang", "checking pages")
      case .ask: ("hỏi các trang bên ngoài", "asking outside pages")
      case .index: ("lập chỉ mục tìm kiếm", "making the search index")
      case .write: ("ghi các cổng", "writing the portals")
      }
    return language == .vi ? vi : en
  }
}

/// Told of each stage as it begins, and of the project's language once it is known.
package typealias StageProgress = (Stage, Language?) -> Void

/// A page that is published on a later day.
package struct WaitingPage: Sendable {
  /// The file, relative to the project.
  package let path: String
  package let day: CalendarDate
}

/// What a build did.
package struct BuildReport: Sendable {
  package struct Portal: Sendable {
    package let id: String
    /// Pages a person can open.
    package let pages: Int
    package let files: Int
    /// Whether it is published for the first time.
    package let isNew: Bool
    /// The files that were written, by path from the portal's folder and sorted.
    package let written: [String]
    /// The files that were removed, whoever had put them there.
    package let removed: [String]

    package var unchanged: Int { files - written.count }
  }

  /// Sorted by file and place; each once, whichever portal met it.
  package var diagnostics: [Diagnostic] = []
  package private(set) var portals: [Portal] = []
  /// Pages that wait for their day, the next ones first.
  package var waiting: [WaitingPage] = []
  /// Whether publishing failed when some files had taken their places.
  package var isHalfPublished = false
  /// The project's folder.
  let root: String
  /// The pages, once they are read: what misspelt links most likely mean.
  var library: Library?
  /// The project's language, once it is known.
  package var language: Language?
  package private(set) var times: [(stage: Stage, seconds: Double)] = []
  package private(set) var seconds: Double = 0
  /// What the sites were drawn from. A caller that ends the process after the report need not wait until all of it
  /// is freed.
  private(set) var editions: [Edition] = []

  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// The most memory the process has held, in bytes.
  package static var peakMemory: Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss * 1024
  }

  package init(of root: String) { self.root = root }

  mutating func choose(_ ids: [String], of project: Project) -> Set<Int> {
    if ids.isEmpty { return Set(project.portals.indices) }
    let known = project.portals.map(\.id)
    return Set(
      ids.compactMap { id in
        if let index = known.firstIndex(of: id) { return index }
        diagnostics.append(
          Diagnostic(
            PortalProblem.unknownPortal(id, nearest: nearest(to: id, among: known)), in: "--portal \(id)"))
        return nil
      })
  }

  mutating func add(_ edition: Edition, _ portal: StagedPortal) {
    editions.append(edition)
    portals.append(
      Portal(
        id: edition.portal.id, pages: edition.outputs.count { $0.route.isPage },
        files: edition.outputs.count, isNew: portal.isNew, written: portal.changed.map(\.path),
        removed: portal.stale))
  }

  package func finished(_ clock: StageClock) -> BuildReport {
    var report = self
    report.diagnostics = diagnostics.presented(of: root, library)
    (report.times, report.seconds) = clock.end()
    return report
  }
}

/// Times the stages as they follow each other.
package struct StageClock {
  private let start = ContinuousClock.now
  private var begun: [(stage: Stage, at: ContinuousClock.Instant)] = []
  private let progress: StageProgress
  /// The project's, once it is known.
  var language: Language?

  package init(_ progress: @escaping StageProgress) { self.progress = progress }

  package mutating func begin(_ stage: Stage) {
    begun.append((stage, .now))
    progress(stage, language)
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
