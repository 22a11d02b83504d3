import Diagnostics
import Foundation
import ProblemCodes
import TestTraits
import Testing

@testable import Checking
@testable import Files
@testable import Generator
@testable import Proofreading

/// Markdown that was meant and is none: what is told, what it becomes, and what is near to it and sound.
@Suite struct MarkupTests {
  static let broken = [
    ("address-with-blanks", "![Cây đa](cay da.jpg)", "![Cây đa](<cay da.jpg>)"),
    ("address-with-blanks", "[Xem](khoa man hinh.md)", "[Xem](<khoa man hinh.md>)"),
    ("address-with-blanks", "[Xem]( anh/cay da.JPG \"Chú\")", "[Xem]( <anh/cay da.JPG> \"Chú\")"),
    ("address-with-blanks", "![](cay da.jpg)", "![](<cay da.jpg>)"),
    ("address-with-blanks", "[Xem](khoa man hinh.md#muc-1)", "[Xem](<khoa man hinh.md#muc-1>)"),
    ("broken-emphasis", "Một ** đậm ** hai", "Một **đậm** hai"),
    ("broken-emphasis", "**đậm ** hai", "**đậm** hai"),
    ("broken-emphasis", "Một ** đậm** hai", "Một **đậm** hai"),
    ("broken-emphasis", "**Lưu ý: **không", "**Lưu ý:** không"),
    ("broken-emphasis", "**Lưu ý:**không", "**Lưu ý:** không"),
    ("broken-emphasis", "- **“Mã OTP”**là gì", "- **“Mã OTP”** là gì"),
    ("broken-emphasis", "__ đậm __", "__đậm__"), ("broken-emphasis", "Một __đậm __ hai", "Một __đậm__ hai"),
    ("broken-emphasis", "Một *nghiêng *, hai", "Một *nghiêng*, hai"),
    ("broken-emphasis", "| a | ** đậm ** |\n|---|---|\n| b | c |", "| a | **đậm** |\n|---|---|\n| b | c |"),
    ("broken-emphasis", "## ** Đậm **", "## **Đậm**"),
    ("link-apart", "Xem [đơn] (https://a.example/x) nhé", "Xem [đơn](https://a.example/x) nhé"),
    ("link-apart", "[Mật khẩu]  (mat-khau.md)", "[Mật khẩu](mat-khau.md)"),
    ("link-reversed", "Xem (đơn)[https://a.example/x] nhé", "Xem [đơn](https://a.example/x) nhé"),
    ("link-reversed", "(Mật khẩu)[mat-khau.md]", "[Mật khẩu](mat-khau.md)"),
    ("link-reversed", "(xem (đơn)[don.md] nhé)", "(xem [đơn](don.md) nhé)"),
    ("picture-apart", "! [Cây đa](cay.jpg)", "![Cây đa](cay.jpg)"),
    ("picture-apart", "- Xem !  [Cây đa](anh/cay.JPG \"Chú\")", "- Xem ![Cây đa](anh/cay.JPG \"Chú\")"),
    ("link-title-quotes", "[Xem](a.md “Tiêu đề”)", "[Xem](a.md \"Tiêu đề\")"),
    ("link-title-quotes", "![Cây](cay.jpg ”Cây đa”) nhé", "![Cây](cay.jpg \"Cây đa\") nhé"),
    ("task-not-made", "- [] việc\n- [ ] việc", "- [ ] việc\n- [ ] việc"),
    ("task-not-made", "- [x]việc", "- [x] việc"), ("task-not-made", "1. [ ]**Đậm**", "1. [ ] **Đậm**"),
    ("alert-mark-missing", "> [CẢNH BÁO]\n> chữ", "> [!CẢNH BÁO]\n> chữ"),
    ("alert-mark-missing", "> [note]\n> chữ", "> [!note]\n> chữ"),
  ]

  @Test(arguments: broken) func tellsAndMends(_ code: String, _ broken: String, _ sound: String) {
    #expect(codes(in: broken) == [code])
    #expect(codes(in: sound) == [])
    #expect(mend(broken) == sound)
    #expect(mend(sound) == sound)
  }

  /// Only a person can tell what was meant.
  @Test(arguments: [
    ("broken-emphasis", "Đây là **chữ đậm không đóng."), ("broken-emphasis", "**Đoạn một.\n\nĐoạn hai.**"),
    ("broken-emphasis", "| **a | b |\n|---|---|\n| c | d |"),
    ("foreign-shortcode", "{{< figure src=\"a.jpg\" >}}"),
    ("foreign-shortcode", "{{% notice %}} Chữ {{% /notice %}}"),
    ("foreign-shortcode", "Trước {% include x.html %} sau"),
    ("footnote-missing", "Một[^1] và hai[^2].\n\n[^1]: Lời."),
    ("footnote-missing", "| Số[^a1] |\n|---|\n| 1 |"),
    ("alert-mark-missing", "[!CẢNH BÁO]\nchữ"), ("alert-mark-missing", "[!NOTE]"),
  ])
  func tells(_ code: String, _ broken: String) {
    #expect(codes(in: broken) == [code])
    #expect(mend(broken) == broken)
  }

