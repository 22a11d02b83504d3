import Foundation
import ProblemCodes
import TestTraits
import Testing

@testable import Files
@testable import Generator
@testable import Proofreading

/// What mending makes of a text.
@Suite struct MendedTests {
  private func mend(_ text: String, _ kind: SourceKind = .markdown, tones: Bool = false) -> String {
    String(decoding: mended(Array(text.utf8), as: kind, movesTones: tones), as: UTF8.self)
  }

  /// Compares scalars: two strings that differ in composition are equal in Swift.
  private func expect(
    _ text: String, becomes expected: String, _ kind: SourceKind = .markdown, tones: Bool = false,
    source: SourceLocation = #_sourceLocation
  ) {
    let result = mend(text, kind, tones: tones)
    #expect(Array(result.utf8) == Array(expected.utf8), "\(result.debugDescription)", sourceLocation: source)
    #expect(Array(mend(result, kind, tones: tones).utf8) == Array(result.utf8), sourceLocation: source)
  }

  @Test(arguments: [
    ("tiếng Việt\n".decomposedStringWithCanonicalMapping, "tiếng Việt\n"),
    ("\u{FEFF}a\n", "a\n"), ("\u{FEFF}\u{FEFF}a\n", "a\n"), ("a", "a\n"), ("", ""), ("\n", "\n"),
    ("a\r\nb\r\n", "a\nb\n"), ("a\rb\r", "a\nb\n"), ("a\r\r\nb\n\r", "a\n\nb\n\n"), ("a\r\n", "a\n"),
    ("a \n", "a\n"), ("a\t\nb\n", "a\nb\n"), ("a  \nb\n", "a  \nb\n"), ("a     \nb\n", "a  \nb\n"),
    ("a  \n\nb\n", "a\n\nb\n"), ("a  \n", "a\n"), ("a  ", "a\n"), ("   \n", "\n"),
    ("> a  \n> b  \n", "> a  \n> b\n"),
    ("## Đề mục  \nb\n", "## Đề mục\nb\n"), ("- \n", "-\n"), ("a\\ \nb\n", "a\\ \nb\n"),
    ("a \t \nb\n", "a\nb\n"),
    ("| a |  \n|---|  \n| b |  \n", "| a |\n|---|\n| b |\n"),
  ])
  func mendsLines(_ text: String, _ expected: String) { expect(text, becomes: expected) }

  @Test(arguments: [
    ("Hà\u{A0}Nội\n", "Hà Nội\n"), ("a\u{A0}\u{A0}b\n", "a b\n"), ("a \u{A0}b\n", "a b\n"),
    ("a\u{A0} b\n", "a b\n"),
    ("a\u{A0}\u{200B} b\n", "a b\n"), ("a\u{A0}\n", "a\n"), ("a \u{A0} \nb\n", "a\nb\n"),
    ("a  \u{A0}\nb\n", "a\nb\n"),
    ("a  \u{200B}\nb\n", "a\nb\n"), ("a\u{A0}  \nb\n", "a  \nb\n"), ("\u{A0}\u{A0}\u{A0}\u{A0}a\n", "a\n"),
    ("-\u{A0}a\n", "- a\n"), ("- \u{A0}a\n", "- a\n"), ("##\u{A0}Đề mục\n", "## Đề mục\n"),
    ("a\u{200B}b\n", "ab\n"),
    ("thông\u{AD}tin\n", "thôngtin\n"), ("a\u{FEFF}b\u{2060}c\n", "abc\n"),
    ("số \u{202A}111\u{202C}\n", "số 111\n"),
    ("Điều\u{A0}16, 5\u{A0}km, 1\u{202F}000\n", "Điều\u{A0}16, 5\u{A0}km, 1\u{202F}000\n"),
    ("a\u{A0}", "a\n"), ("e\u{200B}\u{301}\n", "é\n"),
    ("https://a.example/\u{200B}\n", "https://a.example/\n"),
    ("---\ntitle:\u{A0}Hà\u{A0}Nội\n---\n", "---\ntitle: Hà Nội\n---\n"),
  ])
  func mendsInvisibleCharacters(_ text: String, _ expected: String) { expect(text, becomes: expected) }

  @Test(arguments: [
    ("##Đề mục\n\n#VungXanh\n", "## Đề mục\n\n#VungXanh\n"), ("-một\n-hai\n", "- một\n- hai\n"),
    ("1.Một\n2.Hai\n", "1. Một\n2. Hai\n"), ("Gồm:\n– một;\n–\thai.\n", "Gồm:\n- một;\n- hai.\n"),
    ("> —một\n> —hai\n", "> - một\n> - hai\n"), ("##\u{200B}Mục\n", "## Mục\n"),
    ("| a | b |\n| c | d |\n", "| a | b |\n|---|---|\n| c | d |\n"),
    ("> | a | b |\n> | c | d |\n", "> | a | b |\n> |---|---|\n> | c | d |\n"),
    ("a | b | c\nd | e | f", "a | b | c\n|---|---|---|\nd | e | f\n"),
  ])
  func mendsHeadingsListsAndTables(_ text: String, _ expected: String) { expect(text, becomes: expected) }

  @Test(arguments: [
    "– Chào bác!\n– Chào cháu.\n", "o một\no hai\n", "a) một\nb) hai\n", "Gồm:\n2. hai\n", "-5 °C\n-7 °C\n",
    "| a | b |\n|—|—|\n| c | d |\n", "- | a | b |\n  | c | d |\n", "[09:12, 24/11/2026] Nam: chào\n",
    "| a |\n|---|\n| b | c |\n", "A\tB\nC\tD\n", "\tSáng nay phường ra quân.\n",
    "```\n##Đề mục\n-một\n-hai\n– a\n– b\n| a | b |\n| c | d |\n```\n",
    "---\ntitle: |\n  -một\n  -hai\n---\n",
  ])
  func leavesWhatAPersonMustMend(_ text: String) { expect(text, becomes: text) }

