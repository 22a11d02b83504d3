import Diagnostics
import Vietnamese

/// What is in content/: Markdown pages, the files beside them, and the places they fill.
struct ContentTree: Sendable {
  struct File: Sendable {
    /// Below content/, or below the portal's folder for a portal's own file; NFC, with `/`.
    let path: String
    /// Where it is on disk, an absolute path with the names as the disk has them.
    let diskPath: String
    /// Relative to the project, for diagnostics.
    let shownPath: String
    let portal: Int?
    /// The place in the tree; pages only.
    let key: Key
    let isIndex: Bool
    /// The project's folder, which links must not lead out of: a real path.
    let home: String

    /// What is in it now, even if it was exchanged for a link.
    func read() throws(Disk.Failure) -> [UInt8] { try Disk.read(diskPath, within: home) }

    /// At most the first `limit` bytes.
    func readStart(limit: Int) throws(Disk.Failure) -> [UInt8] {
      try Disk.readStart(diskPath, limit: limit, within: home)
    }
  }

  /// The project's folder: a real path.
  let home: String
  /// Markdown files, shared ones first, each group in the order of its paths.
  var pages: [File] = []
  /// All other files, in the same order.
  var assets: [File] = []
  /// What programs left behind: lock files, copies, half downloads. Nothing of it is ever published.
  var leftovers: [File] = []
  /// The path of each place without its ending: “cam-nang/mat-khau”; the home page's is empty.
  var places: [String] = []
  private var keys: [String: Key] = [:]
  /// Index into `assets` by owner and path.
  private var assetIndex: [OwnedPath: Int32] = [:]
  /// Which file fills a place: by place for shared files, -1 where there is none; by owner and place for others.
  private var sharedPages: [Int32] = []
  private var ownPages: [OwnedKey: Int32] = [:]

  init(home: String) { self.home = home }

  private struct OwnedPath: Hashable { let portal: Int?; let path: String }
  private struct OwnedKey: Hashable { let portal: Int; let key: Key }

  /// The place a Markdown path names; nil when no file of any portal fills it.
  func key(ofPagePath path: String) -> Key? { keys[Self.place(of: path)] }

  func key(ofPlace place: String) -> Key? { keys[place] }

  /// The page at a place as a portal's own page sees it (its own first); as shared pages see it for nil.
  private func page(at key: Key, for portal: Int?) -> File? {
    let index = pageIndex(at: key, for: portal)
    return index >= 0 ? pages[Int(index)] : nil
  }

  func hasPage(at key: Key, for portal: Int?) -> Bool { pageIndex(at: key, for: portal) >= 0 }

  /// The path of the page at a place, as `page(at:for:)` sees it.
  func path(of key: Key, for portal: Int?) -> String? { page(at: key, for: portal)?.path }

  private func pageIndex(at key: Key, for portal: Int?) -> Int32 {
    if let portal, let own = ownPages[OwnedKey(portal: portal, key: key)] { return own }
    return sharedPages[Int(key)]
  }

  /// The file at a path as a portal's own page sees it, as an index into `assets`.
  func asset(at path: String, for portal: Int?) -> Int32? {
    portal.flatMap { assetIndex[OwnedPath(portal: $0, path: path)] }
      ?? assetIndex[OwnedPath(portal: nil, path: path)]
  }

  /// “a/b.md”, “a/b/index.md” and “a/b/_index.md” are the place “a/b”.
  static func place(of path: String) -> String {
    var path = path
    return path.withUTF8 { path in
      var place = path[...]
      func drop(_ ending: StaticString) -> Bool {
        let ending = UnsafeBufferPointer(start: ending.utf8Start, count: ending.utf8CodeUnitCount)
        guard place.count >= ending.count, place.suffix(ending.count).elementsEqual(ending) else {
          return false
        }
        place = place.dropLast(ending.count)
        return true
      }
      _ = drop(".md")
      if !drop("/_index"), !drop("/index"), place.count <= 6 {
        // The home page's own file.
        if place.elementsEqual("_index".utf8) || place.elementsEqual("index".utf8) { return "" }
      }
      return String(decoding: place, as: UTF8.self)
    }
  }

