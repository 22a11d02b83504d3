import Templates
import Testing

@Suite("Partials, parents and blocks")
struct InclusionTests {
  let tree = Node(
    title: "a", children: [Node(title: "b", children: [Node(title: "c")]), Node(title: "d")], kind: "leaf")

  @Test func treeIndentsItsBranches() {
    let item = "<li>{{title}}\n  {{#children}}\n  {{>item}}\n  {{/children}}\n\n</li>\n"
    let result = render(["page": "<ul>\n  {{>item}}\n</ul>\n", "item": item], with: tree)
    #expect(
      result.text == """
        <ul>
          <li>a
            <li>b
              <li>c

              </li>

            </li>
            <li>d

            </li>

          </li>
        </ul>

        """)
    #expect(result.problems.isEmpty)
  }

  @Test func indentationStopsAtAnInlineInclusion() {
    let result = render(
      [
        "page": "  {{>a}}\n", "a": "a\n  {{#children}}\n  {{>a}}\n  {{/children}}\n{{>b}}\n",
        "b": "b\nb\n",
      ], with: Node(children: [Node()]))
    #expect(result.text == "  a\n    a\n    b\n    b\n  b\n  b\n")
    let inline = render(["page": "  {{>a}}\n", "a": "<{{>b}}>\n", "b": "b\nb"], with: Node())
    #expect(inline.text == "  <b\nb>\n")
  }

  @Test func emptyLinesAreNotIndented() {
    #expect(render(["page": "  {{>a}}\n", "a": "a\n\n\r\nb\n"], with: Node()).text == "  a\n\n\r\n  b\n")
  }

  @Test(arguments: [
    // A block on a line of its own keeps its line, whatever replaces it.
    ("{{<base}}{{$main}}text{{/main}}{{/base}}", "<main>\n  text\n</main>\n"),
    ("{{<base}}{{$main}}\n      one\n        two\n{{/main}}{{/base}}", "<main>\n  one\n    two\n</main>\n"),
    ("{{<base}}{{$main}}{{/main}}{{/base}}", "<main>\n</main>\n"),
    ("{{<base}}{{/base}}", "<main>\n  default\n</main>\n"),
    ("  {{<base}}\n    {{$main}}x{{/main}}\n  {{/base}}\n", "  <main>\n    x\n  </main>\n"),
    // A replacement can open the block again around or inside itself.
    ("{{<base}}{{$main}}<{{$main}}own{{/main}}>{{/main}}{{/base}}", "<main>\n  <own>\n</main>\n"),
    ("{{<box}}{{$in}}{{<box}}{{$in}}x{{/in}}{{/box}}{{/in}}{{/box}}", "[[x]]"),
    // What includes has the last word, in partials as well.
    ("{{<outer}}{{$in}}x{{/in}}{{/outer}}", "([x])"),
    ("{{<box}}{{#is_new}}{{$in}}ignored{{/in}}{{/is_new}}{{/box}}", "[]"),
  ])
  func blocks(_ page: String, _ expected: String) {
    let result = render(
      [
        "page": page, "base": "<main>\n  {{$main}}\n  default\n  {{/main}}\n</main>\n",
        "box": "[{{$in}}{{/in}}]", "outer": "({{>box}})",
      ], with: Node())
    #expect(result.text == expected)
    #expect(result.problems.isEmpty)
  }

  @Test func dynamicNames() {
    let sources = ["page": "{{>*kind}}", "leaf": "leaf {{title}}", "wrong": "{{titel}}"]
    #expect(render(sources, with: tree).text == "leaf a")
    // What is wrong with a candidate matters only once it is chosen.
    #expect(render(sources, with: tree).problems.isEmpty)
    let wrong = render(sources, with: Node(kind: "wrong"))
    #expect(wrong.problems.map(\.brief) == ["wrong.mustache 0..<9 template-unknown-field"])
    let missing = render(sources, with: Node(kind: "laef"))
    #expect(missing.text.isEmpty)
    #expect(missing.problems.map(\.brief) == ["page.mustache 0..<10 template-missing-partial"])
    #expect(missing.problems.first?.problem.report.en.remedy == "did you mean “leaf”?")
    #expect(render(sources, with: Node()).problems.isEmpty)
    let many = ["page": "{{#children}}{{>*kind}}{{/children}}", "wrong": "{{titel}}"]
    let twice = render(many, with: Node(children: [Node(kind: "wrong"), Node(kind: "wrong")]))
    #expect(twice.problems.map(\.brief) == ["wrong.mustache 0..<9 template-unknown-field"])
  }

  @Test func dynamicParentsTakeBlocks() {
    let sources = ["page": "{{<* kind }}{{$in}}x{{/in}}{{/*kind}}", "box": "[{{$in}}{{/in}}]"]
    #expect(render(sources, with: Node(kind: "box")).text == "[x]")
  }

  @Test func dynamicNamesKeepIndentation() {
    let sources = ["page": "<\n  {{>*kind}}\n>\n", "leaf": "a\n{{#children}}\n  {{>*kind}}\n{{/children}}\n"]
    let node = Node(children: [Node(kind: "leaf")], kind: "leaf")
    #expect(render(sources, with: node).text == "<\n  a\n    a\n>\n")
  }
}
