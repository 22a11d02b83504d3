import Addresses
import Diagnostics
import Files

/// What a project declares: its portals and what they share.
package struct Project: Sendable {
  /// Of what its files say.
  let fingerprint: Fingerprint
  /// The project's folder, an absolute path.
  package let root: String
  /// The rules of `check` that its files may speak of; nil where nobody minds.
  let rules: RuleBook?
  package let language: Language
  package let audiences: [Audience]
  /// In the order of their ids.
  package private(set) var portals: [Portal]
  /// Whether the portals are folders of content/portals, and not one portal that site.yaml describes.
  package let hasPortalFolders: Bool
  /// The index of the portal whose addresses are canonical for shared pages.
  package let mainPortal: Int
  /// How many entries a page of a list has.
  let pageSize: Int
  /// What a project or a section may set it to.
  static let pageSizes = 1...1000
  /// Where a reader goes who must leave a page at once.
  let quickExitURL: String
  /// The page that helps who finds nothing.
  let helpPage: PathReference?
  /// Files of content/, or folders of them, that every portal publishes though no page uses them.
  let alsoPublished: [PathReference]
  /// What was withdrawn, in the order of the register.
  package let withdrawals: [Withdrawal]
  /// By the code of a rule of `check`: how much it weighs here; nil for not at all.
  package let checkLevels: [String: Diagnostic.Severity?]

  /// The project as one server has all its portals, each below its id: for the preview, whose links from one portal to
  /// another must not lead to what is published.
  func served(at origin: String) -> Project {
    var project = self
    for index in portals.indices {
      project.portals[index].url = PortalURL(origin: origin, path: "/\(portals[index].id)/")
    }
    return project
  }

  package struct Audience: Sendable {
    package var id = ""
    var name = ""
  }
}
