import Diagnostics
import Foundation
import Testing

@testable import Fields
@testable import Files
@testable import Generator
@testable import Starting

/// What `vungxanh new` refuses, and what it makes of hard titles.
@Suite struct NewRefusalTests {
  private static let isRoot = geteuid() == 0

  // MARK: Nothing is overwritten

  @Test(arguments: ["x.md", "x/index.md", "x/_index.md"])
  func refusesAPlaceThatIsTaken(_ form: String) throws {
    let project = try NewProject()
    try project.write("---\ntitle: X\n---\n", to: "content/huong-dan/" + form)
    let before = project.files
    let taken = ["page-exists: đặt tên tệp khác bằng --slug, hoặc sửa tệp đang có"]
    #expect(project.failure(.guide, "X", section: "huong-dan") == taken)
    #expect(project.failure(.section, "X", section: "huong-dan") == taken)
    #expect(project.files == before)
    #expect(try project.text("content/huong-dan/" + form) == "---\ntitle: X\n---\n")
  }

  @Test func refusesTheSectionsOwnPlaceAndFoldersThatAreNotContent() throws {
    let project = try NewProject.real()
    let reserved = ["reserved-name: đặt tên khác bằng --slug"]
    #expect(project.failure(.guide, "Index", section: "huong-dan") == reserved)
    #expect(project.failure(.section, "Portals") == reserved)
    #expect(project.failure(.section, "Facts", section: "/") == reserved)
    #expect(project.failure(.section, "Theme", portal: "cong-vi") == reserved)
    #expect(project.failure(.section, "Theme") == [])
  }

