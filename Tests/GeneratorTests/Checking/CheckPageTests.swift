import Diagnostics
import Foundation
import Testing

@testable import Checking
@testable import Files
@testable import Generator

/// Each rule that needs nothing but the page: a text that breaks it, and one that is near to it but does not.
@Suite struct CheckPageTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let code: String
    let broken: String
    let sound: String
    var testDescription: String { "\(code): \(broken.prefix(40))" }
  }

  // MARK: Text

  static let texts =
    [
      Case(code: "picture-no-alt", broken: "![](cay.png)", sound: "![Cây bàng trước cổng](cay.png)"),
      Case(
        code: "picture-no-alt", broken: "[![ ](cay.png)](https://a.example/)",
        sound: "[![Cây bàng](cay.png)](https://a.example/)"),
      Case(
        code: "picture-alt-file-name", broken: "![IMG_2031.jpg](cay.png)",
        sound: "![Ảnh IMG trên máy](cay.png)"
      ),
      Case(
        code: "picture-alt-file-name", broken: "![anh-1.png](cay.png)",
        sound: "![Ảnh chụp tệp anh-1](cay.png)"),
      Case(code: "picture-alt-file-name", broken: "![DSC00123](cay.png)", sound: "![Anh 1 tuổi](cay.png)"),
      Case(
        code: "picture-alt-says-nothing", broken: "![Hình ảnh](cay.png)",
        sound: "![Hình ảnh cây bàng](cay.png)"
      ),
      Case(code: "picture-alt-says-nothing", broken: "![ảnh 2.](cay.png)", sound: "![2 cây bàng](cay.png)"),
      Case(code: "link-text-empty", broken: "[](#muc)\n\n## Mục", sound: "[mục](#muc)\n\n## Mục"),
      Case(
        code: "link-text-vague", broken: "Xem [**Tại đây**.](#muc)\n\n## Mục",
        sound: "[Mục tại đây](#muc)\n\n## Mục"),
      Case(
        code: "link-text-vague", broken: "[click here](#muc)\n\n## Mục", sound: "[here we go](#muc)\n\n## Mục"
      ),
      Case(
        code: "link-text-address", broken: "<https://a.example/van-ban/2026/11/23/so-287-kh-ubnd>",
        sound: "<https://a.example/van-ban>"),
      Case(
        code: "heading-jump", broken: "## Một\n\n#### Hai", sound: "## Một\n\n### Hai\n\n#### Ba\n\n## Bốn"),
      Case(code: "heading-jump", broken: "### Một", sound: "## Một"),
      Case(code: "heading-empty", broken: "##", sound: "\\##"),
      Case(
        code: "heading-repeated", broken: "## Một\n\n### Ví dụ\n\n### Ví dụ:",
        sound: "## Một\n\n### Ví dụ\n\n## Hai\n\n### Ví dụ"),
      Case(code: "heading-repeated", broken: "## Một\n\nChữ.\n\n## một", sound: "## Một\n\n### Một"),
      Case(
        code: "table-no-header", broken: "| | |\n|---|---|\n| a | b |",
        sound: "| | Số |\n|---|---|\n| a | b |"),
      Case(
        code: "table-cells-lost", broken: "| Số |\n|---|\n| a | b |", sound: "| Số |\n|---|\n| a |"),
      Case(
        code: "table-not-made", broken: "| Số | Ô |\n| a | b |", sound: "| Số | Ô |\n|---|---|\n| a | b |"),
      Case(code: "list-not-made", broken: "a) một\nb) hai", sound: "a) một\n\nb) hai"),
      Case(code: "heading-not-made", broken: "##Một", sound: "## Một"),
      Case(
        code: "prose-as-code", broken: "\tSáng nay phường ra quân.", sound: "\tlet x = y"),
      Case(
        code: "page-to-fill-in", broken: "- CẦN ĐIỀN – số máy.",
        sound: "Chỗ ghi “CẦN ĐIỀN” là chỗ phải bổ sung."),
      Case(
        code: "page-to-fill-in", broken: "| Số |\n|---|\n| CẦN ĐIỀN |",
        sound: "Chỗ `CẦN ĐIỀN` là chỗ phải bổ sung."),
      Case(
        code: "page-checklist-left", broken: "## Trước khi đăng\n\nLàm đủ rồi xóa cả đề mục này.",
        sound: "## Trước khi đăng\n\nHỏi ý người được kể."),
      Case(
        code: "link-shortened", broken: "[Đơn](https://bit.ly/x)",
        sound: "[Đơn](https://habit.lyon.example/x)"),
      Case(
        code: "link-insecure", broken: "[Đơn](http://a.example/)", sound: "[Đơn](https://a.example/http://b)"),
      Case(
        code: "link-numeric-host", broken: "[Đơn](https://192.0.2.7/)", sound: "[Đơn](https://192.example/)"),
      Case(
        code: "link-numeric-host", broken: "[Đơn](https://3221225991/)",
        sound: "[Đơn](https://a3221225991.example/)"),
      Case(
        code: "link-hidden-host", broken: "[Tin](https://chinhphu.vn@khac.example/)",
        sound: "[Tin](https://khac.example/@chinhphu)"),
      Case(
        code: "link-text-other-host", broken: "[chinhphu.vn/tin](https://khac.example/)",
        sound: "[chinhphu.vn](https://www.chinhphu.vn/), [www.khac.example](https://tin.khac.example/)"),
      Case(
        code: "link-text-other-host", broken: "[https://khac.example](https://nua.example/)",
        sound: "[mau-don.pdf](https://khac.example/mau-don.pdf), [v.v...](https://khac.example/)"),
    ] + numbers

  /// Of a link to call by, and what its text says.
  static let numbers = [
    ("[115](tel:113)", "[113](tel:113), [115](tel:+84115)"),
    ("[Công an 113](tel:111)", "[Gọi 111 trước 21 giờ](tel:111)"),
    ("[024 3733 1234](tel:02437331235)", "[(024) 3733.1234](tel:+842437331234)"),
    ("[0912.345.678](tel:0912345679)", "[+84 912 345 678](tel:0912345678), [3733 1234](tel:02437331234)"),
    ("[Gọi 1800 1567](tel:18001568)", "[Gọi 113 – 114 – 115](tel:114), [113 24/7](tel:113)"),
    ("[Nhắn 1022](sms:1080)", "[Tổ 21 ngày 23.11.2026](sms:1080), [Gọi năm 1975](tel:111)"),
    ("[Máy 3733 1234 lẻ 5](tel:02437331239)", "[Máy 3733 1234 lẻ 5](tel:02437331234,5)"),
  ].map { Case(code: "link-text-other-number", broken: $0.0, sound: $0.1) }

  @Test(arguments: texts) func textBreaksARule(_ example: Case) async throws {
    let project = try TemporaryProject()
    try project.write(CheckFileTests.png(width: 640), to: "content/trang/cay.png")
    for (text, expected) in [(example.broken, [example.code]), (example.sound, [])] {
      try project.page(text.replacing("cay.png", with: "trang/cay.png"))
      let codes = await project.check().codes
      #expect(codes == expected)
    }
  }

  // MARK: Fields

  static let fields = [
    Case(
      code: "title-too-long", broken: "title: \(String(repeating: "ạ", count: 71))",
      sound: "title: \(String(repeating: "ạ", count: 70))"),
    Case(
      code: "description-missing", broken: "description:",
      sound: "description: \(String(repeating: "ạ", count: 30))"),
    Case(
      code: "description-too-long", broken: "description: \(String(repeating: "ạ", count: 161))",
      sound: "description: \(String(repeating: "ạ", count: 160))"),
    Case(
      code: "description-too-short", broken: "description: Ngắn.",
      sound: "description: \(String(repeating: "ạ", count: 30))"),
    Case(code: "review-due", broken: "review_by: 2026-11-22", sound: "review_by: 2026-11-23"),
    Case(code: "expires-soon", broken: "expires: 2026-12-07", sound: "expires: 2026-12-08"),
    Case(code: "published-later", broken: "date: 2026-11-24", sound: "date: 2026-11-23"),
    Case(code: "published-later", broken: "publish_on: 2027-09-19", sound: "publish_on: 2026-01-01"),
    Case(code: "date-far-ahead", broken: "date: 2027-11-25", sound: "date: 2025-11-25"),
    Case(
      code: "date-far-ahead", broken: "publish_on: 2027-09-20\ndate: 2026-11-01", sound: "updated: 2026-11-01"
    ),
    Case(
      code: "yaml-value-cut", broken: "title: Bài thử #1 của phường",
      sound: "title: \"Bài thử #1 của phường\""),
    Case(code: "page-to-fill-in", broken: "owner: CẦN ĐIỀN – tên đơn vị", sound: "owner: Phòng Cần Điền"),
    Case(
      code: "picture-alt-says-nothing", broken: "image: { src: trang/cay.png, alt: Ảnh bìa }",
      sound: "image: { src: trang/cay.png, alt: Cây bàng }"),
    Case(
      code: "link-insecure", broken: "source: { name: Báo, url: \"http://a.example/\" }",
      sound: "source: { name: Báo, url: \"https://a.example/\" }"),
  ]

  @Test(arguments: fields) func fieldBreaksARule(_ example: Case) async throws {
    let project = try TemporaryProject()
    try project.write(CheckFileTests.png(width: 640), to: "content/trang/cay.png")
    for (fields, expected) in [(example.broken, [example.code]), (example.sound, [])] {
      try project.page(fields: fields)
      let codes = await project.check().codes
      #expect(codes == expected)
    }
  }

  @Test func aDraftKeepsItsChecklist() async throws {
    let project = try TemporaryProject()
    let text = "Làm đủ rồi xóa cả đề mục này."
    try project.page(text)
    #expect(await project.check().places(in: project) == ["content/trang.md:7:1+1 page-checklist-left"])
    try project.page(text, fields: "draft: true")
    #expect(await project.check().codes == [])
  }

  // MARK: Places

  /// Where the same words stand several times, each finding points at its own.
  @Test func pointsAtTheWordsThemselves() async throws {
    let project = try TemporaryProject()
    try project.page(
      """
      Ở đây có [ở đây](#a) và [ở đây](#a "Chú"),
      còn [đây][a] thì [xem
      thêm](#a).

      ![](<trang/cay.png>) ![](trang/cay.png)

      ### A

      [a]: #a
      """)
    try project.write(CheckFileTests.png(width: 640), to: "content/trang/cay.png")
    let places = await project.check().places(in: project)
    #expect(
      places == [
        "content/trang.md:7:11+5 link-text-vague", "content/trang.md:7:26+5 link-text-vague",
        "content/trang.md:8:1+1 link-text-vague", "content/trang.md:8:6+3 link-text-vague",
        "content/trang.md:11:6+13 picture-no-alt", "content/trang.md:11:26+13 picture-no-alt",
        "content/trang.md:13:5+1 heading-jump",
      ])
  }

  @Test func draftsAreReadOverAndExpiredPagesAreNot() async throws {
    let project = try TemporaryProject()
    let picture = "![](nhap/cay.png)"
    try project.write(CheckFileTests.png(width: 640), to: "content/nhap/cay.png")
    try project.page(picture, fields: "draft: true", at: "content/nhap.md")
    try project.page(picture, fields: "publish_on: 2027-01-01", at: "content/sau.md")
    try project.page(picture, fields: "expires: 2026-11-01", at: "content/cu.md")
    #expect(
      await project.check().places(in: project) == [
        "content/nhap.md:7:5+12 picture-no-alt", "content/sau.md:4:13+10 published-later",
        "content/sau.md:7:5+12 picture-no-alt",
      ])
  }

  @Test func aDraftMayLinkToAHeadingThatIsNotThere() async throws {
    let project = try TemporaryProject()
    try project.page("## Một\n", at: "content/dich.md")
    try project.page("[Một](dich.md#mott) [một](dich.md#mot)", fields: "draft: true", at: "content/nhap.md")
    let report = await project.check()
    #expect(report.places(in: project) == ["content/nhap.md:7:7+12 link-missing-anchor"])
    #expect(!report.hasErrors)
    #expect(await project.check(drafts: true).hasErrors)
  }
}
