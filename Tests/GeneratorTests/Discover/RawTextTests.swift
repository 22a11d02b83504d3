import Foundation
import Testing

@testable import Generator

/// Templates that print text unescaped: a theme's are as trusted as the tool, a portal's own are content.
@Suite struct RawTextTests {
  private func build(_ template: String, in folder: String, allowing: String? = nil) async throws -> [String]
  {
    let project = try TemporaryProject.ofTwoPortals()
    try project.write(template, to: folder + "/partials/moi.mustache")
    let layout = try String(
      contentsOfFile: project.root + "/themes/plain/layouts/page.mustache", encoding: .utf8)
    try project.write(layout + "{{>moi}}\n", to: "themes/plain/layouts/page.mustache")
    if folder != "themes/plain" { try project.write("", to: "themes/plain/partials/moi.mustache") }
    if let allowing { try project.write(allowing, to: "themes/plain/theme.yaml") }
    let report = await project.build()
    return report.diagnostics.filter { $0.problem.code != "page-to-fill-in" }.map {
      "\($0.severity) \($0.problem.code)"
    }
  }

  private let own = "content/portals/a/theme"

  @Test func isAnErrorInAPortalsOwn() async throws {
    #expect(try await build("{{{title}}}", in: own).first == "error template-unescaped-text")
    #expect(try await build("{{&title}}", in: own).first == "error template-unescaped-text")
    #expect(try await build("{{title}}", in: own) == [])
  }

  @Test func isAWarningInATheme() async throws {
    let found = try await build("{{{title}}}", in: "themes/plain")
    #expect(!found.isEmpty && found.allSatisfy { $0 == "warning template-unescaped-text" })
  }

  @Test func aThemeMayAllowIt() async throws {
    let found = try await build("{{{title}}}", in: own, allowing: "allows_raw_text: true\n")
    #expect(!found.isEmpty && found.allSatisfy { $0 == "warning template-unescaped-text" })
    #expect(
      try await build("{{{title}}}", in: own, allowing: "name: A\n").first == "error template-unescaped-text")
    #expect(try await build("", in: own, allowing: "allows_raw_text: có\n").first?.hasPrefix("error") == true)
  }

  /// What is markup already is printed as it is.
  @Test func isNoMatterOfMarkup() async throws {
    #expect(try await build("{{#page}}{{{content}}}{{/page}}", in: own) == [])
  }
}
