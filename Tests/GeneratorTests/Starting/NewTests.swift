import Diagnostics
import Foundation
import ProblemCodes
import TestTraits
import Testing
import Vietnamese

@testable import Files
@testable import Generator
@testable import Starting

/// `vungxanh new`: the page lies where it belongs, builds at once, and replaces nothing.
@Suite struct NewTests {
  @Test func everyTypeBuildsInANewProject() async throws {
    let project = try NewProject()
    try project.make(.handbook, "Cẩm nang")
    try project.make(.campaign, "Chiến dịch")
    try project.make(.section, "Chuyên mục", section: "huong-dan")
    let sections: [NewType: String] = [.chapter: "cam-nang", .news: "chien-dich"]
    for type in NewType.allCases where !type.isSection && type != .portal {
      for section in sections[type].map({ [$0] }) ?? ["huong-dan", "huong-dan/chuyen-muc", "/"] {
        let made = try project.make(type, "Bài \"mới\": \(type.rawValue)", section: section)
        #expect(made.archetype.path == "themes/vung-xanh/archetypes/\(type.rawValue).md")
      }
    }
    #expect(await project.problems() == "")
    #expect(await project.problems(drafts: false) == "")
    let pages = TemporaryProject.files(in: project.root + "/site/main").keys
    #expect(!pages.contains("huong-dan/bai-moi-guide.html"), "a new page is a draft")
  }

  @Test(.slow) func everyTypeBuildsInTheRealContent() async throws {
    let project = try NewProject.real()
    let outline = try project.outline
    for type in NewType.allCases where type != .portal {
      for portal in [nil, "cong-vi"] {
        let section = try #require(outline.choices(for: type, portal: portal).last)
        try project.make(type, "Thử \(type.rawValue)", section: section.argument, portal: portal)
      }
    }
    try project.make(.portal, "UBND phường Hồng Hà")
    #expect(project.files.contains("content/portals/hong-ha/_index.md"))
    #expect(await project.problems() == "")
    #expect(await project.problems(drafts: false) == "")
    let portal = try #require(project.outline.project.portals.first { $0.id == "hong-ha" })
    #expect(portal.body == "UBND phường Hồng Hà" && portal.parentBody == "UBND quận Ba Đình")
  }

  /// The commented lines of an archetype are there to be used.
  @Test func everyOptionalFieldIsValid() async throws {
    let project = try NewProject()
    try project.make(.handbook, "Cẩm nang")
    try project.make(.campaign, "Chiến dịch")
    var made: [String] = []
    for type in NewType.allCases where type != .portal {
      let section = try #require(project.outline.choices(for: type, portal: nil).last).argument
      made.append(try project.make(type, "Thử \(type.rawValue)", section: section).path)
    }
    for path in made {
      let field = /(?m)^# (?=(?:tags|audience|source|weight|short_title|quick_exit|author): )/
      try project.write(try project.text(path).replacing(field, with: ""), to: path)
      let text = try project.text(path)
      #expect(text.contains("\ntags: [") || text.contains("\nshort_title: "), "\(path)")
    }
    #expect(await project.problems() == "")
  }

  @Test func saysTheTypeOnlyWhereTheSectionDoesNot() throws {
    let project = try NewProject()
    let guide = try project.make(.guide, "A", section: "huong-dan").path
    let tip = try project.make(.tip, "B", section: "content/huong-dan/_index.md").path
    #expect(try !project.text(guide).contains("type:"))
    #expect(try project.text(tip).contains("\ntitle: \"B\"\ntype: tip\n"))
    #expect(try project.text(project.make(.handbook, "C").path).contains("\ntype: handbook\n"))
  }

  @Test func namesNewsByTheirDay() throws {
    let project = try NewProject.real()
    let section = "chien-dich/moi-ngay-mot-tin-tot"
    let made = try project.make(.news, "Khen bác tổ trưởng", section: section)
    #expect(made.path == "content/\(section)/\(project.today.iso)-khen-bac-to-truong.md")
    #expect(try project.text(made.path).contains("\ndate: \(project.today.iso)\n"))
  }

  @Test func putsAChapterBehindTheLast() throws {
    let project = try NewProject.real()
    let made = try project.make(.chapter, "Lời kết", section: "cam-nang/ung-xu-van-minh")
    #expect(try project.text(made.path).contains("\nweight: 80\n"))
    let next = try project.make(.chapter, "Phụ lục", section: "cam-nang/ung-xu-van-minh")
    #expect(try project.text(next.path).contains("\nweight: 90\n"))
    #expect(try project.make(.handbook, "Mới", section: "/").path == "content/moi/_index.md")
    let first = try project.make(.chapter, "Mở đầu", section: "moi")
    #expect(try project.text(first.path).contains("\nweight: 10\n"))
  }

