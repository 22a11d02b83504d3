import Testing

@testable import Addresses
@testable import Checking
@testable import Files
@testable import Generator

/// What was written and would come to nothing is told.
@Suite struct SilenceTests {
  /// What is printed after a change to a sound project.
  private func told(_ spoil: (TemporaryProject) throws -> Void) async throws -> String {
    let project = try TemporaryProject()
    try spoil(project)
    return project.printed(await project.build())
  }

  @Test func aMisspeltLayoutIsTold() async throws {
    let text = try await told { try $0.write("---\ntitle: A\nlayout: pagee\n---\n", to: "content/x.md") }
    #expect(text.hasPrefix("content/x.md:3:9: lỗi: giao diện không có bố cục “pagee”"))
    #expect(text.contains("có phải “page”?"))
    let other = try await told { try $0.write("---\ntitle: A\nlayout: khong-co\n---\n", to: "content/x.md") }
    #expect(other.contains("chọn một trong: ") && other.contains("page, redirect"))
    #expect(
      try await told { try $0.write("---\ntitle: A\nlayout: page\n---\n", to: "content/x.md") } == "")
  }

  @Test func theHomePageHasNoListToCut() async throws {
    let text = try await told { try $0.write("---\ntitle: A\npaginate: 5\n---\n", to: "content/_index.md") }
    #expect(
      text.contains("dòng “paginate” không dùng cho trang loại “home” (trang chủ) [key-of-another-type]"))
  }

  @Test func filesAmongTheFactsAreTold() async throws {
    let text = try await told { try $0.write("a: 1\n", to: "content/facts/nam/so.yaml") }
    #expect(text.hasPrefix("content/facts: lỗi: ") && text.contains("[facts-not-read]"))
    #expect(try await told { try $0.write("", to: "content/facts/.gitkeep") } == "")
  }

  @Test(arguments: [
    ("name: [a\n", "yaml-syntax"), ("- a\n", "front-matter-not-a-map"), ("nane: A\n", "unknown-key"),
    ("name: { a: b }\n", "wrong-type"),
  ])
  func aThemesOwnFileIsRead(_ text: String, _ code: String) async throws {
    let told = try await told { try $0.write(text, to: "themes/plain/theme.yaml") }
    #expect(told.hasPrefix("themes/plain/theme.yaml:") && told.contains("[\(code)]"))
  }

  @Test func aThemesNestedFileIsTold() async throws {
    let text = try await told { try $0.write("x", to: "themes/plain/assets/fonts/sau/x.woff2") }
    #expect(text.hasPrefix("themes/plain/assets/fonts/sau/x.woff2: cảnh báo: "))
    #expect(text.contains("[theme-file-unpublished]"))
  }

  @Test(arguments: [
    "https://a:99999999/", "https://a:0/", "https://a:/", "https://-:/", "https://-a.example/",
    "https://a..b/",
    "https://a/./x/", "https://a/../x/", "https://a:1:2/", "ftp://a/",
  ])
  func whatIsNoAddressOfAPortalIsRefused(_ url: String) async throws {
    let text = try await told {
      let portal = TemporaryProject.portal.split(separator: "\n").filter { !$0.hasPrefix("url:") }
      try $0.write((portal + ["url: \(url)\n"]).joined(separator: "\n"), to: "content/site.yaml")
    }
    #expect(text.contains("[bad-url]"))
  }

  @Test(arguments: [
    "https://a.example:8443/", "http://192.0.2.7/x", "https://a-b.example/x.y/~z/",
    "https://a.example/.well/",
  ])
  func otherAddressesAreTaken(_ url: String) { #expect(PortalURL(url) != nil) }

  @Test func aPageBesideThePortalsIsTold() async throws {
    let text = try await told { try $0.write("---\ntitle: A\n---\n", to: "content/portals/bai.md") }
    #expect(text.hasPrefix("content/portals/bai.md: lỗi: ") && text.contains("[file-outside-portal]"))
    #expect(try await told { try $0.write("", to: "content/portals/Thumbs.db") } == "")
  }

  @Test(arguments: ["中文", "Привет", "_", "---", "%"])
  func aNameWithoutLettersIsTold(_ name: String) async throws {
    let text = try await told { try $0.write("---\ntitle: A\n---\n", to: "content/\(name).md") }
    #expect(text.hasPrefix("content/\(name).md: lỗi: tên “\(name)” không có chữ cái Latinh"))
    #expect(
      try await told { try $0.write("---\ntitle: A\nslug: a\n---\n", to: "content/\(name).md") } == "")
    let file = try await told {
      try $0.write("x", to: "content/\(name).pdf")
      try $0.write("---\ntitle: A\n---\n\n[Tệp](<\(name == "%" ? "%25" : name).pdf>)\n", to: "content/a.md")
    }
    #expect(file.contains("[name-without-letters]") == !["_", "---"].contains(name))
  }

  @Test(arguments: [
    ("tags: [\(long)]", "2:8"), ("slug: \(long)", "3:7"), ("aliases: [/a/\(long).html]", "3:11"),
  ])
  func aNameThatNoDiskTakesIsTold(_ field: String, _ place: String) async throws {
    let project = try TemporaryProject()
    let front = field.hasPrefix("tags") ? "\(field)\ntitle: A" : "title: A\n\(field)"
    try project.write("---\n\(front)\n---\n", to: "content/x.md")
    let text = project.printed(await project.build())
    #expect(text.hasPrefix("content/x.md:\(place): lỗi: “") && text.contains("[name-too-long]"), "\(text)")
    #expect(await project.check().codes.contains("name-too-long"))
  }

  @Test func aFileNameThatMakesALongerOneIsTold() async throws {
    let name = String(repeating: "a", count: 252)
    let text = try await told { try $0.write("---\ntitle: A\n---\n", to: "content/\(name).md") }
    #expect(text.hasPrefix("content/\(name).md: lỗi: “") && text.contains("[name-too-long]"))
    #expect(
      try await told { try $0.write("---\ntitle: A\n---\n", to: "content/\(name.dropLast(2)).md") } == "")
  }

  private static let long = String(repeating: "a", count: 260)
}
