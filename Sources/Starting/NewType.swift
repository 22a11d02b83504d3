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
    case .guide: ["huong-dan"]
    case .tip: ["meo"]
    case .page: ["trang"]
    case .document: ["van-ban", "tai-lieu"]
    case .chapter: ["chuong"]
    case .news: ["tin", "tin-tuc"]
    case .event: ["su-kien"]
    case .section: ["chuyen-muc"]
    case .handbook: ["cam-nang"]
    case .campaign: ["chien-dich"]
    case .portal: ["cong"]
    }
  }

  package var vietnameseName: String { vietnameseNames[0] }

  /// What to call it when there is a choice, and what it is for.
  package var label: (vi: String, en: String) {
    switch self {
    case .guide: ("hướng dẫn: một việc, từng bước", "a guide: one task, step by step")
    case .tip: ("mẹo ngắn theo lứa tuổi", "a short tip for an age")
    case .page: ("trang thường", "a plain page")
    case .document: ("văn bản, có cơ quan ban hành", "an official paper, with its issuer")
    case .chapter: ("chương của một cẩm nang", "a chapter of a handbook")
    case .news: ("tin của một chiến dịch", "a piece of news of a campaign")
    case .event: ("sự kiện: thời gian, địa điểm, đăng ký", "an event: when, where, how to join")
    case .section: ("chuyên mục", "a section")
    case .handbook: ("cẩm nang nhiều chương", "a handbook of chapters")
    case .campaign: ("chiến dịch, phong trào", "a campaign")
    case .portal: ("cổng của một đơn vị", "the portal of a unit")
    }
  }

  /// The generator's kind of such a page; nil for a portal.
  var kind: Page.Kind? {
    switch self {
    case .guide: .guide
    case .tip: .tip
    case .page, .news, .event: .page
    case .document: .document
    case .chapter: .chapter
    case .section: .section
    case .handbook: .handbook
    case .campaign: .campaign
    case .portal: nil
    }
  }

  /// Whether it has pages below it, and so is a folder.
  package var isSection: Bool { kind?.isSection == true }

  /// What must be there before such a page has a place.
  var home: NewType {
    switch self {
    case .chapter: .handbook
    case .news: .campaign
    default: .section
    }
  }

  func fits(_ section: ProjectOutline.Section) -> Bool {
    switch self {
    case .chapter: section.kind == .handbook
    case .news: section.kind == .campaign
    case .portal: false
    default: section.kind == .section || section.kind == .home
    }
  }
}

/// Why nothing was made: at least one problem.
package struct StartFailure: Error {
  package let diagnostics: [Diagnostic]

  init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

  /// - Parameter place: a file, or the argument that is wrong.
  init(_ problem: any Problem, in place: String) { diagnostics = [Diagnostic(problem, in: place)] }
}