  mutating func add(_ path: String, disk: String, shown: String, portal: Int?, problems: inout [Diagnostic]) {
    guard path.hasSuffix(".md") else {
      let owned = OwnedPath(portal: portal, path: path)
      if let other = assetIndex[owned] {
        problems.append(Diagnostic(FileProblem.sameName(other: assets[Int(other)].shownPath), in: shown))
        return
      }
      assetIndex[owned] = Int32(assets.count)
      assets.append(
        File(
          path: path, diskPath: disk, shownPath: shown, portal: portal, key: -1, isIndex: false, home: home))
      return
    }
    let place = Self.place(of: path)
    let key = keys[place] ?? Key(places.count)
    if key == places.count {
      keys[place] = key
      places.append(place)
      sharedPages.append(-1)
    }
    let isIndex = path == "_index.md" || path.hasSuffix("/_index.md")
    let other = portal.map { ownPages[OwnedKey(portal: $0, key: key)] ?? -1 } ?? sharedPages[Int(key)]
    guard other < 0 else {
      problems.append(Diagnostic(FileProblem.sameName(other: pages[Int(other)].shownPath), in: shown))
      return
    }
    if let portal {
      ownPages[OwnedKey(portal: portal, key: key)] = Int32(pages.count)
    } else {
      sharedPages[Int(key)] = Int32(pages.count)
    }
    pages.append(
      File(
        path: path, diskPath: disk, shownPath: shown, portal: portal, key: key, isIndex: isIndex, home: home))
  }

  /// The place of every folder of pages has a page of its own, and a page's own folder holds no pages.
  func checkSections(problems: inout [Diagnostic]) {
    var reported: Set<String> = []
    for file in pages {
      guard let slash = places[Int(file.key)].lastIndex(of: "/") else { continue }
      let folder = String(places[Int(file.key)][..<slash])
      let section = keys[folder].flatMap { page(at: $0, for: file.portal) }
      if let section, !section.isIndex {
        problems.append(Diagnostic(FileProblem.pageInsidePage(page: section.shownPath), in: file.shownPath))
      } else if section == nil, reported.insert(folder).inserted {
        problems.append(Diagnostic(FileProblem.missingSection(folder: folder), in: file.shownPath))
      }
    }
  }
}

/// Walks content/ and the portals' folders in it.
///
/// Files whose names begin with a dot or end with `~` are editors' and systems' own, and passed over.
struct Discovery {
  let root: String
  private(set) var tree: ContentTree
  private(set) var problems: [Diagnostic] = []
  /// Folders that links led to within what is walked now, by their real paths.
  private var linked: Set<String> = []
  /// Where content/ really is.
  private let content: String

  /// Deeper ones come from a copy that went round, and make paths that no system takes.
  private static let deepest = 64

  init(root: String) {
    self.root = root
    tree = ContentTree(home: (try? Disk.realPath(root)) ?? root)
    content = (try? Disk.realPath(root + "/content")) ?? root + "/content"
  }

  /// - Parameter portals: ids of the portals, in order.
  mutating func run(portals: [String]) {
    walk("content", below: "", portal: nil, ancestors: [])
    for (index, id) in portals.enumerated() {
      linked = []
      walk("content/portals/\(id)", below: "", portal: index, ancestors: [])
    }
    tree.checkSections(problems: &problems)
  }

