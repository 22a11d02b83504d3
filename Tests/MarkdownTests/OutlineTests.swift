import Testing

@testable import Markdown

@Suite struct OutlineTests {
  private func outline(_ text: String, firstLine: Int = 1) throws -> Outline {
    try #require(
      Array(text.utf8).withUnsafeBufferPointer { Outline(parsing: $0, firstLine: firstLine) })
  }

  @Test func headingsKeepTheLevelThatWasWritten() throws {
    let outline = try outline("# Một\n\n#### *Bốn* `mã`\n\nHai\n---\n\n##\n", firstLine: 5)
    #expect(
      outline.headings == [
        .init(level: 1, text: "Một", line: 5), .init(level: 4, text: "Bốn mã", line: 7),
        .init(level: 2, text: "Hai", line: 9), .init(level: 2, text: "", line: 12),
      ])
  }

  @Test func linksSayWhereTheyStandAndWhatTheyHold() throws {
    let outline = try outline(
      """
      Xem [**tại** đây](a.md "Chú") và
      [b](<b c.md>), https://c.example/x [hai
      dòng](i.md)

      - [![Ảnh cây](cay.png)](d.md) [](e.md)
      - [chữ ![cây](cay.png)](f.md)

      | [g](g.md) |
      |---|
      | [h][h] |

      [h]: h.md
      """)
    #expect(
      outline.links == [
        .init(text: "tại đây", destination: "a.md", title: "Chú", line: 1, isPicture: false),
        .init(text: "b", destination: "b c.md", title: "", line: 2, isPicture: false),
        .init(
          text: "https://c.example/x", destination: "https://c.example/x", title: "", line: 2,
          isPicture: false),
        .init(text: "hai dòng", destination: "i.md", title: "", line: 2, isPicture: false),
        .init(text: "Ảnh cây", destination: "d.md", title: "", line: 5, isPicture: true),
        .init(text: "", destination: "e.md", title: "", line: 5, isPicture: false),
        .init(text: "chữ cây", destination: "f.md", title: "", line: 6, isPicture: false),
        .init(text: "g", destination: "g.md", title: "", line: 8, isPicture: false),
        .init(text: "h", destination: "h.md", title: "", line: 10, isPicture: false),
      ])
    #expect(
      outline.pictures == [
        .init(alt: "Ảnh cây", destination: "cay.png", line: 5),
        .init(alt: "cây", destination: "cay.png", line: 6),
      ])
  }

  @Test func aPictureInADescriptionIsOnlyWords() throws {
    let outline = try outline("![a ![b](b.png) [c](c.md)](a.png)\n\n![](d.png)")
    #expect(
      outline.pictures == [
        .init(alt: "a b c", destination: "a.png", line: 1), .init(alt: "", destination: "d.png", line: 3),
      ])
    #expect(outline.links.isEmpty)
  }

  @Test func tablesSayTheirFirstRow() throws {
    let outline = try outline("Chữ.\n\n| *Số* | |\n|---|---|\n| 1 | 2 |\n\n> ||\n> |-|\n> |1|\n")
    #expect(outline.tables == [.init(header: ["Số", ""], line: 3), .init(header: [""], line: 7)])
  }

  @Test func aTextThatTheParserCannotBearHasNone() {
    let costly =
      Array(String(repeating: "![", count: 30_000).utf8) + Array(String(repeating: "]", count: 30_000).utf8)
    #expect(costly.withUnsafeBufferPointer { Outline(parsing: $0) } == nil)
  }
}