  @Test(arguments: [
    "`a\u{A0}b` c\n", "```\na\u{A0}b  \n  \n\u{200B}\n```\n", "    mã\u{A0}thụt \n",
    "[x](<ảnh\u{A0}bìa.jpg>)\n",
    "![x](a\u{200B}.jpg)\n", "`a \nb`\n", "👨‍👩‍👧 ❤️\n", "---\na: |\n  b  \n  c \n---\n",
  ])
  func leavesCodeAndPathsAlone(_ text: String) { expect(text, becomes: text) }

  @Test(arguments: [
    ("hoà, KHOẺ, thuỷ, hòa\n", "hòa, KHỎE, thủy, hòa\n"), ("quý, toàn, thuyết\n", "quý, toàn, thuyết\n"),
    ("`hoà` [hoà](hoà.md) https://a.example/hoà\n", "`hoà` [hòa](hoà.md) https://a.example/hoà\n"),
    (
      "---\ntitle: Hoà\nslug: hoà\nrelated: [hoà.md]\n---\nuỹ uý\n",
      "---\ntitle: Hòa\nslug: hoà\nrelated: [hoà.md]\n---\nũy úy\n"
    ),
    ("hoà".decomposedStringWithCanonicalMapping + "\n", "hòa\n"), ("hoà\u{A0}bình\n", "hòa bình\n"),
  ])
  func movesTonesWhenAsked(_ text: String, _ expected: String) {
    expect(text, becomes: expected, tones: true)
    #expect(mend(text).contains("hoà") == text.precomposedStringWithCanonicalMapping.contains("hoà"))
  }

  @Test(arguments: [
    ("name: Hà\u{A0}Nội \r\n", "name: Hà Nội\n"), ("a:\n\u{A0}\u{A0}b: c\n", "a:\n  b: c\n"),
    ("a:\n \u{A0}b: c", "a:\n  b: c\n"), ("a: |\n  b  \n\n  c \nd: e \n", "a: |\n  b  \n\n  c \nd: e\n"),
    ("- a: >-\n    b  \n  c: d  \n", "- a: >-\n    b  \n  c: d\n"),
    ("# chú thích \u{200B}\n", "# chú thích\n"),
  ])
  func mendsYAML(_ text: String, _ expected: String) { expect(text, becomes: expected, .yaml) }

  /// To delete the soft hyphens of the one and the no-break spaces of the other would delete letters.
  @Test(arguments: [
    "B¶o vÖ trÎ em trªn kh«ng gian m¹ng lµ tr¸ch nhiÖm cña nhµ tr\u{AD}êng vµ toµn x· héi.\n",
    "Báº£o vá»‡ tráº» em lÃ\u{A0} trÃ¡ch nhiá»‡m cá»§a toÃ\u{A0}n xÃ£ há»™i.\n",
  ])
  func leavesTextOfAnOldEncodingAlone(_ text: String) {
    expect(text, becomes: text, tones: true)
    #expect(
      !textProblems(in: Array(text.utf8), at: "x.md").contains { $0.problem.code == "no-break-space" })
  }

  @Test func leavesWhatIsNotUTF8() {
    let bytes = Array("a \r\n".utf8) + [0xFF]
    #expect(mended(bytes, as: .markdown, movesTones: true) == bytes)
  }

  /// A hidden character in front of a fence turns what follows from code into prose and back.
  @Test func mendsWhatAMendedLineLaysOpen() {
    expect("\u{200B}```\na\n```\nb\u{A0}c \n```\n", becomes: "```\na\n```\nb c\n```\n")
  }

  /// Texts put together from fragments that matter, always the same ones.
  @Test(.slow) func mendingTwiceIsMendingOnceAndKeepsLines() {
    let fragments = [
      "a", "hoà", "e\u{301}", " ", "  ", "\t", "\n", "\n\n", "\r\n", "\r", "\u{A0}", "\u{200B}", "\u{FEFF}",
      "\u{202F}", "```",
      "~~~", "`", "- ", "1. ", "> ", "## ", "    ", "|", "|---|", "---\n", "title: ", "a: |\n", "[x](", ")",
      "“", "”", "\\", "5",
      "[^1]: ", "<", ">", "https://a.example/", "*", "-a", "–b", "\n| a | b |", "1.C", "##D", "\u{FFFD}",
      "\u{430}", "•", "…",
    ]
    var state: UInt64 = 1
    func random(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    for round in 0..<4000 {
      let text = (0..<random(30)).map { _ in fragments[random(fragments.count)] }.joined()
      let kind: SourceKind = round % 4 == 0 ? .yaml : .markdown
      let bytes = Array(text.utf8)
      let once = mended(bytes, as: kind, movesTones: true)
      #expect(mended(once, as: kind, movesTones: true) == once, "\(text.debugDescription)")
      let difference = LineDifference(from: bytes, to: once)
      // Every line has its mended self.
      let (old, new) = (difference.old.count, difference.new.count)
      #expect(old == new, "\(text.debugDescription)")
      if kind == .markdown {
        // What could be mended is no longer found.
        let codes = textProblems(in: once, at: "x.md").map(\.problem.code)
        #expect(!codes.contains("no-break-space") && !codes.contains("text-nfd"), "\(text.debugDescription)")
      }
    }
  }
}
