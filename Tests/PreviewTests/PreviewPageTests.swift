import Markdown
import Diagnostics
import Testing

@testable import Files
@testable import Preview

@Suite struct PreviewPageTests {
  private func withClient(_ page: String) -> String {
    String(decoding: PreviewPage.withClient(Array(page.utf8), .vi, version: "1.2"), as: UTF8.self)
  }

  @Test func theClientStandsBeforeTheEndOfTheBody() {
    let page = withClient("<body><p>Chào</p></body></html>")
    #expect(page.hasPrefix("<body><p>Chào</p><script src=\"/_vungxanh/panel.js\">"))
    #expect(page.hasSuffix("data-version=\"1.2\"></script>\n</body></html>"))
  }

  @Test func aPageWithoutABodyHasItAtItsEnd() {
    #expect(withClient("").hasPrefix("<script"))
    #expect(withClient("<p>x</bod").hasPrefix("<p>x</bod<script"))
  }

  @Test func whatIsWrongIsEscaped() {
    var printer = Printer(language: .vi, usesColour: false) { _ in Array("<b>&\"</b>\n".utf8) }
    let problem = Diagnostic(
      MarkdownProblem.rawHTML(tag: "script"), in: "content/<x>.md", at: .text("<b>", fromLine: 1))
    let page = String(
      decoding: PreviewPage.broken([ShownProblem(problem, .vi, &printer)], .vi), as: UTF8.self)
    #expect(page.contains("&lt;b&gt;&amp;&quot;&lt;/b&gt;") && page.contains("content/&lt;x&gt;.md:1:1"))
    #expect(!page.contains("<b>") && !page.contains("<script>"))
  }

  @Test(arguments: [
    ("a/b.html", "text/html; charset=utf-8"), ("feed.xml", "application/xml; charset=utf-8"),
    ("a.JPG", "image/jpeg"), (".htaccess", "text/plain; charset=utf-8"), ("x", "application/octet-stream"),
    ("", "application/octet-stream"),
  ])
  func theEndingTellsTheType(path: String, type: String) {
    #expect(PreviewPage.mediaType(of: path) == type)
  }
}
