import Diagnostics
import Markdown
import Testing

/// The text as a file holds it: its encoding, its line ends, its first line.
@Suite struct TextTests {
  @Test(arguments: ["", "\n", "\r\n\r\n", " \t \n"])
  func emptyGivesNothing(_ text: String) {
    let parsed = Parsed(text)
    #expect(parsed.html == "")
    #expect(parsed.plainText == "")
    #expect(parsed.problems == [])
    #expect(parsed.document.headings.isEmpty)
  }

  @Test func everyScalarLengthIsKept() {
    let words = "Tiếng Việt ữ ẫ đ ₫ 中 👍🏽 e\u{301}"
    let parsed = Parsed("## \(words)\n\n\(words) ![\(words)](a.png)")
    #expect(parsed.document.headings.map(\.text) == [words])
    #expect(parsed.html?.contains("<p>\(words) <img src=\"a.png\" alt=\"\(words)\"") == true)
    #expect(parsed.plainText == "\(words)\n\(words)")
  }

  @Test func otherLineEndsGiveTheSamePage() {
    let text = """
      ## Đề mục

      > [!NOTE]
      > Chữ [a](a.md)

      | a | b |
      | - | -: |
      | c | d |

      - [x] xong
      <!-- ẩn
      ẩn -->

      A[^1] <b>

      [^1]: Chú
      """
    let expected = Parsed(text)
    #expect(expected.problems == ["error raw-html 14 <b>"])
    for lineEnd in ["\r\n", "\r"] {
      let parsed = Parsed(
        text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: lineEnd))
      #expect(parsed.html == expected.html)
      #expect(parsed.plainText == expected.plainText)
      #expect(parsed.problems == expected.problems)
      #expect(parsed.document.links.map(\.line) == [4])
    }
  }

  @Test(arguments: [1, 12])
  func problemsAreCountedFromTheFirstLine(_ firstLine: Int) {
    let parsed = Parsed(
      """
      # Một

      > [!SAI]
      > hai

      - ba
        [bốn](#sai)

      | ![năm](http://x/a.png) |
      | - |
      | <u>sáu</u> |

      Chữ[^1]

      [^1]: Bảy
          <i>
      """, firstLine: firstLine)
    let lines = parsed.problems.compactMap { $0.split(separator: " ").dropFirst(2).first.flatMap { Int($0) } }
    #expect(lines.sorted().map { $0 - firstLine + 1 } == [1, 3, 7, 9, 11, 16])
  }

  @Test func theEmptyDocumentIsEmpty() {
    #expect(Document.empty.isEmpty && Document.empty.plainText().isEmpty && Document.empty.slots.isEmpty)
  }
}
