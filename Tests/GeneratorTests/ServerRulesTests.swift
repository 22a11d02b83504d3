import Testing

@testable import Generator

/// What the servers make of these rules was tried on Nginx 1.22, Apache 2.4 and Caddy 2.6; here stands what
/// must be in the files.
@Suite struct ServerRulesTests {
  static let odd = #"cũ/"lạ" {$HOME}\ <&>.html"#

  static func rules(_ path: String = "/x/") -> ServerRules {
    ServerRules(
      path: path,
      redirects: [
        ("cu/mat-khau.html", "huong-dan/mat-khau.html"), ("cu/mat-khau.html", "khac.html"),
        ("cu/a/index.html", "cam-nang.html"), (odd, "a b/ũ%$.html"), ("moi", "moi/1.html"),
        ("tron.html", "tron.html"), ("Moi.html", "moi.html"), ("moi.html", "khac.html"),
      ])
  }

  static func text(_ append: (inout [UInt8]) -> Void) -> String {
    var bytes: [UInt8] = []
    append(&bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  static var all: [String] {
    [
      text(rules().appendHtaccess), text(rules().appendNginx), text(rules().appendCaddyfile),
      text(rules().appendWebConfig),
    ]
  }

  @Test func sendEveryHeader() {
    for text in Self.all {
      for header in ServerRules.headers {
        #expect(text.contains(header.name))
        #expect(text.contains("\"\(header.value)\""))
      }
    }
    let policy = ServerRules.headers[0].value
    #expect(policy.hasPrefix("default-src 'none'; "))
    #expect(!policy.contains("unsafe") && !policy.contains("*"))
  }

  @Test func dropRedirectsThatComeTwiceOrLeadToThemselves() {
    for text in Self.all {
      #expect(text.contains("/x/huong-dan/mat-khau.html"))
      #expect(!text.contains("tron"))
    }
  }

  @Test func writeHtaccess() {
    let text = Self.text(Self.rules().appendHtaccess)
    #expect(text.contains("ErrorDocument 404 /x/404.html\n"))
    #expect(
      text.contains(
        ##"RewriteRule "^(?:cu/mat-khau\.html|cu/mat-khau)$" "/x/huong-dan/mat-khau.html" [R=301,NE,L]"##))
    #expect(text.contains(##"RewriteRule "^(?:cu/a/index\.html|cu/a/index|cu/a/)$" "/x/cam-nang.html""##))
    #expect(text.contains(##"cũ/\x22lạ\x22\x20\x7B\x24HOME\x7D\x5C\x20\x3C\x26\x3E\.html|"##))
    #expect(text.contains(##""/x/a\%20b/\%C5\%A9\%25\%24.html""##))
    #expect(text.contains(##""expr=%{REQUEST_URI} =~ m#^/x/assets/#""##))
    // Outside the guards stands nothing that needs a module.
    var depth = 0
    for line in text.split(separator: "\n") {
      if line.hasPrefix("<IfModule ") { depth += 1 }
      #expect(depth == 1 || line.hasPrefix("#") || line.hasPrefix("ErrorDocument "), "\(line)")
      if line == "</IfModule>" { depth -= 1 }
    }
    #expect(depth == 0)
  }

  @Test func writeNginx() {
    let text = Self.text(Self.rules().appendNginx)
    #expect(text.contains("location = /x { absolute_redirect off; return 301 /x/; }"))
    #expect(text.contains(#"location = "/x/cu/mat-khau" { return 301 /x/huong-dan/mat-khau.html; }"#))
    #expect(
      text.contains(#"location = "/x/cũ/\"lạ\" {$HOME}\\ <&>" { return 301 /x/a%20b/%C5%A9%25%24.html; }"#))
    let locations = text.split(separator: "\n").filter { $0.contains("location = ") }
      .compactMap { $0.split(separator: "{ ").first.map(String.init) }
    #expect(Set(locations).count == locations.count)
    #expect(text.filter { $0 == "{" }.count == text.filter { $0 == "}" }.count)
    #expect(!Self.text(Self.rules("/").appendNginx).contains("location =  "))
  }

  @Test func writeCaddyfile() {
    let text = Self.text(Self.rules().appendCaddyfile)
    #expect(text.contains("redir /x /x/ 301\nhandle /x/* {\n"))
    #expect(text.contains(##""~^/x/(?:cu/mat-khau\.html|cu/mat-khau)$" "/x/huong-dan/mat-khau.html""##))
    #expect(!text.contains("{$"))
    #expect(Self.text(Self.rules("/").appendCaddyfile).contains("\nhandle {\n"))
    #expect(!Self.text(ServerRules(path: "/", redirects: []).appendCaddyfile).contains("map "))
  }

  @Test func writeWebConfig() {
    let text = Self.text(Self.rules().appendWebConfig)
    #expect(text.contains(#"path="x\404.html" responseMode="File""#))
    #expect(Self.text(Self.rules("/").appendWebConfig).contains(#"path="404.html""#))
    #expect(text.contains(#"destination="/x/huong-dan/mat-khau.html""#))
    // No address that is a folder's too, none that IIS refuses, none that differs in its case only.
    let locations = text.split(separator: "<location path=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(locations == ["assets", "cu/mat-khau.html", "cu/a/index.html", "Moi.html"])
    let active = text.split(separator: "<!--")[0] + text.split(separator: "-->")[1]
    #expect(!active.contains("<rewrite>"))
  }
}
