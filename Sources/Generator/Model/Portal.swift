import Addresses
import Diagnostics

/// What a unit declares of its portal.
package struct Portal: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case district, ward, commune, province, school, union, other
  }

  /// Which pages' canonical address is the portal's own.
  enum Canonical: String, CaseIterable {
    /// The main portal's, for a page it shares with it.
    case main
    case own
  }

  enum SearchScope: String, CaseIterable { case own, all }

  /// The name of its folder, and of its folder in the output.
  package let id: String
  let name: String
  package let title: String
  let description: String
  let kind: Kind
  package var url: PortalURL
  package let body: String
  let parentBody: String?
  let responsible: String
  let address: String
  let phone: String
  let email: String
  /// Which of these its unit has still to supply: every page asks, so it is looked up once.
  let pending: Pending
  /// As `#0b6e4f`.
  let accent: String?
  /// A picture in its folder.
  let emblem: PathReference?
  package let menu: [MenuItem]
  /// Whether the menu is the project's, whose entries are left out where the portal does not show the page.
  package let menuIsShared: Bool
  let show: Show
  /// Keys of shared pages left out.
  let hidden: [PathReference]
  let state: State
  /// Files of content/, or folders of them, that it publishes though no page uses them.
  let alsoPublished: [PathReference]
  let language: Language
  package let theme: String
  let canonical: Canonical
  /// Whether its search finds what other portals have as well.
  let searchesAll: Bool
  /// Whether its server has a certificate for good: browsers then never ask it without one again (HSTS).
  let isSecureOnly: Bool
  /// The file that declares it, for diagnostics.
  package let path: String

  package struct MenuItem: Sendable {
    package enum Target: Sendable { case page(PathReference), url(String, Place) }
    package let title: String
    package let target: Target
  }

  /// Whether it stands for its unit, or still shows how it will be. One that does not say so is live as soon as it has
  /// a real address.
  package enum State: String, CaseIterable { case sample, live }

  struct Pending: Sendable {
    let responsible: Bool
    let address: Bool
    let phone: Bool
    let email: Bool
  }

  /// Narrows what the portal shows; an empty list does not narrow.
  struct Show: Sendable {
    var sections: [PathReference] = []
    var audiences: [String] = []
    var pages: [PathReference] = []
  }
}

/// A path below content/ as a YAML file names it, with its place.
package struct PathReference: Sendable {
  let path: String
  let place: Place
}
