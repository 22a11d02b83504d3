import Diagnostics
import Foundation
import ProblemCodes
import Testing
import Vietnamese

@testable import Files
@testable import Generator
@testable import Starting

/// `vungxanh doctor`: what is wrong is found, and what is right is not complained of.
@Suite struct CheckupTests {
  private func machine(_ change: (inout Machine) -> Void = { _ in }) -> Machine {
    var machine = Machine(curlLibrary: "8.0.0") {
      ["LANG": "vi_VN.UTF-8", "VUNGXANH_HOME": NewProject.repository][$0]
    }
    machine.markdownLibrary = Machine.knownMarkdownLibrary
    machine.watchLimit = 100_000
    change(&machine)
    return machine
  }

  private func problems(
    _ machine: Machine, _ workplace: Workplace, isNamed: Bool = false
  ) -> [String] {
    checkup(machine, workplace, isNamed: isNamed).compactMap { finding in
      finding.problem.map { "\($0.code) \(finding.severity!)" }
    }
  }

  private func workplace() throws -> Workplace {
    let project = try NewProject()
    // The project goes when it is not needed any more.
    var workplace = withExtendedLifetime(project) { Workplace(project.root) }
    workplace.freeBytes = 1 << 40
    return workplace
  }

  private func problems(_ change: (inout Workplace) -> Void) throws -> [String] {
    var workplace = try workplace()
    change(&workplace)
    return problems(machine(), workplace)
  }

  @Test func findsNothingWrongWithANewProject() throws {
    #expect(try problems { _ in } == [])
  }

  @Test func findsWhatIsWrongWithAMachine() throws {
    let workplace = try workplace()
    let bad = machine {
      $0.markdownLibrary = "0.28.0"
      $0.locale = "C"
      $0.today = CalendarDate(iso: "2024-12-31")!
      $0.watchLimit = 3
      $0.homeTheme = HomeTheme.find(home: "/nowhere", executable: "/bin/sh")
    }
    #expect(
      problems(bad, workplace) == [
        "untested-library warning", "locale-not-utf8 warning", "wrong-clock error",
        "few-file-watches warning", "no-home-theme warning",
      ])
    let unknown = machine {
      $0.watchLimit = nil
      $0.locale = "en_US.utf8"
    }
    #expect(problems(unknown, workplace) == [])
  }

  @Test func takesTheLocaleThatCounts() {
    func locale(_ environment: [String: String]) -> String {
      Machine(curlLibrary: "") { environment[$0] }.locale
    }
    #expect(locale([:]) == "C")
    #expect(locale(["LANG": "C.UTF-8", "LC_ALL": ""]) == "C.UTF-8")
    #expect(locale(["LANG": "C.UTF-8", "LC_ALL": "POSIX"]) == "POSIX")
  }

  @Test func findsWhatIsWrongWithAProject() throws {
    #expect(try problems { $0.freeBytes = 499 << 20 } == ["little-space warning"])
    #expect(try problems { $0.freeBytes = nil } == [])
    #expect(
      try problems { $0.unreadable = .init(path: "content/a.md", reason: .noPermission) } == [
        "file-unreadable error"
      ])
    #expect(
      try problems { $0.unwritable = .init(path: "site", reason: .readOnly) } == ["cannot-write error"])
  }

  @Test func findsALockThatIsHeld() throws {
    let project = try NewProject()
    try project.write("", to: "site/.vungxanh-lock")
    #expect(!Workplace(project.root).isLocked)
    let descriptor = open(project.root + "/site/.vungxanh-lock", O_RDWR)
    defer { close(descriptor) }
    #expect(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
    #expect(Workplace(project.root).isLocked)
    #expect(try problems { $0.isLocked = true } == ["output-in-use warning"])
  }

  @Test func findsAThemeThatIsMissingAndADeclarationThatIsBroken() throws {
    let project = try NewProject()
    let yaml = try project.text("content/site.yaml")
    try project.write(yaml.replacing("theme: vung-xanh", with: "theme: vung-xan"), to: "content/site.yaml")
    #expect(problems(machine(), Workplace(project.root)) == ["missing-theme error"])
    try project.write("name: [", to: "content/site.yaml")
    #expect(problems(machine(), Workplace(project.root)) == ["yaml-syntax error"])
  }

  @Test func isContentOutsideAProject() throws {
    let project = try NewProject()
    let workplace = Workplace(project.folder)
    #expect(problems(machine(), workplace) == ["no-content warning"])
    #expect(problems(machine(), workplace, isNamed: true) == ["no-content error"])
    #expect(workplace.freeBytes != nil && workplace.unwritable == nil)
  }

  @Test func countsTheFoldersToWatch() throws {
    let project = try NewProject()
    let before = Workplace(project.root).folders
    try project.write("x", to: "content/a/b/x.txt")
    #expect(Workplace(project.root).folders == before + 2)
    #expect(Workplace(project.root).unreadable == nil)
  }
}
