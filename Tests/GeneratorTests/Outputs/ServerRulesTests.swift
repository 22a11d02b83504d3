import Testing

@testable import Files
@testable import Generator
@testable import Starting

/// What must be in the files; what servers make of them, `Tests/EndToEnd/check_servers.py` asks them.
@Suite struct ServerRulesTests {
  static let odd = #"cũ/"lạ" {$HOME}\ <&>.html"#

  static func rules(_ path: String = "/x/", isSecureOnly: Bool = false) -> ServerRules {
    ServerRules(
      path: path,
      redirects: [
        ("cu/mat-khau.html", "huong-dan/mat-khau.html"), ("cu/mat-khau.html", "khac.html"),
        ("cu/a/index.html", "cam-nang.html"), (odd, "a b/ũ%$.html"), ("moi", "moi/1.html"),
        ("tron.html", "tron.html"), ("Moi.html", "moi.html"), ("moi.html", "khac.html"),
        ("muc/index.html", "khac.html"),
      ], isSecureOnly: isSecureOnly, isPage: { $0 == "muc.html" })
  }

  static func text(_ append: (inout [UInt8]) -> Void) -> String {
    var bytes: [UInt8] = []
    append(&bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  static func all(_ rules: ServerRules = rules()) -> [String] {
    [
      text(rules.appendHtaccess), text(rules.appendNginx), text(rules.appendCaddyfile),
      text(rules.appendWebConfig),
    ]
  }

  @Test func sendEveryHeader() {
    for text in Self.all() {
      for header in ServerRules.headers {
        #expect(text.contains(header.name))
        #expect(text.contains("\"\(header.value)\""))
      }
      #expect(!text.contains("Strict-Transport-Security"))
    }
    let policy = ServerRules.headers[0].value
    #expect(policy.hasPrefix("default-src 'none'; "))
    #expect(!policy.contains("unsafe") && !policy.contains("*"))
  }

  @Test func aPortalThatSaysSoIsAskedWithTLSOnly() {
    for text in Self.all(Self.rules(isSecureOnly: true)) {
      #expect(text.contains("Strict-Transport-Security") && text.contains("\"max-age=31536000\""))
    }
  }

  @Test func dropRedirectsThatComeTwiceOrLeadToThemselves() {
    for text in Self.all() {
      #expect(text.contains("/x/huong-dan/mat-khau.html"))
      #expect(!text.contains("tron"))
    }
  }

  @Test func anOldAddressHasTheFormsOfAPage() {
    let addresses = Self.rules().redirects.map(\.addresses)
    #expect(addresses[0] == ["cu/mat-khau.html", "cu/mat-khau", "cu/mat-khau/"])
    #expect(addresses[1] == ["cu/a/index.html", "cu/a/index", "cu/a/index/", "cu/a/", "cu/a"])
    #expect(addresses.joined().count == Set(addresses.joined()).count)
  }

  @Test func aPageKeepsItsAddressWithoutAnEnding() {
    let addresses = Self.rules().redirects.last?.addresses
    #expect(addresses == ["muc/index.html", "muc/index", "muc/index/"])
  }

  @Test func compressTextsAndSayHowLongToKeepThem() {
    for text in Self.all().dropLast() {
      for keeping in ["no-cache", "public, max-age=3600", "public, max-age=31536000, immutable"] {
        #expect(text.contains("\"\(keeping)\"") || text.contains("Cache-Control \(keeping)"), "\(keeping)")
      }
    }
    let all = Self.all()
    #expect(all[0].contains("DEFLATE text/html ") && all[1].contains("gzip on;"))
    #expect(all[2].contains("encode {") && all[3].contains("<urlCompression "))
  }

  @Test func writeHtaccess() {
    let text = Self.text(Self.rules().appendHtaccess)
    #expect(text.contains("ErrorDocument 404 /x/404.html\n"))
    #expect(
      text.contains(
        ##"RewriteRule "^(?:cu/mat-khau\.html|cu/mat-khau|cu/mat-khau/)$" "/x/huong-dan/mat-khau.html" [R=301,NE,L]"##
      ))
    #expect(text.contains(##"cũ/\x22lạ\x22\x20\x7B\x24HOME\x7D\x5C\x20\x3C\x26\x3E\.html|"##))
    #expect(text.contains(##""/x/a\%20b/\%C5\%A9\%25\%24.html""##))
    #expect(text.contains("=~ m#^/x/assets/#"))
    // Outside the guards stands nothing that needs a module.
    var depth = 0
    for line in text.split(separator: "\n") {
      let line = line.drop { $0 == " " }
      if line.hasPrefix("<IfModule ") { depth += 1 }
      #expect(depth >= 1 || line.hasPrefix("#") || line.hasPrefix("ErrorDocument "), "\(line)")
      if line == "</IfModule>" { depth -= 1 }
    }
    #expect(depth == 0)
  }

  @Test func writeNginx() {
    let text = Self.text(Self.rules().appendNginx)
    #expect(text.contains("location = /x {\n") && text.contains("return 301 /x/$is_args$args;"))
    #expect(
      text.contains(#"location = "/x/cu/mat-khau" { return 301 /x/huong-dan/mat-khau.html$is_args$args; }"#))
    #expect(
      text.contains(
        #"location = "/x/cũ/\"lạ\" {$HOME}\\ <&>" { return 301 /x/a%20b/%C5%A9%25%24.html$is_args$args; }"#))
    let locations = text.split(separator: "\n").filter { $0.contains("location = ") }
      .compactMap { $0.split(separator: "{ ").first.map(String.init) }
    #expect(Set(locations).count == locations.count)
    #expect(text.filter { $0 == "{" }.count == text.filter { $0 == "}" }.count)
    #expect(!Self.text(Self.rules("/").appendNginx).contains("location =  "))
  }

  @Test func writeCaddyfile() {
    let text = Self.text(Self.rules().appendCaddyfile)
    #expect(text.contains("handle /x {\n") && text.contains("\nhandle /x/* {\n"))
    #expect(
      text.contains(
        ##""~^/x/(?:cu/mat-khau\.html|cu/mat-khau|cu/mat-khau/)$" "/x/huong-dan/mat-khau.html""##))
    #expect(!text.contains("{$"))
    #expect(Self.text(Self.rules("/").appendCaddyfile).contains("\nhandle {\n"))
    let few = ServerRules(path: "/", redirects: [], isSecureOnly: false, isPage: { _ in false })
    #expect(!Self.text(few.appendCaddyfile).contains("vungxanh_target"))
  }

  @Test func writeWebConfig() {
    let text = Self.text(Self.rules().appendWebConfig)
    #expect(text.contains(#"path="x\404.html" responseMode="File""#))
    #expect(Self.text(Self.rules("/").appendWebConfig).contains(#"path="404.html""#))
    #expect(text.contains(#"destination="/x/huong-dan/mat-khau.html""#))
    // No address that is a folder's too, none that IIS refuses, none that differs in its case only.
    let locations = text.split(separator: "<location path=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(
      locations == ["assets", "cu/mat-khau.html", "cu/a/index.html", "Moi.html", "muc/index.html"])
    let active = text.split(separator: "<!--")[0] + text.split(separator: "-->")[1]
    #expect(!active.contains("<rewrite>"))
  }
}
