import Diagnostics
import Testing

@testable import Files
@testable import Generator

/// Many mistakes at once: what is said of them, and what was most likely meant.
@Suite struct ManyProblemsTests {
  private func remedies(_ pages: [String: String]) async throws -> [String] {
    let project = try TemporaryProject()
    for (path, text) in pages {
      try project.write("---\ntitle: \(path)\n---\n\n\(text)\n", to: "content/" + path)
    }
    return await project.build().diagnostics.map(\.problem.report.en.remedy)
  }

  @Test func namesWhatWasMeant() async throws {
    let found = try await remedies([
      "mat-khau.md": "## Mật khẩu\n\n[đây](#mat-kau)", "muc/_index.md": "Mục.", "muc/lua-dao.md": "Bài.",
      "a.md": "[một](mat-khao.md)\n[hai](lua-dao.md)\n[ba](bang.cvs)\n[bốn](mat-khau.md#mat-kau)",
      "bang.csv": "a",
    ])
    #expect(
      found == [
        "did you mean “mat-khau.md”?", "did you mean “/muc/lua-dao.md”?", "did you mean “bang.csv”?",
        "did you mean “#mat-khau”?", "did you mean “#mat-khau”?",
      ])
  }

  @Test func namesWhatPortalsMeant() async throws {
    let project = try TemporaryProject()
    let menu =
      "menu: [{ title: A, page: huong-dan/lua-da.md }]\nhide: [huong-dan/lua-da.md]\nemblem: hin.png\n"
    try project.write(TemporaryProject.portal + menu, to: "content/site.yaml")
    try project.write("---\ntitle: A\n---\n", to: "content/huong-dan/_index.md")
    try project.write("---\ntitle: B\n---\n", to: "content/huong-dan/lua-dao.md")
    try project.write("a", to: "content/hinh.png")
    let found = await project.build().diagnostics.filter { $0.severity == .error }.map(
      \.problem.report.en.remedy)
    #expect(Set(found) == ["did you mean “huong-dan/lua-dao.md”?", "did you mean “hinh.png”?"])
  }

  @Test func suggestsForFiftyNames() async throws {
    let project = try TemporaryProject()
    let links = (0..<60).map { "[x](trang-thu-\($0 + 10)a.md)" }.joined(separator: "\n")
    try project.write("---\ntitle: A\n---\n\n\(links)\n\n[x](trang-thu-10a.md)\n", to: "content/a.md")
    for number in 10..<70 {
      try project.write("---\ntitle: T\(number)\n---\n", to: "content/trang-thu-\(number).md")
    }
    let found = await project.build().diagnostics.map(\.problem.report.en.remedy)
    #expect(found.count == 61)
    // The last link is the first again, and remembered.
    #expect(found.map { $0.hasPrefix("did you mean") } == (0..<61).map { $0 < 50 || $0 == 60 })
    #expect(found[3] == "did you mean “trang-thu-13.md”?")
  }

  @Test func saysHowManyMoreThereAre() async throws {
    let project = try TemporaryProject()
    let links = (0..<250).map { "[x](t\($0).md)" }.joined(separator: "\n")
    for name in ["a", "b"] { try project.write("---\ntitle: A\n---\n\n\(links)\n", to: "content/\(name).md") }
    let report = await project.build()
    let codes = report.errors
    let ofOne = [String](repeating: "link-missing-page", count: 100) + ["more-of-the-same"]
    #expect(codes == ofOne + ofOne)
    #expect(report.diagnostics[100].problem.report.en.message.contains("150 places more"))
  }

  @Test(arguments: [
    "paginate: 9223372036854775807", "paginate: 99999999999999999999", "paginate: 0", "paginate: -5",
  ])
  func aListHasABoundedLength(_ line: String) async throws {
    let project = try TemporaryProject()
    try project.write(TemporaryProject.portal + line + "\n", to: "content/site.yaml")
    try project.write("---\ntitle: A\n\(line)\n---\n", to: "content/muc/_index.md")
    #expect(await project.build().errors == ["number-out-of-bounds", "number-out-of-bounds"])
  }

  @Test(arguments: [
    ("weight: 9223372036854775807", ["number-out-of-bounds"]), ("weight: 1000000", []), ("weight: -3", []),
    ("weight: 1.5", ["wrong-type"]), ("weight: \"-\"", ["wrong-type"]), ("age: \"-5+\"", ["bad-age"]),
    ("age: 9223372036854775807+", ["bad-age"]), ("age: 16+", []), ("age: 6-200", ["bad-age"]),
  ])
  func numbersHaveBounds(_ line: String, _ codes: [String]) async throws {
    let project = try TemporaryProject()
    try project.write("---\ntitle: A\n\(line)\n---\n", to: "content/a.md")
    #expect(await project.build().errors == codes)
  }

  @Test func aLetterHasFewMarks() async throws {
    let project = try TemporaryProject()
    let marks = String(repeating: "\u{301}\u{323}", count: 40)
    try project.write("---\ntitle: A\n---\n\nMột a\(marks)\n", to: "content/a.md")
    try project.write("# a\(marks)\n" + TemporaryProject.portal, to: "themes/plain/words/la.yaml")
    let report = await project.build()
    #expect(report.errors.filter { $0 == "too-many-marks" }.count == 2)
    #expect(project.printed(report).contains("content/a.md:5:"))
  }

  @Test(arguments: [
    ("&#769;", "", "too-many-marks"), ("&#x301;&#803;", "", "too-many-marks"),
    ("%CC%81", "[x](a", "link-malformed"), ("\\u0301", "title: \"a", "too-many-marks"),
  ])
  func marksMayBeWrittenAsCodes(_ mark: String, _ before: String, _ code: String) async throws {
    let project = try TemporaryProject()
    let marks = before + String(repeating: mark, count: 70)
    let text =
      before.hasPrefix("title")
      ? "---\n\(marks)\"\n---\n" : "---\ntitle: A\n---\n\n\(marks)\(before.isEmpty ? "" : ".md)")\n"
    try project.write(text, to: "content/a.md")
    #expect(await project.build().errors == [code])
  }
}
