import ProblemCodes
import Templates
import TestTraits
import Testing

/// Whatever a template says, reading and rendering it ends, without a crash.
@Suite("Bounds", .timeLimit(.minutes(1)))
struct BoundsTests {
  @Test(arguments: [
    ["page": "a{{>page}}b"],
    ["page": "a{{>x}}b", "x": "{{>y}}", "y": "{{>x}}"],
    ["page": "a{{#title}}{{>page}}{{/title}}b"],
    ["page": "a{{^is_new}}{{>page}}{{/is_new}}b"],
    ["page": "a\n  {{>page}}\nb"],
    ["page": "a{{<page}}{{$x}}{{>page}}{{/x}}{{/page}}b"],
    ["page": "a{{$x}}{{<page}}{{/page}}{{/x}}b"],
  ])
  func endlessInclusionIsFoundWhenCompiling(_ sources: [String: String]) {
    let set = TemplateSet(sources)
    let (template, problems) = set.template(named: "page", for: Node.fields.shape)
    #expect(!problems.isEmpty)
    #expect(problems.allSatisfy { $0.problem.code == "template-endless-inclusion" })
    var output: [UInt8] = []
    #expect(template.render(Node(title: "x"), into: &output).isEmpty)
    #expect(output.first == UInt8(ascii: "a") && output.last == UInt8(ascii: "b"))
  }

  @Test(arguments: [
    // `site` is found outside each time, so the data never ends.
    "{{#site}}{{>page}}{{>page}}{{/site}}", "{{>*kind}}{{>*kind}}", "<\n  {{>*kind}}\n",
    "{{#site}}\n  {{>page}}\n{{/site}}",
  ])
  func endlessInclusionIsFoundWhenRendering(_ page: String) {
    let site = Table("site", texts: [("name", "x")])
    let root = Table(
      Shape("root", [.init("site", .record(site.shape), ""), .init("kind", .text, "")]),
      [.record(site), .text("page")])
    let result = render(["page": page], with: root)
    #expect(result.problems.map(\.problem.code) == ["template-endless-inclusion"])
  }

  @Test func deepDataRenders() {
    var node = Node(title: "0")
    for depth in 1...900 { node = Node(title: "\(depth)", children: [node]) }
    let result = render(["page": "{{title}} {{#children}}{{>page}}{{/children}}"], with: node)
    #expect(result.problems.isEmpty)
    #expect(result.text.hasPrefix("900 899") && result.text.hasSuffix(" 1 0 "))
  }

  @Test(.slow, arguments: ["#is_new", "^lead", "#title", "#first", "#children", "#words", "$a", "<x", "#."])
  func deepNesting(_ tag: String) {
    let depth = 10_000
    let page =
      (0..<depth).map { _ in "{{\(tag)}}\n" }.joined() + "{{title}}"
      + (0..<depth).map { _ in "{{/\(tag.dropFirst())}}" }.joined()
    let node = Node(title: "x", isNew: true, words: ["a"], children: [Node(title: "y")])
    let result = render(["page": page, "x": ""], with: node)
    #expect(result.problems.allSatisfy { $0.problem.code == "template-not-text" })
  }

  @Test func doublingPartials() {
    var sources = ["page": "{{>p0}}", "p60": ""]
    for index in 0..<60 { sources["p\(index)"] = "{{>p\(index + 1)}}{{>p\(index + 1)}}" }
    let result = render(sources, with: Node())
    #expect(result.problems.map(\.problem.code) == ["template-endless-inclusion"])
  }

  @Test func longChainsOfPartials() {
    var sources = ["page": "  {{>p0}}\n"]
    for index in 0..<3000 { sources["p\(index)"] = " {{>p\(index + 1)}}\n" }
    let result = render(sources, with: Node())
    #expect(result.problems.map(\.problem.code) == ["template-endless-inclusion"])
  }

  @Test(
    .slow,
    arguments: [
      "{{", "{{#a}}", "{{/a}}", "{{{", "{{! ", "{{= ", "{{x}}", "{{$a}}", "{{<a}}", "{{>*kind}}\n", "   ",
      "\n  {{#", "}}",
    ])
  func agesOf(_ piece: String) {
    let page = String(repeating: piece, count: 50_000 / piece.utf8.count)
    _ = render(["page": page + "}}", "kind": "x"], with: Node())
  }

  @Test func aMegabyte() {
    let line = String(repeating: "Vùng xanh ", count: 100) + "{{title}}\n"
    let count = 1_000_000 / line.utf8.count
    let result = render(String(repeating: line, count: count), with: Node(title: "x"))
    #expect(result == String(repeating: line.replacing("{{title}}", with: "x"), count: count))
  }

  /// Pieces of templates in an order that no author would write; the seed is fixed, so a failure repeats.
  @Test(.slow) func nonsense() {
    let pieces = [
      "{{", "}}", "{{{", "}}}", "{{#first}}", "{{/first}}", "{{#children}}", "{{/children}}", "{{#title}}",
      "{{/title}}",
      "{{^lead}}", "{{/lead}}", "{{$a}}", "{{/a}}", "{{$b}}\n", "  {{/b}}\n", "{{<page}}", "{{/page}}",
      "{{<x}}",
      "{{/x}}", "  {{>x}}\n", "{{>x}}", "{{>page}}", "{{>*kind}}", "{{title}}", "{{.}}", "{{#.}}", "{{/.}}",
      "\n", "\r\n",
      "  ", "ạ", "{{=| |=}}", "|title|", "|={{ }}=|", "{{! x }}", "{{#words}}", "{{/words}}", "text", "<",
      "\n    ",
    ]
    var state: UInt64 = 20_261_123
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let node = Node(title: "t", words: ["w"], children: [Node(title: "c", kind: "x")], kind: "x")
    for _ in 0..<500 {
      let sources = ["page", "x", "y"].map { name in
        (name, (0..<random(24)).map { _ in pieces[random(pieces.count)] }.joined())
      }
      _ = render(Dictionary(uniqueKeysWithValues: sources), with: node)
    }
  }
}
