import Testing

@Suite struct TableTests {
  static let open = """
    <div class="table-scroll" role="group" tabindex="0" aria-label="Bảng, có thể cuộn ngang"><table>
    """

  @Test func alignmentIsAClass() {
    #expect(
      Parsed("| a | b | c | d |\n| - | :- | :-: | -: |\n| 1 | 2 | 3 |\n| x \\| y | `z` | ~~t~~ | u |").html
        == Self.open + """
          <thead><tr><th scope="col">a</th><th scope="col" class="align-left">b</th>\
          <th scope="col" class="align-center">c</th><th scope="col" class="align-right">d</th></tr></thead>\
          <tbody><tr><td>1</td><td class="align-left">2</td><td class="align-center">3</td>\
          <td class="align-right"></td></tr>\
          <tr><td>x | y</td><td class="align-left"><code>z</code></td>\
          <td class="align-center"><del>t</del></td>\
          <td class="align-right">u</td></tr></tbody></table></div>
          """)
  }

  @Test func headerOnlyHasNoBody() {
    #expect(
      Parsed("| a |\n| - |").html
        == Self.open + "<thead><tr><th scope=\"col\">a</th></tr></thead></table></div>")
  }

  @Test func cellsHoldWhatChanges() {
    let parsed = Parsed("| [a](a.md) | ![b](b.png) | c[^1] | https://x.vn |\n|-|-|-|-|\n\n[^1]: d")
    #expect(
      parsed.html?.hasPrefix(
        Self.open + """
          <thead><tr><th scope="col"><a href="{0}">a</a></th>\
          <th scope="col"><img src="b.png" alt="b" \(ImageTests.attributes)></th>\
          <th scope="col">c<sup class="footnote-ref">
          """) == true)
    #expect(parsed.html?.contains("rel=\"external noopener noreferrer\">https://x.vn</a></th>") == true)
    #expect(parsed.problems == [])
  }

  @Test(arguments: [
    ("> | a |\n> | - |", "<blockquote>", "</blockquote>"), ("- | a |\n  | - |", "<ul><li>", "</li></ul>"),
  ])
  func standsInOtherBlocks(_ text: String, _ before: String, _ after: String) {
    #expect(
      Parsed(text).html
        == before + Self.open + "<thead><tr><th scope=\"col\">a</th></tr></thead></table></div>" + after)
  }

  @Test func labelFollowsTheLanguage() {
    #expect(Parsed("| a |\n| - |", in: .en).html?.contains("aria-label=\"Table, scrolls sideways\"") == true)
  }
}
