import Diagnostics
import Foundation
import ProblemCodes
import Testing

@testable import Checking
@testable import Files
@testable import Generator
@testable import Starting

/// What seldom goes wrong, each with a project in which it does.
@Suite struct RareRefusalTests {
  private let project: TemporaryProject

  init() throws { project = try TemporaryProject() }

  private func refusals() async -> [String] {
    await project.build().diagnostics.filter { $0.severity != .note }.map {
      "\($0.path): \($0.problem.code)"
    }
  }

  @Test func twoFilesOfOnePage() async throws {
    try project.write("---\ntitle: A\n---\n", to: "content/a.md")
    try project.write("---\ntitle: A\n---\n", to: "content/a/index.md")
    #expect(await project.build().errors == ["same-page"])
  }

  @Test func aPageInTheFolderOfAPage() async throws {
    try project.write("---\ntitle: A\n---\n", to: "content/a/index.md")
    try project.write("---\ntitle: B\n---\n", to: "content/a/b.md")
    #expect(await refusals() == ["content/a/b.md: page-inside-page"])
  }

  @Test func aFolderWithoutItsSection() async throws {
    try project.write("---\ntitle: B\n---\n", to: "content/a/b.md")
    #expect(await refusals() == ["content/a/b.md: missing-section"])
    try project.write("---\ntitle: A\n---\n", to: "content/a/_index.md")
    #expect(await refusals() == [])
  }

  @Test func textOfAnOldEncoding() async throws {
    try project.write("---\ntitle: A\n---\n\nB¶o vÖ trÎ em\n", to: "content/a.md")
    #expect(await refusals() == ["content/a.md: legacy-text"])
  }

  @Test func twoDocumentsInOneFile() async throws {
    try project.write(TemporaryProject.portal + "---\nname: B\n", to: "content/site.yaml")
    #expect(await refusals() == ["content/site.yaml: yaml-several-documents"])
  }

  @Test func aThemeWithoutALayout() async throws {
    try project.remove("themes/plain/layouts/page.mustache")
    #expect(await refusals().contains("themes/plain: missing-layout"))
  }

  @Test func aLayoutAndAPartialOfOneName() async throws {
    try project.write("x", to: "themes/plain/partials/page.mustache")
    #expect(await refusals().contains("themes/plain/partials/page.mustache: same-template-name"))
  }

  @Test func aValueThatIsStillToBeFilledIn() async throws {
    try project.write(
      TemporaryProject.portal.replacing("024 0000 0000", with: "CẦN ĐIỀN – số điện thoại"),
      to: "content/site.yaml")
    let notes = await project.build().diagnostics.filter { $0.path == "content/site.yaml" }
    #expect(notes.map(\.problem.code) == ["to-fill-in"])
  }

  @Test func aFileThatAnEditorLeftBehind() async throws {
    try project.write("x", to: "content/~$bai.docx")
    #expect(await project.check().codes == ["file-leftover"])
  }

  @Test func aLayoutThatTheThemeDoesNotHave() async throws {
    try project.page(fields: "layout: rong")
    #expect(await refusals() == ["content/trang.md: unknown-layout"])
  }

  @Test(arguments: [
    ("nguoi.docx", "attachment-names-people"), ("nguoi.odt", "attachment-names-people"),
    ("nguoi.pdf", "attachment-names-people"), ("sua.docx", "attachment-review-left"),
  ])
  func aDocumentThatTellsMoreThanItsText(name: String, code: String) async throws {
    let data = TemporaryProject.sites + "/../DocumentsTests/Data/" + name
    try project.write(Array(Data(contentsOf: URL(filePath: data))), to: "content/" + name)
    try project.page("[Tải về](\(name))")
    #expect(await project.check().codes.contains(code))
  }

  @Test func aThemeWithoutArchetypesAndNoOtherAtHand() throws {
    let project = try NewProject()
    try project.remove("themes/vung-xanh/archetypes/guide.md")
    let order = project.order(.guide, "Gọi số nào", section: "huong-dan")
    #expect(throws: StartFailure.self) { try make(order, in: project.outline, home: nil) }
    do { _ = try make(order, in: project.outline, home: nil) } catch {
      #expect((error as? StartFailure)?.diagnostics.map(\.problem.code) == ["missing-archetype"])
    }
  }

  @Test func aTypeThatThereIsNot() throws {
    guard case .failure(let failure) = NewType.named("thơ") else {
      Issue.record("there is a type thơ")
      return
    }
    #expect(failure.diagnostics.map(\.problem.code) == ["unknown-page-type"])
  }
}

/// The types of page by the names that editors know.
@Suite struct NewTypeNameTests {
  @Test(arguments: [
    ("guide", NewType.guide), ("huong-dan", .guide), ("hướng dẫn", .guide), ("Hướng dẫn", .guide),
    ("meo", .tip), ("mẹo", .tip), ("tip", .tip), ("tin", .news), ("tin-tuc", .news), ("tin tức", .news),
    ("su-kien", .event), ("sự kiện", .event), ("trang", .page), ("tai-lieu", .document),
    ("văn bản", .document), ("van-ban", .document), ("chuyên mục", .section), ("cam-nang", .handbook),
    ("cẩm nang", .handbook), ("chương", .chapter), ("chien-dich", .campaign), ("cổng", .portal),
  ])
  func aTypeIsKnownByItsVietnameseNames(name: String, type: NewType) throws {
    #expect(try NewType.named(name).get() == type)
  }

  @Test func everyTypeHasANameOfItsOwn() {
    #expect(Set(NewType.allCases.map(\.vietnameseName)).count == NewType.allCases.count)
  }
}
