import ProblemCodes
import Testing

@testable import Checking
@testable import Fields
@testable import Files
@testable import Generator

/// A page that was kept is the page that was parsed, whatever it says of itself.
@Suite struct StoredPagesTests {
  /// Every field that a page may have, with a value that is none of the defaults.
  private static let fields = [
    "title: Trang đủ mọi dòng", "short_title: Đủ", "description: Một câu.", "tags: [mật khẩu]",
    "audience: em",
    "image: { src: anh.svg, alt: Cây đa }", "related: [khac.md]", "draft: true", "date: 2026-11-20",
    "updated: 2026-11-21", "publish_on: 2026-11-19", "expires: 2026-12-31", "owner: UBND phường Mẫu",
    "author: Ban biên tập", "source: [{ name: Sổ tay, url: \"https://a.example/\", date: 2026-01-02 }]",
    "approved_by: Phòng Mẫu", "approved_on: 2026-11-18", "review_by: 2027-05-01", "weight: 7",
    "portals: [main]", "slug: du-ca", "aliases: [/cu/trang.html]",
    "attachments: [{ file: mau.txt, title: Mẫu, date: 2026-02-03 }]", "quick_exit: true",
    "check_ignore: [{ rule: double-space, reason: để thử }]", "layout: page",
  ]

  private static let body = """
    ## Đề mục

    [Trang khác](khac.md#muc), [tệp](mau.txt), [nơi khác](https://b.example/), [111](tel:111). CẦN ĐIỀN – số

    ![Cây đa](anh.svg)
    """

  private func project() throws -> TemporaryProject {
    let project = try TemporaryProject()
    try project.write(
      TemporaryProject.portal + "audiences: [{ id: em, name: Trẻ em }]\n", to: "content/site.yaml")
    try project.write("<svg xmlns='http://www.w3.org/2000/svg' width='4' height='3'/>", to: "content/anh.svg")
    try project.write("Mẫu", to: "content/mau.txt")
    try project.write("---\ntitle: Khác\n---\n\n## Mục\n", to: "content/khac.md")
    let pages: [(name: String, own: [String])] = [
      ("page", ["type: page", "age: 6-10"]), ("guide", ["type: guide", "age: 16+"]), ("tip", ["type: tip"]),
      ("chapter", ["type: chapter"]),
      (
        "document",
        [
          "type: document", "number: 1/KH", "issuer: UBND phường Mẫu", "signed_by: Chủ tịch",
          "issued: 2026-01-01", "effective: 2026-01-02", "ended: 2026-12-01",
        ]
      ),
      ("section/_index", ["type: section", "pages: tip", "sort: title", "paginate: 9"]),
      ("handbook/_index", ["type: handbook", "sort: date", "paginate: 8"]),
      (
        "campaign/_index",
        ["type: campaign", "pages: guide", "sort: weight", "starts: 2026-11-01", "ends: 2026-11-30"]
      ),
    ]
    for (index, page) in pages.enumerated() {
      // Names of files are from the page's own folder, and two pages cannot have one address.
      let up = page.name.contains("/") ? "../" : ""
      let fields = Self.fields.map { line in
        line.replacing("khac.md", with: up + "khac.md").replacing("anh.svg", with: up + "anh.svg")
          .replacing("mau.txt", with: up + "mau.txt").replacing("trang.html", with: "trang-\(index).html")
      }
      let body = Self.body.replacing("(khac", with: "(\(up)khac").replacing("(mau", with: "(\(up)mau")
        .replacing("(anh", with: "(\(up)anh")
      try project.write(
        "---\n" + (page.own + fields).joined(separator: "\n") + "\n---\n\n" + body,
        to: "content/\(page.name).md")
    }
    return project
  }

  @Test func theSampleHasEveryField() {
    let keys = Set(Self.fields.map { String($0.prefix { $0 != ":" }) }).union(["type"])
    #expect(keys == Set(PageFields.common.schema.keys))
  }

  @Test func aPageComesBackAsItWas() async throws {
    let project = try project()
    let (first, _) = try await parse(project)
    let (second, _) = try await parse(project)
    // A page with which something is wrong is not kept.
    #expect(first.problems.map(\.problem.code) == [])
    #expect(first.pages.count == 10 && second.pages.count == 10)
    for (made, kept) in zip(first.pages.compactMap(\.page), second.pages.compactMap(\.page)) {
      #expect(Self.shown(made) == Self.shown(kept), "\(made.path)")
      #expect(made.body.html == kept.body.html, "\(made.path)")
      // Else this would compare a page with itself.
      var text = ""
      dump(kept.body, to: &text)
      #expect(text.contains("elsewhere"), "\(kept.path)")
    }
    let body = try #require(second.pages.compactMap(\.page).first { $0.path == "content/page.md" }).body
    #expect(body.uses.count == 5 && body.slots.count == 1)
  }

  /// Whoever looks at pages sees the same of one that was not parsed anew.
  @Test func aKeptPageIsLookedAtAsWell() async throws {
    let project = try project()
    let (_, first) = try await parse(project)
    let (_, second) = try await parse(project)
    #expect(first.count == 10 && first.allSatisfy { !$0.isEmpty })
    #expect(first == second)
  }

  /// What was parsed, and what a look at each page keeps; taken from the cache, and put into it.
  private func parse(_ project: TemporaryProject) async throws -> (ParsedTree, [[String]]) {
    var options = BuildOptions(
      project: project.root,
      publication: PublicationRules(today: TemporaryProject.today, includesDrafts: true),
      workers: 2, rules: .all)
    options.cache = BuildCache(in: project.root + "/kept", of: project.root)
    var run = Run(options)
    let discovered = run.discover()
    let sources = try #require(discovered)
    let (parsed, found) = await run.parse(
      sources,
      lookingAtEachWith: { read -> [String]? in
        [read.page.path] + read.outline.headings.map(\.text) + read.outline.links.map(\.destination)
      })
    var held = HeldBack(options)
    run.keep(parsed, &held)
    return (parsed, found.values.map { $0 ?? [] })
  }

  /// All that is stored of a page but its text, whatever fields it may have one day.
  private static func shown(_ page: Page) -> String {
    var text = ""
    dump(page.header, to: &text)
    dump(page.details, to: &text)
    dump(page.body.uses, to: &text)
    dump(page.body.slots, to: &text)
    dump(page.body.headings, to: &text)
    dump(page.placeholders, to: &text)
    return text
  }
}
