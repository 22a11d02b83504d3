import Files
import Checking
import Diagnostics

extension ProblemSamples {
  /// What only `check` reports.
  static let checks: [any Problem] =
    access + pageData + upkeep + attachments + hiddenData + webLinks
    + [
      CheckProblem.unknownRule("link-text-vage", nearest: "link-text-vague"),
      CheckProblem.unknownRule("link-missing-page", nearest: nil),
      CheckProblem.ignoresNothing("heading-jump"),
      CheckProblem.moreOfTheSame("double-space", count: 312),
    ]

  private static let access: [AccessProblem] = [
    .pictureWithoutAlt("cay.png"), .altIsFileName("IMG_2031.jpg"), .altSaysNothing("hình ảnh"),
    .linkWithoutText("mat-khau.md"), .vagueLinkText("tại đây"),
    .addressAsText("https://dai.example/van-ban/2026/11/23/so-287"),
    .headingJump("Bước 1", from: 2, to: 4), .emptyHeading, .repeatedHeading("Bước 1", firstLine: 12),
    .tableWithoutHeader,
  ]

  private static let pageData: [PageDataProblem] = [
    .titleTooLong(length: 84, limit: 70), .descriptionMissing,
    .descriptionTooLong(length: 220, limit: 160), .descriptionTooShort(length: 12, least: 30),
    .titleRepeated("Mật khẩu", other: "content/a.md"), .descriptionRepeated(other: "content/a.md"),
    .nearlySameTag("mật khẩuu", other: "mật khẩu"),
  ]

  private static let upkeep: [UpkeepProblem] = [
    .reviewDue("2026-11-01"), .expiresSoon("2026-11-30", days: 7),
    .notYet("2026-12-01", days: 8), .farAhead("2027-11-25", key: "date", days: 367),
    .toFillIn("CẦN ĐIỀN – số điện thoại"), .copy("bai (1).md", of: "bai.md"), .checklistLeft,
    .orphan(portals: ["cong-vi"]),
    .orphan(portals: ["ba-dinh", "cong-vi", "doi-can", "giang-vo", "kim-ma"]),
    .emptySection(portals: ["cong-vi", "kim-ma"]),
  ]

  private static let attachments: [AttachmentProblem] =
    [
      .pictureHeavy("cay.png", size: 319_488, limit: 307_200),
      .pictureHeavy("cay.png", size: 4_404_019, limit: 307_200),
      .pictureWide("cay.png", width: 6000, limit: 2560), .pictureScript("cay.svg"),
      .pictureBroken("cay.jpg", .cut), .pictureBroken("cay.jpg", .empty), .pictureBroken("cay.jpg", .noSize),
      .pictureBroken("cay.png", .wrong(at: 33)), .pictureHuge("cay.png", width: 60_000, height: 60_000),
      .attachmentHeavy("phim.mp4", size: 31_457_280, limit: 10_485_760),
      .dangerousType("mau.docm", ending: "docm"),
      .doubleEnding("cong-van.pdf.exe", pretended: "pdf", ending: "exe"), .hiddenMacro("mau.docx"),
      .wrongType("mau.docx", ending: "docx", found: nil), .empty("mau.docx"), .notCleaned("phim.mp4"),
      .unused, .leftover,
      .notAPage("bai.md.txt", instead: "bai.md"),
    ] + FileFormat.allCases.map { .wrongType("mau.docx", ending: "docx", found: $0) }

  private static let hiddenData: [HiddenDataProblem] =
    [
      .picture("cay.jpg", [.location, .date, .camera]),
      .picture("cay.jpg", HiddenDataProblem.Secret.allCases),
      .people("mau.docx", ["Nguyễn Văn Mẫu", "Trần Thị Mẫu"], .office),
      .people("mau.pdf", ["A", "B", "C", "D", "E"], .pdf),
      .people("mau.odt", ["Nguyễn Văn Mẫu"], .libreOffice),
    ]
    + HiddenDataProblem.Program.allCases.map { .review("mau.docx", comments: true, changes: false, $0) }
    + [
      .review("mau.docx", comments: false, changes: true, .office),
      .review("mau.docx", comments: true, changes: true, .office),
    ]

  private static let webLinks: [WebLinkProblem] = [
    .shortened(host: "bit.ly"), .lookAlike(host: "chinhphu.vn.example", of: "chinhphu.vn"),
    .foreignLetters(host: "сhinhphu.vn"), .hiddenHost(shown: "chinhphu.vn", real: "khac.example"),
    .textNamesOther(text: "chinhphu.vn", host: "khac.example"), .insecure(host: "cu.example"),
    .textNamesOtherNumber(text: "Công an 113", number: "111"),
    .redirected(host: "l.facebook.com", real: "https://khac.example/tin"),
    .tracking(url: "https://khac.example/tin"),
    .formEditing(view: "https://docs.google.com/forms/d/x/viewform"), .numericHost("192.0.2.7"),
    .ownPortal("https://mau.example/gioi-thieu.html", page: "/gioi-thieu.md"),
  ]
}
