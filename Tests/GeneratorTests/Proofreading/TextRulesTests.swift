import Diagnostics
import Foundation
import ProblemCodes
import TestTraits
import Testing

@testable import Files
@testable import Generator
@testable import Proofreading

/// What the rules for a page's text find, and what they leave alone.
@Suite struct TextRulesTests {
  /// The findings in a page with this body, each as its code and the text it points at.
  private func findings(_ body: String) -> [String] { findings(in: "---\ntitle: Trang\n---\n\n" + body) }

  private func findings(in page: String) -> [String] {
    let text = Array(page.precomposedStringWithCanonicalMapping.utf8)
    return textProblems(in: Array(page.utf8), at: "content/x.md").map { diagnostic in
      guard case .bytes(let range) = diagnostic.place else { return diagnostic.problem.code }
      return diagnostic.problem.code + ": " + String(decoding: text[range], as: UTF8.self)
    }
  }

  // MARK: - What is well written

  @Test(arguments: [
    "Chào bạn. Gọi 111, 113 hoặc 18001567 (miễn phí) lúc 7:30 – 17:00; tỷ lệ 3 : 4, 1.000.000 đồng, 3,5%.",
    "UBND TP.HCM, TP.Huế, Tp.Hồ Chí Minh, ThS.Lan, PGS.TS.Nam, U.S., v.v., Q.1, P.12, St.Petersburg",
    "Trang tingia.gov.vn, VnExpress.net, tongdai111.vn/lien-he, Vue.js, Node.js, Facebook.Com, .vn, tệp .docx",
    "Viết tới a.b@phuong.example,c@d.vn hoặc https://a.example/x,y;z?q=“1”.",
    "Vui quá :) :D :v ;) =)) ^^ <3 … Ôi... Ơ kìa!!! Thật á?! Hả?!?",
    "Đáp án A,B,C,D; nhóm a,b; tọa độ (x,y).",
    "Xem `a  b ,c \"x\" hoà` và ``x`y  z`` rồi **đậm**, *nghiêng*, ~~bỏ~~.",
    "```\nx  =  \"a\" ,b   \n• hoà\n```\n\nVăn “bình thường”, hòa bình.",
    "~~~~ text\n~~~\n\"a\"  ,b\n~~~~\n\nVăn “bình thường”.",
    "Đoạn văn “có ngoặc”.\n\n    mã  thụt \"vào\" ,đây\n\nHết.",
    "> ```\n> a  \"b\" ,c\n> ```\n> Lời “trích”.",
    "- mục\n\n      mã  \"thụt\"\n\n- mục “hai”\n\n  đoạn của mục hai\n  1. con\n     chữ",
    "| Cột      | Cột 2   |\n|:---------|--------:|\n| “a”      |   b     |\n| c\\|d    |         |",
    "Cột   | Hai\n------|----\nx     | “y”",
    "[chữ](../a,b.md \"Tiêu đề \\\"x\\\"\") và ![ảnh “đẹp”](anh,1.jpg \"Chú  thích\") và [x][nhãn  a] và <https://a.example/a,b>",
    "Chữ[^1] “a”.\n\n[^1]: Lời chú",
    "[moc]: https://a.example/x,y \"Tiêu  đề\"\n\nXem [moc] “này”.",
    "- [ ] “chưa”\n- [x] đã\n1. một\n10) mười\n* * *\n> [!WARNING]\n> Cẩn thận.",
    "dòng một  \ndòng hai\\\ndòng ba",
    "“Một”, (“hai”), **“ba”**, “*bốn*”, “năm.” “Sáu?” “Bảy”: tám; “chín”… “mười”–“mười một”",
    "Lời “trích dài\nqua hai dòng” ở đây. Màn hình 6.1\" rộng 15'' và 21°01'42''.",
    "Sửa khoản 1 như sau: “1. Trẻ em là người dưới 16 tuổi.\n\n2. Người lớn là người khác.”",
    "“Đoạn một của lời trích.\n\n“Đoạn hai của lời trích.”",
    "Anh ấy nói \"chào\" rồi \"tạm biệt\".",
    "O'Reilly, rock 'n' roll, 'trích đơn', năm '45.",
    "Số 111\n\n111\n\nSố 113\n\n113",
    "12\n\nChỉ một con số đứng riêng.\n\n30",
    "Trang 3/10 của tài liệu nói rõ điều này.\n\n- 12\n- 13\n\n– Chào bác!\n– Chào cháu!",
    "kinh tế -\nxã hội, giai đoạn 2021-\n2025, Wi-\nFi, thư-\n\nđiện tử",
    "Chia sẻ\n\nĐừng vội bấm.\n\nBình luận\n\n- Thích\n- Chia sẻ\n\n## Thích\n\n## Chia sẻ",
    "[09:12] họp, [24/11/2026] xong, [1/2, 3/4] và `[09:12, 24/11/2026] Nam`",
    "Xem thêm: [bài khác](x.md)\n\nXem thêm\n\n… và Xem thêm nữa.",
    "Lỗi! Không tìm thấy trang. Error! PAGEREF là gì? Chờ.... rồi… đi…… nhé",
    "Căn phòng 20 m²; Điều\u{A0}16; Luật số\u{A0}116; 5\u{A0}km; 1\u{202F}000\u{202F}000; TP.\u{A0}Huế; Chương\u{A0}II; Hà Nội\u{A0}– Huế",
    "👨‍👩‍👧 gia đình ❤️ và `a\u{A0}b` và [x](<ảnh\u{A0}bìa.jpg>)",
    "Москва, Αθήνα, μm, kΩ, Δt, TNFα, β-caroten, π, Việt–Nga: “Вьетнам”.",
    "hòa bình, khỏe mạnh, thủy lợi, quý, toàn, thuyết, hoa quả, `hoà`, [x](hoà.md), https://hoà.example/",
    "Từ a | b  | c\n\n# Đề mục “một” #\n\nĐề mục\n======\n\nPhần\n---",
    "<b title=\"a  b\">chữ</b> và <!-- “chú thích --> hết.",
    "Email <a@b.example> và tel:111 và \\\"thoát\\\" \\`không mã\\`.",
  ])
  func leavesAlone(_ body: String) { #expect(findings(body + "\n") == []) }

  @Test(arguments: [
    "---\ntitle:   \"Ba bước: dừng, nghĩ\"\ntags: [a,b]\n---\n",
    "---\ntitle: A # chú thích\nsource:\n  - { name: \"Luật  hoà\", url: \"https://a.example/,b\" }\n---\nX “y”\n",
    "\u{FEFF}---\r\ntitle: Có BOM\r\n---\r\n\r\nChữ “a”.\r\n\r\n- b\r\n",
    "Không có khai báo.\n", "---\n", "", "\n\n", "---\ntitle: A\n", "```", "`", "[", "[^", "](", "<", "\\",
    "\"",
    "---\ntitle: A\ndescription: >\n  Dòng một\n  dòng hai\nnote: |\n  a  \"b\" ,c hoà\n---\n",
  ])
  func leavesPagesAlone(_ page: String) { #expect(findings(in: page) == []) }

  @Test func saysNothingOfWhatIsNotUTF8() {
    #expect(textProblems(in: Array("hoà  ,x".utf8) + [0xFF], at: "x.md").isEmpty)
  }

  // MARK: - What is not

  @Test(arguments: [
    ("Chào  bạn", "  "), ("**Đậm**  rồi", "  "), ("Chào\tbạn", "\t"), ("- mục  con", "  "),
    ("## Đề  mục", "  "),
    ("> Lời  trích", "  "), ("| a  b | c |", "  "), ("Xem `x`  nhé", "  "), ("dòng   \nhai", "   "),
    ("Xong.  Rồi", "  "), ("1. một  hai", "  "), ("[^1]: lời  chú", "  "), ("- [ ] việc  này", "  "),
  ])
  func findsBlanks(_ body: String, _ blanks: String) {
    #expect(findings(body + "\n") == ["double-space: \(blanks)"])
  }

  @Test(arguments: [
    ("xin chào ,bạn", " ,"), ("Chào bạn !", " !"), ("Vậy à ? Ừ", " ?"), ("Lưu ý : nhớ", " :"),
    ("Xong .", " ."),
    ("một ; hai", " ;"), ("**Lưu ý** :", " :"), ("(trong ngoặc) , ngoài", " ,"), ("“trích” .", " ."),
    ("Điều 16 , khoản 2", " ,"), ("một,hai", ","), ("bạn,tôi", ","), ("Xong rồi.Bạn đọc", "."),
    ("đã khóa.Sau đó", "."), ("khỏe.được", "."), ("| a ,b | c |", " ,"), ("## Đề mục :", " :"),
    ("- việc,làm", ","), ("Trang `x` : y", nil),
  ])
  func findsPunctuation(_ body: String, _ place: String?) {
    #expect(findings(body + "\n") == (place.map { ["spaced-punctuation: \($0)"] } ?? []))
  }

  @Test(arguments: [
    ("Hà\u{A0}Nội", "\u{A0}"), ("- \u{A0}mục", "\u{A0}"), ("chữ\u{A0}", "\u{A0}"),
    ("a\u{A0}\u{A0}5", "\u{A0}"),
    ("a\u{200B}b", "\u{200B}"), ("a\u{FEFF}b", "\u{FEFF}"), ("thông\u{AD}tin", "\u{AD}"),
    ("a\u{2060}b", "\u{2060}"),
    ("số\u{202C} 111", "\u{202C}"), ("a\u{2007}b", "\u{2007}"), ("bạn\u{202F}!", "\u{202F}"),
    ("-\u{A0}5 bạn", "\u{A0}"),
    ("[x](https://a.example/\u{200B})", "\u{200B}"), ("https://a.example/\u{A0}nhé", "\u{A0}"),
  ])
  func findsInvisibleCharacters(_ body: String, _ place: String) {
    #expect(findings(body + "\n") == ["no-break-space: \(place)"])
  }

  @Test(arguments: [
    ("“A” và \"chữ thẳng\"", "\""), ("“A” và (\"b\")", "\""), ("“A” và **\"b\"**", "\""),
    ("“A”, \\\"b\\\"", "\""),
    ("“hai“ rồi", "“"), ("”hai” rồi", "”"), ("Nói: ”*hai*” rồi", "”"), ("Chỉ “mở ra", "“"),
    ("“a”\n\n## Đề mục\n\nb” c", "”"), ("| “a | b |", "“"), ("## Đề “mục\n\nđóng (a)", "“"),
    ("Chỉ đóng” lại", "”"), (",,Một'' hai", ",,"), ("''Một'' hai", "''"), ("Một ``hai'' ba", "``"),
    ("Một `hai' ba", "`"),
  ])
  func findsQuotes(_ body: String, _ place: String) {
    #expect(findings(body + "\n") == ["wrong-quotes: \(place)"])
  }

  @Test(arguments: [
    ("Một.\n\n- 12 -\n\nHai.", "- 12 -"), ("Một.\n\nTrang 3/10\n\nHai.", "Trang 3/10"),
    ("Một.\n\n  Page 3 of 10\n", "Page 3 of 10"), ("– 4 –", "– 4 –"),
    ("Một.\n\n12\n\nHai.\n\n13\n\nBa.", "12"),
    ("an toàn thông-\ntin", "thông-"), ("> an toàn thông-\n> tin", "thông-"),
    ("Xem Error! Bookmark not defined.", "Error! Bookmark not defined"),
    ("Lỗi! Không tìm thấy nguồn tham chiếu.", "Lỗi! Không tìm thấy nguồn tham chiếu"),
    ("Kính gửi { MERGEFIELD ten }", "MERGEFIELD"), ("• Một\n• Hai", "•"), ("- • Một", "•"),
    ("\u{F0B7} Một", "\u{F0B7}"),
    ("· Một", "·"), ("Tin dài... Xem thêm", "Xem thêm"), ("Tin dài… See more", "See more"),
    ("Thích · Phản hồi · 2 giờ", "Thích · Phản hồi · 2 giờ"), ("Bước \u{F0E0} hai", "\u{F0E0}"),
    ("Họ tên: ………………", "………………"), ("Ngày sinh: ............", "............"),
    ("Ảnh \u{FFFC} này", "\u{FFFC}"),
    ("[09:12, 24/11/2026] Nam UBND: Đã gửi", "[09:12, 24/11/2026]"),
    ("[24/11/2026 09:12:33] Nam: Rồi", "[24/11/2026 09:12:33]"), ("Bình luận\nChia sẻ", "Bình luận"),
    ("Hết.\n\nThích\n\nBình luận\n\nChia sẻ", "Thích"),
  ])
  func findsResidue(_ body: String, _ place: String) {
    #expect(findings(body + "\n") == ["paste-residue: \(place)"])
  }

  @Test(arguments: [
    ("hòa bình, thủy lợi, hoà giải", "hoà"), ("HOÀ và hòa", "HOÀ"), ("hoà, khoẻ, thủy", "thủy"),
  ])
  func findsTones(_ body: String, _ place: String) {
    #expect(findings(body + "\n") == ["mixed-tone-placement: \(place)"])
  }

  @Test(arguments: [("hoá học", "hoá"), ("`hòa` và khoá", "khoá")])
  func findsOnlyReformedTones(_ body: String, _ place: String) {
    #expect(findings(body + "\n") == ["reformed-tone-placement: \(place)"])
  }

  @Test(arguments: [
    ("Vào f\u{430}cebook ngay", "f\u{430}cebook"), ("[x](https://\u{430}pple.example/)", "\u{430}pple"),
    ("thô\u{43D}g", "thô\u{43D}g"), ("fαcebook", "fαcebook"), ("ΖaΙo", "ΖaΙo"),
  ])
  func findsMixedScripts(_ body: String, _ place: String) {
    #expect(findings(body + "\n") == ["mixed-script-word: \(place)"])
  }

  @Test func findsLostLetters() {
    #expect(findings("Ti\u{FFFD}ng Vi\u{FFFD}t, `\u{FFFD}`\n") == ["replacement-character: \u{FFFD}"])
  }

  @Test func findsDecomposedText() {
    let page =
      "---\ntitle: Trang\n---\n\nMột " + "tiếng Việt".decomposedStringWithCanonicalMapping + "  rồi\n"
    #expect(findings(in: page) == ["text-nfd: tiếng", "double-space:   "])
  }

  @Test func looksIntoTitlesAndDescriptions() {
    #expect(findings(in: "---\ntitle: Xin chào ,bạn\n---\n") == ["spaced-punctuation:  ,"])
    #expect(
      findings(in: "---\ndescription: >-\n  Hoà bình,\n  hòa giải\n---\n") == ["mixed-tone-placement: Hoà"])
    #expect(findings(in: "---\ntags: [a\u{A0}b]\n---\n") == ["no-break-space: \u{A0}"])
  }

  // MARK: - How it is said

  @Test func reportsAKindOnceWithTheNumberOfOthers() throws {
    let body = String(repeating: "Một\u{A0}hai  ba,bốn \"năm\" “sáu” ,bảy\n\n", count: 300)
    let problems = textProblems(in: Array(("---\ntitle: A\n---\n" + body).utf8), at: "content/x.md")
    #expect(problems.count == 5)
    var printer = Printer(language: .vi, usesColour: false) { _ in Array(("---\ntitle: A\n---\n" + body).utf8)
    }
    #expect(
      printer.text(problems[0]) == """
        content/x.md:4:4: cảnh báo: có dấu cách không ngắt (U+00A0) sau “Một”, và 299 chỗ nữa [no-break-space]
          4 | Một\u{A0}hai  ba,bốn "năm" “sáu” ,bảy
            |    ^
          cách sửa: chạy vungxanh fix, hoặc xóa đi rồi gõ lại dấu cách thường nếu cần

        """)
  }

