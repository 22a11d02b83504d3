import Diagnostics
import Foundation
import ProblemCodes
import TestTraits
import Testing

@testable import Markdown

/// What `costlyMarkdown` says of a text: `code sample line`; nil: nothing.
private func refusal(of text: String) -> String? {
  let found = Array(text.utf8).withUnsafeBufferPointer(costlyMarkdown)
  return found.map { problem, line in
    switch problem {
    case .tooCostly(let sample), .unsafeReference(let sample): "\(problem.code) \(sample) \(line)"
    case .tooDeep(let limit): "\(problem.code) \(limit) \(line)"
    default: "\(problem.code) \(line)"
    }
  }
}

/// `unit` as often as fits into that many bytes.
private func fill(_ unit: String, _ bytes: Int) -> String {
  String(repeating: unit, count: max(1, bytes / unit.utf8.count))
}

/// Texts on which libcmark-gfm takes more than linear time, at any size.
struct CostlyFamily: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let sample: String
  /// Bytes of the largest text that passes, as measured.
  let largest: Int
  let text: @Sendable (Int) -> String

  init(_ name: String, _ sample: String, _ largest: Int, _ text: @escaping @Sendable (Int) -> String) {
    testDescription = name
    self.sample = sample
    self.largest = largest
    self.text = text
  }

  static let all = [
    Self("<?", "<?, <!", 47_100) { fill("a<?", $0) },
    Self("<!A", "<?, <!", 60_900) { fill("a<!A ", $0) },
    Self("<![CDATA[", "<?, <!", 86_000) { fill("a<![CDATA[", $0) },
    Self("a**b c*", "*, _", 163_800) { "a**b" + fill("c* ", $0) },
    Self("*a **a, closed", "*, _", 126_900) { fill("*a **a ", $0 / 2) + fill("b** b* ", $0 / 2) },
    Self("~~a b~", "~", 47_100) { "~~a" + fill(" b~", $0) },
    Self("![ then [](b)", "![", 59_800) { fill("![", $0 / 2) + fill("[a](b)", $0 / 2) },
    Self("![[]()", "![", 51_700) { fill("![[]()", $0) },
    Self("*a then [](b)", "[ ] * _", 82_100) { fill("*a ", $0 / 2) + fill("[a](b)", $0 / 2) },
    Self("*a then [^a]", "[ ] * _", 67_000) { fill("*a ", $0 / 2) + fill("[^a]", $0 / 2) },
    Self("definition used often", "[...]:", 38_400) {
      "[a]: /\(fill("u", $0 / 2))\n\n" + fill("[a]", $0 / 2)
    },
    Self("_www.", "www., ://", 27_100) { fill("_www.", $0) },
    Self("http://a<", "www., ://", 36_300) { fill("http://a<", $0) },
    Self("www.a)))", "www., ://", 38_400) { "www.a.b" + fill(")", $0) },
    Self("a@", "@", 186_300) { fill("a@", $0) },
    Self("*a@b.c, closed", "@", 72_600) { fill("*a@b.cc ", $0 / 2) + fill("a* ", $0 / 2) },
    Self("columns", "|", 27_300) { fill("|a", $0 / 2) + "|\n" + fill("|-", $0 / 2) + "|" },
    Self("rows that lack cells", "|", 3300) {
      fill("|a", $0 / 3) + "|\n" + fill("|-", $0 / 3) + "|\n" + fill("a\n", $0 / 3)
    },
    Self("pipes of a row", "|", 12_100) { "|a|\n|-|\n" + fill("|", $0) },
    Self("delimiter rows", "|", 2040) { fill("|", $0 / 2) + "\n" + fill(":-\n|-|-\n", $0 / 2) },
    Self("table's head after a long paragraph", "|", 50_100) { fill("a\n", $0) + "|a|\n|-|" },
  ]
}

@Suite struct MarkdownCostTests {
  @Test(.slow, arguments: CostlyFamily.all)
  func aTextThatTakesTooLongIsRefused(_ family: CostlyFamily) {
    let text = "Mở đầu.\n\n" + family.text(family.largest * 11 / 10)
    // The definition is only too much once it is used.
    let line = family.sample == "[...]:" ? 5 : 3
    #expect(refusal(of: text) == "too-costly \(family.sample) \(line)")
    #expect(refusal(of: text + "\n\nKết thúc.\n") == "too-costly \(family.sample) \(line)")
    #expect(refusal(of: text.replacing("\n", with: "\r\n")) == "too-costly \(family.sample) \(line)")
  }

