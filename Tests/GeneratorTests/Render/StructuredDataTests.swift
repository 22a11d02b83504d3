import Foundation
import Testing

@testable import Files
@testable import Generator

/// What pages tell search engines, read back by a JSON parser that is not ours.
@Suite struct StructuredDataTests {
  typealias Thing = [String: Any]

  static func project(unit: String = "phone: 024 0000 0000") throws -> TemporaryProject {
    let project = try TemporaryProject()
    let portal = """
      name: Mẫu
      title: Vùng xanh Mẫu
      theme: plain
      url: https://mau.example/vx/
      body: UBND phường “Mẫu”
      parent_body: UBND quận Mẫu
      responsible: CẦN ĐIỀN – họ tên
      address: CẦN ĐIỀN – địa chỉ
      email: CẦN ĐIỀN – hộp thư
      \(unit)

      """
    try project.write(portal, to: "content/site.yaml")
    try project.write("{{{structured_data}}}", to: "themes/plain/layouts/page.mustache")
    try project.write("{{{structured_data}}}", to: "themes/plain/layouts/book.mustache")
    return project
  }

  /// The things of a page's graph.
  static func graph(_ project: TemporaryProject, _ path: String) throws -> [Thing] {
    let bytes = try #require(project.published["main/" + path], "\(path)")
    for forbidden in ["<", ">", "&"] { #expect(!String(decoding: bytes, as: UTF8.self).contains(forbidden)) }
    let document = try #require(try JSONSerialization.jsonObject(with: bytes) as? Thing)
    #expect(document["@context"] as? String == "https://schema.org")
    return try #require(document["@graph"] as? [Thing])
  }

  static func thing(_ type: String, in graph: [Thing]) throws -> Thing {
    let found = graph.filter { $0["@type"] as? String == type }
    #expect(found.count == 1, "\(type)")
    return try #require(found.first, "\(type)")
  }

  static func types(_ graph: [Thing]) -> [String] { graph.compactMap { $0["@type"] as? String } }

  @Test func namesTheBodyAndTheSite() async throws {
    let project = try Self.project()
    #expect(await project.build().errors == [])
    let graph = try Self.graph(project, "index.html")
    #expect(Self.types(graph) == ["Organization", "WebSite"])
    let body = graph[0]
    #expect(body["name"] as? String == "UBND phường “Mẫu”")
    #expect(body["url"] as? String == "https://mau.example/vx/")
    #expect((body["parentOrganization"] as? Thing)?["name"] as? String == "UBND quận Mẫu")
    #expect(body["telephone"] as? String == "024 0000 0000")
    #expect(body["address"] == nil && body["email"] == nil, "they are still to be filled in")
    let site = graph[1]
    #expect(site["name"] as? String == "Vùng xanh Mẫu")
    #expect(site["inLanguage"] as? String == "vi")
    #expect((site["publisher"] as? Thing)?["@id"] as? String == body["@id"] as? String)
    #expect(Self.types(try Self.graph(project, "404.html")).count == 2)
  }

  @Test(arguments: [
    ("ward", "GovernmentOrganization"), ("school", "School"), ("union", "Organization"),
  ])
  func saysWhatKindOfBodyItIs(_ kind: String, _ type: String) async throws {
    let project = try Self.project(unit: "kind: \(kind)\nphone: CẦN ĐIỀN – số")
    #expect(await project.build().errors == [])
    let body = try Self.graph(project, "index.html")[0]
    #expect(body["@type"] as? String == type)
    #expect(body["telephone"] == nil)
  }

  @Test func describesAnArticle() async throws {
    let project = try Self.project()
    let page = """
      ---
      title: 'A "b" \\ </script> & c'
      description: "Hai\\u2028dòng\\tvà chuông"
      date: 2026-01-02
      updated: 2026-02-03
      owner: Phòng A
      author: Chị B
      image: { src: hinh.svg, alt: Hình }
      ---

      Chữ.

      """
    try project.write("---\ntitle: Mục\n---\n", to: "content/muc/_index.md")
    try project.write(page, to: "content/muc/trang.md")
    try project.write("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", to: "content/muc/hinh.svg")
    #expect(await project.build().errors == [])
    let graph = try Self.graph(project, "muc/trang.html")
    let article = try Self.thing("Article", in: graph)
    #expect(article["headline"] as? String == "A \"b\" \\ </script> & c")
    let description = try #require(article["description"] as? String)
    #expect(description == "Hai\u{2028}dòng\tvà chuông")
    #expect(article["url"] as? String == "https://mau.example/vx/muc/trang.html")
    #expect(article["datePublished"] as? String == "2026-01-02")
    #expect(article["dateModified"] as? String == "2026-02-03")
    #expect((article["author"] as? Thing)?["name"] as? String == "Phòng A")
    #expect(article["creditText"] as? String == "Chị B")
    #expect(article["image"] as? String == "https://mau.example/vx/muc/hinh.svg")
    let crumbs = try #require(
      try Self.thing("BreadcrumbList", in: graph)["itemListElement"] as? [Thing])
    #expect(crumbs.compactMap { $0["position"] as? Int } == [1, 2, 3])
    #expect(
      crumbs.compactMap { $0["item"] as? String } == [
        "https://mau.example/vx/", "https://mau.example/vx/muc.html",
        "https://mau.example/vx/muc/trang.html",
      ])
    #expect(crumbs.compactMap { $0["name"] as? String }.prefix(2) == ["Trang chủ", "Mục"])
    #expect(Self.types(try Self.graph(project, "muc.html")).last == "CollectionPage")
    #expect(Self.types(try Self.graph(project, "so-do-trang.html")).last == "CollectionPage")
  }

  @Test func describesABook() async throws {
    let project = try Self.project()
    try project.write("---\ntitle: Sổ tay\ntype: handbook\n---\n", to: "content/so-tay/_index.md")
    try project.write("---\ntitle: Một\n---\n", to: "content/so-tay/mot.md")
    #expect(await project.build().errors == [])
    for path in ["so-tay.html", "so-tay/ca-cuon.html"] {
      let book = try Self.thing("Book", in: try Self.graph(project, path))
      #expect(book["name"] as? String == "Sổ tay")
      #expect(book["url"] as? String == "https://mau.example/vx/so-tay.html")
    }
    let chapter = try Self.thing("Article", in: try Self.graph(project, "so-tay/mot.html"))
    let book = try #require(chapter["isPartOf"] as? Thing)
    #expect(book["@type"] as? String == "Book")
    #expect(book["url"] as? String == "https://mau.example/vx/so-tay.html")
  }

  @Test func answersQuestions() async throws {
    let project = try Self.project()
    let text = """
      ---
      title: Hỏi đáp
      ---

      Lời đầu.

      ## Ai gọi `111`?

      Mọi người, "ai" cũng được[^a].

      ### Có mất tiền không?

      - Không & không.

      ## Chuyện khác

      Không hỏi gì.

      ## Gọi *lúc nào*?

      Lúc nào cũng được.

      ## Trống?

      [^a]: Ghi chú.

      """
    try project.write(text, to: "content/hoi-dap.md")
    try project.write("---\ntitle: Một câu\n---\n\n## Gì?\n\nĐấy.\n\n## Hết\n", to: "content/mot-cau.md")
    #expect(await project.build().errors == [])
    let page = try Self.thing("FAQPage", in: try Self.graph(project, "hoi-dap.html"))
    let questions = try #require(page["mainEntity"] as? [Thing])
    #expect(questions.compactMap { $0["name"] as? String } == ["Ai gọi 111?", "Gọi lúc nào?"])
    #expect(
      questions.compactMap { ($0["acceptedAnswer"] as? Thing)?["text"] as? String } == [
        "Mọi người, \"ai\" cũng được.\nCó mất tiền không?\nKhông & không.", "Lúc nào cũng được.",
      ])
    #expect(!Self.types(try Self.graph(project, "mot-cau.html")).contains("FAQPage"))
  }
}
