import Addresses
import Diagnostics
import Files
import Markdown
import Vietnamese

/// What the links of one page mean: paths from its folder to files of the content tree.
package struct PageReferences: References {
  let tree: ContentTree
  let file: ContentTree.PageFile
  /// The folder of the file, without a slash at the end.
  private let folder: String
  /// From the page's address to the portal's root: “”, “../”, …
  private let toRoot: String

  package init(tree: ContentTree, file: ContentTree.PageFile) {
    self.tree = tree
    self.file = file
    folder = file.path.lastIndex(of: "/").map { String(file.path[..<$0]) } ?? ""
    let place = tree.places[file.key]
    toRoot = String(repeating: "../", count: place.utf8.count { $0 == UInt8(ascii: "/") })
  }

  package func link(to destination: String) -> LinkTarget {
    if destination.isEmpty { return .wrong(LinkProblem.empty) }
    if Address.isOnOwnDisk(destination) { return .wrong(LinkProblem.onOwnDisk(destination, page: nil)) }
    if Address.pathOfPreview(destination) != nil {
      return .wrong(LinkProblem.previewAddress(destination, page: nil))
    }
    if let scheme = Address.scheme(of: destination) { return LinkScheme.target(scheme, destination) }
    if destination.hasPrefix("//") { return .wrong(LinkProblem.malformed(destination)) }
    if destination.hasPrefix("#") { return .anchor(Address.decoded(String(destination.dropFirst())) ?? "") }
    switch page(destination) {
    case .success(let found): return .page(id: found.key, fragment: found.fragment)
    case .failure(.notAPage):
      switch asset(destination) {
      case .success(let index): return .file(href: href(of: index), id: index)
      case .failure(let failure):
        return failure.isOfWithdrawn ? .gone(failure.problem) : .wrong(failure.problem)
      }
    case .failure(let problem): return .wrong(problem.problem)
    }
  }

  package func image(at destination: String) -> ImageTarget {
    if destination.isEmpty { return .wrong(LinkProblem.empty) }
    if Address.isOnOwnDisk(destination) { return .wrong(LinkProblem.onOwnDisk(destination, page: nil)) }
    if Address.scheme(of: destination) != nil || destination.hasPrefix("//") {
      return .wrong(LinkProblem.remoteImage(destination))
    }
    switch asset(destination) {
    case .failure(let failure):
      return failure.isOfWithdrawn ? .gone(failure.problem) : .wrong(failure.problem)
    case .success(let index):
      let facts: AssetFacts
      do throws(Disk.Failure) { facts = try tree.facts(of: index) } catch {
        return .unshowable(FileProblem.unreadable(error.reason), id: index)
      }
      switch facts.picture {
      case .size(let size): return .file(href: href(of: index), id: index, size: (size.width, size.height))
      case .noSize: return .file(href: href(of: index), id: index, size: nil)
      case .notAnImage: return .unshowable(LinkProblem.noImage(destination, facts), id: index)
      }
    }
  }

  /// From this page to a file of the tree.
  func href(of asset: AssetID) -> String { toRoot + AssetRoute.route(of: tree.assets[asset].path) }

  // MARK: Paths

  package enum Failure: Error {
    case notAPage
    case wrong(LinkProblem)

    /// Whether there was something, which is published no more: a warning.
    var isOfWithdrawn: Bool { if case .wrong(.withdrawn) = self { true } else { false } }

    var problem: LinkProblem { if case .wrong(let problem) = self { problem } else { .malformed("") } }
  }

  /// The place of the tree that a link to a page names, and the fragment.
  package func page(_ destination: String) -> Result<(key: PageKey, fragment: String?), Failure> {
    let (path, fragment) = Self.split(destination)
    guard let decoded = Address.decoded(path), let inner = resolved(decoded) else {
      return .failure(.wrong(Self.pathProblem(path)))
    }
    let isFolder = inner.isEmpty || path.hasSuffix("/") || path.hasSuffix(".")
    guard inner.hasSuffix(".md") || isFolder else { return .failure(.notAPage) }
    guard let key = tree.key(ofPagePath: inner), tree.hasPage(at: key, for: file.portal) else {
      return .failure(.wrong(Self.miswritten(destination) ?? .missingPage(destination, nearest: nil)))
    }
    return .success((key, fragment.flatMap(Address.decoded)))
  }

  /// The file that a link or picture names, as an index into the tree's assets.
  package func asset(_ destination: String) -> Result<AssetID, Failure> {
    let path = Self.split(destination).path
    guard let decoded = Address.decoded(path), let inner = resolved(decoded) else {
      return .failure(.wrong(Self.pathProblem(path)))
    }
    if let index = tree.asset(at: inner, for: file.portal) { return .success(index) }
    if let day = tree.withdrawal(at: inner, for: file.portal) {
      return .failure(.wrong(.withdrawn(destination, on: day.iso)))
    }
    if let page = pageFile(of: inner, written: path) {
      return .failure(.wrong(.missingPage(destination, nearest: page)))
    }
    if tree.leftovers.contains(where: { $0.path == inner }) {
      return .failure(.wrong(.leftover(destination)))
    }
    if inner.hasSuffix(".html") {
      return .failure(.wrong(.missingPage(destination, nearest: nil)))
    }
    if let problem = Self.miswritten(destination) { return .failure(.wrong(problem)) }
    if Address.looksLikeHost(path) { return .failure(.wrong(.withoutScheme(destination))) }
    return .failure(.wrong(.missingFile(destination, nearest: nil)))
  }

  /// What to say of a reference to a page that leads to none.
  func missing(_ destination: String) -> LinkProblem {
    let path = Self.split(destination).path
    guard let decoded = Address.decoded(path), let inner = resolved(decoded) else {
      return Self.pathProblem(path)
    }
    if inner.hasSuffix(".html") {
      return .missingPage(destination, nearest: nil)
    }
    return .missingPage(destination, nearest: pageFile(of: inner, written: path))
  }

  /// The file of the page that a path without an ending names, as the author would write it.
  private func pageFile(of inner: String, written: String) -> String? {
    guard let key = tree.key(ofPagePath: inner + ".md"), let path = tree.path(of: key, for: file.portal)
    else {
      return nil
    }
    let rest = path.dropFirst(inner.count)
    return path.hasPrefix(inner) && !inner.isEmpty ? written + rest : "/" + path
  }

  private static func miswritten(_ destination: String) -> LinkProblem? {
    Address.rightForm(of: destination).map { .miswritten(destination, right: $0) }
  }

  /// The path that a link names, as it is written and as one of the tree; nil for what is no path.
  func path(of destination: String) -> (written: String, inner: String)? {
    let path = Self.split(destination).path
    return Address.decoded(path).flatMap(resolved).map { (path, $0) }
  }

  /// A path from this page's folder, or from content/ when it begins with a slash, as a path of the tree.
  private func resolved(_ path: String) -> String? {
    var path = path
    let resolved = path.withUTF8 { $0.first == slash ? Self.join("", $0) : Self.join(folder, $0) }
    return resolved.map { NFC.normalize($0) }
  }

  /// A path from a folder, with its `.` and `..` resolved; nil when it leads out.
  private static func join(_ folder: String, _ path: UnsafeBufferPointer<UInt8>) -> String? {
    var resolved: [UInt8] = []
    resolved.reserveCapacity(folder.utf8.count + 1 + path.count)
    resolved += folder.utf8
    var start = 0
    while start < path.count {
      let end = path[start...].firstIndex(of: slash) ?? path.count
      let part = UnsafeBufferPointer(rebasing: path[start..<end])
      start = end + 1
      let isDots = part.count <= 2 && part.allSatisfy { $0 == UInt8(ascii: ".") }
      if isDots, part.count == 2 {
        if resolved.isEmpty { return nil }
        resolved.removeSubrange((resolved.lastIndex(of: slash) ?? 0)...)
      } else if !isDots {
        if !resolved.isEmpty { resolved.append(slash) }
        resolved += part
      }
    }
    return String(decoding: resolved, as: UTF8.self)
  }

  private static func pathProblem(_ path: String) -> LinkProblem {
    path.contains("..") ? .outsideContent(path) : .malformed(path)
  }

  private static func split(_ destination: String) -> (path: String, fragment: String?) {
    guard let hash = destination.utf8.firstIndex(of: UInt8(ascii: "#")) else { return (destination, nil) }
    let fragment = destination[destination.utf8.index(after: hash)...]
    return (String(destination[..<hash]), fragment.isEmpty ? nil : String(fragment))
  }
}

extension LinkProblem {
  /// What to say of a file that is shown as a picture and is none that browsers show.
  static func noImage(_ target: String, _ facts: AssetFacts) -> LinkProblem {
    facts.isHEIC ? .heicPicture(target) : .notAnImage(target)
  }
}

private let slash = UInt8(ascii: "/")
