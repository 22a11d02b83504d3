import Diagnostics
import Files
import Generator

/// Where archetypes lie: in the theme of the portal, in the project's copy of vung-xanh, in the tool's own.
package struct ArchetypeShelf: Sendable {
  /// An archetype, or the folder of a portal's.
  package struct Found: Sendable {
    /// Relative to the project, or absolute when it is the tool's own.
    package let path: String
    let disk: String
    /// The theme that was looked into first and has none.
    package let missingIn: String?
  }

  private let root: String
  private let theme: String
  private let home: HomeTheme?

  init(_ project: Project, portal: Int?, home: HomeTheme?) {
    root = project.root
    theme = project.portals[portal ?? project.mainPortal].theme
    self.home = home
  }

  func file(of type: NewType) throws(StartFailure) -> Found { try find(type, type.rawValue + ".md") }

  /// The folder whose files a new portal gets.
  func portalFolder() throws(StartFailure) -> Found { try find(.portal, "portal") }

  private func find(_ type: NewType, _ name: String) throws(StartFailure) -> Found {
    let first = "themes/\(theme)/archetypes/\(name)"
    let second = "themes/\(HomeTheme.name)/archetypes/\(name)"
    if Disk.exists(root + "/" + first) { return Found(path: first, disk: root + "/" + first, missingIn: nil) }
    if Disk.exists(root + "/" + second) {
      return Found(path: second, disk: root + "/" + second, missingIn: theme)
    }
    if let path = home.map({ "\($0.folder)/archetypes/\(name)" }), Disk.exists(path) {
      return Found(path: path, disk: path, missingIn: theme)
    }
    throw StartFailure(StartProblem.missingArchetype(type: type.rawValue), in: first)
  }
}
