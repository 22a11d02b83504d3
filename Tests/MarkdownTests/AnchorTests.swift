import Testing

@Suite struct AnchorTests {
  @Test func ofThisPageIsChecked() {
    let parsed = Parsed("[xuống](#mat-khau)\n\n## Mật khẩu\n\n[lên](#mat-khau)")
    #expect(parsed.html?.hasPrefix("<p><a href=\"#mat-khau\">xuống</a></p>") == true)
    #expect(parsed.problems == [])
    #expect(parsed.document.slots.isEmpty, "an anchor waits for no portal")
  }

  @Test func missingIsReported() {
    let parsed = Parsed("## Mật khẩu\n\nXem\n[đây](#mat-kau) và [kia](#khong-co).", firstLine: 5)
    #expect(
      parsed.problems == ["error link-missing-anchor 8 #mat-kau", "error link-missing-anchor 8 #khong-co"])
  }

  @Test func numberedDuplicateCanBeLinked() {
    #expect(Parsed("## Ma\n## Mà\n\n[hai](#ma-2)").problems == [])
    #expect(Parsed("## Ma\n\n[hai](#ma-2)").problems == ["error link-missing-anchor 3 #ma-2"])
  }
}
