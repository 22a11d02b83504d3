import Diagnostics
import Files
import Vietnamese

/// What is in content/: Markdown pages, the files beside them, and the places they fill.
package struct ContentTree: Sendable {
  /// Any file but a page.
  package struct File: Sendable {
    /// Below content/, or below the portal's folder for a portal's own file; NFC, with `/`.
    package let path: String
    /// Where it is on disk, an absolute path with the names as the disk has them.
    package let diskPath: String
    /// Relative to the project, for diagnostics.
    package let shownPath: String
    package let portal: Int?
    /// The project's folder, which links must not lead out of: a real path.
    let home: String

    /// What is in it now, even if it was exchanged for a link.
    package func read() throws(Disk.Failure) -> [UInt8] { try Disk.read(diskPath, within: home) }

    /// At most the first `limit` bytes.
    package func readStart(limit: Int) throws(Disk.Failure) -> [UInt8] {
      try Disk.readStart(diskPath, limit: limit, within: home)
    }
  }

  /// A Markdown file.
  @dynamicMemberLookup
  package struct PageFile: Sendable {
    package let file: File
    /// The place in the tree.
    package let key: PageKey
    package let isIndex: Bool
    /// What stands for what is on the disk.
    var substitute: Substitutes.Substitute?

    package subscript<Value>(dynamicMember field: KeyPath<File, Value>) -> Value { file[keyPath: field] }
  }

  /// The project's folder: a real path.
  let home: String
  /// Markdown files, shared ones first, each group in the order of its paths.
  package var pages: [PageFile] = []
  /// All other files, in the same order.
  package var assets = Rows<AssetID, File>()
  /// What programs left behind: lock files, copies, half downloads. Nothing of it is ever published.
  package var leftovers: [File] = []
  /// Files that count as not published, whatever they say.
  var absent: [File] = []
  /// Pictures and attachments that were withdrawn.
  private var withdrawn: [OwnedPath: CalendarDate] = [:]
  /// Pages that have no place, since another file has it, by their paths below the project.
  private(set) var refused: [String] = []
  /// The path of each place without its ending: “cam-nang/mat-khau”; the home page's is empty.
  package var places = Rows<PageKey, String>()
  let knownFacts = KnownFacts()
  private var keys: [String: PageKey] = [:]
  private var assetIDs: [OwnedPath: AssetID] = [:]
  /// Which of `pages` fills a place: a shared one, or one of a portal's own.
  private var sharedPages = Rows<PageKey, Int?>()
  private var ownPages: [OwnedKey: Int] = [:]

  init(home: String) { self.home = home }

  private struct OwnedPath: Hashable { let portal: Int?; let path: String }
  private struct OwnedKey: Hashable { let portal: Int; let key: PageKey }

  /// The place a Markdown path names; nil when no file of any portal fills it.
  func key(ofPagePath path: String) -> PageKey? { keys[Self.place(of: path)] }

  func key(ofPlace place: String) -> PageKey? { keys[place] }

  /// The page at a place as a portal's own page sees it (its own first); as shared pages see it for nil.
  func page(at key: PageKey, for portal: Int?) -> PageFile? {
    pageIndex(at: key, for: portal).map { pages[$0] }
  }

  func hasPage(at key: PageKey, for portal: Int?) -> Bool { pageIndex(at: key, for: portal) != nil }

  /// The path of the page at a place, as `page(at:for:)` sees it.
  func path(of key: PageKey, for portal: Int?) -> String? { page(at: key, for: portal)?.path }

  private func pageIndex(at key: PageKey, for portal: Int?) -> Int? {
    if let portal, let own = ownPages[OwnedKey(portal: portal, key: key)] { return own }
    return sharedPages[key]
  }

  /// The file at a path as a portal's own page sees it.
  func asset(at path: String, for portal: Int?) -> AssetID? {
    portal.flatMap { assetIDs[OwnedPath(portal: $0, path: path)] }
      ?? assetIDs[OwnedPath(portal: nil, path: path)]
  }

  /// The day on which the file at a path was withdrawn, as a portal's own page sees it; nil where it was not.
  func withdrawal(at path: String, for portal: Int?) -> CalendarDate? {
    if withdrawn.isEmpty { return nil }
    return portal.flatMap { withdrawn[OwnedPath(portal: $0, path: path)] }
      ?? withdrawn[OwnedPath(portal: nil, path: path)]
  }

  mutating func withdraw(_ file: File, on day: CalendarDate) {
    withdrawn[OwnedPath(portal: file.portal, path: file.path)] = day
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

  mutating func add(
    _ path: String, disk: String, shown: String, portal: Int?, substitute: Substitutes.Substitute? = nil,
    problems: inout [Diagnostic]
  ) {
    let file = File(path: path, diskPath: disk, shownPath: shown, portal: portal, home: home)
    guard path.hasSuffix(".md") else {
      let owned = OwnedPath(portal: portal, path: path)
      if let other = assetIDs[owned] {
        problems.append(Diagnostic(FileProblem.sameName(other: assets[other].shownPath), in: shown))
        return
      }
      assetIDs[owned] = assets.append(file)
      return
    }
    let place = Self.place(of: path)
    let key = keys[place] ?? places.append(place)
    if key.index == sharedPages.count {
      keys[place] = key
      sharedPages.append(nil)
    }
    let isIndex = path == "_index.md" || path.hasSuffix("/_index.md")
    let owner = portal.map { OwnedKey(portal: $0, key: key) }
    if let other = owner.map({ ownPages[$0] }) ?? sharedPages[key] {
      refused.append(shown)
      problems.append(Diagnostic(FileProblem.sameName(other: pages[other].shownPath), in: shown))
      return
    }
    if let owner { ownPages[owner] = pages.count } else { sharedPages[key] = pages.count }
    pages.append(PageFile(file: file, key: key, isIndex: isIndex, substitute: substitute))
  }
}
