import Diagnostics
import Testing

@Suite struct AlertTests {
  @Test(arguments: [
    ("NOTE", "note", "Ghi chú", "Note"), ("TIP", "tip", "Mẹo", "Tip"),
    ("IMPORTANT", "important", "Quan trọng", "Important"), ("WARNING", "warning", "Cảnh báo", "Warning"),
    ("CAUTION", "caution", "Thận trọng", "Caution"), ("warning", "warning", "Cảnh báo", "Warning"),
    ("LƯU Ý", "important", "Lưu ý", "Please note"), ("luu y", "important", "Lưu ý", "Please note"),
    ("GHI CHÚ", "note", "Ghi chú", "Note"), ("mẹo", "tip", "Mẹo", "Tip"),
    ("Quan trọng", "important", "Quan trọng", "Important"),
    ("CẢNH BÁO", "warning", "Cảnh báo", "Warning"), ("canh bao", "warning", "Cảnh báo", "Warning"),
    ("THẬN  TRỌNG", "caution", "Thận trọng", "Caution"), (" CẢNH BÁO ", "warning", "Cảnh báo", "Warning"),
    ("KHẨN CẤP", "caution", "Khẩn cấp", "Urgent"), ("Khan cap", "caution", "Khẩn cấp", "Urgent"),
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
    "> [!NOTE]chữ", "> [!NOTE]*chữ*", "> [! ]\n> chữ", "> chữ\n> [!NOTE]", "> chữ\n>\n> [!NOTE]",
    "> **[!NOTE]**\n> chữ",
    "> [NOTE]\n> chữ", "> [!]\n> chữ", "> [!GHI CHÚ 1]\n> chữ", "> - [!NOTE]",
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

  @Test(arguments: [
    ("> [!CAUTION] Gọi ngay\n> 111", "Gọi ngay", "<p>111</p>"),
    ("> [!thận trọng]  A & B <3 “c”  \n> 111", "A &amp; B &lt;3 “c”", "<p>111</p>"),
    ("> [!CAUTION] Gọi ngay", "Gọi ngay", ""), ("> [!CAUTION] [Gọi] ngay]", "[Gọi] ngay]", ""),
  ])
  func takesAnOwnHeading(_ text: String, _ heading: String, _ body: String) {
    let parsed = Parsed(text)
    #expect(
      parsed.html == """
        <div class="alert alert-caution" role="note" aria-label="Thận trọng">\
        <p class="alert-title own">\(heading)</p>\(body)</div>
        """)
    #expect(parsed.plainText?.contains("Thận trọng") == false)
    #expect(parsed.problems == [])
  }

  /// A heading is plain: what has mark-up is the first line of the text.
  @Test(arguments: [
    (
      "> [!CAUTION] Gọi [113](tel:113) *ngay*\n> nhé",
      "<p>Gọi <a href=\"tel:113\">113</a> <em>ngay</em>nhé</p>"
    ),
    ("> [!CAUTION] **Gọi ngay**", "<p><strong>Gọi ngay</strong></p>"),
  ])
  func keepsMarkupInTheText(_ text: String, _ body: String) {
    let parsed = Parsed(text)
    #expect(parsed.html?.hasSuffix(">Thận trọng</p>\(body)</div>") == true, "\(parsed.html ?? "")")
    #expect(parsed.problems == [])
  }

  @Test func ownHeadingIsPartOfTheText() {
    #expect(Parsed("> [!MẸO] Gọi ngay\n> số 111").plainText == "Gọi ngay\nsố 111")
    #expect(Parsed("> [!MẸO]\n> số 111").plainText == "số 111")
  }

  @Test func unknownKindNamesTheNearest() {
    let parsed = Parsed("Mở đầu\n\n> [!WARNIN]\n> chữ\n\n> [!XYZ]\n> chữ", firstLine: 4)
    #expect(parsed.problems == ["error unknown-alert 6 [!WARNIN]", "error unknown-alert 9 [!XYZ]"])
    #expect(parsed.remedies[0] == "có phải “[!WARNING]”?")
    #expect(parsed.remedies[1].hasPrefix("dùng GHI CHÚ, LƯU Ý, MẸO"))
    #expect(Parsed("> [!CẢN BÁO] Gọi\n> chữ").remedies == ["có phải “[!CẢNH BÁO]”?"])
    #expect(Parsed("> [!WARNNING]\n> chữ").remedies == ["có phải “[!WARNING]”?"])
  }
}
