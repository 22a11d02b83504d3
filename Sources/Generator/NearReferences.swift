import Vietnamese

/// What a link is that is no path.
extension PageReferences {
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
