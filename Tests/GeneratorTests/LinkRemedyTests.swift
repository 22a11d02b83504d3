import Testing

@testable import Generator

/// What a wrong link is told: the page or file that is meant, and only one that is there.
@Suite struct LinkRemedyTests {
  private func project() throws -> TemporaryProject {
    let project = try TemporaryProject()
    try project.write("---\ntitle: Hướng dẫn\n---\n", to: "content/huong-dan/_index.md")
    try project.write("---\ntitle: Khóa\n---\n", to: "content/huong-dan/khoa-man-hinh.md")
    try project.write("---\ntitle: Mẹo\n---\n", to: "content/huong-dan/Mẹo hay.md")
    return project
  }

  /// The code and the remedy of what is wrong with one link of `huong-dan/x.md`.
  private func remedy(_ link: String, in project: TemporaryProject, image: Bool = false) async throws
    -> String
  {
    try project.write(
      "---\ntitle: X\n---\n\n\(image ? "!" : "")[X](<\(link)>)\n", to: "content/huong-dan/x.md")
    let found = await project.build().diagnostics.filter { $0.severity == .error }.map(\.problem.report)
    return found.map { "\($0.code): \($0.vi.remedy)" }.joined(separator: "\n")
  }

  @Test(arguments: [
    ("khoa-man-hinh.html", "link-missing-page: có phải “khoa-man-hinh.md”?"),
    ("/huong-dan/khoa-man-hinh.html", "link-missing-page: có phải “/huong-dan/khoa-man-hinh.md”?"),
    ("/main/huong-dan/khoa-man-hinh.html", "link-missing-page: có phải “/huong-dan/khoa-man-hinh.md”?"),
    ("meo-hay.html", "link-missing-page: có phải “/huong-dan/Mẹo hay.md”?"),
    ("../huong-dan.html", "link-missing-page: có phải “/huong-dan/_index.md”?"),
    ("khoa-man-hinj.html", "link-missing-page: có phải “khoa-man-hinh.md”?"),
    (
      "http://127.0.0.1:4000/main/huong-dan/khoa-man-hinh.html#b?c",
      "link-preview-address: viết /huong-dan/khoa-man-hinh.md"
    ),
    ("http://localhost:4000/main/huong-dan/meo-hay.html", "link-preview-address: viết /huong-dan/Mẹo hay.md"),
    ("http://127.0.0.1:4000/main/", "link-preview-address: viết /_index.md"),
    (
      "http://127.0.0.1:4000/main/khac.html",
      "link-preview-address: viết đường dẫn tới tệp .md của trang, hoặc địa chỉ https:// thật"
    ),
    ("tongdai111.vn", "link-without-https: viết https://tongdai111.vn"),
    ("www.hanoi.gov.vn/tin", "link-without-https: viết https://www.hanoi.gov.vn/tin"),
    ("file:///C:/Users/lan/a.docx", "link-own-disk: chép tệp vào cạnh bài rồi chỉ ghi tên tệp"),
    ("C:\\Users\\lan\\a.docx", "link-own-disk: chép tệp vào cạnh bài rồi chỉ ghi tên tệp"),
    ("D:/bai/a.docx", "link-own-disk: chép tệp vào cạnh bài rồi chỉ ghi tên tệp"),
    ("\\\\\\\\may\\chung\\a.docx", "link-own-disk: chép tệp vào cạnh bài rồi chỉ ghi tên tệp"),
    ("mau-don.doc", "link-missing-file: đặt tệp vào cạnh trang, hoặc sửa tên"),
  ])
  func aLinkIsToldWhatIsMeant(_ link: String, _ remedy: String) async throws {
    #expect(try await self.remedy(link, in: project()) == remedy)
  }

  @Test func aPictureOfTheOwnDiskIsNoOtherSite() async throws {
    let told = try await remedy("file:///C:/Users/lan/a.jpg", in: project(), image: true)
    #expect(told == "link-own-disk: chép tệp vào cạnh bài rồi chỉ ghi tên tệp")
  }

  @Test func aFileNamedLikeAHostIsAFile() async throws {
    let project = try project()
    try project.write("x", to: "content/huong-dan/mau.info")
    #expect(try await remedy("mau.info", in: project) == "")
  }

  /// A name that is nearly right is no remedy where nothing of that name lies.
  @Test func onlyWhatIsThereIsProposed() async throws {
    let project = try project()
    try project.write("---\ntitle: A\nrelated: [abcxyz]\n---\n", to: "content/a.md")
    try project.write("---\ntitle: B\nrelated: [huong-dan/khoa-man-hinh]\n---\n", to: "content/b.md")
    try project.write("---\ntitle: C\n---\n\n[c](khoa-man-hin.md) [d](tep/mau-dn.pdf)\n", to: "content/c.md")
    try project.write("x", to: "content/huong-dan/mau-don.pdf")
    let remedies = await project.build().diagnostics.filter { $0.severity == .error }.map(
      \.problem.report.vi.remedy)
    #expect(
      remedies == [
        "sửa đường dẫn tới tệp .md, tính từ thư mục của trang này", "có phải “huong-dan/khoa-man-hinh.md”?",
        "có phải “/huong-dan/khoa-man-hinh.md”?", "có phải “/huong-dan/mau-don.pdf”?",
      ])
  }

  @Test func aFullAddressOfTheProjectIsNamed() async throws {
    let project = try project()
    let links = ["huong-dan/khoa-man-hinh.html", "huong-dan/meo-hay", "", "khac.html"]
    try project.page(links.map { "[Xem trang ấy](https://mau.example/\($0))" }.joined(separator: "\n\n"))
    let remedies = await project.check().diagnostics.filter { $0.path == "content/trang.md" }
      .map(\.problem.report).filter { $0.code == "link-own-portal" }.map(\.vi.remedy)
    #expect(remedies == ["viết /huong-dan/khoa-man-hinh.md", "viết /huong-dan/Mẹo hay.md"])
  }
}
