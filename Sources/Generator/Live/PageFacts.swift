import Diagnostics
import Vietnamese

/// What an editor wants to know of a page beside its text.
package struct PageFacts: Sendable, Encodable {
  /// The file, below the project.
  package let source: String
  package var title: String?
  package var kind: String?
  /// `published`, `draft`, `future` or `expired`.
  package var standing: String?
  /// When it will be published, or was.
  package var date: String?
  package var owner: String?
  package var reviewBy: String?
  package var isReviewOverdue = false
  package var expires: String?
  package var reading: Reading?
  /// Pages that link to this one.
  package var backlinks: [Link] = []
  /// Portals that show it, this one among them, each with its address from the preview's root.
  package var portals: [Link] = []
  /// Pages on this portal that readers cannot see yet.
  package var unpublished: [Unpublished] = []

  package struct Unpublished: Sendable, Encodable, Equatable {
    /// Below the portal's root.
    package let route: String
    /// As `PageFacts.standing`.
    package let standing: String
  }

  package struct Link: Sendable, Encodable {
    package let title: String
    package let href: String
  }

  /// The most that a panel lists.
  private static let longestList = 200

  init(unreadable source: String) { self.source = source }

  /// - Returns: nil for what no file of the content tree stands for.
  init?(of output: Output, in drawing: Drawing) {
    unpublished = drawing.unpublished(atMost: Self.longestList)
    guard output.kind == .page else { return nil }
    let key = output.key
    let page = drawing.page(key)
    source = page.path
    title = page.title
    kind = page.kind.rawValue
    standing = page.state.name
    date = page.date.map(drawing.words)
    owner = page.provenance?.owner
    reviewBy = page.provenance?.reviewBy.map(drawing.words)
    isReviewOverdue = page.provenance?.reviewBy.map { $0 < drawing.today } ?? false
    expires = page.provenance?.expires.map(drawing.words)
    if !page.body.isEmpty { reading = Reading(of: page.body) }
    backlinks = drawing.keys(linkingTo: key).prefix(Self.longestList).map {
      Link(title: drawing.page($0).title, href: "/\(drawing.portal.id)/\(drawing.route($0))")
    }
    portals = drawing.showing(key).map {
      Link(title: $0.portal.title, href: "/\($0.portal.id)/\($0.route)")
    }
  }
}

extension Drawing {
  fileprivate func keys(linkingTo key: PageKey) -> [PageKey] {
    site.keys.filter { other in
      other != key
        && (self.page(other).body.links.contains { $0.page == key }
          || self.page(other).related.contains { $0.key == key })
    }
  }

  fileprivate func unpublished(atMost limit: Int) -> [PageFacts.Unpublished] {
    let keys = site.keys.filter {
      self.page($0).state != .published
    }
    return keys.prefix(limit).map {
      PageFacts.Unpublished(route: self.route($0), standing: self.page($0).state.name)
    }
  }
}

extension Page.State {
  fileprivate var name: String {
    switch self {
    case .published: "published"
    case .draft: "draft"
    case .future: "future"
    case .expired: "expired"
    case .heldBack: "held-back"
    case .withdrawn: "withdrawn"
    }
  }
}