  @Test(.slow, arguments: CostlyFamily.all)
  func aSlightlySmallerTextIsRenderedInSeconds(_ family: CostlyFamily) {
    let text = "Mở đầu.\n\n" + family.text(family.largest * 19 / 20)
    #expect(refusal(of: text) == nil)
    let time = ContinuousClock().measure {
      let size = Array(text.utf8).withUnsafeBufferPointer { Tree(parsing: $0).withHTML(\.count) }
      #expect(size > 0)
    }
    #expect(time < .seconds(5))
  }

  @Test(arguments: ["> ", ">", "- ", "* ", "+ ", "1. ", "12) ", "[^a]:", "- > ", "-\t"])
  func nestingHasALimit(_ mark: String) {
    let marks = mark == "- > " ? 2 : 1
    let deepest = String(repeating: mark, count: 64 / marks)
    #expect(refusal(of: "\n\n\(deepest)a\n") == nil)
    #expect(refusal(of: "\n\n\(deepest)\(mark)a\n") == "too-deep 64 3")
  }

  /// A list goes on after blank lines if the next line is indented, however many there are.
  @Test func indentationContinuesContainers() {
    let list = String(repeating: "- ", count: 40)
    let indented = String(repeating: "  ", count: 40) + list
    #expect(refusal(of: "\(list)a\n\n\n\(indented)b\n") == "too-deep 64 4")
    #expect(refusal(of: "\(list)a\n\nngoài\n\n\(indented)b\n") == nil)
    #expect(refusal(of: "\(indented)b\n") == nil)
  }

  /// Every blank line visits every open container.
  @Test(.slow) func blankLinesInADeepListCost() {
    let list = String(repeating: "- ", count: 60) + "a\n"
    #expect(refusal(of: list + String(repeating: "\n", count: 400_000)) == nil)
    #expect(refusal(of: list + String(repeating: "\n", count: 420_000))?.hasPrefix("too-costly - ") == true)
    #expect(refusal(of: String(repeating: "\n", count: 1 << 20)) == nil)
  }

  /// A blank line ends what a mark can reach back to; a line of only `>` may not.
  @Test func onlyABlankLineEndsARun() {
    let half = "~~a" + fill(" b~", 25_000)
    #expect(refusal(of: "\(half)\n\n\(half)") == nil)
    #expect(refusal(of: "\(half)\r\n \t\r\n\(half)") == nil)
    #expect(refusal(of: "x\n\n\(half)\n\(half)") == "too-costly ~ 3")
    #expect(refusal(of: "x\n\n> \(half)\n>\n> \(half)") == "too-costly ~ 3")
  }

  /// The whole of a text counts, not only its worst paragraph.
  @Test func paragraphsAddUp() {
    let paragraph = "~~a" + fill(" b~", 20_000) + "\n\n"
    #expect(refusal(of: String(repeating: paragraph, count: 5)) == nil)
    #expect(refusal(of: String(repeating: paragraph, count: 10)) == "too-costly ~ 11")
  }

  @Test(arguments: [
    ("a\n[&#94;a]", "[&#94; 2"), ("[&#x5E;a]", "[&#x5E; 1"), ("[&#X5e a]", "[&#X5e 1"),
    ("[&Hat;a]", "[&Hat; 1"),
    ("[&#0000094;a]", "[&#0000094; 1"), ("a\r\n\r\n![\\^a]", "![\\^ 3"), ("[&#94", "[&#94 1"),
  ])
  func aMaskedFootnoteIsRefused(_ text: String, _ expected: String) {
    #expect(refusal(of: text) == "unsafe-reference \(expected)")
  }

  @Test(arguments: [
    "[^a]", "[\\^a]", "![^a]", "[&#95;a]", "[&hat;a]", "&#94;", "[ &#94;a]", "[&#x94;]", "[&", "[&#", "[&#x",
    "[", "![",
  ])
  func otherBracketsAreNot(_ text: String) {
    #expect(refusal(of: text) == nil)
  }

