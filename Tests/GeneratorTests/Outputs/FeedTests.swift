import Testing
import Vietnamese

@testable import Files
@testable import Generator

@Suite struct FeedTests {
  static func day(_ iso: String) -> CalendarDate { CalendarDate(iso: iso)! }

  static func entry(_ title: String, summary: String = "", updated: String, categories: [String] = [])
    -> Feed.Entry
  {
    Feed.Entry(
      title: title, url: "https://vd.vn/x/a.html?b=1&c=2", id: "tag:vd.vn,2026:a", summary: summary,
      published: day("2026-11-01"), updated: day(updated), categories: categories)
  }

  static func atom(subtitle: String = "", _ entries: [Feed.Entry]) -> String {
    var bytes: [UInt8] = []
    Feed(
      title: "Vùng xanh", subtitle: subtitle, id: "https://vd.vn/x/feed.xml", siteURL: "https://vd.vn/x/",
      author: "UBND phường", language: "vi", entries: entries
    ).appendAtom(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  static func xml(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.append(xml: text)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func writesAtom() {
    let older = Self.entry("Mật khẩu", updated: "2026-11-02")
    let newer = Self.entry(
      "Tin <giả> & \"thật\"", summary: "Đọc kỹ.", updated: "2026-11-23", categories: ["An toàn", "R&D"])
    #expect(
      Self.atom(subtitle: "Tin mới", [older, newer]) == """
        <?xml version="1.0" encoding="utf-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi">
        <title>Vùng xanh</title>
        <subtitle>Tin mới</subtitle>
        <id>https://vd.vn/x/feed.xml</id>
        <link rel="self" type="application/atom+xml" href="https://vd.vn/x/feed.xml"/>
        <link rel="alternate" type="text/html" href="https://vd.vn/x/"/>
        <updated>2026-11-23T00:00:00+07:00</updated>
        <author><name>UBND phường</name></author>
        <entry>
        <title>Mật khẩu</title>
        <id>tag:vd.vn,2026:a</id>
        <link rel="alternate" type="text/html" href="https://vd.vn/x/a.html?b=1&amp;c=2"/>
        <published>2026-11-01T00:00:00+07:00</published>
        <updated>2026-11-02T00:00:00+07:00</updated>
        </entry>
        <entry>
        <title>Tin &lt;giả&gt; &amp; &quot;thật&quot;</title>
        <id>tag:vd.vn,2026:a</id>
        <link rel="alternate" type="text/html" href="https://vd.vn/x/a.html?b=1&amp;c=2"/>
        <published>2026-11-01T00:00:00+07:00</published>
        <updated>2026-11-23T00:00:00+07:00</updated>
        <category term="An toàn"/>
        <category term="R&amp;D"/>
        <summary>Đọc kỹ.</summary>
        </entry>
        </feed>

        """)
  }

  @Test func saysWhenItWasUpdatedEvenWithoutEntries() {
    #expect(Self.atom([]).contains("<updated>1970-01-01T00:00:00+07:00</updated>"))
  }

  @Test func leavesOutWhatXMLCannotHold() {
    let controls = (0..<0x20).map { String(Unicode.Scalar(UInt8($0))) }.joined()
    #expect(Self.xml("a\(controls)b") == "a\t\n&#13;b")
    #expect(Self.xml("\u{FFFE}a\u{FFFF}b\u{FFFD}\u{FEFF}\u{7F}😀") == "ab\u{FFFD}\u{FEFF}\u{7F}😀")
    #expect(Self.xml("") == "")
    #expect(Self.xml("]]>") == "]]&gt;")
  }
}
