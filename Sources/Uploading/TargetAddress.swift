/// Where a target of publish.yaml is: a folder of this machine, or one on a server.
enum TargetAddress: Equatable, Sendable {
  /// A path from `/`, `./` or `../`.
  case folder(String)
  case server(ServerAddress)

  /// - Returns: nil for what is none of these.
  init?(_ text: String) {
    if text.hasPrefix("/") || text.hasPrefix("./") || text.hasPrefix("../") {
      self = .folder(text)
    } else {
      guard let server = ServerAddress(text) else { return nil }
      self = .server(server)
    }
  }

  fileprivate static func isPlain(_ text: Substring) -> Bool {
    text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
  }
}

/// `scheme://user@host:port/path`.
struct ServerAddress: Equatable, Sendable {
  enum Scheme: String, Sendable {
    case sftp, ftps, ftp
  }

  let scheme: Scheme
  let user: String?
  /// A name or an address; IPv6 in brackets.
  let host: String
  let port: Int?
  /// From `/`, as the server shows it; from `/~/` below the folder that the user comes into.
  var path: String

  init?(_ text: String) {
    guard let mark = text.firstRange(of: "://"),
      let scheme = Scheme(rawValue: String(text[..<mark.lowerBound]))
    else {
      return nil
    }
    let rest = text[mark.upperBound...]
    guard let slash = rest.firstIndex(of: "/"), TargetAddress.isPlain(rest) else { return nil }
    var authority = rest[..<slash]
    if let at = authority.lastIndex(of: "@") {
      user = String(authority[..<at])
      authority = authority[authority.index(after: at)...]
    } else {
      user = nil
    }
    let isBracketed = authority.hasPrefix("[")
    if let colon = authority.lastIndex(of: ":"), !isBracketed || authority[..<colon].hasSuffix("]") {
      guard let port = Int(authority[authority.index(after: colon)...]), (1...65_535).contains(port) else {
        return nil
      }
      self.port = port
      authority = authority[..<colon]
    } else {
      port = nil
    }
    let isHost = authority.utf8.allSatisfy {
      Self.hostBytes.contains($0)
        || isBracketed && [UInt8(ascii: ":"), UInt8(ascii: "["), UInt8(ascii: "]")].contains($0)
    }
    guard isHost, !authority.isEmpty, user?.isEmpty != true else { return nil }
    (self.scheme, host) = (scheme, String(authority))
    let parts = rest[slash...].split(separator: "/")
    guard !parts.contains(".."), !parts.contains("."), parts.dropFirst().allSatisfy({ $0 != "~" }) else {
      return nil
    }
    path = "/" + parts.joined(separator: "/")
  }

  private static let hostBytes = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_".utf8)

  /// As people write it.
  var text: String {
    "\(scheme.rawValue)://\(user.map { $0 + "@" } ?? "")\(host)\(port.map { ":\($0)" } ?? "")\(path)"
  }
}
