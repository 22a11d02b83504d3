import Foundation
import Testing

@testable import Files
@testable import Generator

/// A whole handbook on one page.
@Suite struct BookTests {
  static let layout = """
    {{kind}}|{{canonical}}|{{page.whole_book_href}}
    {{#breadcrumbs}}<{{href}}>{{/breadcrumbs}}
    {{{page.content}}}
    {{#book_chapters}}
    <section id="{{id}}"><a href="{{href}}">{{number}}. {{title}}</a>
    {{{content}}}
    </section>
    {{/book_chapters}}

    """

  static func project(withLayout: Bool = true) throws -> TemporaryProject {
    let project = try TemporaryProject()
    if withLayout { try project.write(layout, to: "themes/plain/layouts/book.mustache") }
    let page = "{{canonical}}|{{#page}}{{whole_book_href}}\n{{{content}}}{{/page}}"
    try project.write(page, to: "themes/plain/layouts/page.mustache")
    try project.write(
      "---\ntitle: Cẩm nang\npaginate: 1\n---\n\n![Ảnh](x/hinh.svg)\n", to: "content/cam-nang/_index.md")
    try project.write("---\ntitle: Ngoài\n---\n\n## Đâu đó\n", to: "content/cam-nang/ngoai.md")
    try project.write("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", to: "content/cam-nang/x/hinh.svg")
    try project.write(
      "---\ntitle: Sổ tay\ntype: handbook\n---\n\n## Mở\n\n![Ảnh](hinh.svg) [Hai](hai.md)\n",
      to: "content/cam-nang/x/_index.md")
    let one = """
      ---
      title: Một
      weight: 1
      ---

      # Đầu
      ## Mở
      ### Ba
      ##### Năm
      ###### Sáu
      Xem [mở](#mo), [hai](hai.md), [hai, mục](hai.md#mo), [mình](mot.md#ba), [sách](_index.md), [ngoài](../ngoai.md#dau-do),
      [tệp](hinh.svg), [web](https://vd.vn/?a=1&b=2#x), [gọi](tel:111). Ghi chú[^a], `id="x"`, <https://vd.vn/a>.

      ![Ảnh "có" ngoặc](hinh.svg "Chú <thích>")

      [^a]: Nội dung.

      """
    try project.write(one, to: "content/cam-nang/x/mot.md")
    try project.write(
      "---\ntitle: Hai\nweight: 2\n---\n\n## Mở\n\n[Một](mot.md#ba)\n", to: "content/cam-nang/x/hai.md")
    return project
  }

