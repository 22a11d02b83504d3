import Diagnostics
import Testing

@Suite struct AlertTests {
  @Test(arguments: [
    ("NOTE", "note", "Ghi chú", "Note"), ("TIP", "tip", "Mẹo", "Tip"),
    ("IMPORTANT", "important", "Quan trọng", "Important"), ("WARNING", "warning", "Cảnh báo", "Warning"),
    ("CAUTION", "caution", "Thận trọng", "Caution"), ("warning", "warning", "Cảnh báo", "Warning"),
  ])
  func kinds(_ word: String, _ kind: String, _ vietnamese: String, _ english: String) {
    for (language, label) in [(Language.vi, vietnamese), (.en, english)] {
      let parsed = Parsed("> [!\(word)]\n> Chữ *này*\n>\n> - mục", in: language)
      #expect(
        parsed.html == """
          <div class="alert alert-\(kind)" role="note" aria-label="\(label)">\
          <p class="alert-title" aria-hidden="true">\(label)</p>\
          <p>Chữ <em>này</em></p><ul><li>mục</li></ul></div>
          """)
      #expect(parsed.problems == [])
    }
  }

  @Test(arguments: [
    "> [!NOTE] Tiêu đề\n> chữ", "> chữ\n> [!NOTE]", "> chữ\n>\n> [!NOTE]", "> **[!NOTE]**\n> chữ",
    "> [NOTE]\n> chữ", "> [!]\n> chữ", "> [!GHI CHÚ]\n> chữ", "> - [!NOTE]",
  ])
  func notAloneOnTheFirstLineStaysAQuote(_ text: String) {
    let parsed = Parsed(text)
    #expect(parsed.html?.hasPrefix("<blockquote>") == true)
    #expect(parsed.html?.contains("alert") == false)
    #expect(parsed.problems == [])
  }

  @Test(arguments: [
    "> [!NOTE]", "> [!NOTE]  \n> chữ", "- mục\n\n  > [!NOTE]\n  > chữ", "> > [!NOTE]\n> > chữ",
  ])
  func standsAnywhere(_ text: String) {
    let parsed = Parsed(text)
    #expect(parsed.html?.contains("<div class=\"alert alert-note\"") == true)
    #expect(parsed.html?.contains("[!") == false)
    #expect(parsed.html?.contains("<p></p>") == false)
    #expect(parsed.html?.contains("<br") == false)
  }

  @Test func unknownKindNamesTheNearest() {
    let parsed = Parsed("Mở đầu\n\n> [!WARNIN]\n> chữ\n\n> [!XYZ]\n> chữ", firstLine: 4)
    #expect(parsed.problems == ["error unknown-alert 6 [!WARNIN]", "error unknown-alert 9 [!XYZ]"])
    #expect(
      parsed.remedies == ["có phải “[!WARNING]”?", "dùng NOTE, TIP, IMPORTANT, WARNING hoặc CAUTION"])
  }
}
