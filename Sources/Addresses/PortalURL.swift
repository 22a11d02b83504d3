import Files

/// Where a portal is published: scheme and host, and the path below which it stands.
package struct PortalURL: Sendable {
  /// `https://host`, without a slash at the end.
  package let origin: String
  /// `/` or `/khong-gian-mang/`.
  package let path: String

  package var absolute: String { origin + path }

  /// Whether its host is one of those that stand for others in documents (RFC 2606): nobody can have it.
  package var isSample: Bool { Self.sampleHosts.contains(where: origin.hasSuffix) }

  private static let sampleHosts = [
    ".example", ".example.com", ".example.org", ".example.net", ".invalid", ".test",
  ]

  /// Takes `https://host/path/`; a missing last slash is added.
  package init?(_ text: String) {
    guard let colon = text.firstRange(of: "://") else { return nil }
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

  package init(origin: String, path: String) {
    self.origin = origin
    self.path = path
  }
}

extension StaticString {
  fileprivate func contains(_ byte: UInt8) -> Bool {
    UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount).contains(byte)
  }
}
