import Diagnostics
import ProblemCodes
import TestTraits
import Testing

@testable import Files
@testable import Generator
@testable import Proofreading

/// Lines that were meant as a heading, a list, a table or a paragraph, and others that only look like it.
@Suite struct BlockRulesTests {
  /// What was found, each as its code, its place and what is there.
  private func findings(_ body: String) -> [String] {
    let text = Array(("---\ntitle: \"-a\"\n---\n" + body + "\n").utf8)
    return textProblems(in: text, at: "content/x.md").filter { $0.problem is BlockProblem }.map { found in
      guard case .bytes(let range) = found.place else { return found.problem.code }
      let line = text[..<range.lowerBound].count { $0 == UInt8(ascii: "\n") } - 2
      return "\(found.problem.code) \(line): " + String(decoding: text[range], as: UTF8.self)
    }
  }

  // MARK: - Headings

  @Test(arguments: [
    ("##Đề mục", "1: ##"), ("###1. Mục", "1: ###"), ("##**Đậm**", "1: ##"), ("> ##“Lời”", "1: ##"),
    ("Chữ\n##Đề mục\nchữ", "2: ##"),
  ])
  func findsHeadings(_ body: String, _ place: String) {
    #expect(findings(body) == ["heading-not-made \(place)"])
  }

