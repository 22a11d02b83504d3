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
  /// The file that declares it, for diagnostics.
  package let path: String
  package internal(set) var name = ""
  package internal(set) var title = ""
  package internal(set) var description = ""
  package internal(set) var kind = Kind.other
  package internal(set) var url = PortalURL(origin: "https://example", path: "/")
  package internal(set) var body = ""
  package internal(set) var parentBody: String?
  package internal(set) var responsible = ""
  package internal(set) var address = ""
  package internal(set) var phone = ""
  package internal(set) var email = ""
  /// Which of these its unit has still to supply: every page asks, so it is looked up once.
  package internal(set) var pending = Pending()
  /// As `#0b6e4f`.
  package internal(set) var accent: String?
  /// A picture in its folder.
  package internal(set) var emblem: PathReference?
  package internal(set) var menu: [MenuItem]
  /// Whether the menu is the project's, whose entries are left out where the portal does not show the page.
  package internal(set) var menuIsShared = true
  package internal(set) var show = Show()
  /// Keys of shared pages left out.
  package internal(set) var hidden: [PathReference] = []
  package internal(set) var state = State.sample
  /// Files of content/, or folders of them, that it publishes though no page uses them.
  package internal(set) var alsoPublished: [PathReference] = []
  package internal(set) var language: Language
  package internal(set) var theme: String
  var canonical = Canonical.main
  /// Whether its search finds what other portals have as well.
  var searchesAll = false
  /// Whether its server has a certificate for good: browsers then never ask it without one again (HSTS).
  var isSecureOnly = false

  /// - Parameter path: the file that declares it.
  init(id: String, path: String, of defaults: ProjectFields) {
    self.id = id
    self.path = path
    menu = defaults.menu
    language = defaults.language
    theme = defaults.theme
  }

  package struct MenuItem: Sendable {
    package enum Target: Sendable { case page(PathReference), url(String, Place) }
    package let title: String
    package let target: Target
  }

  /// Whether it stands for its unit, or still shows how it will be. One that does not say so is live as soon as it has
  /// a real address.
  package enum State: String, CaseIterable { case sample, live }

  package struct Pending: Sendable {
    var responsible = false
    var address = false
    var phone = false
    var email = false
  }

  /// Narrows what the portal shows; an empty list does not narrow.
  package struct Show: Sendable {
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
