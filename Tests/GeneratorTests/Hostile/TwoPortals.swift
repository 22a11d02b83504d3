import Foundation

@testable import Files
@testable import Generator

/// A project of two portals, a (the main one) and b, with a home page and a section.
extension TemporaryProject {
  /// - Parameters:
  ///   - theme: of the repository; `Tests/Sites/_theme` for nil.
  ///   - site: more of site.yaml.
  ///   - a: more of the portal's own file; so `b`.
  static func ofTwoPortals(
    theme: String? = nil, state: String = "live", site: String = "", a: String = "", b: String = ""
  ) throws -> TemporaryProject {
    let project = try TemporaryProject(copying: nil)
    if let theme {
      let source = URL(filePath: sites).deletingLastPathComponent().deletingLastPathComponent()
      try FileManager.default.copyItem(
        atPath: source.appending(path: "themes/\(theme)").path, toPath: project.root + "/themes/\(theme)")
    }
    try project.write(
      "name: Mẫu\ntheme: \(theme ?? "plain")\nmain_portal: a\n\(site)\n", to: "content/site.yaml")
    for (id, more) in [("a", a), ("b", b)] {
      let portal = Self.portal.replacing("https://mau.example/", with: "https://\(id).gov.vn/")
        .replacing("theme: plain\n", with: "")
      try project.write(portal + "state: \(state)\n\(more)\n", to: "content/portals/\(id)/portal.yaml")
    }
    try project.write("---\ntitle: Trang chủ\n---\n\nChào bạn.\n", to: "content/_index.md")
    try project.write("---\ntitle: Mục\n---\n\nChữ.\n", to: "content/muc/_index.md")
    return project
  }

  func page(at path: String, _ body: String, fields: String = "", title: String = "Bài") throws {
    try write("---\ntitle: \(title)\n\(fields.isEmpty ? "" : fields + "\n")---\n\n\(body)\n", to: path)
  }

  /// Paths of files that have a text in them or in their names; also of those the publisher keeps for itself.
  func places(of text: String) -> [String] {
    let needle = Data(text.utf8)
    return Self.files(in: output).filter { $0.contains(text) || $1.range(of: needle) != nil }.map(\.key)
      .sorted()
  }
}
