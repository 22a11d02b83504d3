import Diagnostics
import Files
import Vietnamese

/// What is in content/: Markdown pages, the files beside them, and the places they fill.
package struct ContentTree: Sendable {
  package struct File: Sendable {
    /// Below content/, or below the portal's folder for a portal's own file; NFC, with `/`.
    package let path: String
    /// Where it is on disk, an absolute path with the names as the disk has them.
    package let diskPath: String
    /// Relative to the project, for diagnostics.
    package let shownPath: String
    package let portal: Int?
    /// The place in the tree; pages only.
    package let key: Key
    package let isIndex: Bool
    /// The project's folder, which links must not lead out of: a real path.
    let home: String

    /// What is in it now, even if it was exchanged for a link.
    package func read() throws(Disk.Failure) -> [UInt8] { try Disk.read(diskPath, within: home) }

    /// At most the first `limit` bytes.
    package func readStart(limit: Int) throws(Disk.Failure) -> [UInt8] {
      try Disk.readStart(diskPath, limit: limit, within: home)
    }
  }

  /// The project's folder: a real path.
  let home: String
  /// Markdown files, shared ones first, each group in the order of its paths.
  package var pages: [File] = []
  /// All other files, in the same order.
  package var assets: [File] = []
  /// What programs left behind: lock files, copies, half downloads. Nothing of it is ever published.
  package var leftovers: [File] = []
  /// The path of each place without its ending: “cam-nang/mat-khau”; the home page's is empty.
  package var places: [String] = []
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
  func page(at key: Key, for portal: Int?) -> File? {
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
  package static func place(of path: String) -> String {
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
}