  static func text(_ project: TemporaryProject, _ path: String) throws -> String {
    String(decoding: try #require(project.published["main/" + path]), as: UTF8.self)
  }

  @Test func holdsEveryChapter() async throws {
    let project = try Self.project()
    #expect(await project.build().errors == [])
    let book = try Self.text(project, "cam-nang/x/ca-cuon.html")
    #expect(
      book.hasPrefix("book|https://mau.example/cam-nang/x.html|../../cam-nang/x/ca-cuon.html\n"))
    #expect(book.contains("<../../index.html><../../cam-nang.html><../../cam-nang/x.html>"))
    let ids = book.matches(of: #/ id="([^"]*)"/#).map(\.1)
    #expect(Set(ids).count == ids.count)
    for id in ["mo", "chuong_1", "chuong_1_mo", "chuong_1_ba", "chuong_1_chu-thich_1", "chuong_2_mo"] {
      #expect(ids.contains(Substring(id)), "\(id)")
    }
    for link in book.matches(of: #/ href="#([^"]*)"/#) { #expect(ids.contains(link.1), "\(link.1)") }
  }

  @Test func lowersHeadings() async throws {
    let project = try Self.project()
    _ = await project.build()
    let chapter = try Self.text(project, "cam-nang/x/ca-cuon.html").split(
      separator: "<section id=\"chuong_1\"")[1]
    for (level, id) in [(3, "dau"), (3, "mo"), (4, "ba"), (6, "nam"), (6, "sau")] {
      let link = "<a class=\"heading-anchor\" href=\"#chuong_1_\(id)\">"
      #expect(chapter.contains("<h\(level) id=\"chuong_1_\(id)\">\(link)"), "\(id)")
    }
    #expect(!chapter.contains("<h2") && !chapter.contains("</h2>"))
    #expect(chapter.matches(of: #/<h6/#).count == chapter.matches(of: #/</h6>/#).count)
  }

  @Test func leadsLinksWithinTheBook() async throws {
    let project = try Self.project()
    _ = await project.build()
    let book = try Self.text(project, "cam-nang/x/ca-cuon.html")
    for link in [
      "<a href=\"#chuong_1_mo\">mở</a>", "<a href=\"#chuong_2\">hai</a>",
      "<a href=\"#chuong_2_mo\">hai, mục</a>",
      "<a href=\"#chuong_2\">Hai</a>", "<a href=\"#chuong_1_ba\">mình</a>",
      "<a href=\"#chuong_1_ba\">Một</a>",
      "<a href=\"../../cam-nang/x.html\">sách</a>", "<a href=\"../../cam-nang/ngoai.html#dau-do\">ngoài</a>",
      "href=\"https://vd.vn/?a=1&amp;b=2#x\"", "<a href=\"tel:111\">gọi</a>", "<code>id=&quot;x&quot;</code>",
    ] {
      #expect(book.contains(link), "\(link)")
    }
  }

  /// Files are named from a page's own place: a chapter's is the book's too, the handbook's own is one folder up.
  @Test func namesFilesFromItsOwnPlace() async throws {
    let project = try Self.project()
    _ = await project.build()
    let chapter = try Self.text(project, "cam-nang/x/mot.html")
    let book = try Self.text(project, "cam-nang/x/ca-cuon.html")
    for text in [chapter, book] {
      #expect(
        text.contains("<figure><img src=\"../../cam-nang/x/hinh.svg\" alt=\"Ảnh &quot;có&quot; ngoặc\""))
      #expect(text.contains("<a href=\"../../cam-nang/x/hinh.svg\">tệp</a>"))
    }
    #expect(try Self.text(project, "cam-nang/x.html").contains("<img src=\"../cam-nang/x/hinh.svg\""))
    #expect(book.contains("<p><img src=\"../../cam-nang/x/hinh.svg\""))
    // So is a section's on the further pages of its list.
    #expect(try Self.text(project, "cam-nang.html").contains("src=\"cam-nang/x/hinh.svg\""))
    #expect(try Self.text(project, "cam-nang/trang-2.html").contains("src=\"../cam-nang/x/hinh.svg\""))
  }

  /// A chapter in a folder whose own page is a draft stands one folder deeper than the book.
  @Test func isLinkedButNotListed() async throws {
    let project = try Self.project()
    _ = await project.build()
    #expect(try Self.text(project, "cam-nang/x.html").contains("|../cam-nang/x/ca-cuon.html"))
    #expect(try Self.text(project, "cam-nang/x/mot.html").contains("|../../cam-nang/x/ca-cuon.html"))
    #expect(try Self.text(project, "cam-nang.html").contains("|\n"))
    #expect(try !Self.text(project, "sitemap.xml").contains("ca-cuon"))
    #expect(try !Self.text(project, "so-do-trang.html").contains("ca-cuon"))
  }

  @Test func hasANameInThePortalsLanguage() async throws {
    let project = try Self.project()
    let portal = "name: A\ntheme: plain\nlanguage: en\nurl: https://a.example/\nbody: B\nresponsible: C\n"
    try project.write(portal + "address: D\nphone: 111\nemail: f@example.org\n", to: "content/site.yaml")
    #expect(await project.build().errors == [])
    #expect(project.published["main/cam-nang/x/whole-book.html"] != nil)
    #expect(try Self.text(project, "cam-nang/x.html").contains("|../cam-nang/x/whole-book.html"))
  }

  @Test func isLeftOutByAThemeWithoutALayoutForIt() async throws {
    let project = try Self.project(withLayout: false)
    #expect(await project.build().errors == [])
    #expect(project.published["main/cam-nang/x/ca-cuon.html"] == nil)
    #expect(try Self.text(project, "cam-nang/x.html").contains("|\n"))
  }

  @Test func doesNotTakeAChaptersAddress() async throws {
    let project = try Self.project()
    try project.write("---\ntitle: Cả cuốn\n---\n", to: "content/cam-nang/x/ca-cuon.md")
    #expect(await project.build().errors == ["same-route"])
  }
}