  @Test(arguments: [
    ("Xong.\u{A0}Rồi", "sau “Xong.”"), ("\u{A0}Rồi", "ở đầu dòng"), ("a \u{200B} b", "sau “a”"),
    ("**\u{200B}a**", "sau “**”"), ("https://a.example/\u{200B}", "sau “https://a.example/”"),
    (String(repeating: "a", count: 40) + "\u{200B}", "sau “…aaaaaaaaaaaaaaaaaaaa”"),
  ])
  func saysBehindWhatAnInvisibleCharacterStands(_ body: String, _ place: String) {
    let problems = textProblems(in: Array((body + "\n").utf8), at: "x.md")
    #expect(problems.first?.problem.report.vi.message.hasSuffix(place) == true)
  }

  @Test func gradesWhatItFinds() {
    func severity(_ body: String) -> [Diagnostic.Severity] {
      textProblems(in: Array(body.utf8), at: "x.md").map(\.severity)
    }
    #expect(severity("a\u{FFFD}\n") == [.error])
    #expect(severity("a\u{200B}b\n") == [.warning])
    #expect(severity("a  b\n") == [.note])
    #expect(severity("hoà\n") == [.note])
    #expect(severity("hoà, thủy\n") == [.warning])
    #expect(severity("tiếng\n".decomposedStringWithCanonicalMapping) == [.note])
  }

  /// Each page of the project, so that a rule that cries wolf is seen.
  @Test func contentIsWellTyped() throws {
    let root = Repository.root.path
    let pages = TemporaryProject.files(in: root + "/content").filter { $0.key.hasSuffix(".md") }
    #expect(pages.count > 100)
    for (path, data) in pages {
      let problems = textProblems(in: Array(data), at: "content/" + path).filter { $0.severity != .note }
      #expect(problems.map(\.problem.report.vi.message) == [], "\(path)")
    }
  }

  /// Quadratic work on any of these would take minutes.
  @Test(
    .slow,
    .timeLimit(.minutes(1)),
    arguments: [
      "`", "``` ", "[", "](", "<a", "<", "[^", "\"a ", "“", "”", "a ,", "a@", "://", "> ", "- ", "| ", "\\",
      ". ", "…", "\u{A0}",
      "• a\n", "\u{430}a", "`a' ", "12\n\n", "www.",
    ])
  func takesLittleTimeForLongPages(_ fragment: String) {
    _ = textProblems(
      in: Array(String(repeating: fragment, count: 100_000 / fragment.utf8.count).utf8), at: "x.md")
  }
}
