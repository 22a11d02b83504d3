import Diagnostics
import Foundation
import Testing

@testable import Files
@testable import Generator

/// Whether a file of content/ reaches a portal: only where something that is published there uses it.
@Suite struct PublishedFilesTests {
  /// How a page may stand on the day of the build.
  enum State: String, CaseIterable {
    case published, draft, future, expired, elsewhere, hidden

    var fields: String {
      switch self {
      case .published, .hidden: ""
      case .draft: "draft: true\n"
      case .future: "publish_on: 2099-01-01\n"
      case .expired: "expires: 2020-01-01\n"
      case .elsewhere: "portals: [b]\n"
      }
    }

    /// On which of the portals a and b it is shown.
    var portals: Set<String> {
      switch self {
      case .published: ["a", "b"]
      case .elsewhere, .hidden: ["b"]
      case .draft, .future, .expired: []
      }
    }
  }

  /// How a page may use a file.
  enum Use: String, CaseIterable { case link, picture, cover, attachment, nothing }

  /// Where the file may lie.
  enum Home: String, CaseIterable { case beside, own, shared }

  /// A name that says all, which is also what the file holds.
  private struct Case {
    let state: State
    let use: Use
    let home: Home
    var name: String { "\(state.rawValue)-\(use.rawValue)-\(home.rawValue)" }
    var secret: String { "SECRET-\(name)-" }
    var file: String { name + (use == .picture || use == .cover ? ".svg" : ".txt") }
    var path: String {
      switch home {
      case .beside: "content/muc/\(file)"
      case .own: "content/muc/\(name)/\(file)"
      case .shared: "content/chung/\(file)"
      }
    }
    var reference: String {
      switch home {
      case .beside: file
      case .own: "\(name)/\(file)"
      case .shared: "/chung/\(file)"
      }
    }
    var page: String {
      var fields = "title: \(name)\n" + state.fields
      var text = "Chữ.\n"
      switch use {
      case .link: text = "[Tệp](\(reference))\n"
      case .picture: text = "![Hình](\(reference))\n"
      case .cover: fields += "image: { src: \(reference), alt: Hình }\n"
      case .attachment: fields += "attachments: [{ file: \(reference), title: Tệp }]\n"
      case .nothing: break
      }
      return "---\n\(fields)---\n\n\(text)"
    }
    var isPublishedOn: Set<String> { use == .nothing ? [] : state.portals }

    static let all = State.allCases.flatMap { state in
      Use.allCases.flatMap { use in Home.allCases.map { Case(state: state, use: use, home: $0) } }
    }
  }

  private static func portal(_ id: String, _ more: String = "") -> String {
    """
    name: \(id)
    url: https://\(id).example/
    body: UBND
    responsible: Người Mẫu
    address: 1 phố Mẫu
    phone: 024 0000 0000
    email: mau@example.org
    state: sample
    \(more)
    """
  }

  private func project() throws -> TemporaryProject {
    let project = try TemporaryProject(copying: nil)
    try project.write("name: Mẫu\ntheme: plain\nmain_portal: a\n", to: "content/site.yaml")
    let hidden = Case.all.filter { $0.state == .hidden }.map { "muc/\($0.name).md" }
    try project.write(
      Self.portal("a", "hide: [\(hidden.joined(separator: ", "))]\n"), to: "content/portals/a/portal.yaml")
    try project.write(Self.portal("b"), to: "content/portals/b/portal.yaml")
    try project.write("---\ntitle: Trang chủ\n---\n", to: "content/_index.md")
    try project.write("---\ntitle: Mục\n---\n", to: "content/muc/_index.md")
    for one in Case.all {
      let isPicture = one.file.hasSuffix("svg")
      try project.write(
        isPicture
          ? "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"><title>\(one.secret)</title></svg>"
          : one.secret, to: one.path)
      try project.write(one.page, to: "content/muc/\(one.name).md")
    }
    return project
  }

  /// Which portals have a text in any of their files.
  private func portals(with text: String, in published: [String: Data]) -> Set<String> {
    let needle = Data(text.utf8)
    return Set(published.filter { $1.range(of: needle) != nil }.map { String($0.key.prefix { $0 != "/" }) })
  }

