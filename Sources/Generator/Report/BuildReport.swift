import Diagnostics
import Glibc
import Vietnamese

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
  package let diagnostics: [Diagnostic]
  package let portals: [Portal]
  /// Pages that wait for their day, the next ones first; none where nothing could be written.
  package let waiting: [WaitingPage]
  /// Whether publishing failed when some files had taken their places.
  package let isHalfPublished: Bool
  /// Changes that are not published.
  package let heldBack: [HeldBack.Entry]
  /// Whether nothing could be published beside what is wrong, for it is not known what was published last.
  let isForgotten: Bool
  /// The project's language, once it is known.
  package let language: Language?
  package let times: [(stage: Stage, seconds: Double)]
  package let seconds: Double
  /// What the sites were drawn from. A caller that ends the process after the report need not wait until all of it
  /// is freed.
  private let snapshot: Snapshot?

  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// The most memory the process has held, in bytes.
  package static var peakMemory: Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss * 1024
  }

  /// - Parameters:
  ///   - snapshot: nil where there is no project to speak of.
  ///   - written: nil where nothing was to be written.
  ///   - held: what was held back.
  init(_ run: Run, of snapshot: Snapshot?, _ written: Written?, _ held: HeldBack.Outcome?) {
    diagnostics = run.problems.presented(of: run.options.project, held?.library ?? snapshot?.library)
    portals = written?.portals ?? []
    waiting = written == nil ? [] : snapshot?.waiting ?? []
    isHalfPublished = written?.isHalfway ?? false
    heldBack = written == nil ? [] : held?.entries ?? []
    isForgotten = held?.isForgotten ?? false
    language = run.language
    (times, seconds) = run.clock.end()
    self.snapshot = snapshot
  }

  /// Of a run that wrote nothing.
  package init(_ run: Run, of snapshot: Snapshot? = nil) { self.init(run, of: snapshot, nil, nil) }
}
