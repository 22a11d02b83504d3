import Diagnostics
import Files

/// Themes read so far: portals of one theme and language share it unless they have templates of their own.
struct ThemeShelf {
  let root: String
  private var themes: [String: Theme?] = [:]
  private(set) var problems: [Diagnostic] = []

  init(root: String) { self.root = root }

  /// The theme as a portal uses it, in its colour; nil where it cannot be used.
  mutating func theme(for portal: Portal) -> Theme? {
    let hasOwn = Disk.isFolder("\(root)/content/portals/\(portal.id)/theme")
    let name = "\(portal.theme)/\(portal.language)\(hasOwn ? "/" + portal.id : "")"
    if let known = themes[name] { return known?.coloured(portal.accent) }
    var loader = ThemeLoader(root: root)
    let theme = loader.load(portal.theme, for: portal)
    problems += loader.problems
    themes[name] = .some(theme)
    return theme?.coloured(portal.accent)
  }
}
