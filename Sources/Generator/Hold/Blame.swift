import Diagnostics
import Files
import Markdown

/// Which changes an error is blamed on, and which portals would show it.
struct Blame {
  let snapshot: Snapshot
  /// Paths of files that are not as they were published last.
  let changes: Set<String>
  let substitutes: Substitutes
  let root: String
  /// The folder that portals' folders stand in.
  let site: String

  /// The changes that most likely brought an error about in a file that is as it was; empty where none is seen.
  func changes(for error: Diagnostic) -> Set<String> {
    if isOfTheme(error) { return [] }
    let named = changes.intersection(error.problem.otherFiles)
    if !named.isEmpty { return named }
    // A folder's error, as of a portal without its portal.yaml.
    let within = changes.filter { $0.hasPrefix(error.path + "/") }
    if !within.isEmpty { return within }
    // What it names has changed: in the place of the error, or else anywhere.
    if case .text(let text, _) = error.place {
      let named = changes.filter { Array(text.utf8).contains($0.shortestName) }
      if !named.isEmpty { return named }
    }
    let text = substitutes.source(error.path) ?? (try? Disk.read(root + "/" + error.path)) ?? []
    return text.isEmpty ? [] : changes.filter { text.contains($0.shortestName) }
  }

  func isOfTheme(_ error: Diagnostic) -> Bool {
    error.path.hasPrefix("themes/")
      || error.path.hasPrefix("content/portals/")
        && error.path.split(separator: "/").dropFirst(3).first == "theme"
  }

  /// Ids of the portals on which an error would be met; all where that cannot be told.
  func portals(of error: Diagnostic) -> [String] {
    let parts = error.path.split(separator: "/")
    let portals = snapshot.project.portals
    if error.path.hasPrefix("content/portals/"), parts.count > 2 { return [String(parts[2])] }
    if parts.first == "themes", parts.count > 1 {
      return portals.filter { $0.theme == parts[1] }.map(\.id)
    }
    let page = snapshot.library.pages.rows.first { $1.path == error.path }
    if let (id, page) = page {
      return portals.indices.filter { snapshot.selection.shown[$0][page.key] == id }.map { portals[$0].id }
    }
    let file = snapshot.library.tree.assets.rows.first { $1.shownPath == error.path }
    if let (id, _) = file {
      return snapshot.drawings.filter { drawing in
        drawing.outputs.contains { $0.kind == .asset && $0.asset == id }
      }.map(\.portal.id)
    }
    return portals.map(\.id)
  }
}

extension String {
  /// By what links call a file at the least: its name, of a section's own page that of its folder as well.
  fileprivate var shortestName: String {
    lastComponent == "_index.md" ? folderPath.lastComponent + "/_index.md" : lastComponent
  }
}

extension [UInt8] {
  fileprivate func contains(_ text: String) -> Bool {
    let text = Array(text.utf8)
    guard let first = text.first, count >= text.count else { return false }
    return (0...count - text.count).contains { self[$0] == first && self[$0..<$0 + text.count] == text[...] }
  }
}
