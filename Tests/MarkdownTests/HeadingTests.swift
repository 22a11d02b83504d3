import Testing

@Suite struct HeadingTests {
  @Test(arguments: [
    ("## Bảo vệ trẻ em: 10 điều", ["bao-ve-tre-em-10-dieu"]),
    ("## Đường dây nóng 111", ["duong-day-nong-111"]),
    ("### `Mã` và **đậm**, [liên kết](a.md)", ["ma-va-dam-lien-ket"]),
    ("Gạch dưới\n---", ["gach-duoi"]),
    ("## Má\n## Mà\n## Ma 2\n## ma", ["ma", "ma-2", "ma-2-2", "ma-3"]),
    ("##\n## 中文\n## Mục", ["muc", "muc-2", "muc-3"]),
    ("> ## Trong trích dẫn\n\n- ## Trong danh sách", ["trong-trich-dan", "trong-danh-sach"]),
    ("Không có đề mục", []),
  ])
  func ids(_ text: String, _ expected: [String]) {
    let parsed = Parsed(text)
    #expect(parsed.ids == expected)
    for id in expected { #expect(parsed.html?.contains(" id=\"\(id)\">") == true) }
    #expect(parsed.problems == [])
  }

  @Test func wordsAreTheAnchor() {
    #expect(
      Parsed("## Mật *khẩu* mạnh").html == """
        <h2 id="mat-khau-manh"><a class="heading-anchor" href="#mat-khau-manh">Mật <em>khẩu</em> mạnh</a></h2>
        """)
  }

  @Test(arguments: [
    ("## a@b.vn", "<h2 id=\"a-b-vn\"><a href=\"mailto:a@b.vn\">a@b.vn</a></h2>"),
    (
      "## https://x.vn/",
      "<h2 id=\"https-x-vn\"><a href=\"https://x.vn/\" class=\"external\" rel="
    ),
    ("## Gọi [111](tel:111)", "<h2 id=\"goi-111\">Gọi <a href=\"tel:111\">111</a></h2>"),
    ("## Gọi **[111](tel:111)**", "<h2 id=\"goi-111\">Gọi <strong><a href=\"tel:111\">111</a></strong></h2>"),
    ("## Một[^1]\n\n[^1]: Hai", "<h2 id=\"mot\">Một\(FootnoteTests.mark(1))</h2>"),
  ])
  func noLinkStandsInALink(_ text: String, _ expected: String) {
    #expect(Parsed(text).html?.hasPrefix(expected) == true)
  }

  @Test func levelsAndWordsAreKept() {
    let headings = Parsed("## Một `hai`\n### Ba ![bốn](a.png)\n###### Năm\nsáu").document.headings
    #expect(headings.map(\.level) == [2, 3, 6])
    #expect(headings.map(\.text) == ["Một hai", "Ba bốn", "Năm"])
  }

  @Test(arguments: ["# Tiêu đề", "Tiêu đề\n==="])
  func firstLevelBecomesSecond(_ text: String) {
    let parsed = Parsed("Mở đầu\n\n\(text)", firstLine: 10)
    #expect(parsed.problems == ["warning first-level-heading 12 Tiêu đề"])
    #expect(parsed.document.headings.map(\.level) == [2])
    #expect(parsed.html?.hasSuffix("</h2>") == true)
  }
}
