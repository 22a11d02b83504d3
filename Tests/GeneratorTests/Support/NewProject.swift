import Diagnostics
import Foundation
import ProblemCodes
import Vietnamese

@testable import Files
@testable import Generator
@testable import Starting

/// A project as `init` begins it, or a copy of the real one, in a temporary folder that goes with the value.
final class NewProject {
  static let repository = Repository.root.path

  let folder: String
  let root: String
  let home: HomeTheme
  let today: CalendarDate

  init(order: ProjectOrder = ProjectOrder(date: TemporaryProject.today)) throws {
    today = order.date
    folder = FileManager.default.temporaryDirectory.appending(path: "vungxanh-\(UUID().uuidString)").path
    root = folder + "/dự án"
    home = try HomeTheme.find(home: Self.repository, executable: "/").get()
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    _ = try startProject(order, in: root, from: home)
  }

  /// With the repository's own content in place of the starter's, on the day of the test: it has pages of any day
  /// until then.
  static func real() throws -> NewProject {
    let iso = Date.now.ISO8601Format(.iso8601Date(timeZone: TimeZone(identifier: "Asia/Ho_Chi_Minh")!))
    let project = try NewProject(order: ProjectOrder(date: CalendarDate(iso: iso)!))
    try FileManager.default.removeItem(atPath: project.root + "/content")
    try FileManager.default.copyItem(
      atPath: repository + "/content", toPath: project.root + "/content")
    return project
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  var outline: ProjectOutline { get throws { try ProjectOutline.read(root, on: today).get() } }

  func order(
    _ type: NewType, _ title: String?, section: String? = nil, portal: String? = nil, slug: String? = nil
  ) -> PageOrder {
    var order = PageOrder(type: type, date: today)
    (order.title, order.section, order.portal, order.slug) = (title, section, portal, slug)
    return order
  }

  @discardableResult
  func make(
    _ type: NewType, _ title: String?, section: String? = nil, portal: String? = nil, slug: String? = nil
  ) throws -> MadePage {
    try Starting.make(
      order(type, title, section: section, portal: portal, slug: slug), in: outline, home: home)
  }

  /// What the making fails with, as code and remedy.
  func failure(
    _ type: NewType, _ title: String?, section: String? = nil, portal: String? = nil, slug: String? = nil
  ) -> [String] {
    do {
      try make(type, title, section: section, portal: portal, slug: slug)
      return []
    } catch let failure as StartFailure {
      return failure.diagnostics.map { "\($0.problem.code): \($0.problem.report.vi.remedy)" }
    } catch {
      return ["\(error)"]
    }
  }

  /// Everything that a build says, but for notes on values to be filled in.
  func problems(drafts: Bool = true) async -> String {
    let publication = PublicationRules(today: today, includesDrafts: drafts)
    let report = await build(BuildOptions(project: root, publication: publication, workers: 2, rules: .all))
    var printer = Printer(language: .vi, usesColour: false) { sourceText($0, of: self.root) }
    return report.diagnostics.filter { $0.severity != .note }.map { printer.text($0) }.joined()
  }

  func text(_ path: String) throws -> String {
    try String(contentsOfFile: root + "/" + path, encoding: .utf8)
  }

  func write(_ text: String, to path: String) throws {
    let place = URL(filePath: root + "/" + path)
    try FileManager.default.createDirectory(
      at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: place)
  }

  func remove(_ path: String) throws { try FileManager.default.removeItem(atPath: root + "/" + path) }

  /// The paths of all files, sorted, but for what a build wrote.
  var files: [String] {
    TemporaryProject.files(in: root).keys.filter { !$0.hasPrefix("site/") }.sorted()
  }
}
