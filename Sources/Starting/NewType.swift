import Diagnostics
import Generator
import Vietnamese

/// What `vungxanh new` makes.
package enum NewType: String, CaseIterable, Sendable {
  case guide, tip, page, document, chapter, news, event, section, handbook, campaign, portal

  /// The type that a name means, English or Vietnamese, with tones or without; a failure names the nearest one.
  package static func named(_ name: String?) -> Result<NewType, StartFailure> {
    let known = allCases.map(\.rawValue)
    guard let name, !name.isEmpty else {
      return .failure(StartFailure(NewPageProblem.missingArgument(.type, choices: known), in: "vungxanh new"))
    }
    if let type = NewType(rawValue: name) { return .success(type) }
    let slug = Slug.make(name)
    if let type = allCases.first(where: { $0.vietnameseNames.contains(slug) }) { return .success(type) }
    let near =
      nearest(to: slug, among: known)
      ?? allCases.first { Slug.make($0.label.vi).hasPrefix(slug) && !slug.isEmpty }?.rawValue
    return .failure(
      StartFailure(NewPageProblem.unknownType(name, nearest: near, known: known), in: "vungxanh new"))
  }

  /// What it may be called in Vietnamese, without tones; the first is the one that is shown.
  private var vietnameseNames: [String] {
    switch self {
    case .news: ["tin", "tin-tuc"]
    case .event: ["su-kien"]
    case .portal: ["cong"]
    case .guide, .tip, .page, .document, .chapter, .section, .handbook, .campaign: kind?.type.names ?? []
    }
  }

  package var vietnameseName: String { vietnameseNames[0] }

  /// What to call it when there is a choice, and what it is for.
  package var label: (vi: String, en: String) {
    switch self {
    case .news: ("tin của một chiến dịch", "a piece of news of a campaign")
    case .event: ("sự kiện: thời gian, địa điểm, đăng ký", "an event: when, where, how to join")
    case .portal: ("cổng của một đơn vị", "the portal of a unit")
    case .guide, .tip, .page, .document, .chapter, .section, .handbook, .campaign:
      kind?.type.label ?? ("", "")
    }
  }

  /// The generator's kind of such a page, of the same name unless it is a plain page; nil for a portal.
  var kind: Page.Kind? {
    switch self {
    case .news, .event: .page
    case .portal: nil
    case .guide, .tip, .page, .document, .chapter, .section, .handbook, .campaign:
      Page.Kind(rawValue: rawValue)
    }
  }

  /// Whether it has pages below it, and so is a folder.
  package var isSection: Bool { kind?.isSection == true }

  /// What must be there before such a page has a place.
  var home: NewType {
    if self == .news { return .campaign }
    return (kind?.type.home).flatMap { NewType(rawValue: $0.rawValue) } ?? .section
  }

  func fits(_ section: ProjectOutline.Section) -> Bool {
    if self == .portal { return false }
    if home == .section { return section.kind == .section || section.kind == .home }
    return section.kind == home.kind
  }
}

/// Why nothing was made: at least one problem.
package struct StartFailure: Error {
  package let diagnostics: [Diagnostic]

  init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

  /// - Parameter place: a file, or the argument that is wrong.
  init(_ problem: any Problem, in place: String) { diagnostics = [Diagnostic(problem, in: place)] }
}
