import Diagnostics

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

/// Times the stages as they follow each other.
struct StageClock {
  private let start = ContinuousClock.now
  private var begun: [(stage: Stage, at: ContinuousClock.Instant)] = []
  private let progress: StageProgress

  init(_ progress: @escaping StageProgress) { self.progress = progress }

  mutating func begin(_ stage: Stage, _ language: Language?) {
    begun.append((stage, .now))
    progress(stage, language)
  }

  /// How long each stage took, in the order in which they first began.
  func end() -> (times: [(stage: Stage, seconds: Double)], seconds: Double) {
    let now = ContinuousClock.now
    var times: [(stage: Stage, seconds: Double)] = []
    for ((stage, start), end) in zip(begun, begun.dropFirst().map(\.at) + [now]) {
      if let index = times.firstIndex(where: { $0.stage == stage }) {
        times[index].seconds += (end - start).seconds
      } else {
        times.append((stage, (end - start).seconds))
      }
    }
    return (times, (now - start).seconds)
  }
}

extension Duration {
  fileprivate var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
