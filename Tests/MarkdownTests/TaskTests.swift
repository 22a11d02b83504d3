import Testing

@Suite struct TaskTests {
  static let toDo = "<span class=\"task\" role=\"img\" aria-label=\"Chưa xong\"></span> "
  static let done = "<span class=\"task task-done\" role=\"img\" aria-label=\"Đã xong\"></span> "

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
    #expect(html?.contains("aria-label=\"To do\"></span> a") == true)
    #expect(html?.contains("aria-label=\"Done\"></span> b") == true)
  }
}
