import Diagnostics
import ProblemCodes
import Testing

@testable import WebLinks

@Suite struct LinkDiagnosticsTests {
  private func lines(_ answers: [(String, LinkAnswer?)]) -> [String] {
    let uses = answers.enumerated().map {
      (url: $1.0, path: "content/\($0).md", place: Place.text($1.0, fromLine: 1))
    }
    let known = answers.reduce(into: [:]) { $0[$1.0] = $1.1 }
    return diagnostics(for: uses, answers: known).map {
      "\($0.path) \($0.severity) \($0.problem.code): \($0.problem.report.en.message)"
    }
  }

  @Test func whatAnswersIsFine() {
    #expect(lines([("https://a.example/", .found(status: 200))]) == [])
  }

  @Test func whatDoesNotAnswerIsAWarning() {
    #expect(
      lines([
        ("https://a.example/", .refused(status: 404)), ("https://b.example/", .unreachable(.noSuchHost)),
        ("http://10.0.0.1/", .skipped(.privateNetwork)),
      ]) == [
        "content/0.md warning outside-link-broken: “https://a.example/” is not there (status 404)",
        "content/1.md warning outside-link-unreachable: “https://b.example/” cannot be reached: "
          + "no host of that name, or no network here",
        "content/2.md warning outside-link-private: “http://10.0.0.1/” is within a private network and was not asked",
      ])
  }

  @Test func aMoveIsANoteAndKeepsTheFragment() {
    #expect(
      lines([("http://a.example/x#b", .found(status: 200, movedTo: "https://a.example/y"))]) == [
        "content/0.md note outside-link-moved: “http://a.example/x#b” has moved for good to “https://a.example/y#b”"
      ])
  }

  @Test func whatWasNotAskedIsOneNoteAtTheFirstPlace() {
    #expect(
      lines([
        ("https://a.example/", .found(status: 200)), ("https://b.example/", .skipped(.time)),
        ("https://c.example/", .busy), ("https://d.example/", .skipped(.limit)),
        ("https://b.example/", .skipped(.time)),
        ("https://e.example/", nil),
      ]) == [
        "content/1.md note outside-link-skipped: 4 outside addresses were not asked: "
          + "too many, out of time, or the site is busy"
      ])
  }

  @Test func everyPlaceOfAnAddressIsTold() {
    let places = lines([
      ("https://a.example/", .refused(status: 500)), ("https://a.example/", .refused(status: 500)),
    ])
    #expect(places.count == 2)
  }
}
