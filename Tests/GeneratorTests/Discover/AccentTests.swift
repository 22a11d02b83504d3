import ProblemCodes
import Testing

@testable import Files
@testable import Generator

@Suite struct AccentTests {
  @Test(arguments: [
    ("#ffffff", 1.0), ("#000000", 21.0), ("#767676", 4.54), ("#777777", 4.48), ("#ff0000", 3.998),
  ])
  func contrastIsWCAGs(_ colour: String, _ contrast: Double) throws {
    let accent = try #require(Accent(colour))
    #expect(abs(accent.contrastWithWhite - contrast) < 0.01)
    #expect(accent.hex == colour)
  }

  @Test(arguments: ["#0b6e4f", "#B3261E", "#000000"])
  func aDarkColourStays(_ colour: String) throws {
    let accent = try #require(Accent(colour))
    #expect(accent.readable == accent)
  }

  @Test(arguments: ["#7cb342", "#ffffff", "#ffeb3b", "#777777", "#03a9f4"])
  func aPaleColourBecomesTheLightestThatIsReadable(_ colour: String) throws {
    let accent = try #require(Accent(colour))
    #expect((4.5..<4.75).contains(accent.readable.contrastWithWhite), "\(accent.readable.hex)")
  }

  @Test(arguments: ["", "0b6e4f", "#0b6e4", "#0b6e4f0", "#0b6e4g", "#+b6e4f", "green"])
  func otherFormsAreNone(_ text: String) { #expect(Accent(text) == nil) }

  @Test func theBuildSaysWhatItPutInItsPlace() async throws {
    let project = try TemporaryProject()
    try project.write(TemporaryProject.portal + "accent: \"#7cb342\"\n", to: "content/site.yaml")
    try project.write("a { color: var(--accent) }", to: "themes/plain/assets/style.css")
    let report = await project.build()
    #expect(!report.hasErrors)
    let codes = report.diagnostics.map(\.problem.code)
    #expect(codes.contains("pale-accent"))
    let styles = project.published.filter { $0.key.hasSuffix(".css") }.map {
      String(decoding: $0.value, as: UTF8.self)
    }
    #expect(styles.count == 1, "one request for all styles")
    let readable = try #require(Accent("#7cb342")).readable.hex
    #expect(try #require(styles.first).hasSuffix("}:root{--accent:\(readable)}\n"))
  }

  @Test func portalsOfOneThemeKeepTheirOwnColours() async throws {
    let project = try TemporaryProject()
    try project.write("name: Hai cổng\ntheme: plain\nmain_portal: mot\n", to: "content/site.yaml")
    try project.write("a { color: var(--accent) }", to: "themes/plain/assets/style.css")
    for (id, colour) in [("mot", "#0b6e4f"), ("hai", "#1d4e89")] {
      let portal = TemporaryProject.portal + "accent: \"\(colour)\"\n"
      try project.write(portal, to: "content/portals/\(id)/portal.yaml")
    }
    let report = await project.build()
    #expect(report.errors == [], "\(project.printed(report))")
    for (id, colour) in [("mot", "#0b6e4f"), ("hai", "#1d4e89")] {
      let style = try #require(project.published.first { $0.key.hasPrefix("\(id)/assets/style.") })
      #expect(String(decoding: style.value, as: UTF8.self).hasSuffix("--accent:\(colour)}\n"))
    }
  }
}
