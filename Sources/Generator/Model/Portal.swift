import Diagnostics

/// What a unit declares of its portal.
public struct Portal: Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case district, ward, commune, province, school, union, other
  }

  /// Which pages' canonical address is the portal's own.
  enum Canonical: String, CaseIterable {
    /// The main portal's, for a page it shares with it.
    case main
    case own
  }

  enum SearchScope: String, CaseIterable { case own, all }

  /// The name of its folder, and of its folder in the output.
  public let id: String
  let name: String
  let title: String
  let description: String
  let kind: Kind
  var url: PortalURL
  let body: String
  let parentBody: String?
  let responsible: String
  let address: String
  let phone: String
  let email: String
  /// Which of these its unit has still to supply: every page asks, so it is looked up once.
  let pending: Pending
  /// As `#0b6e4f`.
  let accent: String?
  /// A picture in its folder.
  let emblem: PathReference?
  let menu: [MenuItem]
  /// Whether the menu is the project's, whose entries are left out where the portal does not show the page.
  let menuIsShared: Bool
  let show: Show
  /// Keys of shared pages left out.
  let hidden: [PathReference]
  let state: State
  /// Files of content/, or folders of them, that it publishes though no page uses them.
  let alsoPublished: [PathReference]
  let language: Language
  let theme: String
  let canonical: Canonical
  /// Whether its search finds what other portals have as well.
  let searchesAll: Bool
  /// Whether its server has a certificate for good: browsers then never ask it without one again (HSTS).
  let isSecureOnly: Bool
  /// The file that declares it, for diagnostics.
  let path: String

  struct MenuItem: Sendable {
    enum Target: Sendable { case page(PathReference), url(String, Place) }
    let title: String
    let target: Target
  }

  /// Whether it stands for its unit, or still shows how it will be. One that does not say so is live as soon as it has
  /// a real address.
  enum State: String, CaseIterable { case sample, live }

  struct Pending: Sendable {
    let responsible: Bool
    let address: Bool
    let phone: Bool
    let email: Bool
  }

  /// Narrows what the portal shows; an empty list does not narrow.
  struct Show: Sendable {
    var sections: [PathReference] = []
    var audiences: [String] = []
    var pages: [PathReference] = []
  }
}

/// A path below content/ as a YAML file names it, with its place.
struct PathReference: Sendable {
  let path: String
  let place: Place
}

/// Where a portal is published: scheme and host, and the path below which it stands.
struct PortalURL: Sendable {
  /// `https://host`, without a slash at the end.
  let origin: String
  /// `/` or `/khong-gian-mang/`.
  let path: String

  var absolute: String { origin + path }

  /// Whether its host is one of those that stand for others in documents (RFC 2606): nobody can have it.
  var isSample: Bool { Self.sampleHosts.contains(where: origin.hasSuffix) }

  private static let sampleHosts = [
    ".example", ".example.com", ".example.org", ".example.net", ".invalid", ".test",
  ]

  /// Takes `https://host/path/`; a missing last slash is added.
  init?(_ text: String) {
    guard let colon = text.range(of: "://") else { return nil }
    let scheme = text[..<colon.lowerBound]
    guard scheme == "https" || scheme == "http" else { return nil }
    let rest = text[colon.upperBound...]
    let host = rest.prefix { $0 != "/" }
    let allowed = { (byte: UInt8, extra: StaticString) in
      byte.isASCIILetter || byte.isASCIIDigit || extra.contains(byte)
    }
    guard Self.isHost(host) else { return nil }
    var path = String(rest.dropFirst(host.count))
    if !path.hasSuffix("/") { path += "/" }
    guard path.utf8.allSatisfy({ allowed($0, "/-._~") }), !path.contains("//"),
      !path.split(separator: "/").contains(where: { $0 == "." || $0 == ".." })
    else { return nil }
    origin = scheme + "://" + host
    self.path = path
  }

  /// A name or number, with a port or without.
  private static func isHost(_ text: Substring) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard let name = parts.first, parts.count <= 2 else { return false }
    if parts.count == 2 {
      guard parts[1].allSatisfy(\.isASCIIDigit), let port = Int(Substring(parts[1])),
        (1...65_535).contains(port)
      else { return false }
    }
    let hyphen = UInt8(ascii: "-")
    return name.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { label in
      !label.isEmpty && label.first != hyphen && label.last != hyphen
        && label.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || $0 == hyphen }
    }
  }

  init(origin: String, path: String) {
    self.origin = origin
    self.path = path
  }
}

extension String {
  fileprivate func range(of needle: String) -> Range<String.Index>? {
    var index = startIndex
    while index < endIndex {
      if self[index...].hasPrefix(needle) { return index..<self.index(index, offsetBy: needle.count) }
      index = self.index(after: index)
    }
    return nil
  }
}

extension StaticString {
  fileprivate func contains(_ byte: UInt8) -> Bool {
    UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount).contains(byte)
  }
}

extension UInt8 {
  var isASCIILetter: Bool { (self | 0x20) >= UInt8(ascii: "a") && (self | 0x20) <= UInt8(ascii: "z") }
  var isASCIIDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
}
