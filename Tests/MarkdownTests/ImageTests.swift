import Testing

@Suite struct ImageTests {
  static let attributes = "width=\"640\" height=\"480\" loading=\"lazy\" decoding=\"async\""

  @Test(arguments: [
    ("![Ảnh *lớp* `5A`](a.png)", "<p><img src=\"a.png\" alt=\"Ảnh lớp 5A\" \(attributes)></p>"),
    ("![](a.png)", "<p><img src=\"a.png\" alt=\"\" \(attributes)></p>"),
    ("![Hình](a.svg)", "<p><img src=\"a.svg\" alt=\"Hình\" loading=\"lazy\" decoding=\"async\"></p>"),
    (
      "![Ảnh](a.png 'Chú')",
      "<figure><img src=\"a.png\" alt=\"Ảnh\" \(attributes)><figcaption>Chú</figcaption></figure>"
    ),
    ("Xem ![Ảnh](a.png 'Chú')", "<p>Xem <img src=\"a.png\" alt=\"Ảnh\" \(attributes) title=\"Chú\"></p>"),
    (
      "[![Ảnh](a.png 'Chú')](tel:111)",
      "<p><a href=\"tel:111\"><img src=\"a.png\" alt=\"Ảnh\" \(attributes) title=\"Chú\"></a></p>"
    ),
    (
      "> [!TIP]\n> ![Ảnh](a.png 'Chú')",
      """
      <div class="alert alert-tip" role="note" aria-label="Mẹo">\
      <p class="alert-title" aria-hidden="true">Mẹo</p>\
      <figure><img src="a.png" alt="Ảnh" \(attributes)><figcaption>Chú</figcaption></figure></div>
      """
    ),
    (
      "- [ ] ![Ảnh](a.png 'Chú')",
      """
      <ul><li><span class="task" role="img" aria-label="Chưa xong"></span> \
      <figure><img src="a.png" alt="Ảnh" \(attributes)><figcaption>Chú</figcaption></figure></li></ul>
      """
    ),
    ("![Ảnh](<ảnh lớp.png>)", "<p><img src=\"ảnh%20lớp.png\" alt=\"Ảnh\" \(attributes)></p>"),
  ])
  func known(_ text: String, _ expected: String) {
    let parsed = Parsed(text)
    #expect(parsed.html == expected)
    #expect(parsed.problems == [])
  }

  @Test(arguments: [
    ("![a ![b](c.png)](d.png)", "a b"), ("![a [b](x.md)](d.png)", "a b"),
    ("![a https://x.vn](d.png)", "a https://x.vn"),
    ("![a[^1] b](d.png)\n\n[^1]: c", "a b"), ("![a ![b[^1]](c.png) [d](#x)](d.png)\n\n[^1]: c", "a b d"),
  ])
  func markupInAltIsOnlyItsWords(_ text: String, _ alt: String) {
    let parsed = Parsed(text)
    #expect(parsed.html?.hasPrefix("<p><img src=\"d.png\" alt=\"\(alt)\" ") == true)
    #expect(parsed.html?.contains("c.png") == false)
    #expect(parsed.html?.contains("href=\"#tham-chieu") == false, "a way back to a mark that is not there")
    #expect(parsed.document.slots.isEmpty)
    #expect(parsed.problems == [])
  }

  @Test func remoteIsRefused() {
    let parsed = Parsed("Một\n\n![Ảnh](https://x.vn/a.png \"Chú\")", firstLine: 2)
    #expect(parsed.problems == ["error image-remote 4 https://x.vn/a.png"])
  }
}
