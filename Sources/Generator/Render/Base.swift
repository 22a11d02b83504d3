/// Where a page stands: how its links begin. Two bytes, so that a view of it fits in three words.
struct Base: Equatable, Sendable {
  /// How many folders below the portal's root; -1 for a page that is served at any depth.
  private let depth: Int16

  private init(depth: Int16) { self.depth = depth }

  init(route: String) { depth = Int16(clamping: route.utf8.count { $0 == UInt8(ascii: "/") }) }

  /// For a page that is served at any depth: its links begin with the path of the portal's URL.
  static let absolute = Base(depth: -1)

  /// By how many folders it stands deeper than another page; negative when it stands higher.
  func depth(below other: Base) -> Int { Int(depth) - Int(other.depth) }

  func prefix(_ drawing: Drawing) -> String {
    if depth < 0 { return drawing.portal.url.path }
    let depth = Int(depth)
    return depth < Self.prefixes.count ? Self.prefixes[depth] : String(repeating: "../", count: depth)
  }

  private static let prefixes = (0..<12).map { String(repeating: "../", count: $0) }
}
