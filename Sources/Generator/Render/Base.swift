/// Where a page stands: how its links begin. Small, so that a view of it fits in three words.
struct Base: Equatable, Sendable {
  /// How many folders below the portal's root; nil for a page that is served at any depth.
  private let depth: Int16?

  private init(depth: Int16?) { self.depth = depth }

  init(route: String) { depth = Int16(clamping: route.utf8.count { $0 == UInt8(ascii: "/") }) }

  /// For a page that is served at any depth: its links begin with the path of the portal's URL.
  static let absolute = Base(depth: nil)

  /// By how many folders it stands deeper than another page; negative when it stands higher.
  func depth(below other: Base) -> Int { Int(depth ?? 0) - Int(other.depth ?? 0) }

  func prefix(_ drawing: Drawing) -> String {
    guard let depth = depth.map(Int.init) else { return drawing.portal.url.path }
    return depth < Self.prefixes.count ? Self.prefixes[depth] : String(repeating: "../", count: depth)
  }

  private static let prefixes = (0..<12).map { String(repeating: "../", count: $0) }
}
