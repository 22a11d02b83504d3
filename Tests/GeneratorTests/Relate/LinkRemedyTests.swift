import ProblemCodes
import Testing

@testable import Checking
@testable import Generator

/// What a wrong link is told: the page or file that is meant, and only one that is there.
@Suite struct LinkRemedyTests {
  private func project() throws -> TemporaryProject {
    let project = try TemporaryProject()
    try project.write("---\ntitle: Hướng dẫn\n---\n", to: "content/huong-dan/_index.md")
    try project.write(
      "---\ntitle: Giữ tài khoản an toàn\naliases: [huong-dan/mat-khau]\n---\n",
      to: "content/huong-dan/bao-ve-tai-khoan.md")
    try project.write("---\ntitle: Khóa\n---\n\n## Các bước\n", to: "content/huong-dan/khoa-man-hinh.md")
    try project.write("---\ntitle: Mẹo\n---\n", to: "content/huong-dan/Mẹo hay.md")
    return project
  }

  private static let pageRemedy = "sửa đường dẫn tới tệp .md, tính từ thư mục của trang này"
  private static let emptyRemedy =
    "viết vào giữa hai dấu ngoặc tròn nơi cần tới: tên tệp .md, địa chỉ https://, hay tel: kèm số máy"

  /// The code and the remedy of what is wrong with one link of `huong-dan/x.md`.
  private func remedy(_ link: String, in project: TemporaryProject, image: Bool = false) async throws
    -> String
  {
    try project.write(
      "---\ntitle: X\n---\n\n\(image ? "!" : "")[X](<\(link)>)\n", to: "content/huong-dan/x.md")
    let found = await project.build().diagnostics.filter { $0.severity == .error }.map(\.problem.met)
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
    (
      "file:///home/lan/phuong/site/main/huong-dan/khoa-man-hinh.html",
      "link-own-disk: viết /huong-dan/khoa-man-hinh.md"
    ),
    (
      "C:\\Users\\lan\\site\\main\\huong-dan\\meo-hay.html", "link-own-disk: viết /huong-dan/Mẹo hay.md"
    ),
    ("C:\\Users\\lan\\a.docx", "link-own-disk: chép tệp vào cạnh bài rồi chỉ ghi tên tệp"),
    ("D:/bai/a.docx", "link-own-disk: chép tệp vào cạnh bài rồi chỉ ghi tên tệp"),
    ("\\\\\\\\may\\chung\\a.docx", "link-own-disk: chép tệp vào cạnh bài rồi chỉ ghi tên tệp"),
    ("", "link-empty: \(Self.emptyRemedy)"),
    ("../huong-dan", "link-missing-page: có phải “../huong-dan/_index.md”?"),
    ("../khac/_index.md", "link-missing-page: \(Self.pageRemedy)"),
    ("../huong-dn/_index.md", "link-missing-page: có phải “/huong-dan/_index.md”?"),
    ("khoa-man-hinh.md#Các bước", "link-missing-anchor: có phải “#cac-buoc”?"),
    ("113", "link-miswritten: viết tel:113"),
    ("0912 345 678", "link-miswritten: viết tel:0912345678"),
    ("1234", "link-missing-file: đặt tệp vào cạnh trang, hoặc sửa tên"),
    ("tel: 113", "link-miswritten: viết tel:113"),
    (
      "mailto: phuong@hanoi.gov.vn?subject=Xin chào",
      "link-miswritten: viết mailto:phuong@hanoi.gov.vn?subject=Xin chào"
    ),
    ("mailto:phuong@hanoi.gov.vn?subject=Xin chào", ""),
    ("phuong@hanoi.gov.vn", "link-miswritten: viết mailto:phuong@hanoi.gov.vn"),
    ("“https://hanoi.gov.vn/tin”", "link-miswritten: viết https://hanoi.gov.vn/tin"),
    ("“khoa-man-hinh.md”", "link-miswritten: viết khoa-man-hinh.md"),
    ("http//hanoi.gov.vn", "link-miswritten: viết http://hanoi.gov.vn"),
    ("https:/hanoi.gov.vn/tin", "link-miswritten: viết https://hanoi.gov.vn/tin"),
    ("..\\anh\\hop.jpg", "link-miswritten: viết ../anh/hop.jpg"),
    ("..\\huong-dan\\khoa-man-hin.md", "link-miswritten: viết ../huong-dan/khoa-man-hin.md"),
    ("mat-khau.md", "link-missing-page: có phải “/huong-dan/bao-ve-tai-khoan.md”?"),
    ("giu-tai-khoan-an-toan.md", "link-missing-page: có phải “/huong-dan/bao-ve-tai-khoan.md”?"),
    ("mau-don.doc", "link-missing-file: đặt tệp vào cạnh trang, hoặc sửa tên"),
  ])
  func aLinkIsToldWhatIsMeant(_ link: String, _ remedy: String) async throws {
    #expect(try await self.remedy(link, in: project()) == remedy)
  }

  @Test func aPictureOfTheOwnDiskIsNoOtherSite() async throws {
    let told = try await remedy("file:///C:/Users/lan/a.jpg", in: project(), image: true)
    #expect(told == "link-own-disk: chép tệp vào cạnh bài rồi chỉ ghi tên tệp")
  }

  @Test func anAttachmentOfAnotherSiteIsALink() async throws {
    let project = try project()
    let url = "https://hanoi.gov.vn/mau.pdf"
    try project.write("---\ntitle: A\nattachments:\n  - file: \(url)\n---\n", to: "content/a.md")
    let reports = await project.build().diagnostics.filter { $0.severity == .error }.map(\.problem.met)
    #expect(reports.map(\.code) == ["attachment-remote"])
    #expect(reports.first?.vi.remedy.hasSuffix("[tên tài liệu](\(url))") == true)
  }

  /// Blanks that are none of the address's own are left out.
  @Test(arguments: [
    ("tel: 113", "viết (tel:113)"), ("mailto: phuong@hanoi.gov.vn", "viết (mailto:phuong@hanoi.gov.vn)"),
    ("khoa-man-hinh.md#Các bước", "viết (khoa-man-hinh.md#cac-buoc)"),
    (
      "Mẹo hay.md#Các bước",
      "có phải tệp “Mẹo hay.md#cac-buoc”? Viết (<Mẹo hay.md#cac-buoc>), hoặc đổi tên tệp cho khỏi dấu cách"
    ),
  ])
  func anAddressWithBlanksIsToldHowToBeWritten(_ address: String, _ remedy: String) async throws {
    let project = try project()
    try project.page("Xem [bài](\(address)) này.", at: "content/huong-dan/x.md")
    let reports = await project.check().diagnostics.filter { $0.path == "content/huong-dan/x.md" }.map(
      \.problem.met)
    #expect(reports.map(\.code) == ["address-with-blanks"])
    #expect(reports.map(\.vi.remedy) == [remedy])
  }

  /// What a chat, a search or a mailbox makes of an address is undone.
  @Test(arguments: [
    (
      "https://www.google.com/url?sa=t&url=https%3A%2F%2Fa.example%2Ftin%3Fb%3D1&ved=2",
      "link-redirect: viết https://a.example/tin?b=1"
    ),
    (
      "https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example%2F%3Ffbclid%3Dx&h=AT",
      "link-redirect: viết https://a.example/"
    ),
    (
      "https://apc01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.example%2Fx&data=05",
      "link-redirect: viết https://a.example/x"
    ),
    ("https://zalo.me/pc/redirect?to=https%3A%2F%2Fa.example%2F", "link-redirect: viết https://a.example/"),
    (
      "https://a.example/tin?utm_source=zalo&id=7&fbclid=Iw#muc",
      "link-tracking: viết https://a.example/tin?id=7#muc"
    ),
    ("https://a.example/?utm_medium=x", "link-tracking: viết https://a.example/"),
    (
      "https://docs.google.com/forms/d/1a-B/edit?usp=sharing",
      "link-form-editing: viết https://docs.google.com/forms/d/1a-B/viewform"
    ),
    ("https://docs.google.com/forms/d/e/1a-B/viewform?usp=header", ""),
    ("https://a.example/tin?&id=7", ""), ("https://www.google.com/search?q=url", ""),
    ("https://zalo.me/0912345678", ""),
  ])
  func aDetourIsCutShort(_ link: String, _ told: String) async throws {
    let project = try project()
    try project.page("[Xem trang ấy](\(link))")
    let reports = await project.check().diagnostics.filter {
      $0.path == "content/trang.md" && $0.problem.code.hasPrefix("link-")
    }.map(
      \.problem.met)
    #expect(reports.map { "\($0.code): \($0.vi.remedy)" }.joined(separator: "\n") == told)
  }

  /// What stands in the yaml files counts from content/, not from a page.
  @Test func aListedPageIsNamedFromContent() async throws {
    let project = try project()
    for (reference, remedy) in [
      ("khoa-man-hinh.md", "có phải “huong-dan/khoa-man-hinh.md”?"),
      ("huong-dan/khoa-man-hin.md", "có phải “huong-dan/khoa-man-hinh.md”?"),
      ("abcxyz.md", "sửa đường dẫn tới tệp .md, tính từ thư mục content/"),
    ] {
      try project.write(
        "url: https://mau.example\nhelp_page: \(reference)\n", to: "content/site.yaml")
      let reports = await project.build().diagnostics.map(\.problem.met)
      #expect(reports.filter { $0.code == "link-missing-page" }.map(\.vi.remedy) == [remedy])
    }
  }

  @Test func aFolderThatIsNoPortalIsNamed() async throws {
    let project = try TemporaryProject()
    try project.write("---\ntitle: A\n---\n", to: "content/portals/congvi/a.md")
    try project.write("id: x\n", to: "content/portals/cong-vi/portal.yaml")
    let found = await project.build().diagnostics.filter { $0.path == "content/portals/congvi" }
    #expect(found.map(\.problem.code) == ["portal-without-file"])
    #expect(found.map(\.problem.report.vi.remedy) == ["có phải “cong-vi”? Chuyển các tệp sang đó"])
  }

  @Test(arguments: ["heic", "heix", "heif", "mif1"])
  func aPictureOfAnIPhoneIsNamed(_ brand: String) async throws {
    let project = try project()
    let bytes = [0, 0, 0, 24] + Array("ftyp\(brand)".utf8) + [0, 0, 0, 0]
    try project.write(bytes, to: "content/huong-dan/anh.jpg")
    let told = try await remedy("anh.jpg", in: project, image: true)
    #expect(told.hasPrefix("image-heic: mở ảnh rồi lưu thành JPEG"))
  }

  @Test func anAddressOfPreviewIsToldOnce() async throws {
    let project = try project()
    try project.page("[Xem trang ấy](http://127.0.0.1:4000/main/huong-dan/khoa-man-hinh.html)")
    let found = await project.check().diagnostics.filter {
      $0.path == "content/trang.md" && $0.problem.code.hasPrefix("link-")
    }
    #expect(found.map(\.problem.code) == ["link-preview-address"])
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
      .map(\.problem.met).filter { $0.code == "link-own-portal" }.map(\.vi.remedy)
    #expect(remedies == ["viết /huong-dan/khoa-man-hinh.md", "viết /huong-dan/Mẹo hay.md"])
  }
}
