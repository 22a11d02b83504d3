import Testing

@Suite struct TaskTests {
  static let toDo = "<input type=\"checkbox\" disabled aria-label=\"Chưa xong\"> "
  static let done = "<input type=\"checkbox\" disabled checked aria-label=\"Đã xong\"> "

  @Test(arguments: [
    (
      "- [ ] a\n- [x] *b*\n- [X] c\n- d",
      "<ul><li>\(toDo)a</li><li>\(done)<em>b</em></li><li>\(done)c</li><li>d</li></ul>"
    ),
    ("- [x] a\n  - [ ] b", "<ul><li>\(done)a<ul><li>\(toDo)b</li></ul></li></ul>"),
    ("- [ ] a\n\n- [x] b", "<ul><li><p>\(toDo)a</p></li><li><p>\(done)b</p></li></ul>"),
    ("1. [ ] a", "<ol><li>\(toDo)a</li></ol>"),
    ("- [y] a\n- \\[ ] b", "<ul><li>[y] a</li><li>[ ] b</li></ul>"),
  ])
  func boxesHaveNames(_ text: String, _ expected: String) {
    #expect(Parsed(text).html == expected)
  }

  @Test func namesFollowTheLanguage() {
    let html = Parsed("- [ ] a\n- [x] b", in: .en).html
    #expect(html?.contains("aria-label=\"To do\"> a") == true)
    #expect(html?.contains("aria-label=\"Done\"> b") == true)
  }
}