  @Test func followsWhatIsPublished() async throws {
    let project = try project()
    let report = await project.build()
    #expect(!report.hasErrors, "\(project.printed(report))")
    let published = project.published
    for one in Case.all {
      #expect(portals(with: one.secret, in: published) == one.isPublishedOn, "\(one.name)")
    }
  }

  @Test func keepsWhatNobodyUses() async throws {
    let project = try project()
    let strays = [
      "content/danh-sach.xlsx", "content/muc/ghi-chu.txt", "content/muc/so-lieu.yaml",
      "content/muc/bai.md.txt",
      "content/muc/BAI.MD", "content/muc/~$bai.docx", "content/muc/bai.md.bak", "content/muc/#bai.md#",
      "content/muc/.~lock.bai.odt#", "content/portals/a/rieng.txt", "content/muc/bai.markdown",
    ]
    for path in strays { try project.write("STRAY-\(path)-", to: path) }
    let report = await project.build()
    #expect(!report.hasErrors, "\(project.printed(report))")
    #expect(portals(with: "STRAY-", in: project.published).isEmpty)
  }

  @Test func publishesWhatTheProjectLists() async throws {
    let project = try project()
    try project.write("LISTED-shared", to: "content/tai-ve/mau.txt")
    try project.write("LISTED-deep", to: "content/tai-ve/sau/mau.txt")
    try project.write("LISTED-own", to: "content/portals/a/xac-nhan.txt")
    try project.write("LISTED-leftover", to: "content/tai-ve/~$mau.docx")
    try project.write(
      "name: Mẫu\ntheme: plain\nmain_portal: a\nalso_publish: [tai-ve/]\n", to: "content/site.yaml")
    let hidden = Case.all.filter { $0.state == .hidden }.map { "muc/\($0.name).md" }
    try project.write(
      Self.portal("a", "hide: [\(hidden.joined(separator: ", "))]\nalso_publish: [xac-nhan.txt]\n"),
      to: "content/portals/a/portal.yaml")
    let report = await project.build()
    #expect(!report.hasErrors, "\(project.printed(report))")
    let published = project.published
    #expect(portals(with: "LISTED-shared", in: published) == ["a", "b"])
    #expect(portals(with: "LISTED-deep", in: published) == ["a", "b"])
    #expect(portals(with: "LISTED-own", in: published) == ["a"])
    #expect(portals(with: "LISTED-leftover", in: published).isEmpty)
  }

  @Test func refusesToListWhatIsNotThere() async throws {
    let project = try TemporaryProject()
    try project.write(TemporaryProject.portal + "also_publish: [tai-vee]\n", to: "content/site.yaml")
    #expect(await project.build().errors == ["link-missing-file"])
  }

  @Test func aPortalsOwnFileTakesTheSharedOnesPlace() async throws {
    let project = try project()
    try project.write("OWN-attachment", to: "content/portals/a/muc/published-attachment-beside.txt")
    _ = await project.build()
    let published = project.published
    #expect(portals(with: "OWN-attachment", in: published) == ["a"])
    #expect(portals(with: "SECRET-published-attachment-beside-", in: published) == ["b"])
  }

  @Test func aDraftTakesItsPicturesBack() async throws {
    let project = try TemporaryProject()
    try project.write("SECRET", to: "content/tep.txt")
    try project.write("---\ntitle: Bài\n---\n\n[Tệp](tep.txt)\n", to: "content/bai.md")
    _ = await project.build()
    #expect(portals(with: "SECRET", in: project.published) == ["main"])
    try project.write("---\ntitle: Bài\ndraft: true\n---\n\n[Tệp](tep.txt)\n", to: "content/bai.md")
    _ = await project.build()
    #expect(portals(with: "SECRET", in: project.published).isEmpty)
  }

  @Test func aLinkToALeftoverIsAnError() async throws {
    let project = try TemporaryProject()
    try project.write("x", to: "content/~$bai.docx")
    try project.write("---\ntitle: Bài\n---\n\n[Tệp](~$bai.docx)\n", to: "content/bai.md")
    #expect(await project.build().errors == ["link-leftover"])
  }
}