  @Test(arguments: [
    "**đậm** *nghiêng* ***cả hai*** __đậm__ _nghiêng_ ~~bỏ~~ a**b**c **a *b* c** *a **b** c*",
    "`** đậm **` và ``[x] (a.md) ** b`` và \\*\\* đậm \\*\\* và \\[x] (a.md)",
    "```\n** đậm ** **mở\n{{< x >}}\n![x](cay da.jpg)\n[!NOTE]\n```", "    ** đậm ** {% x %}",
    "2 ** 3 ** 4, 5 * 6 * 7, a * b * c", "Ngày __ tháng __ năm 20__, họ tên ____ tuổi __.",
    "Giá 100* và 200* đồng; giá** và thuế** (**) là tạm tính", "* mục\n* mục hai *\n", "***\n\n* * *\n\n**",
    "snake_case và __init__.py",
    "[x](a.md \"Tiêu đề\") [x](a.md 'Một') [x](a.md (Hai)) [x](<a b.md> \"c\") [x](a%20b.md) ![x]( a.jpg )",
    "[họ tên](viết hoa) [x](theo Điều 5.) [x](tp. Huế)",
    "[chữ] (nghĩa là thế) [1] (https://a.example/) [^1] (a.md)\n\n[^1]: Lời.",
    "Một[^Nguon], `[^2]`, \\[^3], [^a-z], [^] và [^hai chữ].\n\n[^nguon]: Lời.",
    "> Một[^1].\n>\n> [^1]: Lời.",
    "Chú ý! [Cây](cay.jpg), ! [xem](a.md)", "[] chữ, [x]chữ", "- [x](a.md)\n- [x]: a\n- [ ] a\n- []",
    "[a](viết “hoa”)",
    "[nhãn] (https://a.example/)\n\n[nhãn]: https://b.example/",
    "[a][b] (https://a.example/) [a](b.md) (https://a.example/)",
    "(chữ)[1], (chữ)[ghi chú], f()[a.md], (a)[b.md](c.md), (a (b) c)[d.md], [] (https://a.example/)",
    "{{ x }} { % x } {{< mở",
    "[x]: a.md\n- [x] (a.md)\n- [ ] (a.md)",
    "> [!CẢNH BÁO]\n> chữ", "> [cảnh báo] chữ\n", "[CẢNH BÁO]", "> [NOTE]\n\n[note]: https://a.example/",
    "**[x](a.md)** **`x`** **<https://a.example/>** **https://a.example/** **“a”**, (**a**)",
    "**dòng một\ndòng hai** và *ba\nbốn*", "> **a\n> b**", "- **a:** b\n- **c:** d", "**a*",
    "Xem *.md và **/*.md",
  ])
  func leavesAlone(_ text: String) {
    #expect(codes(in: text) == [])
    #expect(mend(text) == (text.hasSuffix("\n") ? String(text.dropLast()) : text))
  }

  @Test func namesTheFileThatIsMeant() async throws {
    let project = try TemporaryProject()
    try project.write(CheckFileTests.png(width: 640), to: "content/trang/cay da.png")
    try project.page("![Cây](trang/cay da.png) ![Cây](trang/cay  da.png)")
    let report = await project.check()
    #expect(
      report.codes
        == ["address-with-blanks", "address-with-blanks"])
    #expect(
      report.diagnostics.map { $0.problem.report.en.remedy }.contains {
        $0.hasPrefix("did you mean the file “trang/cay da.png”?")
      })
    // What `fix` writes is a picture.
    try project.page("![Cây](<trang/cay da.png>)")
    #expect(await project.check().codes == [])
  }

  /// A minute for the worst input would be a way to stop the server that publishes.
  @Test(
    .slow,
    arguments: [
      "**a ", "[", "[a] (", "(a)[", "{%", "{{<", "_a *", "**", "![x](a b", "|**", "[^a]", "- []\n",
    ])
  func isLinear(_ piece: String) {
    let text = String(repeating: piece, count: 200_000 / piece.utf8.count)
    let clock = ContinuousClock()
    #expect(clock.measure { _ = markupSlips(in: Prose(markdown: Array(text.utf8))) } < .seconds(5))
  }

  /// Each round of mending reads the whole text: what is nested must not take one each.
  @Test(.slow) func mendsNestedMarksInFewRounds() {
    let text = String(repeating: "(a ", count: 2_000) + String(repeating: ")[b.md]", count: 2_000)
    let clock = ContinuousClock()
    #expect(clock.measure { _ = mend(text) } < .seconds(5))
    let labels = String(repeating: "[a ", count: 20_000) + String(repeating: "] (b.md)", count: 20_000)
    #expect(clock.measure { _ = mend(labels) } < .seconds(5))
  }

  private func codes(in text: String) -> [String] {
    let codes = [
      "address-with-blanks", "broken-emphasis", "link-apart", "link-reversed", "foreign-shortcode",
      "alert-mark-missing", "picture-apart", "link-title-quotes", "footnote-missing", "task-not-made",
    ]
    return textProblems(in: Array("---\ntitle: Trang\n---\n\n\(text)\n".utf8), at: "content/x.md")
      .map(\.problem.code).filter(codes.contains)
  }

  private func mend(_ text: String) -> String {
    let head = "---\ntitle: Trang\n---\n\n"
    let whole = mended(Array((head + text + "\n").utf8), as: .markdown, movesTones: false)
    var result = String(decoding: whole.dropFirst(head.utf8.count), as: UTF8.self)
    while result.last == "\n" { result.removeLast() }
    return result
  }
}
