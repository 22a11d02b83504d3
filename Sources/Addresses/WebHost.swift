/// The host of a web address, as a browser takes it from there.
package struct WebHost {
  /// In lower case, with its letters for what `xn--` stands for; without port or last dot.
  package let name: String
  /// What stands before an `@`.
  package let user: String?
  package let isSecure: Bool

  /// - Returns: nil for what is no web address, or one without a host.
  package init?(of url: String) {
    guard let scheme = Address.scheme(of: url), scheme == "https" || scheme == "http",
      let start = url.utf8.firstIndex(of: UInt8(ascii: ":"))
    else { return nil }
    isSecure = scheme == "https"
    // Browsers take a backslash for a slash, and do not count how many there are.
    var authority = url[url.index(after: start)...].drop { $0 == "/" || $0 == "\\" }
    authority = authority.prefix { !"/\\?#".contains($0) }
    if let at = authority.lastIndex(of: "@") {
      user = String(authority[..<at])
      authority = authority[authority.index(after: at)...]
    } else {
      user = nil
    }
    var host = Address.decoded(String(authority)) ?? String(authority)
    // The colons within an IPv6 address begin no port.
    let bracket = host.lastIndex(of: "]") ?? host.startIndex
    if let colon = host[bracket...].lastIndex(of: ":") { host = String(host[..<colon]) }
    while host.last == "." { host.removeLast() }
    guard !host.isEmpty else { return nil }
    name = host.lowercased().split(separator: ".", omittingEmptySubsequences: false).map { label in
      label.hasPrefix("xn--") ? Punycode.decode(label.dropFirst(4)) ?? String(label) : String(label)
    }.joined(separator: ".")
  }

  /// `[::1]`, `192.0.2.7`, and the other ways to write the latter: `3221225991`, `0xc0000207`.
  package var isNumeric: Bool {
    if name.hasPrefix("[") { return true }
    let last = name.lastIndex(of: ".").map { name[name.index(after: $0)...] } ?? name[...]
    return last.allSatisfy { $0.isASCII && $0.isNumber } || last.hasPrefix("0x")
  }

  /// Without a leading `www.`.
  package var bare: String { name.hasPrefix("www.") ? String(name.dropFirst(4)) : name }

  /// Whether a host is the other one, or below it.
  package static func belongs(_ host: String, to other: String) -> Bool {
    host == other || host.hasSuffix("." + other)
  }
}
