import Diagnostics
import Files

extension HeldBack {
  /// Holds back all changes but those of some files and folders: for what cannot wait until all is well.
  ///
  /// Folders' own pages come along where they are new, since without them nothing in them is shown.
  ///
  /// - Parameters:
  ///   - only: paths below the project; of an empty list nothing is held back.
  ///   - problems: receives why that cannot be done.
  /// - Returns: whether it could.
  mutating func holdsAllBut(_ only: [String], problems: inout [Diagnostic]) -> Bool {
    if only.isEmpty { return true }
    guard sources.isKnown else {
      problems.append(Diagnostic(SiteProblem.onlyAfterFirst, in: "--only \(only[0])"))
      return false
    }
    let disk = textFiles()
    let all = Set(disk.keys).union(sources.entries.keys).union([Withdrawal.register])
    for path in only where !all.contains(where: { $0.isWithin(path) }) {
      problems.append(Diagnostic(SiteProblem.nothingThere(path), in: "--only \(path)"))
    }
    guard !problems.contains(where: { $0.severity == .error }) else { return false }
    let around = Set(only.flatMap(\.foldersAround).map { $0 + "/_index.md" })
    for path in all where path != Withdrawal.register && !only.contains(where: path.isWithin) {
      if around.contains(path), sources.entries[path] == nil { continue }
      // Of a text that is kept, the sum is that of its bytes.
      if let place = disk[path], let known = sources.entries[path],
        (try? Disk.read(place)).map({ Fingerprint(of: $0) }) == known.place.sum
      {
        continue
      }
      hold(path, .notAskedFor)
    }
    return true
  }

  /// Pages and declarations: where they are on disk, by their paths below the project.
  private func textFiles() -> [String: String] {
    var unheard: [Diagnostic] = []
    guard let sources = Sources(discovering: root, problems: &unheard) else {
      // site.yaml cannot be read, which is one of the changes.
      return Dictionary(
        uniqueKeysWithValues: self.sources.entries.keys.filter { Disk.exists(root + "/" + $0) }.map {
          ($0, root + "/" + $0)
        })
    }
    let pages = sources.tree.pages.map { ($0.shownPath, $0.diskPath) }
    let declarations = (Self.declarations(of: sources.project, with: .none) ?? []).map {
      ($0.path, root + "/" + $0.path)
    }
    return Dictionary(pages + declarations) { first, _ in first }
  }
}

extension String {
  /// Whether it is a path, or lies below it.
  fileprivate func isWithin(_ path: String) -> Bool { self == path || hasPrefix(path + "/") }

  /// The folders around, the nearest first.
  fileprivate var foldersAround: [String] {
    var (folders, folder): ([String], String) = ([], folderPath)
    while !folder.isEmpty {
      folders.append(folder)
      folder = folder.folderPath
    }
    return folders
  }
}
