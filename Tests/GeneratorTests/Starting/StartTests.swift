import Diagnostics
import Foundation
import ProblemCodes
import Testing

@testable import Files
@testable import Generator
@testable import Starting

/// `vungxanh init`: a project that builds at once, or nothing at all.
@Suite struct StartTests {
  private static let isRoot = geteuid() == 0
  private let files = FileManager.default

  /// The code that beginning a project in a folder fails with.
  private func failure(_ folder: String, _ project: NewProject) -> String? {
    do throws(StartFailure) {
      _ = try startProject(ProjectOrder(date: project.today), in: folder, from: project.home)
      return nil
    } catch {
      return error.diagnostics.first?.problem.code
    }
  }

  @Test func buildsAtOnceAndSaysWhatIsToBeFilledIn() async throws {
    let project = try NewProject()
    #expect(await project.problems() == "")
    #expect(files.fileExists(atPath: project.root + "/site/main/huong-dan/cap-nhat-dien-thoai.html"))
    #expect(try project.text("content/site.yaml").contains("name: \"CẦN ĐIỀN – "))
    #expect(try project.text(".gitignore") == "/site/\n")
    #expect(!project.files.contains { $0.contains("/starter/") })
    #expect(project.files.contains("themes/vung-xanh/archetypes/guide.md"))
  }

  @Test func leavesNoNoteWhenAllIsFilledIn() async throws {
    var order = ProjectOrder(date: TemporaryProject.today)
    (order.name, order.url, order.body) = (#"Phường "Mẫu": \ 🌿"#, "https://mau.example/a", "UBND # phường")
    let project = try NewProject(order: order)
    let yaml = try project.text("content/site.yaml")
    let contacts = yaml.replacing("CẦN ĐIỀN – số", with: "024 0000").replacing(
      "CẦN ĐIỀN – hộp", with: "a@b.example")
    try project.write(contacts.replacing("CẦN ĐIỀN", with: "Có"), to: "content/site.yaml")
    let help = try project.text("content/tro-giup.md")
    try project.write(help.replacing("CẦN ĐIỀN", with: "Có"), to: "content/tro-giup.md")
    let publication = PublicationRules(today: project.today)
    let report = await build(
      BuildOptions(project: project.root, publication: publication, workers: 2, rules: .all))
    #expect(report.diagnostics.isEmpty)
    let portal = try project.outline.project.portals[0]
    #expect(portal.name == order.name && portal.body == order.body)
    #expect(portal.url.absolute == "https://mau.example/a/")
  }

  @Test func takesTheKindOfUnitFromItsName() throws {
    var order = ProjectOrder(date: TemporaryProject.today)
    order.name = "Xã Mẫu"
    #expect(try NewProject(order: order).outline.project.portals[0].kind == .commune)
    #expect(ProjectOrder.likelyBody(for: "Xã Mẫu") == "UBND xã Mẫu")
  }

  @Test func refusesAFolderThatIsUsed() throws {
    let project = try NewProject()
    let before = project.files
    #expect(failure(project.root, project) == "folder-not-empty")
    #expect(failure(project.root + "/content/site.yaml", project) == "not-a-folder")
    #expect(failure(project.root + "/content/site.yaml/x", project) == "not-a-folder")
    #expect(project.files == before)
  }

  @Test func takesAFolderWithOnlyDotFilesAndKeepsThem() throws {
    let project = try NewProject()
    try project.write("*.tmp\n", to: "b/.gitignore")
    try project.write("x", to: "b/.git/HEAD")
    let made = try startProject(
      ProjectOrder(date: project.today), in: project.root + "/b", from: project.home)
    #expect(made.keptIgnoreFile)
    #expect(try project.text("b/.gitignore") == "*.tmp\n")
    #expect(files.fileExists(atPath: project.root + "/b/content/site.yaml"))
  }

  @Test func refusesAnAddressThatIsNone() throws {
    let project = try NewProject()
    var order = ProjectOrder(date: project.today)
    order.url = "phuong.example"
    #expect(throws: StartFailure.self) {
      try startProject(order, in: project.folder + "/x", from: project.home)
    }
    #expect(!files.fileExists(atPath: project.folder + "/x"))
  }

