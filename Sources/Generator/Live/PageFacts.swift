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
  init?(of output: Site.Output, in edition: Edition) {
    unpublished = edition.unpublished(atMost: Self.longestList)
    guard case .page(let key, _) = output.route else { return nil }
    let page = edition.page(key)
    source = page.path
    title = page.title
    kind = page.kind.rawValue
    standing = page.state.name
    date = page.date.map(edition.words)
    owner = page.provenance?.owner
    reviewBy = page.provenance?.reviewBy.map(edition.words)
    isReviewOverdue = page.provenance?.reviewBy.map { $0 < edition.content.today } ?? false
    expires = page.provenance?.expires.map(edition.words)
    if !page.body.html.isEmpty { reading = Reading(of: page.body) }
    backlinks = edition.keys(linkingTo: key).prefix(Self.longestList).map {
      Link(title: edition.page($0).title, href: "/\(edition.portal.id)/\(edition.route($0))")
    }
    let index = edition.site.shown[Int(key)]
    let routes = PageRoutes(content: edition.content, selection: edition.selection)
    portals = edition.project.portals.indices.filter { edition.selection.shown[$0][Int(key)] == index }.map {
      let portal = edition.project.portals[$0]
      return Link(title: portal.title, href: "/\(portal.id)/\(routes.route(of: key, in: $0))")
    }
  }
}

extension Edition {
  fileprivate func keys(linkingTo key: Key) -> [Key] {
    site.shown.indices.lazy.map { Key($0) }.filter { other in
      other != key && self.isShown(other)
        && (self.page(other).body.links.contains { $0.page == key }
          || self.page(other).related.contains { $0.key == key })
    }
  }

  fileprivate func unpublished(atMost limit: Int) -> [PageFacts.Unpublished] {
    let keys = site.shown.indices.lazy.map { Key($0) }.filter {
      self.isShown($0) && self.page($0).state != .published
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
    }
  }
}
