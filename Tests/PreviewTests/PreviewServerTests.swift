import Diagnostics
import Generator
import ProblemCodes
import Testing
import Vietnamese

@testable import Preview

@Suite struct PreviewServerTests {
  private static let publication = PublicationRules(today: CalendarDate(iso: "2026-11-23")!)

  @Test func aMachineWithoutAFreePortIsSaid() {
    let options = BuildOptions(project: "/nowhere", publication: Self.publication, workers: 1, rules: .all)
    let problem = #expect(throws: PreviewProblem.self) {
      try PreviewServer(options, language: .vi, socket: nil)
    }
    #expect(problem?.code == "preview-no-port")
  }

  @Test func aFolderThatCannotBeWatchedIsSaid() async throws {
    // Longer than any path may be.
    let options = BuildOptions(
      project: "/" + String(repeating: "a", count: 5000), publication: Self.publication, workers: 1,
      rules: .all)
    let server = try PreviewServer(options, language: .vi, port: 4000)
    let problem = await #expect(throws: PreviewProblem.self) { try await server.run { _, _ in } }
    #expect(problem?.code == "preview-cannot-watch")
  }
}
