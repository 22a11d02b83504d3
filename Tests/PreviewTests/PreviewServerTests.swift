import Diagnostics
import Generator
import Testing
import Vietnamese

@testable import Preview

@Suite struct PreviewServerTests {
  @Test func aFolderThatCannotBeWatchedIsSaid() async throws {
    let calendar = Calendar(today: CalendarDate(iso: "2026-11-23")!)
    // Longer than any path may be.
    let options = BuildOptions(
      project: "/" + String(repeating: "a", count: 5000), calendar: calendar, workers: 1)
    let server = try PreviewServer(options, language: .vi, port: 4000)
    let problem = await #expect(throws: PreviewProblem.self) { try await server.run { _, _ in } }
    #expect(problem?.report.code == "preview-cannot-watch")
  }
}
