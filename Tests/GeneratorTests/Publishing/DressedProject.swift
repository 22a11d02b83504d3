import Foundation
import Testing

@testable import Files
@testable import Generator

/// Two portals, a and b, with a style sheet that each page names: published once, then changed throughout.
final class DressedProject {
  let files: TemporaryProject
  let before: [String: Data]

  init() async throws {
    files = try TemporaryProject(copying: nil)
    try files.write("name: Mẫu\ntheme: plain\nmain_portal: a\n", to: "content/site.yaml")
    for id in ["a", "b"] {
      let own = TemporaryProject.portal.split(separator: "\n").filter { !$0.hasPrefix("theme") }
        .joined(separator: "\n").replacing("mau.example", with: "\(id).example")
      try files.write(own + "\n", to: "content/portals/\(id)/portal.yaml")
    }
    try files.write("---\ntitle: Trang chủ\n---\n\nChào.\n", to: "content/_index.md")
    try files.write("---\ntitle: Mục\n---\n", to: "content/muc/_index.md")
    try files.write("---\ntitle: Bài\n---\n\nA.\n", to: "content/muc/bai.md")
    try files.write("---\ntitle: Cũ\n---\n\nA.\n", to: "content/muc/cu.md")
    try Self.dress(files, "black")
    let first = await files.build()
    #expect(first.errors == [], "\(files.printed(first))")
    before = files.published
    try Self.dress(files, "navy")
    try files.remove("content/muc/cu.md")
  }

  /// Gives every page another style sheet.
  static func dress(_ project: TemporaryProject, _ colour: String) throws {
    try project.write("body { color: \(colour) }", to: "themes/plain/assets/style.css")
    let layout = "<link href=\"/{{#assets}}{{style_css}}{{/assets}}\"><title>{{title}}</title>"
    try project.write(layout, to: "themes/plain/layouts/page.mustache")
  }

  /// Style sheets that published pages name and that are not there.
  static func missingStyles(in output: String) -> [String] {
    let files = TemporaryProject.files(in: output).filter { !$0.key.hasPrefix(".vungxanh") }
    return files.compactMap { path, data in
      guard let found = String(decoding: data, as: UTF8.self).firstMatch(of: /<link href="\/([^"]+)"/),
        let portal = path.split(separator: "/").first
      else { return nil }
      return files["\(portal)/\(found.1)"] == nil ? "\(path) names \(found.1)" : nil
    }
  }
}
