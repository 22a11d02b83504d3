/// What a web server is told about one portal: old addresses, the page for what is missing, headers, how long a
/// browser may keep a file, what is compressed and what nobody is shown.
///
/// Nginx and Caddy read theirs from a file that the server's administrator includes, Apache (`.htaccess`) and
/// IIS (`web.config`) from the portal's folder. Portals may stand beside or inside each other on one server.
/// `Tests/EndToEnd/check_servers.py` asks the first three of them.
struct ServerRules: Sendable {
  /// Where the portal stands on its host, `/` or `/x/`: letters, digits and `-._~` between slashes.
  let path: String
  let redirects: [Redirect]
  /// Where there was something that was withdrawn (status 410), in each form of the address.
  let gone: [String]
  /// Whether browsers are told never to ask for the portal without TLS again.
  let isSecureOnly: Bool

  /// - Parameters:
  ///   - redirects: decoded routes below `path`, such as `cu/mat-khau.html` → `huong-dan/mat-khau.html`, a `from` no
  ///     page. Of those that lead from one address the first counts.
  ///   - gone: decoded routes below `path`.
  ///   - isPage: whether a page stands at a route; its address without `.html` is then its own.
  init(
    path: String, redirects: [(from: String, to: String)], gone: [String] = [], isSecureOnly: Bool,
    isPage: (String) -> Bool
  ) {
    self.path = path
    self.isSecureOnly = isSecureOnly
    self.gone = gone.flatMap(Redirect.addresses)
    var taken: Set<String> = []
    self.redirects = redirects.compactMap { from, to in
      let addresses = Redirect.addresses(of: from).filter { address in
        address == from || !isPage((address.hasSuffix("/") ? String(address.dropLast()) : address) + ".html")
      }
      guard !addresses.contains(to), !taken.contains(from) else { return nil }
      return Redirect(
        addresses: addresses.filter { taken.insert($0).inserted }, target: ServerRules.encoded(path + to))
    }
  }

  /// An old address, in each form that a page's own address has.
  struct Redirect: Sendable {
    /// Decoded and below the portal's path: the file, then the same without `.html`, with a slash, and the folder of an
    /// `index.html`.
    let addresses: [String]
    /// The path to send, encoded.
    let target: String

    /// A regular expression for the addresses, below the portal's path.
    var pattern: String { "(?:\(addresses.map(ServerRules.pattern).joined(separator: "|")))" }

    fileprivate static func addresses(of file: String) -> [String] {
      guard file.hasSuffix(".html") else { return [file] }
      let bare = String(file.dropLast(5))
      guard bare.hasSuffix("/index") else { return [file, bare, bare + "/"] }
      return [file, bare, bare + "/", String(bare.dropLast(5)), String(bare.dropLast(6))]
    }
  }
}

// MARK: - Headers

extension ServerRules {
  /// Sent with every answer. Nothing comes from a third party and no page holds a script or style of its own,
  /// so the policy can be this strict (CSP Level 3; Permissions Policy: what no page uses is refused).
  static let headers: [(name: String, value: String)] = [
    ("Content-Security-Policy", contentPolicy), ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"), ("Permissions-Policy", permissions),
    ("Cross-Origin-Opener-Policy", "same-origin"), ("Cross-Origin-Resource-Policy", "same-origin"),
  ]
  private static let contentPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    + "manifest-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'"
  private static let permissions =
    "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), "
    + "microphone=(), midi=(), payment=(), usb=()"

  /// Those of this portal: it alone knows whether its host has a certificate (RFC 6797).
  var headers: [(name: String, value: String)] {
    ServerRules.headers + (isSecureOnly ? [("Strict-Transport-Security", "max-age=31536000")] : [])
  }

  /// How long a browser may show a file without asking whether it has changed (RFC 9111).
  enum Keeping: String {
    /// Below `assets/`, where an address changes with the bytes (RFC 8246).
    case forever = "public, max-age=31536000, immutable"
    /// Pictures and attachments.
    case hour = "public, max-age=3600"
    /// All else: a number that was corrected is seen at once. What has not changed costs one answer without a body.
    case asking = "no-cache"
  }

  /// What `Keeping.hour` is for.
  static let mediaEndings = [
    "avif", "gif", "ico", "jpe?g", "png", "svg", "webp", "m4a", "mp[34]", "og[ag]", "webm", "pdf", "docx?",
    "xlsx?", "pptx?", "od[pst]", "zip",
  ].joined(separator: "|")

  static let types: [(ending: String, type: String)] = [
    ("avif", "image/avif"), ("ics", "text/calendar"), ("webmanifest", "application/manifest+json"),
    ("webp", "image/webp"), ("woff2", "font/woff2"),
  ]
  static let typesWithCharset: [(ending: String, type: String)] = [
    ("css", "text/css; charset=utf-8"), ("html", "text/html; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"), ("xml", "application/xml; charset=utf-8"),
  ]

  /// Texts, by the names that servers give their types; `text/html` besides.
  static let compressedTypes = [
    "application/javascript", "application/json", "application/manifest+json", "application/xml",
    "image/svg+xml", "text/calendar", "text/css", "text/javascript", "text/plain", "text/xml",
  ]
}

// MARK: - Patterns

extension ServerRules {
  /// A page's address with a slash after it, without its host. Only the letters that routes are made of: an
  /// address with `//` or `\` in it would lead to another host when it is sent back.
  var slashed: String {
    let segment = "[A-Za-z0-9_-][A-Za-z0-9._-]*"
    return "(\(pattern)\(segment)(?:/\(segment))*)/"
  }

  /// What is for servers and for whoever puts files there, not for readers, below the portal's path.
  static let hidden = #"server/(?:nginx\.conf|Caddyfile)$|web\.config$|(?:.*/)?\."#
  /// What starts with a dot and is asked for all the same, by whoever issues certificates (RFC 8615).
  static let wellKnown = #"\.well-known(?:/[^./][^/]*)*/?$"#

  /// The portal's path, as a regular expression.
  var pattern: String { ServerRules.pattern(path) }

  /// A regular expression that matches the text alone. It holds no quote, space, brace or `$`, so it means
  /// the same between the quotes of every server's syntax.
  static func pattern(_ text: String) -> String {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.map { escaped($0, by: "\\x", keeping: 0x80...0xFF) }.joined(separator: "\\.")
  }

  /// A URL path (RFC 3986, §3.3): every byte but the unreserved and `/` as `%HH`.
  private static func encoded(_ text: String) -> String {
    escaped(text[...], by: "%", keeping: 0x2D...0x2F)  // - . /
  }

  /// The text with a sign and two hexadecimal digits for bytes other than letters, digits, `-/_~` and `kept`.
  private static func escaped(_ text: Substring, by sign: String, keeping kept: ClosedRange<UInt8>) -> String
  {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch Unicode.Scalar(byte) {
      case "a"..."z", "A"..."Z", "0"..."9", "-", "/", "_", "~": bytes.append(byte)
      case _ where kept.contains(byte): bytes.append(byte)
      default: bytes += "\(sign)\(byte < 16 ? "0" : "")\(String(byte, radix: 16, uppercase: true))".utf8
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension [UInt8] {
  /// Appends a line of a server's configuration.
  mutating func line(_ text: String) {
    self += text.utf8
    append(UInt8(ascii: "\n"))
  }
}
