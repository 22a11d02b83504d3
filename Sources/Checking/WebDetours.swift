import Addresses
import Diagnostics
import Generator

/// What an address has gathered on its way through a chat, a mailbox or a search, and the address that is meant.
struct WebDetour {
  private let url: String
  private let host: WebHost

  init(_ url: String, host: WebHost) {
    self.url = url
    self.host = host
  }

  var problem: WebLinkProblem? {
    if isRedirect, let real = parameters.lazy.compactMap({ Self.address(in: $0) }).first {
      return .redirected(host: host.bare, real: Self.withoutTracking(real))
    }
    if let form = editedForm { return .formEditing(view: form) }
    let clean = Self.withoutTracking(url)
    return clean == url ? nil : .tracking(url: clean)
  }

  private var isRedirect: Bool {
    switch host.bare {
    case "google.com", "google.com.vn": path == "/url"
    case "l.facebook.com", "lm.facebook.com", "l.instagram.com": path == "/l.php" || path == "/"
    default:
      WebHost.belongs(host.bare, to: "safelinks.protection.outlook.com")
        || WebHost.belongs(host.bare, to: "zalo.me") && path.contains("redirect")
    }
  }

  /// What readers of a form of Google's are to be shown, where the address is that of its author.
  private var editedForm: String? {
    guard host.bare == "docs.google.com", path.hasPrefix("/forms/"), path.hasSuffix("/edit") else {
      return nil
    }
    return "https://docs.google.com" + path.dropLast("edit".count) + "viewform"
  }

  // MARK: Parts

  private var path: String {
    guard let start = url.firstRange(of: "://") else { return "" }
    let rest = url[start.upperBound...].prefix { $0 != "?" && $0 != "#" }
    return rest.firstIndex(of: "/").map { String(rest[$0...]) } ?? "/"
  }

  private var parameters: [Substring] { Self.parts(of: url).query.split(separator: "&") }

  private static func parts(of url: String) -> (base: Substring, query: Substring, fragment: Substring) {
    let hash = url.firstIndex(of: "#") ?? url.endIndex
    let mark = url[..<hash].firstIndex(of: "?") ?? hash
    return (url[..<mark], url[mark..<hash].dropFirst(), url[hash...])
  }

  /// The web address that is a parameter's value.
  private static func address(in parameter: Substring) -> String? {
    guard let sign = parameter.firstIndex(of: "="),
      let value = Address.decoded(String(parameter[parameter.index(after: sign)...])),
      WebHost(of: value) != nil, !value.contains(where: \.isWhitespace)
    else { return nil }
    return value
  }

  private static func withoutTracking(_ url: String) -> String {
    let (base, query, fragment) = parts(of: url)
    let kept = query.split(separator: "&").filter { parameter in
      let name = parameter.prefix { $0 != "=" }.lowercased()
      return !name.hasPrefix("utm_") && !trackers.contains(name)
    }
    // An address without trackers stays as it is, whatever else is odd in it.
    if kept.count == query.split(separator: "&").count { return url }
    return base + (kept.isEmpty ? "" : "?" + kept.joined(separator: "&")) + fragment
  }

  private static let trackers: Set = ["fbclid", "gclid", "zarsrc", "mibextid", "igshid", "igsh"]
}