  @Test(arguments: [
    "## Đề mục", "#VungXanh hôm nay ra quân", "#VungXanh #AnToan", "\\##Đề mục", "`##a`",
    "```\n##Đề mục\n```",
    "    ##Đề mục", "#######Bảy", "Số ##một", "##", "##-", "[x](##a)", "| ##a | b |\n|---|---|",
  ])
  func leavesOtherHashes(_ body: String) { #expect(findings(body) == []) }

  @Test(arguments: [
    ("**1. Mục đích**\nNâng cao nhận thức.", "1: 1. Mục đích"), ("**Yêu cầu**\n“Lời”", "1: Yêu cầu"),
    ("Chữ.\n\n> **Mục (2)**\n> 5 việc", "3: Mục (2)"),
  ])
  func findsBoldLines(_ body: String, _ place: String) {
    #expect(findings(body) == ["heading-not-made \(place)"])
  }

  @Test(arguments: [
    "**Mục đích**\n\nNâng cao.", "**Mục đích**", "**Mục đích:**\nNâng cao.", "**Mục đích.**\nNâng cao.",
    "**Mục đích**\\\nNâng cao.", "**Mục đích**  \nNâng cao.", "**đậm cả dòng**\ntiếp theo",
    "**a** và **b**\nChữ",
    "**Một**\n**Hai**", "- **Một**\n  Hai", "**Một**\n- hai", "Chữ\n**Một**\nChữ", "**Một** hai\nBa",
    "```\n**Một**\nHai\n```", "**Một**\n## Hai",
  ])
  func leavesBoldText(_ body: String) { #expect(findings(body) == []) }

  // MARK: - Lists

  @Test(arguments: [
    ("-một\n-hai", "1: -"), ("Gồm:\n+một\n+hai", "2: +"), ("*một\n*hai", "1: *"),
    ("-**Một**\n-**Hai**", "1: -"),
    ("- một\n-hai\n- ba", "2: -"), ("1.Một\n2.Hai", "1: 1."), ("1)Một\n2)Hai", "1: 1)"),
    ("1. Một\n2.Hai", "2: 2."), ("-một\n\n-hai", "1: -"), ("> -một\n> -hai", "1: -"),
    ("-một dòng\nquấn xuống\n-hai", "1: -"), ("1.Một\n2. Hai", "1: 1."), ("-“một”\n-“hai”", "1: -"),
  ])
  func findsMarksWithoutSpace(_ body: String, _ place: String) {
    #expect(findings(body) == ["list-not-made \(place)"])
  }

  @Test(arguments: [
    "-5 °C\n-7 °C", "-một", "*nghiêng*\n*nghiêng nữa*", "*nghiêng\nqua dòng* chữ", "**đậm**\n**đậm**",
    "+84 24 3733\n+84 24 3734", "1.5 triệu\n2.5 triệu", "1.000.000 đồng\n2.000.000 đồng", "1.Một",
    "1.Một\n5.Năm",
    "--một\n--hai", "-->\n-->", "---\n***", "- một\n- hai", "1. một\n2. hai", "- -5 độ\n- -7 độ",
    "```\n-một\n-hai\n```", "    -một\n    -hai", "-một\n\nChữ.\n\n-hai",
    "-`a`\n-`b`", "- mục dài\n  -m là một tùy chọn", "-s một\n-t hai", "- Lệnh có\n  -một tùy chọn",
    "<pre>\n-một\n-hai\n</pre>", "| -một | a |\n|---|---|\n| -hai | b |",
  ])
  func leavesOtherSigns(_ body: String) { #expect(findings(body) == []) }

  @Test(arguments: [
    ("Gồm:\n– một\n– hai", "2: –"), ("– Khóa màn hình.\n– Đổi mật khẩu.", "1: –"), ("— một\n— hai", "1: —"),
    ("–một\n–hai", "1: –"), ("Lưu ý:\n– Không gửi mã.", "2: –"), ("– một;\n\n– hai;\n\n– ba.", "1: –"),
    ("o Một\no Hai", "1: o"), ("o\tMột\no\tHai", "1: o"), ("Cần hỏi:\n– Ai gửi?\n– Gửi khi nào?", nil),
    ("Xem lại:\n– Ai gửi?\n– Gửi khi nào?", "2: –"), ("> – một\n> – hai", "1: –"),
  ])
  func findsOtherBullets(_ body: String, _ place: String?) {
    #expect(findings(body) == (place.map { ["list-not-made \($0)"] } ?? []))
  }

  @Test(arguments: [
    "– Chào bác!\n– Chào cháu.", "– Chào bác.\n\n– Ừ, chào cháu.", "Bà hỏi:\n– Cháu đi đâu.\n– Cháu đi học.",
    "Mẹ nói với con:\n– Đi thôi.", "“Một câu thơ”\n— Nguyễn Du", "Hà Nội\n– Huế", "2021\n– 2025",
    "o một mình",
    "Lúc 7:30\n– 9:00", "`– a`\n`– b`", "- – một\n- – hai", "– một  \n– hai", "```\n– a\n– b\n```",
    "Em nói: “Vâng.”\n— Rồi em đi.", "– – –", "Thời gian:\n\n– Sáng thứ Hai.",
  ])
  func leavesSpeechAndDashes(_ body: String) { #expect(findings(body) == []) }

  @Test(arguments: [
    ("a) một\nb) hai", "2: b)"), ("a. một\nb. hai", "2: b."), ("c) ba\nd) bốn", "2: d)"),
    ("d) bốn\nđ) năm", "2: đ)"),
    ("đ) năm\ne) sáu", "2: e)"), ("e) sáu\ng) bảy", "2: g)"), ("A. Có\nB. Không", "2: B."),
    ("I. Một\nII. Hai", "2: II."),
    ("IX. Chín\nX. Mười", "2: X."), ("iv) bốn\nv) năm", "2: v)"), ("1.1. Một\n1.2. Hai", "2: 1.2."),
    ("1.1 Một\n1.2 Hai", "2: 1.2"), ("2.1.9. Chín\n2.1.10. Mười", "2: 2.1.10."),
    ("(1) một\n(2) hai", "2: (2)"),
    ("(a) một\n(b) hai", "2: (b)"), ("1/ Một\n2/ Hai", "2: 2/"), ("a/ một\nb/ hai", "2: b/"),
    ("a)Một\nb)Hai", "2: b)"),
    ("1. Mục\n   a) một\n   b) hai", "3: b)"), ("a) một dài\nquấn dòng\nb) hai", "3: b)"),
    ("> a) một\n> b) hai", "2: b)"), ("Điều 1. Một\nĐiều 2. Hai", "2: Điều 2."),
    ("Chữ:\nBước 9: Chín\ndài\nBước 10: Mười", "4: Bước 10:"),
  ])
  func findsLinesThatRunTogether(_ body: String, _ place: String) {
    #expect(findings(body) == ["list-not-made \(place)"])
  }

  @Test(arguments: [
    "a) một\n\nb) hai", "a) một  \nb) hai", "a) một\\\nb) hai", "- a) một\n- b) hai", "a) một\nc) ba",
    "a) một\nB) hai",
    "a) một\nb. hai", "A. Nguyễn\nT. Trần", "1.1 triệu đồng\n2.2 triệu đồng", "I. Một\n\nII. Hai",
    "II. Hai\nI. Một",
    "Điều 1 và\na) một", "24.11 Khai mạc\n25.11 Bế mạc", "```\na) một\nb) hai\n```", "## a) một\n## b) hai",
    "| a) một |\n|---|\n| b) hai |", "a.vn\nb.vn", "7.30 Đón\n8.00 Họp", "mix. Một\nmi. Hai",
    "(a một\n(b hai",
    "1/2 cốc\n2/2 cốc", "Điều 1. Một\n\nĐiều 2. Hai", "Điều 1. Một\\\nĐiều 2. Hai", "Điều 1. Một\nĐiều 3. Ba",
    "Điều 1. Một\nKhoản 2. Hai", "theo\nĐiều 1 và\nĐiều 2", "Điều 1. Một\n2. Hai",
    "- Điều 1. Một\n- Điều 2. Hai",
  ])
  func leavesLinesApart(_ body: String) { #expect(findings(body) == []) }

  @Test(arguments: [
    ("Tiếp theo:\n2. Hai", "2: 2."), ("Chữ\n2. Hai\n3. Ba", "2: 2."), ("Chữ:\n3) Ba", "2: 3)"),
    ("> Chữ:\n> 2. Hai", "2: 2."), ("- mục:\n  2. Hai", "2: 2."),
  ])
  func findsListsThatBeginLate(_ body: String, _ place: String) {
    // Of “2.” and “3.” the second runs together with the first, too.
    #expect(findings(body).first == "list-not-made \(place)")
  }

  @Test(arguments: [
    "Chữ:\n\n2. Hai\n3. Ba", "1. Một\n2. Hai\n3. Ba", "Chữ\n1. Một\n2. Hai", "Sinh năm\n1990. Sau đó",
    "Điều 16 khoản\n2. Hết",
    "- một\n2. hai", "> chữ:\n\n2. hai", "## Đề mục\n2. hai\n3. ba", "2. hai\n3. ba",
    "1. một\n   - con\n2. hai",
    "1. một\n\n   đoạn\n2. hai",
  ])
  func leavesOtherNumbers(_ body: String) { #expect(findings(body) == []) }

  // MARK: - Tables

  @Test(arguments: [
    ("| a | b |\n| c | d |", "1: a"), ("Bảng:\n| a | b |\n| c | d |", "2: a"),
    ("a | b | c\nd | e | f", "1: a | b | c"),
    ("a | b\nc | d\ne | f", "1: a | b"), ("| a | b |\n|—|—|\n| c | d |", "1: a"),
    ("> | a | b |\n> | c | d |", "1: a"),
    ("| a | b | c |\n|---|---|\n| d | e | f |", "2: |---|---|"), ("a | b\n|---|\nc | d", "2: |---|"),
    ("Họ tên\tLớp\nNam\t3A", "1: \t"), ("Danh sách\nA\tB\tC\nD\tE\tF\nHết", "2: \t"),
    ("1/\tA\tB\n2/\tC\tD", "1: \t"),
  ])
  func findsTables(_ body: String, _ place: String) {
    #expect(findings(body).contains("table-not-made \(place)"), "\(findings(body))")
  }

  @Test(arguments: [
    ("| a | b |\n|---|---|\n| c | d | e |", "3: e"), ("| a |\n|---|\n| c | d | e |", "3: d | e"),
    ("a | b\n---|---\nc | d | e", "3: e"), ("| a | b |\n|---|---|\n| `x | y` | z |", "3: z"),
    ("- | a |\n  |---|\n  | c | d |", "3: d"),
  ])
  func findsLostCells(_ body: String, _ place: String) {
    #expect(findings(body) == ["table-cells-lost \(place)"])
  }

  @Test(arguments: [
    "| a | b |\n|---|---|\n| c | d |", "| a | b |\n|---|---|\n| c |", "| a | b |\n|---|---|\n| c | d | |",
    "| a | b |\n|---|---|\n| c \\| x | d |", "a | b\n---|---\nc | d", "| a |\n|---|\n| b |",
    "| một dòng | thôi |",
    "Trang chủ | Liên hệ", "a | b\nc | d",
    "[A](a.md) | [B](b.md) | [C](c.md)\n[D](d.md) | [E](e.md) | [F](f.md)",
    "`a | b | c`\n`d | e | f`", "|x| + |y| = 1", "||a||\n|b|", "```\n| a | b |\n| c | d |\n```",
    "    | a | b |\n    | c | d |",
    "a || b || c\nd || e || f", "| a | b |  \n|---|---|  \n| c | d |  \n\nChữ", "> | a |\n> |---|\n> | b |",
    "Chào\tbạn", "-\tmột\n-\thai", "•\tmột\n\nchữ", "a)\tmột\n\nb)\thai", "```\na\tb\nc\td\n```",
    "Chữ\tmột\n\nChữ\thai", "\tx = 1\n\ty = 2",
  ])
  func leavesOtherRows(_ body: String) { #expect(findings(body) == []) }

  // MARK: - Indentation

  @Test(arguments: [
    ("\tSáng nay, phường ra quân dọn vệ sinh.", "1: \t"),
    ("     Sáng nay, phường ra quân.\n\nHết.", "1:      "),
    ("Một.\n\n\tHai là phường ra quân.\n\n\tBa là tổng kết đợt ra quân.", "3: \t"),
    ("- mục\n\n      Đoạn thụt quá sâu vào trong.", "3:       "),
  ])
  func findsIndentedProse(_ body: String, _ place: String) {
    #expect(findings(body) == ["prose-as-code \(place)"])
  }

  @Test(arguments: [
    "\tnpm install vungxanh", "    title: Khóa màn hình điện thoại", "    # Chú thích của một lệnh",
    "    x = \"chữ có dấu đây\"",
    "    Sáng nay | phường ra quân", "    Cột một   Cột hai   Cột ba",
    "    let chữ = đây là mã;\n    return x",
    "Đoạn văn\n    thụt ở dòng sau, vẫn là đoạn văn.", "- mục một\n\n    đoạn sau của mục ở trên",
    "```\n    Sáng nay phường ra quân.\n```",
    "    Sáng nay phường ra quân.\n    x = {}", "    the quick brown fox jumps",
    "    Nhập → kiểm tra → gửi → xong", "    ├── thư mục của bài viết",
  ])
  func leavesCode(_ body: String) { #expect(findings(body) == []) }

  // MARK: - How it is said

  @Test(arguments: [
    (
      "##Đề mục\n\n##Mục hai", "thiếu dấu cách sau “##”, nên dòng này không thành đề mục, và 1 chỗ nữa",
      "thêm một dấu cách sau “##”: “## Đề mục”; vungxanh fix cũng sửa được"
    ),
    (
      "a) một\nb) hai\nc) ba", "dòng “b)” sẽ dính liền vào dòng “a)” ở trên, và 1 chỗ nữa",
      "để một dòng trống trước “b)”, hoặc viết thành danh sách bằng “1. ”, “2. ” hay “- ”"
    ),
    (
      "Họ tên\tLớp\nNam\t3A",
      "các ô cách nhau bằng dấu tab, như khi chép từ Excel, không thành bảng và sẽ dính vào nhau",
      "viết dấu | quanh mỗi ô, “| Họ tên | Lớp |”, rồi thêm dòng thứ hai: |---|---|"
    ),
    (
      "---\ntitle: Bài thử của phường\n---\n\nDanh bạ của tổ.\n\nHọ tên\tĐiện thoại\nNam\t0912",
      "các ô cách nhau bằng dấu tab, như khi chép từ Excel, không thành bảng và sẽ dính vào nhau",
      "viết dấu | quanh mỗi ô, “| Họ tên | Điện thoại |”, rồi thêm dòng thứ hai: |---|---|"
    ),
  ])
  func showsTheRightForm(_ body: String, _ message: String, _ remedy: String) throws {
    let found = textProblems(in: Array((body + "\n").utf8), at: "x.md").filter { $0.problem is BlockProblem }
    let report = try #require(found.first).problem.report
    #expect(report.vi.message == message && report.vi.remedy == remedy, "\(report.vi)")
  }

  @Test func lostCellsAreErrors() {
    let found = textProblems(in: Array("| a |\n|---|\n| c | d |\n| e | f |\n".utf8), at: "x.md")
    #expect(found.map(\.severity) == [.error, .error])
  }

  /// Quadratic work on any of these would take minutes.
  @Test(
    .slow,
    .timeLimit(.minutes(1)),
    arguments: [
      "a) x\nb) y\n", "-a\n", "– a\n", "1.A\n2.B\n", "| a ", "| a | b |\n", "|---|\n", "a\tb\n",
      "\tà b c d\n\n", "##a\n",
      "*a\n", "x\n2. a\n", "((", "I", "1.",
    ])
  func takesLittleTime(_ fragment: String) {
    let text = Array(String(repeating: fragment, count: 100_000 / fragment.utf8.count).utf8)
    _ = textProblems(in: text, at: "x.md")
    _ = mended(text, as: .markdown, movesTones: false)
  }
}
