/// What a web server is told about one portal: old addresses, the page for what is missing, security headers.
///
/// Nginx and Caddy read theirs from a file that the server's administrator includes, Apache (`.htaccess`) and
/// IIS (`web.config`) from the portal's folder. Portals may stand beside or inside each other on one server.
struct ServerRules: Sendable {
  /// Where the portal stands on its host, `/` or `/x/`: letters, digits and `-._~` between slashes.
  let path: String
  /// Decoded routes below `path`, such as `cu/mat-khau.html` → `huong-dan/mat-khau.html`, a `from` no page.
  let redirects: [(from: String, to: String)]

  /// Sent with every answer. Nothing comes from a third party and no page holds a script or style of its own,
  /// so the policy can be this strict (CSP Level 3; Permissions Policy: what no page uses is refused).
  static let headers: [(name: String, value: String)] = [
    ("Content-Security-Policy", contentPolicy), ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"), ("Permissions-Policy", permissions),
  ]
  private static let contentPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    + "manifest-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'"
  private static let permissions =
    "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), "
    + "microphone=(), midi=(), payment=(), usb=()"

  /// For files below `assets/`, whose names change with their bytes (RFC 8246), and for nothing else.
  private static let forever = "public, max-age=31536000, immutable"

  /// A page's address with a slash after it, without its host. Only the letters that routes are made of: an
  /// address with `//` or `\` in it would lead to another host when it is sent back.
  private var slashed: String {
    let segment = "[A-Za-z0-9_-][A-Za-z0-9._-]*"
    return "^(\(pattern(path))\(segment)(?:/\(segment))*)/$"
  }
}

// MARK: - Apache

extension ServerRules {
  /// Appends `.htaccess` for Apache 2.4. All it needs is `AllowOverride FileInfo`; a module that is not there
  /// takes its own rules with it and nothing else.
  func appendHtaccess(to output: inout [UInt8]) {
    output.line("# VungXanh: Apache 2.4; AllowOverride FileInfo")
    output.line("ErrorDocument 404 \(path)404.html")
    output.line("<IfModule mod_headers.c>")
    for header in ServerRules.headers {
      output.line("  Header always set \(header.name) \"\(header.value)\"")
    }
    let assets = "expr=%{REQUEST_URI} =~ m#^\(pattern(path))assets/#"
    output.line("  Header set Cache-Control \"\(ServerRules.forever)\" \"\(assets)\"\n</IfModule>")
    output.line(
      "<IfModule mod_mime.c>\n  AddCharset utf-8 .html .css .js .json .xml .txt .svg .ics .webmanifest")
    for (ending, type) in ServerRules.types { output.line("  AddType \(type) .\(ending)") }
    output.line("</IfModule>\n<IfModule mod_rewrite.c>\n  RewriteEngine On")
    for rule in rules {
      let target = rule.target.split(separator: "%").joined(separator: "\\%")  // `%1` would be a capture
      output.line("  RewriteRule \"^\(rule.pattern)$\" \"\(target)\" [R=301,NE,L]")
    }
    // REQUEST_FILENAME ends at the first part that is not on the disk, PATH_INFO is the rest: without a
    // condition on it `mat-khau/x` would be served from `mat-khau.html` for ever. A section's folder is sent
    // to the section's page before mod_dir can send it to the folder.
    output.line("  RewriteCond %{REQUEST_URI} /$ [OR]\n  RewriteCond %{REQUEST_FILENAME} -d")
    output.line("  RewriteCond %{PATH_INFO} ^/?$\n  RewriteCond %{REQUEST_FILENAME} ^(.+?)/?$")
    output.line("  RewriteCond %1.html -f\n  RewriteRule ^([A-Za-z0-9_-].*?)/?$ \(path)$1.html [R=301,L]")
    output.line("  RewriteCond %{PATH_INFO} =\"\"\n  RewriteCond %{REQUEST_FILENAME}.html -f")
    output.line("  RewriteRule ^(.*[^/])$ $1.html [L]\n</IfModule>")
  }
}

// MARK: - Nginx

