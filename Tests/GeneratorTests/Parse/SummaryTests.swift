import Testing

@testable import Checking
@testable import Generator

/// What lists and search say of a page.
@Suite struct SummaryTests {
  @Test(arguments: ["", "description:\n", "description: \"\"\n"])
  func isTheBeginningOfTheTextWithoutADescription(_ line: String) async throws {
    let project = try TemporaryProject()
    try project.write("---\ntitle: A\n\(line)---\n\nCâu đầu của bài.\n", to: "content/a.md")
    let page = try await page("content/a.md", of: project)
    #expect(page.description == "Câu đầu của bài.")
  }

  @Test func isTheDescriptionWhereThereIsOne() async throws {
    let project = try TemporaryProject()
    try project.write("---\ntitle: A\ndescription: Lời giới thiệu.\n---\n\nCâu đầu.\n", to: "content/a.md")
    #expect(try await page("content/a.md", of: project).description == "Lời giới thiệu.")
  }

  private func page(_ path: String, of project: TemporaryProject) async throws -> Page {
    var run = Run(
      BuildOptions(
        project: project.root, publication: PublicationRules(today: TemporaryProject.today), workers: 1,
        rules: .all))
    let sources = run.discover()
    let parsed = await run.parse(try #require(sources))
    return try #require(parsed.pages.compactMap(\.page).first { $0.path == path })
  }
}