  private mutating func walk(_ folder: String, below path: String, portal: Int?, ancestors: [String]) {
    let entries: [Disk.Entry]
    var ancestors = ancestors
    guard path.utf8.count(where: { $0 == UInt8(ascii: "/") }) < Self.deepest else {
      problems.append(Diagnostic(FileProblem.foldersTooDeep(limit: Self.deepest), in: NFC.normalize(folder)))
      return
    }
    do throws(Disk.Failure) {
      entries = try Disk.entries(of: root + "/" + folder)
      let place = try Disk.realPath(root + "/" + folder)
      guard Disk.isPath(place, within: tree.home) else {
        problems.append(Diagnostic(FileProblem.linkOutside, in: folder))
        return
      }
      ancestors.append(place)
    } catch {
      problems.append(Diagnostic(FileProblem.unreadableFolder(error.reason), in: NFC.normalize(folder)))
      return
    }
    for entry in entries where !Self.passesOver(entry.name) {
      let disk = folder + "/" + entry.name
      let shown = NFC.normalize(disk)
      guard entry.isUTF8 else {
        problems.append(Diagnostic(FileProblem.nameNotUTF8, in: shown))
        continue
      }
      let inner = path.isEmpty ? NFC.normalize(entry.name) : path + "/" + NFC.normalize(entry.name)
      switch entry.kind == .link ? followed(disk, shown: shown, ancestors: ancestors) : entry.kind {
      case .folder:
        // What is not content: the portals themselves, the facts, and a portal's own templates.
        if path.isEmpty, portal == nil ? ["portals", "facts"].contains(inner) : inner == "theme" {
          if inner == "facts", holdsFiles(disk) {
            problems.append(Diagnostic(FileProblem.factsNotRead, in: shown))
          }
          continue
        }
        walk(disk, below: inner, portal: portal, ancestors: ancestors)
      case .file:
        if path.isEmpty, inner == "site.yaml" || inner == "portal.yaml" { continue }
        if Leftover.isLeftover(entry.name) {
          tree.leftovers.append(
            ContentTree.File(
              path: inner, diskPath: root + "/" + disk, shownPath: shown, portal: portal, key: -1,
              isIndex: false, home: tree.home))
          continue
        }
        tree.add(inner, disk: root + "/" + disk, shown: shown, portal: portal, problems: &problems)
      case .other: problems.append(Diagnostic(FileProblem.notRegular, in: shown))
      case .link: break
      }
    }
  }

  private func holdsFiles(_ folder: String) -> Bool {
    ((try? Disk.entries(of: root + "/" + folder)) ?? []).contains {
      !Self.isPassedOver($0.name) && ($0.kind != .folder || holdsFiles(folder + "/" + $0.name))
    }
  }

  /// Whether a name is an editor's or a system's own.
  static func isPassedOver(_ name: String) -> Bool {
    passesOver(name) || Leftover.isLeftover(name)
  }

  /// Whether a path has a name that no content has.
  static func passesOver(_ path: String) -> Bool {
    path.split(separator: "/").contains { $0.hasPrefix(".") || $0.hasSuffix("~") }
  }

  /// What a link leads to; reported and `.link` where it must not be followed.
  private mutating func followed(_ disk: String, shown: String, ancestors: [String]) -> Disk.Entry.Kind {
    do throws(Disk.Failure) {
      let target = try Disk.realPath(root + "/" + disk)
      if ancestors.contains(where: { Disk.isPath($0, within: target) }) {
        problems.append(Diagnostic(FileProblem.linkLoop, in: shown))
        return .link
      }
      guard Disk.isPath(target, within: tree.home) else {
        problems.append(Diagnostic(FileProblem.linkOutside, in: shown))
        return .link
      }
      switch try Disk.kind(of: target) {
      case .file: return .file
      case .folder:
        // Many links to folders with links to folders would be many thousand folders.
        let isRead = Disk.isPath(target, within: content) || !linked.insert(target).inserted
        guard isRead else { return .folder }
        let other = String(target.dropFirst(tree.home.utf8.count + 1))
        problems.append(Diagnostic(FileProblem.linkRepeats(other: other), in: shown))
        return .link
      case .other: return .other
      }
    } catch {
      let problem: FileProblem =
        if case .linkLoop = error.reason { .linkLoop } else { .unreadable(error.reason) }
      problems.append(Diagnostic(problem, in: shown))
      return .link
    }
  }
}
