import Templates
import Testing

@Suite("Rendering")
struct RenderTests {
  let node = Node(
    title: #"A & B < "C" > 'D'"#, body: Array("<p>Mật khẩu</p>".utf8), isNew: true, words: ["một", "hai"],
    children: [Node(title: "X", lead: "x"), Node(title: "Y")])

  @Test(arguments: [
    ("{{title}}", #"A &amp; B &lt; &quot;C&quot; &gt; 'D'"#),
    ("{{{title}}} {{&title}}", #"A & B < "C" > 'D' A & B < "C" > 'D'"#),
    ("{{body}}{{{body}}}", "<p>Mật khẩu</p><p>Mật khẩu</p>"),
    ("{{stream}}", "<p>Mật khẩu</p>"),
    ("[{{lead}}{{#lead}}lead{{/lead}}{{^lead}}none{{/lead}}]", "[none]"),
    ("{{count}}", "2"),
    ("{{#is_new}}new{{/is_new}}{{^is_new}}old{{/is_new}}", "new"),
    ("{{#words}}({{.}}){{/words}}", "(một)(hai)"),
    (
      "{{#title}}{{^lead}}{{#is_new}}{{.}}{{/is_new}}{{/lead}}{{/title}}",
      #"A &amp; B &lt; &quot;C&quot; &gt; 'D'"#
    ),
    ("{{#children}}{{title}}{{#lead}}={{.}}{{/lead}} {{/children}}{{first.title}}", "X=x Y X"),
    ("{{#first}}{{title}}{{#is_new}}!{{/is_new}}{{/first}}{{#is_new}}!{{/is_new}}", "X!"),
    ("{{#words}}{{#children}}{{title}}{{/children}}{{.}} {{/words}}", "XYmột XYhai "),
    ("{{first.first.title}}{{^first.first}}none{{/first.first}}", "none"),
    ("{{#children}}{{#children}}never{{/children}}{{/children}}{{count}}", "2"),
    ("a\r\n{{! chú thích\r\n nhiều dòng }}\r\n{{#is_new}}\r\nb\r\n{{/is_new}}\r\nc", "a\r\nb\r\nc"),
    ("\u{FEFF}{{! a byte order mark hides nothing }}\nb", "b"),
    ("", ""),
  ])
  func value(_ template: String, _ expected: String) {
    #expect(render(template, with: node) == expected)
  }

  /// Each length from none to beyond two words of eight bytes, with a special byte at each place.
  @Test func escapingFindsEverySpecialByte() {
    for special in [(UInt8(ascii: "&"), "&amp;"), (UInt8(ascii: "<"), "&lt;"), (UInt8(ascii: ">"), "&gt;")]
      + [(UInt8(ascii: "\""), "&quot;")]
    {
      for length in 1...19 {
        for place in 0..<length {
          let plain = (0..<length).map { _ in UInt8(ascii: "$") }
          var bytes = plain
          bytes[place] = special.0
          var output: [UInt8] = []
          output.append(escaping: String(decoding: bytes, as: UTF8.self))
          #expect(output == plain[..<place] + Array(special.1.utf8) + plain[(place + 1)...])
        }
      }
    }
  }

  @Test func escapingLeavesOtherBytesAlone() {
    let others = (UInt8(1)..<128).filter { ![0x22, 0x26, 0x3C, 0x3E].contains($0) }
    let text = String(decoding: others, as: UTF8.self) + "ạảấầẩẫậ"
    var output: [UInt8] = []
    output.append(escaping: text)
    #expect(output == Array(text.utf8))
  }

  @Test func outputKeepsWhatItHolds() {
    let (template, _) = TemplateSet(["page": "{{title}}"]).template(named: "page", for: Node.fields.shape)
    var output = Array("before ".utf8)
    #expect(template.render(Node(title: "after"), into: &output).isEmpty)
    #expect(output == Array("before after".utf8))
  }

  @Test func globalsStandOutsideTheRoot() {
    let words = Table("words", texts: [("home", "Trang chủ"), ("title", "hidden")])
    let globals = Table(Shape("globals", [.init("terms", .record(words.shape), "")]), [.record(words)])
    let result = render(
      ["page": "{{terms.home}} {{title}} {{#terms}}{{title}}{{/terms}}"], with: Node(title: "Mục"),
      globals: [globals, words])
    #expect(result.text == "Trang chủ Mục hidden")
    #expect(result.problems.isEmpty)
  }

  @Test func renderingsRunAtOnce() async {
    let (template, _) = TemplateSet(["page": "{{#children}}{{title}}{{/children}}"])
      .template(named: "page", for: Node.fields.shape)
    await withTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<8 {
        group.addTask { [node] in
          var output: [UInt8] = []
          for _ in 0..<100 { _ = template.render(node, into: &output) }
          return output
        }
      }
      for await output in group { #expect(output == Array(String(repeating: "XY", count: 100).utf8)) }
    }
  }
}