extension ServerRules {
  /// Appends one or two `location` blocks to be included in a `server` block that has a `root`. All stands
  /// inside them, so that the portals of a server do not meet.
  func appendNginx(to output: inout [UInt8]) {
    output.line("# VungXanh: include in server { root …; }")
    if path != "/" {
      output.line("location = \(path.dropLast()) { absolute_redirect off; return 301 \(path); }")
    }
    output.line("location ^~ \(path) {\n  absolute_redirect off;\n  error_page 404 \(path)404.html;")
    output.line("  charset utf-8;\n  charset_types text/css text/javascript text/plain text/xml")
    output.line("    text/calendar application/javascript application/json application/xml image/svg+xml;")
    appendNginxHeaders(to: &output)
    output.line("  location = \(path) { index index.html; }")
    var taken: Set = [path]
    for rule in rules {
      // Nginx refuses to start when a location stands there twice.
      for address in rule.addresses where taken.insert(path + address).inserted {
        let quoted = (path + address).map { "\"\\".contains($0) ? "\\\($0)" : "\($0)" }.joined()
        output.line("  location = \"\(quoted)\" { return 301 \(rule.target); }")
      }
    }
    output.line("  location ^~ \(path)assets/ {")
    appendNginxHeaders(to: &output)  // a location with headers of its own inherits none
    output.line("    add_header Cache-Control \"\(ServerRules.forever)\";\n    try_files $uri =404;\n  }")
    output.line("  location ~ \"\(slashed)\" { rewrite \"\(slashed)\" $1.html permanent; }")
    output.line("  location ~ \\.webmanifest$ { default_type application/manifest+json; }")
    output.line("  try_files $uri $uri.html =404;\n}")
  }

  private func appendNginxHeaders(to output: inout [UInt8]) {
    for (name, value) in ServerRules.headers { output.line("  add_header \(name) \"\(value)\" always;") }
  }
}

// MARK: - Caddy

extension ServerRules {
  /// Appends a `handle` block to be imported in a site's block that has a `root`, for Caddy 2.6 and later.
  func appendCaddyfile(to output: inout [UInt8]) {
    output.line("# VungXanh: import in a site block with root * …")
    if path != "/" { output.line("redir \(path.dropLast()) \(path) 301") }
    output.line(path == "/" ? "handle {" : "handle \(path)* {")
    output.line("\theader {")
    for header in ServerRules.headers { output.line("\t\t\(header.name) \"\(header.value)\"") }
    output.line("\t}")
    if !redirects.isEmpty {
      // `path` would not tell capitals from small letters, and a page could then lead to itself.
      output.line("\tmap {path} {vungxanh_target} {")
      for rule in rules { output.line("\t\t\"~^\(pattern(path))\(rule.pattern)$\" \"\(rule.target)\"") }
      output.line("\t\tdefault \"\"\n\t}\n\t@moved not vars {vungxanh_target} \"\"")
      output.line("\tredir @moved {vungxanh_target} 301")
    }
    output.line("\t@slashed path_regexp slashed \"\(slashed)\"\n\tredir @slashed {re.slashed.1}.html 301")
    output.line("\t@found file {\n\t\ttry_files {path} {path}.html {path}index.html\n\t}\n\thandle @found {")
    output.line("\t\t@assets path \(path)assets/*")
    output.line("\t\theader @assets Cache-Control \"\(ServerRules.forever)\"")
    // Where a system has no list of its own, Caddy names none of these.
    for (ending, type) in ServerRules.typesWithCharset + ServerRules.types {
      output.line("\t\t@\(ending) path *.\(ending)\n\t\theader @\(ending) Content-Type \"\(type)\"")
    }
    output.line("\t\trewrite * {file_match.relative}\n\t\tfile_server\n\t}")
    output.line("\thandle {\n\t\trewrite * \(path)404.html")
    output.line("\t\tfile_server {\n\t\t\tstatus 404\n\t\t}\n\t}\n}")
  }
}

// MARK: - IIS

