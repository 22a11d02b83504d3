import Foundation
import Testing

@testable import Generator

/// Which portal a page names as its own, in every theme and in every place that says so.
@Suite struct OwnAddressTests {
  private static func project(_ theme: String, b: String = "") throws -> TemporaryProject {
    let project = try TemporaryProject.ofTwoPortals(theme: theme, a: "hide: [muc/giau.md]", b: b)
    try project.page(
      at: "content/muc/chung.md", "A", fields: "slug: goc\naliases: [/cu.html]\ndate: 2026-01-01\ntags: [t]")
    for name in ["giau", "thay", "thay-b"] { try project.page(at: "content/muc/\(name).md", "A") }
    try project.page(at: "content/muc/b.md", "A", fields: "portals: [b]")
    try project.page(at: "content/portals/a/muc/thay.md", "A")
    for name in ["thay-b", "rieng"] { try project.page(at: "content/portals/b/muc/\(name).md", "A") }
    try project.page(at: "content/sach/_index.md", "A", fields: "type: handbook")
    try project.page(at: "content/sach/mot.md", "A")
    return project
  }

  private static let main = ["muc.html", "muc/goc.html", "sach.html", "sach/mot.html"]
  private static let own = [
    "", "muc/giau.html", "muc/thay.html", "muc/thay-b.html", "muc/b.html", "muc/rieng.html", "chu-de.html",
    "chu-de/t.html", "so-do-trang.html",
  ]

  private func canonical(_ route: String, of portal: String, in site: [String: Data]) throws -> String {
    let path = portal + "/" + (route.isEmpty ? "index.html" : route)
    let html = String(decoding: try #require(site[path], "\(path)"), as: UTF8.self)
    let start = try #require(html.firstRange(of: "rel=\"canonical\" href=\"")?.upperBound, "\(path)")
    return String(html[start...].prefix { $0 != "\"" })
  }

  @Test(arguments: ["vung-xanh", "toi-gian"])
  func isThatOfThePortalThatShowsThePageFirst(_ theme: String) async throws {
    let project = try Self.project(theme)
    let report = await project.build()
    #expect(report.errors.isEmpty, "\(project.printed(report))")
    let site = project.published
    for route in Self.main {
      #expect(try canonical(route, of: "b", in: site) == "https://a.gov.vn/" + route)
      #expect(try canonical(route, of: "a", in: site) == "https://a.gov.vn/" + route)
    }
    for route in Self.own { #expect(try canonical(route, of: "b", in: site) == "https://b.gov.vn/" + route) }
    #expect(try canonical("cu.html", of: "b", in: site) == "https://a.gov.vn/muc/goc.html")
    // What search engines read beside it says the same.
    for (path, bytes) in site where path.hasPrefix("b/") && path.hasSuffix(".html") {
      let html = String(decoding: bytes, as: UTF8.self)
      guard let start = html.firstRange(of: "property=\"og:url\" content=\"")?.upperBound else { continue }
      let route = path == "b/index.html" ? "" : String(path.dropFirst(2))
      #expect(
        html[start...].prefix { $0 != "\"" } == (try canonical(route, of: "b", in: site))[...], "\(path)")
    }
  }

  @Test func isItsOwnWhereThePortalWantsIt() async throws {
    let project = try Self.project("toi-gian", b: "canonical: own")
    _ = await project.build()
    let site = project.published
    for route in Self.main + Self.own {
      #expect(try canonical(route, of: "b", in: site) == "https://b.gov.vn/" + route)
    }
  }

  @Test func isTheSameWhenOnePortalIsBuiltAlone() async throws {
    let project = try Self.project("toi-gian")
    _ = await project.build()
    let all = project.published.filter { $0.key.hasPrefix("b/") }
    try project.remove("site")
    _ = await project.build(portals: ["b"])
    #expect(project.published == all)
  }
}
