import ProblemCodes
import TestTraits
import Testing

@testable import Files
@testable import Generator

/// The pages that every portal shows.
@Suite struct SharedPagesTests {
  /// A frightened reader meets a number to call, never a value that some unit has still to supply.
  @Test(.slow) func leaveNothingToBeFilledIn() async throws {
    let project = try NewProject.real()
    let publication = PublicationRules(today: project.today)
    let report = await build(
      BuildOptions(project: project.root, publication: publication, workers: 2, rules: .all))
    #expect(!report.hasErrors)
    let notes = report.diagnostics.filter { $0.problem.code == "page-to-fill-in" }.map(\.path)
    #expect(!notes.isEmpty, "the portals' own pages still have some")
    #expect(notes.filter { !$0.hasPrefix("content/portals/") } == [])
  }
}