extension ServerRules {
  /// Appends `web.config` for IIS 8 and later. IIS answers every request with an error when the file names a
  /// section that it does not know: what needs the URL Rewrite module (no `.html`) is a comment.
  func appendWebConfig(to output: inout [UInt8]) {
    output.line("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<configuration>\n<system.webServer>")
    output.line("<defaultDocument><files><clear/><add value=\"index.html\"/></files></defaultDocument>")
    // A file, named from the site's own folder: only so does IIS keep the status.
    let missing = path.dropFirst().split(separator: "/").map { "\($0)\\" }.joined() + "404.html"
    output.line("<httpErrors><remove statusCode=\"404\"/>")
    output.line("<error statusCode=\"404\" path=\"\(missing)\" responseMode=\"File\"/></httpErrors>")
    output.line("<httpProtocol><customHeaders>")
    for (name, value) in ServerRules.headers {
      output.line("<remove name=\"\(name)\"/><add name=\"\(name)\" value=\"\(value)\"/>")
    }
    output.line("</customHeaders></httpProtocol>\n<staticContent>")
    for (ending, type) in ServerRules.typesWithCharset + ServerRules.types {
      output.line("<remove fileExtension=\".\(ending)\"/>")
      output.line("<mimeMap fileExtension=\".\(ending)\" mimeType=\"\(type)\"/>")
    }
    output.line(
      """
      </staticContent>
      <!-- With the URL Rewrite module installed, take away this line and the last of the comment:
      <rewrite><rules>
      <rule name="page" stopProcessing="true"><match url="^(.*[^/])$"/>
      <conditions><add input="{REQUEST_FILENAME}.html" matchType="IsFile"/></conditions>
      <action type="Rewrite" url="{R:1}.html"/></rule>
      <rule name="old"><match url="^([^.]*[^./])$"/>
      <conditions><add input="{REQUEST_FILENAME}" matchType="IsFile" negate="true"/>
      <add input="{REQUEST_FILENAME}" matchType="IsDirectory" negate="true"/></conditions>
      <action type="Redirect" url="{R:1}.html" redirectType="Permanent"/></rule>
      </rules></rewrite>
      -->
      </system.webServer>
      <location path="assets"><system.webServer><staticContent>
      <clientCache cacheControlMode="UseMaxAge" cacheControlMaxAge="365.00:00:00"
        cacheControlCustom="public, immutable"/></staticContent></system.webServer></location>
      """)
    // What IIS does not take as a location's path would stop the whole portal, and a folder's would redirect
    // all that is in the folder.
    var taken: Set<String> = []
    for rule in rules where taken.insert(rule.addresses[0].lowercased()).inserted {
      let route = rule.addresses[0]
      let isRefused = route.utf8.contains { $0 < 0x20 || "\\?:*\"<>|".utf8.contains($0) }
      guard route.hasSuffix(".html"), !isRefused, !"./ ".contains(route.first!) else { continue }
      output += "<location path=\"".utf8
      output.append(xml: route)
      output.line("\"><system.webServer><httpRedirect enabled=\"true\" httpResponseStatus=\"Permanent\"")
      output.line(
        "  exactDestination=\"true\" destination=\"\(rule.target)\"/></system.webServer></location>")
    }
    output.line("</configuration>")
  }
}

// MARK: - Addresses

extension ServerRules {
  private static let types: [(ending: String, type: String)] = [
    ("avif", "image/avif"), ("ics", "text/calendar"), ("webmanifest", "application/manifest+json"),
    ("webp", "image/webp"), ("woff2", "font/woff2"),
  ]
  private static let typesWithCharset: [(ending: String, type: String)] = [
    ("css", "text/css; charset=utf-8"), ("html", "text/html; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"), ("xml", "application/xml; charset=utf-8"),
  ]

  /// The redirects without those whose `from` has come before or is their target: the address with what else
  /// led to the page (without `.html`; the folder of an `index.html`), a pattern for them, and the target.
  private var rules: [(addresses: [String], pattern: String, target: String)] {
    var taken: Set<String> = []
    return redirects.compactMap { from, to in
      let bare = String(from.dropLast(5))
      var addresses = from.hasSuffix(".html") ? [from, bare] : [from]
      if from.hasSuffix("/index.html") { addresses.append(String(bare.dropLast(5))) }
      guard !addresses.contains(to), taken.insert(from).inserted else { return nil }
      return (addresses, "(?:\(addresses.map(pattern).joined(separator: "|")))", encoded(path + to))
    }
  }

  /// A regular expression that matches the text alone. It holds no quote, space, brace or `$`, so it means
  /// the same between the quotes of every server's syntax.
  private func pattern(_ text: String) -> String {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.map { escaped($0, by: "\\x", keeping: 0x80...0xFF) }.joined(separator: "\\.")
  }

  /// A URL path (RFC 3986, §3.3): every byte but the unreserved and `/` as `%HH`.
  private func encoded(_ text: String) -> String {
    escaped(text[...], by: "%", keeping: 0x2D...0x2F)  // - . /
  }

  /// The text with a sign and two hexadecimal digits for bytes other than letters, digits, `-/_~` and `kept`.
  private func escaped(_ text: Substring, by sign: String, keeping kept: ClosedRange<UInt8>) -> String {
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
  fileprivate mutating func line(_ text: String) {
    self += text.utf8
    append(UInt8(ascii: "\n"))
  }
}
