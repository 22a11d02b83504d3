import Testing

@Suite struct RawHTMLTests {
  @Test(arguments: [
    ("<div class=\"x\">\na\n</div>", ["error raw-html 1 <div class=\"x\">"]),
    ("a <b>b</b> c", ["error raw-html 1 <b>"]),
    ("Một\nhai<br>ba", ["error raw-html 2 <br>"]),
    ("- x\n\n  <TABLE>\n", ["error raw-html 3 <TABLE>"]),
    ("a </b> c </b>", ["error raw-html 1 </b>"]),
    ("<b>a</b> <i>c</i>", ["error raw-html 1 <b>", "error raw-html 1 <i>"]),
    ("<script>\nalert(1)\n</script>", ["error raw-html 1 <script>"]),
    ("## <u>a</u>", ["error raw-html 1 <u>"]), ("| <u>a</u> |\n| - |", ["error raw-html 1 <u>"]),
    ("![a <b>c</b>](d.png)", ["error raw-html 1 <b>"]),
    ("<!DOCTYPE html>", ["error raw-html 1 <!DOCTYPE html>"]),
    ("<?php echo 1 ?>", ["error raw-html 1 <?php echo 1 ?>"]),
    ("<!-- ghi chú --> chữ", ["error raw-html 1 <!-- ghi chú --> chữ"]),
    ("<!-- ghi chú --> <b>", ["error raw-html 1 <!-- ghi chú --> <b>"]),
    ("<!-- không đóng\n\nchữ", ["error raw-html 1 <!-- không đóng"]),
  ])
  func isRefused(_ text: String, _ expected: [String]) {
    let parsed = Parsed(text)
    #expect(parsed.problems == expected)
    #expect(parsed.html?.contains("<script") == false)
  }

  @Test(arguments: [
    ("<!-- ghi chú -->", ""), ("<!-- một\n\nhai -->\n\nchữ", "<p>chữ</p>"), ("a <!-- b --> c", "<p>a  c</p>"),
    ("  <!-- a --> <!-- b -->", ""), ("- <!-- a -->\n- b", "<ul><li></li><li>b</li></ul>"),
  ])
  func commentsAreLeftOut(_ text: String, _ expected: String) {
    let parsed = Parsed(text)
    #expect(parsed.html == expected)
    #expect(parsed.problems == [])
    #expect(parsed.html?.contains("<!--") == false)
    #expect(parsed.plainText?.contains("--") == false)
  }

  @Test(arguments: [
    "a < b", "1 <2", "`<b>`", "```\n<div>\n```", "\\<b>", "<https://x.vn>", "<a@b.vn>", "&lt;b&gt;", "a <3",
  ])
  func otherAngleBracketsAreFine(_ text: String) {
    let parsed = Parsed(text)
    #expect(parsed.problems == [])
    #expect(parsed.html?.contains("omitted") == false)
  }

  @Test(arguments: [
    ("<b>", "viết **chữ đậm**"), ("<A href='x'>", "viết [chữ hiện ra](địa chỉ)"), ("<h3>", "viết ## Đề mục"),
    ("<span>", "bỏ thẻ, chỉ viết chữ; hình thức do giao diện lo"),
    ("<iframe src='x'>", "bỏ thẻ và viết bằng Markdown; muốn hiện dấu < thì viết \\<"),
    ("</b>", "viết **chữ đậm**"),
    ("<!-- b --> x", "bỏ thẻ và viết bằng Markdown; muốn hiện dấu < thì viết \\<"),
  ])
  func remedyFitsTheTag(_ tag: String, _ remedy: String) {
    #expect(Parsed(tag).remedies == [remedy])
  }
}
