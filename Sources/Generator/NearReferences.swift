import Vietnamese
import Diagnostics

/// What the author of a wrong link most likely meant: only pages and files that are there.
extension PageReferences {
  /// - Parameters:
  ///   - path: as the tree would have it.
  ///   - written: as the author has it.
  func nearestPage(to path: String, written: String) -> String? {
    let name = path.lastComponent
    let names = visible(tree.pages).map { $0.path.lastComponent }.filter {
      $0 != "index.md" && $0 != "_index.md" || $0 == name
    }
    guard let near = nearest(to: name, among: names) else { return nil }
    let beside = String(path.dropLast(name.count)) + near
    if near != name, let key = tree.key(ofPagePath: beside), tree.hasPage(at: key, for: file.portal) {
      return written.dropLast(name.count) + near
    }
    // The right name in the wrong folder: say where it is.
    return visible(tree.pages).first { $0.path.lastComponent == near }.map { "/" + $0.path }
  }

  func nearestFile(to path: String, written: String) -> String? {
    let name = path.lastComponent
    guard let near = nearest(to: name, among: visible(tree.assets).map { $0.path.lastComponent }) else {
      return nil
    }
    if tree.asset(at: String(path.dropLast(name.count)) + near, for: file.portal) != nil {
      return written.dropLast(name.count) + near
    }
    return visible(tree.assets).first { $0.path.lastComponent == near }.map { "/" + $0.path }
  }

  /// The page whose address ends a path: what a browser shows above a page, copied into a link.
  ///
  /// - Parameter route: ends in `.html`; the folder of a portal may stand first.
  func page(ofRoute route: String, written: String) -> String? {
    let stem = String(route.dropLast(5))
    let inPortal = stem.firstIndex(of: "/").map { String(stem[stem.index(after: $0)...]) }
    for place in [stem, inPortal ?? stem] {
      guard let key = tree.key(ofPagePath: place + ".md"), let path = tree.path(of: key, for: file.portal)
      else {
        continue
      }
      return place == stem && path == place + ".md" ? written.dropLast(5) + ".md" : "/" + path
    }
    let bare = stem.lastComponent
    return visible(tree.pages).first { page in
      let place = tree.places[Int(page.key)]
      guard Slug.make(place.lastComponent) == bare else { return false }
      let address = place.split(separator: "/").map { Slug.make(String($0)) }.joined(separator: "/")
      return address == stem || address == inPortal
    }
    .map { "/" + $0.path } ?? nearestPage(to: stem + ".md", written: written.dropLast(5) + ".md")
  }

  /// - Parameter path: of an address of preview, which begins with the folder of a portal.
  func previewedPage(_ path: String) -> String? {
    var path = Self.decoded(path) ?? path
    path = String(path.drop { $0 == "/" })
    if path.isEmpty || path.hasSuffix("/") { path += "index.html" }
    if !path.hasSuffix(".html") { path += ".html" }
    return page(ofRoute: path, written: path)
  }

  /// Those that the page's portal can have: shared ones and its own.
  private func visible(_ files: [ContentTree.File]) -> some Sequence<ContentTree.File> {
    files.lazy.filter { [portal = file.portal] in $0.portal == nil || $0.portal == portal }
  }

  // MARK: What a path is not

  /// `C:\\x`, `file:///C:/x`, `\\server\x`.
  static func isOnOwnDisk(_ destination: String) -> Bool {
    guard let first = destination.utf8.first else { return false }
    if first == UInt8(ascii: "\\") { return true }
    guard first.isASCIILetter else { return false }
    return destination.utf8.dropFirst().first == UInt8(ascii: ":") || scheme(of: destination) == "file"
  }

  /// What follows the host in an address on the author's own computer; nil for another address.
  static func pathOfPreview(_ destination: String) -> String? {
    for scheme in ["http://", "https://"] where destination.hasPrefix(scheme) {
      let rest = destination.dropFirst(scheme.count)
      let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
      let host = authority.hasPrefix("[") ? authority.prefix { $0 != "]" } : authority.prefix { $0 != ":" }
      guard ["localhost", "127.0.0.1", "0.0.0.0", "[::1"].contains(host.lowercased()) else { return nil }
      return String(rest.dropFirst(authority.count).prefix { $0 != "?" && $0 != "#" })
    }
    return nil
  }

  /// `tongdai111.vn`, `www.hanoi.gov.vn/tin`.
  static func looksLikeHost(_ path: String) -> Bool {
    let host = path.prefix { $0 != "/" }
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count >= 2, let last = labels.last, WebLinkCheck.topDomains.contains(last.lowercased())
    else {
      return false
    }
    return labels.allSatisfy { label in
      !label.isEmpty
        && label.utf8.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "-") }
    }
  }
}
