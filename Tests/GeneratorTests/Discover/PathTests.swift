import Testing

@testable import Files
@testable import Generator

@Suite struct PathTests {
  @Test(arguments: [
    ("/a/dự án/content/x.md", "/a/dự án", "content/x.md"), ("/a/dự án", "/a/dự án", ""),
    ("/a/dự án 2/x.md", "/a/dự án", nil), ("/x.md", "/", "x.md"), ("/a", "/a/b", nil),
  ])
  func aPathIsCalledFromItsFolder(path: String, folder: String, called: String?) {
    #expect(relativePath(path, below: folder) == called)
  }
}
