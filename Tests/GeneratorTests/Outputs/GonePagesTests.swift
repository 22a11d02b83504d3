import Foundation
import Testing

@testable import Files
@testable import Generator

/// What stands where a page was that has expired.
@Suite struct GonePagesTests {
  private func project(_ theme: String = "vung-xanh") async throws -> TemporaryProject {
    let project = try TemporaryProject.ofTwoPortals(theme: theme, b: "hide: [muc/mot.md]")
    try project.page(
      at: "content/muc/mot.md", "bimat", fields: "expires: 2026-11-01\ntags: [bimat]\naliases: [/cu.html]",
      title: "bimat")
    return project
  }

  @Test func saysSoAndNothingOfWhatThePageSaid() async throws {
    let project = try await project()
    let report = await project.build()
    #expect(report.errors == [], "\(project.printed(report))")
    let page = String(decoding: try #require(project.published["a/muc/mot.html"]), as: UTF8.self)
    #expect(page.contains("Trang này không còn nữa") && page.contains("01/11/2026"))
    #expect(page.contains("<meta name=\"robots\" content=\"noindex\">"))
    #expect(page.contains("tel:111"))
    #expect(project.places(of: "bimat") == [])
    // Nothing but itself, and what lists files, knows the address.
    let naming = project.places(of: "muc/mot.html").filter { !$0.hasPrefix("a/muc/mot") }
    #expect(naming == [])
  }

  @Test func aPortalThatNeverShowedThePageHasNone() async throws {
    let project = try await project()
    _ = await project.build()
    #expect(project.published["b/muc/mot.html"] == nil)
    #expect(project.published["a/cu.html"] == nil)
  }

  @Test func whatTookOverTheAddressComesFirst() async throws {
    let project = try await project()
    try project.page(at: "content/muc/moi.md", "Mới.", fields: "aliases: [/muc/mot.html]")
    let report = await project.build()
    #expect(report.errors == [])
    let page = String(decoding: try #require(project.published["a/muc/mot.html"]), as: UTF8.self)
    #expect(page.contains("http-equiv=\"refresh\""))
  }

  @Test func standsAtTheAddressThatThePageChose() async throws {
    let project = try await project()
    try project.page(at: "content/muc/mot.md", "A.", fields: "expires: 2026-11-01\nslug: khac")
    _ = await project.build()
    #expect(project.published["a/muc/khac.html"] != nil && project.published["a/muc/mot.html"] == nil)
  }

  @Test func aThemeWithoutALayoutForItSaysThatNothingIsThere() async throws {
    let project = try await project("toi-gian")
    let report = await project.build()
    #expect(report.errors == [], "\(project.printed(report))")
    let page = String(decoding: try #require(project.published["a/muc/mot.html"]), as: UTF8.self)
    #expect(page.contains("<h1>Trang này không còn nữa</h1>"))
  }
}
