import Testing

@Suite struct ControlCharacterTests {
  @Test(arguments: [
    ("a\u{2}0\u{3}b", ["1 \u{2}"]), ("một\n\nhai \u{2}x", ["3 \u{2}"]),
    ("a\u{1B}[1mb\n\u{7F}", ["1 \u{1B}", "2 \u{7F}"]),
    ("a\u{0}b", ["1 \u{0}"]), ("`a\u{8}`\r\n\u{C}", ["1 \u{8}", "2 \u{C}"]), ("\r\r\u{B}", ["3 \u{B}"]),
    ("a\n&#2;0&#3; &#x1f;", ["2 &#2;"]), ("[a](b.pdf '&#X7F;')", ["1 &#X7F;"]),
    ("tab\tdòng\r\nmới\rlại", []), ("`&#2;`", []), ("&#9;&#10;&#32;", []),
  ])
  func isRefusedOnceALine(_ text: String, _ expected: [String]) {
    let parsed = Parsed(text)
    #expect(parsed.problems == expected.map { "error control-character \($0)" })
  }

  /// Whatever an author writes, the only slots are those of links to pages.
  @Test(arguments: [
    "\u{2}0\u{3}", "\u{2}", "\u{3}", "\u{2}9999999999999999999999\u{3}", "&#2;0&#3;", "&#2;", "&#2;x&#3;",
    "&#xFE;0&#xFF;",
    "&#254;0&#255;", "þ0ÿ", "![&#2;0&#3;](a.png '&#2;0&#3;')", "## &#2;0&#3;", "[x](tel:&#2;0&#3;)",
    "[\u{2}7\u{3}](tel:1)",
    "~~~ &#2;1&#3;\n&#2;1&#3;\n~~~", "\u{FFFD}0\u{FFFF}",
  ])
  func cannotForgeASlot(_ text: String) {
    #expect(Parsed(text).document.slots.isEmpty)
    let parsed = Parsed("\(text)\n\n[a](a.md)\n\n\(text)")
    #expect(parsed.document.slots.map { parsed.document.link(at: $0)?.destination } == ["a.md"])
    let use = parsed.document.slots.first?.use ?? -1
    #expect(parsed.html?.contains("<p><a href=\"{\(use)}\">a</a></p>") == true)
  }
}