  @Test func controlCharactersAreRefused() {
    for byte in UInt8(0)...0x7F {
      let character = String(UnicodeScalar(byte))
      let isAllowed = (0x20..<0x7F).contains(byte) || [0x09, 0x0A, 0x0D].contains(byte)
      #expect(refusal(of: "a\r\nb\rc\n\(character)d") == (isAllowed ? nil : "control-character 4"))
      #expect(refusal(of: "a\(character)") == (isAllowed ? nil : "control-character 1"))
    }
  }

  @Test(arguments: ["\n", "\r", "\r\n"])
  func eachLineEndCountsOnce(_ end: String) {
    #expect(refusal(of: "a\(end)\(end)b\(end) \(end)\u{2}") == "control-character 5")
    #expect(refusal(of: "\u{FEFF}\(end)\u{2}") == "control-character 2")
  }

  /// Nothing a text holds makes the arithmetic overflow or a read leave the buffer.
  @Test func everyPrefixOfAnOddTextIsRead() {
    let odd = Array(
      "[^a]: [b]: /u \"x\n|a|\n|-|\n12) - [&#x5e\r\n> ![\\^ www.a:// <! <? a@b ~~ \\] (\u{2}".utf8)
    for start in odd.indices {
      for end in start...odd.count {
        odd[start..<end].withContiguousStorageIfAvailable { _ = costlyMarkdown($0) }
      }
    }
    let large = Cost(.max)
    #expect(large + large == large && large * 7 == large)
  }

  @Test func thisRepositorysPagesPass() throws {
    let content = URL(filePath: #filePath).appending(path: "../../../content").standardizedFileURL
    let files = FileManager.default.enumerator(at: content, includingPropertiesForKeys: nil)
    let pages = (files?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "md" }
    try #require(pages.count > 50)
    for page in pages {
      #expect(refusal(of: try String(contentsOf: page, encoding: .utf8)) == nil, "\(page.path)")
    }
  }

  @Test(arguments: HonestPage.all)
  func largeHonestPagesPass(_ page: HonestPage) {
    #expect(refusal(of: page.text) == nil)
  }
}

/// Large pages that someone may well write.
struct HonestPage: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let text: String

  init(_ name: String, _ count: Int, before: String = "", _ part: (Int) -> String) {
    testDescription = name
    text = before + (0..<count).map(part).joined()
  }

  private static let prose = fill("bảo vệ trẻ em trên mạng ", 400)
  private static let cells = fill("|an toàn **x** [a](http://b.vn)", 8 * 31) + "|\n"

  static let all = [
    Self("a megabyte of prose", 650) { _ in
      "\(prose)\n\n- **in đậm** \(prose)\n  1. _nghiêng_ [a](https://vi-du.vn/a_b?c=1)\n\n"
    },
    Self("a table of 2000 rows", 2000, before: fill("|Cot", 8 * 4) + "|\n" + fill("|---", 8 * 4) + "|\n") {
      _ in cells
    },
    Self("2000 links in one list", 2000) {
      "- [Liên kết số \($0)](https://vi-du.vn/trang/\($0)) (xem thêm)\n"
    },
    Self("2000 links in one paragraph", 2000) { "[Liên kết \($0)](https://vi-du.vn/\($0)) và **đậm**, " },
    Self("2000 link definitions", 2000, before: String(repeating: "[Liên kết][7], và\n\n", count: 2000)) {
      "[\($0)]: https://vi-du.vn/\($0) \"Tựa (\($0))\"\n"
    },
    Self("300 footnotes", 300) {
      "Câu.[^f\($0)] Nhắc lại.[^f\($0)]\n\n[^f\($0)]: Nguồn, <https://vi-du.vn/\($0)>.\n\n"
    },
    Self("1000 pictures", 1000) { "![ảnh \($0)](anh/\($0).jpg)\n" },
    Self("1500 addresses in a table", 1500, before: "|Đơn vị|Thư|Số|\n|-|-|-|\n") {
      "| Đơn vị \($0) | d\($0)@vi-du.vn | 111 |\n"
    },
    Self("2000 lines of code", 2000, before: "```c\n") {
      "  if (a_b[\($0)] && *c != '~') { d->e = f[\($0)](g); } // h\n"
    },
  ]
}