  /// A name that cannot be a file's is met when half of the files are written.
  @Test func leavesNothingWhenItFails() throws {
    let project = try NewProject()
    let deep = project.folder + "/" + String(repeating: "x", count: 255)
    #expect(failure(deep + "/" + String(repeating: "y", count: 256), project) == "cannot-create")
    #expect(!files.fileExists(atPath: deep))
  }

  @Test(.disabled(if: isRoot, "root writes everywhere")) func refusesAFolderItMayNotWrite() throws {
    let project = try NewProject()
    chmod(project.folder, 0o555)
    defer { chmod(project.folder, 0o755) }
    #expect(failure(project.folder + "/x", project) == "cannot-create")
  }

  @Test func refusesADiskThatTakesNoFolders() throws {
    let project = try NewProject()
    #expect(failure("/proc/vungxanh", project) == "cannot-create")
  }

  @Test func takesBackWhatItWroteBeforeAFailure() throws {
    let project = try NewProject()
    try project.write("cũ", to: "b/co.txt")
    var new = NewFiles()
    new.add([65], at: project.root + "/b/moi/a.txt")
    new.add([65], at: project.root + "/b/co.txt")
    #expect(throws: Disk.Failure.self) { try new.write() }
    #expect(project.files.filter { $0.hasPrefix("b/") } == ["b/co.txt"])
    #expect(!files.fileExists(atPath: project.root + "/b/moi"))
    #expect(try project.text("b/co.txt") == "cũ")
  }

  @Test func findsTheHomeThemeAboveTheExecutable() throws {
    let program = NewProject.repository + "/Sources/vungxanh/VungXanh.swift"
    let found = try HomeTheme.find(home: nil, executable: program).get()
    #expect(found.folder == NewProject.repository + "/themes/vung-xanh")
    #expect(throws: StartFailure.self) { try HomeTheme.find(home: nil, executable: "/bin/sh").get() }
    #expect(throws: StartFailure.self) { try HomeTheme.find(home: "/nowhere", executable: program).get() }
  }

  @Test func findsTheHomeThemeOfAnInstalledTool() throws {
    let system = try NewProject()
    try system.write("", to: "usr/share/vungxanh/themes/vung-xanh/layouts/page.mustache")
    try system.write("", to: "usr/bin/vungxanh")
    let program = system.root + "/usr/bin/vungxanh"
    let found = try HomeTheme.find(home: nil, executable: program).get()
    #expect(found.folder.hasSuffix("/usr/share/vungxanh/themes/vung-xanh"))
    #expect(try found.tool(executable: program) == Disk.realPath(program))
  }

  private static let units: [(String, name: String, body: String?, id: String, kind: Portal.Kind)] = [
    ("UBND phường Cống Vị", "Phường Cống Vị", "UBND phường Cống Vị", "cong-vi", .ward),
    ("phường Giảng Võ", "Phường Giảng Võ", "UBND phường Giảng Võ", "giang-vo", .ward),
    ("Phường 5", "Phường 5", "UBND phường 5", "phuong-5", .ward),
    ("UBND xã Ea H’leo", "Xã Ea H’leo", "UBND xã Ea H’leo", "ea-hleo", .commune),
    ("Trường THCS Mẫu", "Trường THCS Mẫu", "Trường THCS Mẫu", "truong-thcs-mau", .school),
    ("Câu lạc bộ Mẫu", "Câu lạc bộ Mẫu", nil, "cau-lac-bo-mau", .other),
  ]

  @Test(arguments: units)
  func readsAUnitsName(_ text: String, name: String, body: String?, id: String, kind: Portal.Kind) {
    let unit = UnitName(text)
    #expect(unit.name == name && unit.body == body && unit.id == id && unit.kind == kind)
  }
}
