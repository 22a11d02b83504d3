import Testing

import Vietnamese

@Suite struct SlugTests {
  @Test(arguments: [
    ("", ""), ("Bảo vệ trẻ em: 10 điều", "bao-ve-tre-em-10-dieu"),
    ("  Đường — dây  nóng! ", "duong-day-nong"),
    ("Ea H’leo", "ea-hleo"), ("Cư M'gar", "cu-mgar"), ("C++ & C#", "c-c"), ("!!!", ""), ("中文", ""),
    ("Tin 中 mới", "tin-moi"),
    ("a_b.c/d", "a-b-c-d"), ("--a--b--", "a-b"), ("👍 Tốt", "tot"), ("ba\u{AD}o\u{200B}ve", "baove"),
    ("Straße", "strasse"),
    ("Tiê\u{301}ng Viê\u{323}t", "tieng-viet"), ("1.500.000\u{A0}₫", "1-500-000"), ("Ｘ", ""), ("Ω", ""),
    ("-", ""),
    ("QĐ-BGDĐT", "qd-bgddt"), ("ﬁle", "file"),
  ])
  func known(_ text: String, _ expected: String) {
    let slug = Slug.make(text)
    #expect(slug == expected)
    #expect(Slug.make(text.decomposed) == expected)
    #expect(Slug.isSlug(slug) == !slug.isEmpty)
  }

  @Test(arguments: [
    ("a", true), ("a-b-1", true), ("0", true), ("", false), ("-", false), ("-a", false), ("a-", false),
    ("a--b", false),
    ("A", false), ("á", false), ("a b", false), ("a_b", false), ("a.html", false), ("a/b", false),
  ])
  func validity(_ text: String, _ expected: Bool) {
    #expect(Slug.isSlug(text) == expected)
  }

  @Test func appendsAfterWhatIsThere() {
    var output = Array("--x ".utf8)
    Array(" Đề mục ".utf8).withUnsafeBufferPointer { Slug.appendSlug(of: $0, to: &output) }
    Array("…".utf8).withUnsafeBufferPointer { Slug.appendSlug(of: $0, to: &output) }
    #expect(String(decoding: output, as: UTF8.self) == "--x de-muc")
  }
}
