import Foundation
import Testing

@testable import Files
@testable import Generator

@Suite struct WebManifestTests {
  /// A PNG file as far as its chunks go: what says how large it is, a byte of a picture, and the end.
  static func png(_ size: UInt8) -> [UInt8] {
    func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
      [0, 0, 0, UInt8(content.count)] + Array(name.utf8) + content + [0, 0, 0, 0]
    }
    return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
      + chunk("IHDR", [0, 0, 0, size, 0, 0, 0, size, 8, 6, 0, 0, 0]) + chunk("IDAT", [0]) + chunk("IEND", [])
  }

  static func manifest(_ project: TemporaryProject) throws -> [String: Any] {
    let bytes = try #require(project.published["main/manifest.webmanifest"])
    return try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
  }

  @Test func saysWhatThePortalIs() async throws {
    let project = try TemporaryProject()
    let portal = """
      name: Mẫu
      title: Vùng xanh "Mẫu"
      description: Một cổng.
      theme: plain
      url: https://mau.example/vx/
      body: UBND phường Mẫu
      responsible: A
      address: B
      phone: 024 0000 0000
      email: d@example.org
      accent: "#0b6e4f"

      """
    try project.write(portal, to: "content/site.yaml")
    #expect(await project.build().errors == [])
    let manifest = try Self.manifest(project)
    #expect(
      manifest as? [String: String] == [
        "name": "Vùng xanh \"Mẫu\"", "short_name": "Mẫu", "description": "Một cổng.", "lang": "vi",
        "dir": "ltr", "start_url": ".", "scope": ".", "display": "browser", "background_color": "#ffffff",
        "theme_color": "#0b6e4f",
      ])
  }

  @Test func namesTheIconsOfTheTheme() async throws {
    let project = try TemporaryProject()
    let assets = "themes/plain/assets/"
    try project.write(Self.png(192), to: assets + "icon-192.png")
    try project.write(Self.png(128), to: assets + "icon-maskable-128.png")
    try project.write(Self.png(64), to: assets + "logo.png")
    try project.write("không phải ảnh", to: assets + "icon-hong.png")
    try project.write("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", to: assets + "favicon.svg")
    #expect(await project.build().errors == [])
    let manifest = try Self.manifest(project)
    #expect(manifest["theme_color"] == nil)
    let icons = try #require(manifest["icons"] as? [[String: String]])
    #expect(icons.map { $0["sizes"] } == ["any", "192x192", "128x128"])
    #expect(icons.map { $0["type"] } == ["image/svg+xml", "image/png", "image/png"])
    #expect(icons.map { $0["purpose"] } == [nil, nil, "maskable"])
    for icon in icons {
      let source = try #require(icon["src"])
      #expect(project.published["main/" + source] != nil, "\(source)")
    }
  }

  @Test func isLinkedFromEveryDepth() async throws {
    let project = try TemporaryProject()
    try project.write("{{manifest_href}}", to: "themes/plain/layouts/page.mustache")
    try project.write("---\ntitle: Mục\n---\n", to: "content/muc/_index.md")
    try project.write("---\ntitle: Trang\n---\n", to: "content/muc/trang.md")
    #expect(await project.build().errors == [])
    let found = ["index.html", "muc/trang.html", "404.html"].map { project.published["main/" + $0] }
    #expect(
      found
        == ["manifest.webmanifest", "../manifest.webmanifest", "/manifest.webmanifest"].map { Data($0.utf8) })
  }

  @Test func isServedAsOne() {
    for text in ServerRulesTests.all() {
      #expect(
        text.split(separator: "\n").contains {
          $0.contains("webmanifest") && $0.contains("application/manifest+json")
        })
    }
  }
}