  @Test func putsAPortalsPageIntoItsOwnFolder() throws {
    let project = try NewProject.real()
    let own = try project.make(.page, "Lịch tiếp dân", section: "phuong", portal: "cong-vi")
    #expect(own.path == "content/portals/cong-vi/phuong/lich-tiep-dan.md" && own.replaced == nil)
    #expect(try project.text(own.path).contains("owner: \"UBND phường Cống Vị\""))
    let guide = try project.make(.guide, "Mật khẩu", section: "huong-dan", portal: "cong-vi")
    #expect(guide.path == "content/portals/cong-vi/huong-dan/mat-khau.md")
    #expect(guide.replaced == "content/huong-dan/mat-khau.md")
  }

  @Test func takesTheSinglePortalsIdForNothing() throws {
    let made = try NewProject().make(.page, "Trang", section: "/", portal: "main")
    #expect(made.path == "content/trang.md")
  }

  // MARK: Sections to choose from

  @Test func offersTheSectionsThatTakeAPage() throws {
    let outline = try NewProject.real().outline
    func places(_ type: NewType, _ portal: String? = nil) -> [String] {
      outline.choices(for: type, portal: portal).map(\.argument)
    }
    #expect(places(.tip) == ["bao-ve-tre-em"])
    #expect(places(.guide) == ["bao-ve-tre-em/nhan-biet-va-to-giac", "huong-dan"])
    #expect(places(.news) == ["chien-dich/moi-ngay-mot-tin-tot"])
    #expect(places(.chapter).count == 3)
    #expect(places(.page) == ["/", "cam-nang", "chien-dich", "tai-lieu", "tro-giup"])
    #expect(places(.page, "cong-vi").last == "phuong")
    #expect(!places(.section).contains("cam-nang/ung-xu-van-minh"), "a handbook holds chapters")
  }

  // MARK: Archetypes

  @Test func takesTheArchetypesOfAnotherThemeForOneWithout() throws {
    let project = try NewProject()
    let toiGian = NewProject.repository + "/themes/toi-gian"
    try FileManager.default.copyItem(atPath: toiGian, toPath: project.root + "/themes/toi-gian")
    let yaml = try project.text("content/site.yaml").replacing("theme: vung-xanh", with: "theme: toi-gian")
    try project.write(yaml, to: "content/site.yaml")
    let first = try project.make(.guide, "A", section: "huong-dan").archetype
    #expect(first.path == "themes/vung-xanh/archetypes/guide.md" && first.missingIn == "toi-gian")
    try project.remove("themes/vung-xanh")
    let second = try project.make(.guide, "B", section: "huong-dan").archetype
    #expect(second.path == project.home.folder + "/archetypes/guide.md" && second.missingIn == "toi-gian")
    let order = project.order(.guide, "C", section: "huong-dan")
    #expect(throws: StartFailure.self) { try make(order, in: try project.outline, home: nil) }
    try project.write("---\ntitle: {{ title }}\n{{type}}\n---\n", to: "themes/toi-gian/archetypes/guide.md")
    let own = try project.make(.guide, "D", section: "huong-dan")
    #expect(own.archetype.path == "themes/toi-gian/archetypes/guide.md" && own.archetype.missingIn == nil)
    #expect(try project.text(own.path) == "---\ntitle: \"D\"\n---\n")
  }

  @Test(arguments: [
    ("---\ntitle: {{titel}}\n{{type}}\n---\n", "unknown-placeholder", 11..<20),
    ("---\ntitle: {{title}\n{{type}}\n---\n", "unclosed-placeholder", 11..<13),
    ("{{type}}{{", "unclosed-placeholder", 8..<10),
  ])
  func refusesABrokenArchetype(_ text: String, _ code: String, _ place: Range<Int>) throws {
    let project = try NewProject()
    try project.write(text, to: "themes/vung-xanh/archetypes/tip.md")
    let failure = #expect(throws: StartFailure.self) {
      try project.make(.tip, "Mẹo", section: "huong-dan")
    }
    let problem = try #require(failure?.diagnostics.first)
    #expect(problem.problem.code == code && problem.path == "themes/vung-xanh/archetypes/tip.md")
    #expect(problem.place == .bytes(place))
    #expect(!project.files.contains("content/huong-dan/meo.md"))
  }

  @Test func refusesAnArchetypeThatCannotSayTheType() throws {
    let project = try NewProject()
    try project.write("---\ntitle: {{title}}\n---\n", to: "themes/vung-xanh/archetypes/tip.md")
    #expect(
      project.failure(.tip, "Mẹo", section: "huong-dan").first?.hasPrefix("archetype-without-type") == true)
    try project.write("\u{FFFD}", to: "themes/vung-xanh/archetypes/tip.md")
    let path = project.root + "/themes/vung-xanh/archetypes/tip.md"
    try Data([0x2D, 0xFF]).write(to: URL(filePath: path))
    #expect(project.failure(.tip, "Mẹo", section: "huong-dan").first?.hasPrefix("invalid-utf8") == true)
  }
}
