import Foundation
import Testing

@testable import Checking
@testable import Fields
@testable import Files
@testable import Generator
@testable import Proofreading

/// A `#` that YAML takes for a comment, in front matter and in portal.yaml.
@Suite struct CutValueTests {
  static let cut = [
    ("title: Bài thử #1 của phường", "title: \"Bài thử #1 của phường\""),
    ("title: Bài thử #1 # ghi chú", "title: \"Bài thử #1\" # ghi chú"),
    ("- name: Nguồn #2", "- name: \"Nguồn #2\""), ("accent: #0b3d91", "accent: \"#0b3d91\""),
    ("accent: #fff # xanh", "accent: \"#fff\" # xanh"),
    ("tags: #1f5f4a\nslug: a", "tags: \"#1f5f4a\"\nslug: a"),
  ]

  @Test(arguments: cut) func isQuoted(_ text: String, _ expected: String) {
    #expect(mend(text + "\n", .yaml) == expected + "\n")
    #expect(mend("---\n\(text)\n---\n\nChữ.\n", .markdown) == "---\n\(expected)\n---\n\nChữ.\n")
  }

  @Test(
    arguments: [
      "title: A # chú thích", "title: A  #chú thích", "title: A  # b #c", "# title: A #1", "#title: A #1",
      "title: \"A #1\"",
      "title: 'A #1'", "title: A#1", "title: # chưa có", "accent: #xanh", "accent: #0b3d9",
      "draft: true #nháp",
      "description: |\n  A #1\n  title: B #2", "source: #abc\n  - name: A", "url: https://a.example/#b",
      "tags: [a, b] #c",
      "title: Nói “A\" #1",
    ].dropLast())
  func isLeftAlone(_ text: String) {
    #expect(YAMLReader(Array(text.utf8)).cutValues(of: 0..<text.utf8.count).isEmpty)
    #expect(mend(text + "\n", .yaml) == text + "\n")
  }

  /// With quote marks of its own it is told, and left for a person.
  @Test func isNotQuotedTwice() {
    let text = "title: Nói \"A\" #1\n"
    #expect(YAMLReader(Array(text.utf8)).cutValues(of: 0..<text.utf8.count).count == 1)
    #expect(mend(text, .yaml) == text)
  }

  @Test func isToldWithItsPlace() async throws {
    let project = try TemporaryProject()
    try project.page(fields: "title: Bài thử #1 của phường")
    let site = try String(contentsOfFile: project.root + "/content/site.yaml", encoding: .utf8)
    try project.write(site + "\naccent: #0b3d91\n", to: "content/site.yaml")
    let line = site.split(separator: "\n", omittingEmptySubsequences: false).count + 1
    let places = await project.check().places(in: project)
    #expect(places.contains("content/trang.md:3:16+13 yaml-value-cut"), "\(places)")
    #expect(places.contains("content/site.yaml:\(line):9+7 yaml-value-cut"), "\(places)")
  }

  private func mend(_ text: String, _ kind: SourceKind) -> String {
    String(decoding: mended(Array(text.utf8), as: kind, movesTones: false), as: UTF8.self)
  }
}
