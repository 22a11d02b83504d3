import Diagnostics
import Foundation
import ProblemCodes
import Vietnamese

@testable import Checking
@testable import Files
@testable import Generator
@testable import Publishing

/// A project in a temporary folder, removed with the value that names it.
final class TemporaryProject {
  /// What the goldens are built on.
  static let today = CalendarDate(iso: "2026-11-23")!
  static let sites = Repository.root.appending(path: "Tests/Sites").path

  /// What site.yaml says in a new project.
  static let portal = """
    name: Phường Mẫu
    theme: plain
    url: https://mau.example/
    body: UBND phường Mẫu
    responsible: Nguyễn Văn Mẫu
    address: 1 phố Mẫu
    phone: 024 0000 0000
    email: mau@example.org

    """

  let root: String
  var output: String

  /// A project of one portal with a home page and `Tests/Sites/_theme`.
  convenience init() throws {
    try self.init(copying: nil)
    try write(Self.portal, to: "content/site.yaml")
    try write("---\ntitle: Trang chủ\n---\n\nChào bạn.\n", to: "content/_index.md")
  }

  /// A copy of a golden site, with the shared theme unless it has its own.
  init(copying site: String?) throws {
    root = FileManager.default.temporaryDirectory.appending(path: "vungxanh-\(UUID().uuidString)").path
    output = root + "/site"
    let files = FileManager.default
    try files.createDirectory(atPath: root + "/themes", withIntermediateDirectories: true)
    if let site {
      let source = Self.sites + "/" + site
      try files.copyItem(atPath: source + "/content", toPath: root + "/content")
      if files.fileExists(atPath: source + "/themes") {
        try files.removeItem(atPath: root + "/themes")
        try files.copyItem(atPath: source + "/themes", toPath: root + "/themes")
        return
      }
    }
    try files.copyItem(atPath: Self.sites + "/_theme", toPath: root + "/themes/plain")
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  func write(_ text: String, to path: String) throws { try write(Array(text.utf8), to: path) }

  func write(_ bytes: [UInt8], to path: String) throws {
    let place = URL(filePath: root + "/" + path)
    try FileManager.default.createDirectory(
      at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: place)
  }

  /// Has the home page link to files beside it: what nothing uses is not published.
  func writeHome(linkingTo files: [String]) throws {
    let links = files.map { "[\($0)](\($0))" }.joined(separator: ", ")
    try write("---\ntitle: Trang chủ\n---\n\nChào bạn. \(links)\n", to: "content/_index.md")
  }

  func remove(_ path: String) throws { try FileManager.default.removeItem(atPath: root + "/" + path) }

  func link(_ path: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: root + "/" + path, withDestinationPath: target)
  }

  func build(
    portals: [String] = [], workers: Int = 2, inPlace: Bool = false, author: String = "lan",
    beforeStep: @escaping BeforeStep = { _ in }
  ) async -> BuildReport {
    var options = BuildOptions(
      project: root, publication: PublicationRules(today: Self.today), workers: workers, rules: .all)
    options.output = output
    options.portals = portals
    options.beforeStep = beforeStep
    options.publishing.isInPlace = inPlace
    options.publishing.isAllOrNothing = true
    options.byWhom = Publication(time: 1_795_500_000, author: author, origin: .build)
    return await Generator.build(options, .ofBuild(options))
  }

  /// As the command prints them: without notes.
  func printed(_ report: BuildReport) -> String {
    var printer = Printer(language: .vi, usesColour: false) { sourceText($0, of: self.root) }
    return report.diagnostics.filter { $0.severity != .note }.map { diagnostic in
      _ = diagnostic.problem.met
      return printer.text(diagnostic)
    }.joined()
  }

  /// Everything in the output folder but what the publisher keeps for itself.
  var published: [String: Data] { Self.files(in: output).filter { !$0.key.hasPrefix(".vungxanh") } }

  /// Where the versions of its output are kept.
  var versions: String { root + "/.vungxanh-site/versions" }

  /// Every file below a folder, by its path from there.
  static func files(in folder: String) -> [String: Data] {
    guard let paths = FileManager.default.enumerator(atPath: folder) else { return [:] }
    var files: [String: Data] = [:]
    for case let path as String in paths {
      var isFolder: ObjCBool = false
      let exists = FileManager.default.fileExists(atPath: folder + "/" + path, isDirectory: &isFolder)
      if !exists || !isFolder.boolValue {
        files[path] = FileManager.default.contents(atPath: folder + "/" + path)
      }
    }
    return files
  }
}

extension BuildReport {
  /// The codes of its errors.
  var errors: [String] { diagnostics.filter { $0.severity == .error }.map(\.problem.code) }
}

/// As `vungxanh build` does it.
func build(_ options: BuildOptions) async -> BuildReport {
  await build(options, .ofBuild(options))
}
