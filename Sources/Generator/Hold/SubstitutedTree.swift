import Diagnostics

extension ContentTree {
  /// The tree with what stands for its pages: other sources, pages that are gone from the disk, and pages that do not
  /// count.
  ///
  /// - Parameter portals: ids of the portals, in order.
  func with(_ substitutes: Substitutes, portals: [String]) -> ContentTree {
    var files = pages.map(\.file) + assets.values.map { $0.standIn(substitutes[$0.shownPath]) }
    let known = Set(files.map(\.shownPath))
    var absent = absent
    let away = Set(absent.map(\.shownPath))
    for path in substitutes.files.keys.sorted() where !known.contains(path) && !away.contains(path) {
      guard let file = file(shownAs: path, portals: portals) else { continue }
      if substitutes.source(path) != nil, path.hasSuffix(".md") { files.append(file) }
      if case .published? = substitutes[path] { files.append(file.standIn(substitutes[path])) }
      if substitutes.withdrawal(path) != nil { absent.append(file) }
    }
    var tree = ContentTree(home: home)
    tree.leftovers = leftovers
    tree.absent = absent
    // They had their places before; what is added has none yet, or a place that a refused file wanted.
    var unheard: [Diagnostic] = []
    for file in files.sorted(by: Self.precedes) {
      tree.add(
        file.path, disk: file.diskPath, shown: file.shownPath, portal: file.portal,
        substitute: substitutes[file.shownPath], problems: &unheard)
    }
    for file in absent {
      if !file.path.hasSuffix(".md") {
        if let day = substitutes.withdrawal(file.shownPath) { tree.withdraw(file, on: day) }
        continue
      }
      tree.add(
        file.path, disk: file.diskPath, shown: file.shownPath, portal: file.portal,
        substitute: substitutes[file.shownPath], problems: &unheard)
    }
    return tree
  }

  /// What a path below the project is in the tree, whether it is there or not; nil for what is not in content/.
  func file(shownAs shown: String, portals: [String]) -> File? {
    let parts = shown.split(separator: "/").map(String.init)
    let root = shown.hasPrefix("content/portals/") ? 3 : 1
    let portal = root == 3 ? portals.firstIndex(of: parts[2]) : nil
    guard parts.count > root, root == 1 || portal != nil else { return nil }
    return File(
      path: parts[root...].joined(separator: "/"), diskPath: home + "/" + shown, shownPath: shown,
      portal: portal, home: home)
  }

  /// In the order in which folders are walked: shared files first, names by their bytes.
  private static func precedes(_ a: File, _ b: File) -> Bool {
    if a.portal != b.portal { return (a.portal ?? -1) < (b.portal ?? -1) }
    return a.path.utf8.lazy.map(orderOfByte).lexicographicallyPrecedes(b.path.utf8.lazy.map(orderOfByte))
  }

  /// A slash ends a name, so it comes before what a name can hold.
  private static func orderOfByte(_ byte: UInt8) -> UInt8 { byte == UInt8(ascii: "/") ? 0 : byte }
}

extension ContentTree.File {
  /// The file that stands for it, if one does.
  fileprivate func standIn(_ substitute: Substitutes.Substitute?) -> ContentTree.File {
    guard case .published(let place, let home)? = substitute else { return self }
    return ContentTree.File(path: path, diskPath: place, shownPath: shownPath, portal: portal, home: home)
  }
}
