import Testing

@testable import Markdown

@Suite("The HTML of all constructs, read again")
struct OwnHTMLTests {
  /// Every construct, and every element that libcmark-gfm writes.
  static let text = """
    ## Tiêu đề[^1]

    ### Mục

    Chữ *nghiêng*, **đậm**, ~~bỏ~~, `mã`, [trang](trang.md), [ngoài](https://example.org), [mục](#muc)
    và ![ảnh](a.png "tên") trong dòng.  \\
    Dòng sau[^1].

    ![ảnh](b.png "chú thích")

    > trích

    > [!WARNING]
    > cảnh báo

    > [!TIP] tự đặt
    > mẹo

    - mục
      1. con

    3. ba

    - [ ] chưa
    - [x] rồi

    ```swift
    mã
    ```

    | a | b | c | d |
    | :-- | :-: | --: | --- |
    | 1 | 2 | 3 | 4 |

    ***

    [^1]: Chú thích.
    """

  /// An element that is neither makes one line of two, or two of one, wherever words are read, searched and summed up.
  @Test("each element is known to stand in a line or to be a block")
  func everyElementIsKnown() throws {
    let blocks: Set<String> = [
      "blockquote", "br", "div", "figcaption", "figure", "h2", "h3", "hr", "li", "ol", "p", "pre", "section",
      "table",
      "tbody", "td", "th", "thead", "tr", "ul",
    ]
    let html = try #require(Parsed(Self.text).html)
    let names = Set(html.matches(of: /<([a-z0-9]+)/).map { String($0.1) })
    let inline = names.filter { name in OwnHTML.inline.contains(Self.name(name)) }
    #expect(names.subtracting(inline).subtracting(blocks) == [])
    #expect(inline == ["a", "code", "del", "em", "img", "span", "strong", "sup"])
    #expect(blocks.subtracting(names) == [])
  }

  /// One that is not told to `OwnHTML` leads nowhere where the text stands on another page.
  @Test("each attribute that says where something is, is known")
  func everyAttributeIsKnown() throws {
    let others: Set<String> = [
      "alt", "aria-hidden", "aria-label", "class", "decoding", "height", "loading", "rel", "role", "scope",
      "start", "tabindex",
      "title", "width",
    ]
    let html = try #require(Parsed(Self.text).html)
    let names = Set(html.matches(of: #/ ([a-z-]+)="/#).map { String($0.1) })
    #expect(names.subtracting(others) == ["href", "id", "src"])
    #expect(others.subtracting(names).subtracting(["rel"]) == [])
  }

  @Test("an attribute is found by its role, with its value")
  func attributes() {
    let html = ##"<a class="x href=" href="#a" id="b"></a><img alt="" src="c.png"><p title="id=">"##
    #expect(
      Self.read(html) == [
        "a: address #a, id b", "/a:", "img: file c.png", "p:",
      ])
  }

  @Test("bytes that end in a tag are read to their end")
  func unfinished() {
    for html in ["<", "</", "<p", "<p id=", "<p id=\"", "<p id=\"a", "<a href=\"b\""] {
      #expect(Self.read(html).count == 1, "\(html)")
      #expect(Document.plainText(of: Array(html.utf8)[...]) == [])
    }
  }

  @Test("the text below each heading ends at the next of its level, and before the footnotes")
  func headingTexts() throws {
    let document = Parsed("mở\n\n## A\n\na[^1]\n\n### A1\n\na1\n\n## B\n\n> ## C\n>\n> c\n\n## D\n\n[^1]: z")
      .document
    let html = try #require(document.html)
    let texts = document.texts(belowLevel: 2, in: html).map { heading, text in
      "\(heading.text): " + String(decoding: Document.plainText(of: html[text]), as: UTF8.self)
    }
    #expect(texts == ["A: a\nA1\na1", "B: ", "C: c", "D: "])
    #expect(document.texts(belowLevel: 4, in: html).isEmpty)
  }

  private static func read(_ html: String) -> [String] {
    let bytes = Array(html.utf8)
    return bytes.withUnsafeBufferPointer { html in
      var reader = TagReader(html)
      var tags: [String] = []
      while let tag = reader.next() {
        let name = bytes[tag.nameStart...].prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") }
        let attributes = tag.attributes(in: html).map {
          "\($0.role) \(String(decoding: bytes[$0.value], as: UTF8.self))"
        }
        tags.append(
          (["\(tag.isClosing ? "/" : "")\(String(decoding: name, as: UTF8.self)):"] + [
            attributes.joined(separator: ", ")
          ])
          .filter { !$0.isEmpty }.joined(separator: " "))
      }
      return tags
    }
  }

  private static func name(_ text: String) -> ElementName {
    Array(text.utf8).withUnsafeBufferPointer { ElementName($0[...]) }
  }
}
