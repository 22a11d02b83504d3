import Diagnostics
import Vietnamese

/// The kinds of GFM alert, by the word written in `> [!WORD]`.
public enum AlertKind: String, Sendable, CaseIterable {
  case note, tip, important, warning, caution
}

/// What `[!WORD]` may say: GitHub's words and the Vietnamese ones, in any case, with or without tones.
public struct AlertName: Sendable {
  let kind: AlertKind
  /// What it says above the alert, where that is not the name of its kind.
  let heading: Heading?

  enum Heading {
    /// That there is no time to lose.
    case urgent
    case notice
  }

  /// In bytes: no name is nearly as long, even with its tones apart.
  static let longest = 60

  private static let words: [(word: String, kind: AlertKind, heading: Heading?)] =
    [
      ("GHI CHÚ", .note, nil), ("MẸO", .tip, nil), ("QUAN TRỌNG", .important, nil),
      ("LƯU Ý", .important, .notice),
      ("CẢNH BÁO", .warning, nil), ("THẬN TRỌNG", .caution, nil), ("KHẨN CẤP", .caution, .urgent),
    ] + AlertKind.allCases.map { ($0.rawValue.uppercased(), $0, nil) }

  private static let byFolded = Dictionary(uniqueKeysWithValues: words.map { (folded($0.word), $0) })

  public init?(_ word: String) {
    guard let known = Self.byFolded[Self.folded(word)] else { return nil }
    kind = known.kind
    heading = known.heading
  }

  /// The marker that a misspelt word most likely means.
  static func nearest(to word: String) -> String? {
    Diagnostics.nearest(to: folded(word), among: words.lazy.map { folded($0.word) })
      .flatMap { byFolded[$0] }.map { "[!\($0.word)]" }
  }

  private static func folded(_ word: String) -> String {
    Folding.fold(word).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
