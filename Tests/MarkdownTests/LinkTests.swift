import Testing

@Suite struct LinkTests {
  @Test(arguments: [
    ("[a](https://x.vn/?a=1&b=2)", "https://x.vn/?a=1&amp;b=2", "a"),
    ("<https://x.vn>", "https://x.vn", "https://x.vn"),
    ("https://x.vn", "https://x.vn", "https://x.vn"),
    ("www.x.vn", "http://www.x.vn", "www.x.vn"),
    ("[a](<https://x.vn/Việt Nam>)", "https://x.vn/Việt%20Nam", "a"),
    ("[a](https://x.vn/%20'|`^)", "https://x.vn/%20'%7C%60%5E", "a"),
  ])
  func externalIsMarked(_ text: String, _ href: String, _ words: String) {
    let parsed = Parsed(text)
    #expect(
      parsed.html == """
        <p><a href="\(href)" class="external" rel="external noopener noreferrer">\(words)</a></p>
        """)
    #expect(parsed.problems == [])
    #expect(parsed.document.slots.isEmpty)
  }

  @Test(arguments: [
    ("[thư](mailto:a@b.vn)", "<a href=\"mailto:a@b.vn\">thư</a>"),
    ("a@b.vn", "<a href=\"mailto:a@b.vn\">a@b.vn</a>"),
    ("[gọi **111**](tel:111)", "<a href=\"tel:111\">gọi <strong>111</strong></a>"),
    ("[tệp](a.pdf 'Mẫu đơn')", "<a href=\"a.pdf\" title=\"Mẫu đơn\">tệp</a>"),
    ("[x][r]\n\n[r]: a.pdf", "<a href=\"a.pdf\">x</a>"),
  ])
  func plainIsNotMarked(_ text: String, _ link: String) {
    #expect(Parsed(text).html == "<p>\(link)</p>")
  }

  @Test func toPagesLeavesSlots() {
    let parsed = Parsed(
      """
      [a](a.md) và **[b](b/c.md#d)**
      dòng hai [c](c.md "Tên")

      ## Về [d](d.md)

      - [e](e.md)
      - > [f](f.md)

      | [g](g.md) |
      | --- |
      | ~~[h](h.md)~~ |

      Chú[^1].

      [^1]: [i](i.md)
      """, firstLine: 3)
    let document = parsed.document
    #expect(
      document.links.map(\.destination)
        == ["a.md", "b/c.md#d", "c.md", "d.md", "e.md", "f.md", "g.md", "h.md", "i.md"])
    #expect(document.links.map(\.page.number) == [4, 6, 4, 4, 4, 4, 4, 4, 4])
    #expect(document.links.map(\.fragment) == [nil, "d", nil, nil, nil, nil, nil, nil, nil])
    #expect(document.links.map(\.line) == [3, 3, 4, 6, 8, 9, 11, 13, 17])
    #expect(document.slots.map(\.use) == Array(0..<9))
    let html = document.html ?? []
    for slot in document.slots {
      let offset = Int(slot.offset)
      #expect(html[..<offset].suffix(9).elementsEqual("<a href=\"".utf8))
      #expect(html[offset] == UInt8(ascii: "\""))
    }
    for (number, word) in ["a", "b", "d", "e", "f", "g", "h", "i"].enumerated() {
      let index = number < 2 ? number : number + 1
      #expect(parsed.html?.contains("<a href=\"{\(index)}\">\(word)</a>") == true, "\(word)")
    }
    #expect(parsed.html?.contains("<a href=\"{2}\" title=\"Tên\">c</a>") == true)
  }

  @Test func numbersAboveNine() {
    let text = (0..<123).map { "[\($0)](p\($0).md)" }.joined(separator: " ")
    let parsed = Parsed(text)
    #expect(
      parsed.html == "<p>" + (0..<123).map { "<a href=\"{\($0)}\">\($0)</a>" }.joined(separator: " ") + "</p>"
    )
  }

  @Test func wrongIsReportedAndNotPrinted() {
    let parsed = Parsed("Một\nhai [ba](javascript:alert(1))", firstLine: 7)
    #expect(parsed.problems == ["error link-dangerous-scheme 8 javascript:alert(1)"])
    #expect(parsed.html == "<p>Mộthai <a href=\"\">ba</a></p>")
  }
}
