import Testing

@Suite struct FootnoteTests {
  static func mark(_ number: Int, use: Int = 1) -> String {
    let id = "tham-chieu_\(number)" + (use > 1 ? "-\(use)" : "")
    return "<sup class=\"footnote-ref\"><a href=\"#chu-thich_\(number)\" id=\"\(id)\">\(number)</a></sup>"
  }

  static func back(_ number: Int, use: Int = 1) -> String {
    let suffix = use > 1 ? "-\(use)" : ""
    return " <a class=\"footnote-backref\" href=\"#tham-chieu_\(number)\(suffix)\" "
      + "aria-label=\"Về chỗ đánh dấu chú thích \(number)\(suffix)\">↩</a>"
  }

  static func section(_ notes: String...) -> String {
    "<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"Chú thích\"><ol>"
      + notes.enumerated().map { "<li id=\"chu-thich_\($0 + 1)\">\($1)</li>" }.joined() + "</ol></section>"
  }

  @Test(arguments: [
    ("A[^luật] b.\n\n[^luật]: *Luật*.", "<p>A\(mark(1)) b.</p>" + section("<p><em>Luật</em>.\(back(1))</p>")),
    (
      "A[^x] b[^y].\n\n[^y]: Y\n[^x]: X",
      "<p>A\(mark(1)) b\(mark(2)).</p>" + section("<p>X\(back(1))</p>", "<p>Y\(back(2))</p>")
    ),
    (
      "A[^x] b[^x] c[^x].\n\n[^x]: X",
      "<p>A\(mark(1)) b\(mark(1, use: 2)) c\(mark(1, use: 3)).</p>"
        + section("<p>X\(back(1))\(back(1, use: 2))\(back(1, use: 3))</p>")
    ),
    (
      "A[^x]\n\n[^x]: Một\n\n    Hai\n\n    - ba",
      "<p>A\(mark(1))</p>" + section("<p>Một</p><p>Hai</p><ul><li>ba</li></ul><p>\(back(1))</p>")
    ),
    ("- A[^x]\n\n[^x]: X", "<ul><li>A\(mark(1))</li></ul>" + section("<p>X\(back(1))</p>")),
    ("A\n\n[^x]: Không ai nhắc", "<p>A</p>"),
    ("A[^khong-co]", "<p>A[^khong-co]</p>"),
  ])
  func known(_ text: String, _ expected: String) {
    let parsed = Parsed(text)
    #expect(parsed.html == expected)
    #expect(parsed.problems == [])
  }

  @Test func headingsCannotTakeTheirIDs() {
    let parsed = Parsed("## Chú thích 1\n## Tham chiếu 1\n\nA[^x]\n\n[^x]: X")
    for id in ["chu-thich-1", "tham-chieu-1", "chu-thich_1", "tham-chieu_1"] {
      #expect(parsed.html?.components(separatedBy: " id=\"\(id)\"") == 2, "\(id)")
    }
  }

  @Test func labelsFollowTheLanguage() {
    let html = Parsed("A[^x]\n\n[^x]: X", in: .en).html
    #expect(html?.contains("role=\"doc-endnotes\" aria-label=\"Footnotes\"") == true)
    #expect(html?.contains("aria-label=\"Back to reference 1\"") == true)
  }
}

extension String {
  /// How many pieces `separator` cuts this text into.
  fileprivate func components(separatedBy separator: String) -> Int {
    split(separator: separator, omittingEmptySubsequences: false).count
  }
}
