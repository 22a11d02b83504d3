import Diagnostics
import Foundation
import ProblemCodes
import Vietnamese

@testable import Checking
@testable import Files
@testable import Generator

extension TemporaryProject {
  /// - Parameter today: the day of the check; that of the goldens by default.
  func check(
    portals: [String] = [], on today: CalendarDate = TemporaryProject.today, drafts: Bool = false
  ) async -> CheckReport {
    var options = BuildOptions(
      project: root, publication: PublicationRules(today: today, includesDrafts: drafts), workers: 2,
      rules: .all)
    options.output = output
    options.portals = portals
    return await Checking.check(options)
  }

  /// A page that breaks no rule unless `text` or `fields` do. `fields` take the place of those of the same key.
  func page(_ text: String = "Chữ.", fields: String = "", at path: String = "content/trang.md") throws {
    let keys = fields.split(separator: "\n").map { $0.prefix { $0 != ":" } }
    var front = ["title: \(path)", "description: Một lời giới thiệu đủ dài cho \(path) dùng để thử."]
    front.removeAll { keys.contains($0.prefix { $0 != ":" }) }
    try write("---\n\((front + [fields]).joined(separator: "\n"))\n---\n\n\(text)\n", to: path)
  }
}

extension CheckReport {
  /// The codes of what was found but for the things that the project of the tests is always short of.
  var codes: [String] {
    diagnostics.filter { $0.path != "content/_index.md" }.map(\.problem.code).filter {
      !["page-orphan", "file-unused"].contains($0)
    }
  }

  /// `content/trang.md:7:3 link-text-vague`, as a person would find it.
  func places(in project: TemporaryProject) -> [String] {
    var printer = Printer(language: .en, usesColour: false) { sourceText($0, of: project.root) }
    return diagnostics.filter { $0.path != "content/_index.md" }.compactMap { diagnostic in
      let code = diagnostic.problem.code
      guard code != "page-orphan" else { return nil }
      let place = printer.excerpt(of: diagnostic).map { ":\($0.line):\($0.column)+\($0.length)" } ?? ""
      return "\(diagnostic.path)\(place) \(code)"
    }
  }
}
