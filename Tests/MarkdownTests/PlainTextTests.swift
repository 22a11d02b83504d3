import Testing

@Suite struct PlainTextTests {
  @Test(arguments: [
    ("", ""),
    ("Một *hai* **ba** `bốn` ~~năm~~ [sáu](a.md) ![bảy](b.png)\ntám  \nchín", "Một hai ba bốn năm sáu bảy tám chín\n"),
    ("## Đề mục\n\nChữ", "Đề mục\nChữ\n"),
    ("- a\n- b\n  - c\n\n1. d", "a\nb\nc\nd\n"),
    ("> [!WARNING]\n> Chữ\n\n> trích", "Chữ\ntrích\n"),
    ("| a | b |\n| - | - |\n| c | d |", "a\nb\nc\nd\n"),
    ("Chữ\n\n```\nmã 1\nmã 2\n```\n\nsau", "Chữ\nmã 1\nmã 2\nsau\n"),
    ("- [x] xong\n- [ ] chưa", "xong\nchưa\n"),
    ("A[^1] b\n\n[^1]: chú", "A b\nchú\n"),
    ("a &amp; b &lt; c \\* d", "a & b < c * d\n"),
    ("a <b>đậm</b> <!-- ẩn --> c", "a đậm  c\n"),
    ("a\n\n---\n\nb", "a\nb\n"),
  ])
  func holdsTheWords(_ text: String, _ expected: String) {
    #expect(Parsed(text).plainText == expected)
  }
}