  @Test func refusesWhatAPortalHasAlready() throws {
    let project = try NewProject.real()
    let hot = "Khi nào gọi số nào"
    #expect(
      project.failure(.page, hot, section: "tro-giup", portal: "cong-vi").first?.hasPrefix("page-exists")
        == true)
    try project.write("---\ntitle: A\n---\n", to: "content/portals/cong-vi/tai-lieu/moi.md")
    #expect(project.failure(.page, "Mới", section: "tai-lieu").first?.hasPrefix("page-exists") == true)
    #expect(project.failure(.portal, "UBND phường Cống Vị").first?.hasPrefix("page-exists") == true)
  }

  @Test func refusesAFileThatDiscoveryDoesNotSee() throws {
    let project = try NewProject()
    let path = project.root + "/content/huong-dan/x.md"
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/nowhere")
    #expect(project.failure(.guide, "X", section: "huong-dan").first?.hasPrefix("page-exists") == true)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: path) == "/nowhere")
  }

  // MARK: Titles

  private static let hardTitles: [(String, String?)] = [
    (
      "Đừng tin! 7 dấu hiệu lừa đảo: cuộc gọi ‘công an’…", "dung-tin-7-dau-hieu-lua-dao-cuoc-goi-cong-an"
    ),
    ("  \"Nháy\" \\ # - [x]: {y} & *z* \u{7}\t\n|> ", "nhay-x-y-z"), ("🌿 Xanh", "xanh"), ("---", nil),
    ("🌿🌿", nil), ("漢字", nil),
  ]

  @Test(arguments: hardTitles)
  func makesASlugOfAHardTitle(_ title: String, _ slug: String?) async throws {
    let project = try NewProject()
    guard let slug else {
      #expect(project.failure(.guide, title, section: "huong-dan").first?.hasPrefix("empty-slug") == true)
      let made = try project.make(.guide, title, section: "huong-dan", slug: "ten-khac")
      #expect(made.path == "content/huong-dan/ten-khac.md")
      #expect(await project.problems() == "")
      return
    }
    let made = try project.make(.guide, title, section: "huong-dan")
    #expect(made.path == "content/huong-dan/\(slug).md")
    #expect(await project.problems() == "")
  }

  @Test func cutsALongSlugAtAWord() throws {
    let project = try NewProject()
    let made = try project.make(.guide, String(repeating: "mười ", count: 40), section: "huong-dan")
    #expect(made.path == "content/huong-dan/\(String(repeating: "muoi-", count: 16).dropLast()).md")
    let word = try project.make(.guide, String(repeating: "a", count: 200), section: "huong-dan")
    #expect(word.path == "content/huong-dan/\(String(repeating: "a", count: 80)).md")
    #expect(
      project.failure(.guide, String(repeating: "a ", count: 301), section: "huong-dan").first?.hasPrefix(
        "long-title")
        == true)
  }

  @Test func refusesATitleThatIsNotUTF8AndASlugThatIsNone() throws {
    let project = try NewProject()
    #expect(
      project.failure(.guide, "a\u{FFFD}", section: "huong-dan").first?.hasPrefix("argument-not-utf8") == true
    )
    #expect(
      project.failure(.guide, "a", section: "huong-dan", slug: "../a").first?.hasPrefix("bad-slug") == true)
  }

  // MARK: What is missing or misspelt

  @Test func namesWhatIsMissingAndTheChoices() throws {
    let project = try NewProject.real()
    #expect(
      project.failure(.guide, nil) == [
        "missing-argument: viết tiêu đề trong ngoặc kép sau loại trang",
        "missing-argument: chọn một trong: bao-ve-tre-em/nhan-biet-va-to-giac, huong-dan",
      ])
    #expect(project.failure(.portal, " ").count == 1)
    #expect(project.failure(.tip, "A") == ["missing-argument: chọn một trong: bao-ve-tre-em"])
  }

  @Test(arguments: [
    ("huong-dn", "huong-dan"), ("Hướng dẫn", "huong-dan"), ("ung-xu-van-minh", "cam-nang/ung-xu-van-minh"),
    ("bao-ve-treem", "bao-ve-tre-em"),
  ])
  func namesTheNearestSection(_ written: String, _ meant: String) throws {
    #expect(
      try NewProject.real().failure(.guide, "A", section: written) == [
        "unknown-section: có phải “\(meant)”?"
      ])
  }

  @Test func namesTheNearestPortalAndType() throws {
    let project = try NewProject.real()
    for written in ["cong-v", "Cống Vị"] {
      #expect(
        project.failure(.page, "A", section: "/", portal: written) == ["unknown-portal: có phải “cong-vi”?"])
    }
    #expect(project.failure(.page, "A", section: "phuong") == ["section-of-portal: thêm --portal cong-vi"])
    for (written, remedy) in [
      ("gide", "có phải “guide”?"), ("hướng", "có phải “guide”?"), ("thơ", "chọn một trong: guide, tip"),
    ] {
      let failure = #expect(throws: StartFailure.self) { try NewType.named(written).get() }
      #expect(failure?.diagnostics.first?.problem.report.vi.remedy.hasPrefix(remedy) == true)
    }
  }

  @Test func refusesASectionThatHoldsOtherPages() throws {
    let project = try NewProject.real()
    #expect(project.failure(.chapter, "A", section: "huong-dan").first?.hasPrefix("wrong-section") == true)
    let started = try NewProject()
    #expect(
      started.failure(.chapter, "A") == [
        "no-section-for-type: tạo trước bằng: vungxanh new handbook \"Tên\""
      ])
  }

  @Test func tellsWhyASectionCannotBeRead() throws {
    let project = try NewProject()
    try project.write("---\ntitle: [\n---\n", to: "content/hong/_index.md")
    #expect(project.failure(.page, "A", section: "hong").first?.hasPrefix("yaml-syntax") == true)
    try project.remove("content/site.yaml")
    #expect(project.failure(.page, "A", section: "/").first?.hasPrefix("no-site") == true)
  }

  @Test func aSecondPortalIsADecision() async throws {
    let project = try NewProject()
    #expect(project.failure(.portal, "Phường Hai").first?.hasPrefix("single-portal") == true)
    #expect(project.files.allSatisfy { !$0.hasPrefix("content/portals") })
    // The steps that are printed, done by hand.
    let yaml = try project.text("content/site.yaml").split(separator: "\n").map(String.init)
    let keys = ProjectFields.keysOfPortals
    let moved = yaml.filter { line in keys.contains { line.hasPrefix($0 + ": ") } }
    let name = yaml.filter { $0.hasPrefix("name: ") }
    try project.write((name + moved).joined(separator: "\n"), to: "content/portals/main/portal.yaml")
    let rest = yaml.filter { !moved.contains($0) } + ["main_portal: main"]
    try project.write(rest.joined(separator: "\n"), to: "content/site.yaml")
    #expect(await project.problems() == "")
    #expect(try project.make(.portal, "Phường Hai").path == "content/portals/hai/portal.yaml")
    #expect(await project.problems() == "")
  }

  @Test(.disabled(if: isRoot, "root writes everywhere")) func refusesAFolderItMayNotWrite() throws {
    let project = try NewProject()
    let folder = project.root + "/content/huong-dan"
    chmod(folder, 0o555)
    defer { chmod(folder, 0o755) }
    #expect(project.failure(.guide, "A", section: "huong-dan").first?.hasPrefix("cannot-create") == true)
    #expect(project.failure(.section, "A", section: "huong-dan").first?.hasPrefix("cannot-create") == true)
  }
}
