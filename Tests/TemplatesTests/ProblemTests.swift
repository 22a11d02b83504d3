import Diagnostics
import Templates
import Testing

@Suite("Problems in templates")
struct ProblemTests {
  @Test(arguments: [
    ("a {{title", ["page.mustache 2..<9 template-unclosed-tag"], "a "),
    ("{{title }\n{{count}}", ["page.mustache 0..<9 template-unclosed-tag"], "0"),
    ("{{! never", ["page.mustache 0..<9 template-unclosed-tag"], ""),
    ("{{#is_new}}x", ["page.mustache 0..<11 template-unclosed-section"], ""),
    ("x{{/is_new}}y", ["page.mustache 1..<12 template-unopened-close"], "xy"),
    ("{{^is_new}}x{{/is_nwe}}y", ["page.mustache 12..<23 template-mismatched-close"], "xy"),
    ("{{^is_new}}{{^lead}}x{{/is_new}}y", ["page.mustache 21..<32 template-mismatched-close"], "xy"),
    ("{{^lead}}x{{/words}}y{{/lead}}", ["page.mustache 10..<20 template-mismatched-close"], "xy"),
    (
      "{{a b}}{{}}{{ #x }}{{a..b}}{{>}}{{>a b}}{{$a b}}{{/a b}}",
      [
        "page.mustache 0..<7 template-bad-tag", "page.mustache 7..<11 template-bad-tag",
        "page.mustache 11..<19 template-bad-tag", "page.mustache 19..<27 template-bad-tag",
        "page.mustache 27..<32 template-bad-tag", "page.mustache 32..<40 template-bad-tag",
      ], ""
    ),
    ("{{=<% %>}}", ["page.mustache 0..<10 template-unclosed-tag"], ""),
    ("{{=<%=}}{{count}}", ["page.mustache 0..<8 template-bad-delimiters"], "0"),
    ("{{titel}}", ["page.mustache 0..<9 template-unknown-field"], ""),
    (
      "{{#first}}{{titel}}{{/first}}{{first.titel}}",
      [
        "page.mustache 10..<19 template-unknown-field", "page.mustache 29..<44 template-unknown-field",
      ], ""
    ),
    ("{{#nothing}}{{titel}}{{/nothing}}", ["page.mustache 0..<12 template-unknown-field"], ""),
    (
      "{{first}}{{words}}{{is_new}}{{.}}",
      [
        "page.mustache 0..<9 template-not-text", "page.mustache 9..<18 template-not-text",
        "page.mustache 18..<28 template-not-text", "page.mustache 28..<33 template-not-text",
      ], ""
    ),
    (
      "{{{title}}}{{&title}}{{{body}}}",
      [
        "page.mustache 0..<11 template-unescaped-text", "page.mustache 11..<21 template-unescaped-text",
      ], ""
    ),
    ("{{>fotter}}", ["page.mustache 0..<11 template-missing-partial"], ""),
    ("{{>*words}}", ["page.mustache 0..<11 template-not-text"], ""),
  ])
  func problem(_ template: String, _ expected: [String], _ text: String) {
    let result = render(["page": template, "footer": ""], with: Node())
    #expect(result.problems.map(\.brief) == expected)
    #expect(result.text == text)
  }

  @Test(arguments: [
    ("{{titel}}", "did you mean “title”?"), ("{{first.titel}}", "did you mean “first.title”?"),
    ("{{frist.title}}", "did you mean “first.title”?"), ("{{>fotter}}", "did you mean “footer”?"),
    ("{{#children}}{{titel}}{{/children}}", "did you mean “title”?"),
    ("{{zzz}}", "docs/themes.md lists every field"),
  ])
  func nearestName(_ template: String, _ remedy: String) {
    let result = render(["page": template, "footer": ""], with: Node())
    #expect(result.problems.map(\.problem.report.en.remedy) == [remedy])
  }

  @Test func onlyUnescapedTextIsAWarning() {
    let problems = render(["page": "{{{title}}}{{x}}"], with: Node()).problems
    #expect(problems.map(\.severity) == [.warning, .error])
  }

  @Test func everyProblemOnceInOrder() {
    let set = TemplateSet([
      "b": "{{y}}{{>part}}", "a": "{{x}}{{>part}}", "part": "{{z}}", "unused": "{{#open}}",
    ])
    let shape = Node.fields.shape
    let (templates, problems) = set.compile([
      .init("b", for: shape), .init("a", for: shape), .init("c", for: shape),
    ])
    #expect(templates.map(\.name) == ["b", "a", "c"])
    #expect(
      problems.map(\.brief) == [
        "a.mustache 0..<5 template-unknown-field", "b.mustache 0..<5 template-unknown-field",
        "c.mustache template-missing-partial", "part.mustache 0..<5 template-unknown-field",
        "unused.mustache 0..<9 template-unclosed-section",
      ])
  }

  @Test func aMissingTemplateRendersNothing() {
    let (template, _) = TemplateSet([:]).template(named: "page", for: Node.fields.shape)
    var output: [UInt8] = []
    #expect(template.render(Node(), into: &output).isEmpty)
    #expect(output.isEmpty)
  }
}
