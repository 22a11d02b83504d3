import Testing

/// What an author writes cannot leave the attribute or the text it is printed in.
@Suite struct EscapingTests {
  static let written = "\\\"x\\\" \\< & > '"
  static let escaped = "&quot;x&quot; &lt; &amp; &gt; '"

  @Test func inEveryAttribute() {
    let text = Self.written
    #expect(Parsed("## \(text)").html?.hasSuffix("\"#x\">\(Self.escaped)</a></h2>") == true)
    #expect(Parsed("a ![\(text)](a.png)").html?.contains(" alt=\"\(Self.escaped)\" ") == true)
    #expect(Parsed("a ![b](a.png \"\(text)\")").html?.contains(" title=\"\(Self.escaped)\">") == true)
    #expect(Parsed("[a](b.pdf \"\(text)\")").html?.contains(" title=\"\(Self.escaped)\">") == true)
    #expect(
      Parsed("[a](b.md \"\(text)\")").html?.contains(" href=\"{0}\" title=\"\(Self.escaped)\">") == true)
    #expect(
      Parsed("![b](a.png \"\(text)\")").html?.contains("<figcaption>\(Self.escaped)</figcaption>") == true)
    #expect(Parsed("~~~ \"><b>\nmã\n~~~").html?.contains("class=\"language-&quot;&gt;&lt;b&gt;\"") == true)
  }

  @Test(arguments: ["[a](<tel:\"\\<&\\>>)", "![a](<tel:\"\\<&\\>>)"])
  func inAddresses(_ text: String) {
    #expect(Parsed(text).html?.contains("=\"tel:%22%3C&amp;%3E\"") == true)
  }

  @Test func inAnchors() {
    let parsed = Parsed("[a](<#\"\\>\\<b\\>>)")
    #expect(parsed.html?.contains("<b>") == false)
    #expect(parsed.problems == ["error link-missing-anchor 1 #\"><b>"])
  }

  @Test func entitiesAreDecodedOnce() {
    let parsed = Parsed("## &amp;lt;b&amp;gt; &quot;\n\n&lt;script&gt;")
    #expect(parsed.document.headings.map(\.text) == ["&lt;b&gt; \""])
    #expect(parsed.html?.contains("\">&amp;lt;b&amp;gt; &quot;</a>") == true)
    #expect(parsed.html?.hasSuffix("<p>&lt;script&gt;</p>") == true)
  }
}
