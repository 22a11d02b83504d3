import Testing

@Suite struct PlainTextTests {
  @Test(arguments: [
    ("", ""),
    ("Một *hai* **ba** `bốn` ~~năm~~ [sáu](a.md) ![bảy](b.png)\ntám", "Một hai ba bốn năm sáu tám"),
    ("a  \nb", "a\nb"),
    ("## Đề mục\n\nChữ", "Đề mục\nChữ"),
    ("- a\n- b\n  - c\n\n1. d", "a\nb\nc\nd"),
    ("> [!WARNING]\n> Chữ\n\n> trích", "Chữ\ntrích"),
    ("| a | b |\n| - | - |\n| c | [d](a.md) |", "a\nb\nc\nd"),
    ("Chữ\n\n```\nmã 1\nmã 2\n```\n\nsau", "Chữ\nmã 1 mã 2\nsau"),
    ("- [x] xong\n- [ ] chưa", "xong\nchưa"),
    ("![a > b](c.png \"Chú > thích\")", "Chú > thích"),
    ("A[^1] b[^1]\n\n[^1]: chú", "A b\nchú"),
    ("a &amp;amp; b &lt; c \\* \"d\"", "a &amp; b < c * \"d\""),
    ("a\n\n---\n\nb", "a\nb"),
  ])
  func holdsTheWords(_ text: String, _ expected: String) {
    #expect(Parsed(text).plainText == expected)
  }

  @Test func stopsAtTheLimit() {
    let text = String(repeating: "chữ ", count: 1_000)
    let beginning = Parsed(text).document.plainText(limit: 100)
    #expect(abs(beginning.count - 100) <= 4)
    #expect(text.utf8.starts(with: beginning))
  }
}
