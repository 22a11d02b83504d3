import Diagnostics
import Foundation
import ProblemCodes
import Testing

@testable import Uploading

@Suite struct TargetTests {
  private func targets(_ text: String) throws -> (targets: [Target], codes: [String], root: String) {
    let root = FileManager.default.temporaryDirectory.appending(path: "vungxanh-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    if !text.isEmpty { try Data(text.utf8).write(to: URL(filePath: root + "/publish.yaml")) }
    var problems: [Diagnostic] = []
    let targets = Target.all(of: root, problems: &problems)
    try FileManager.default.removeItem(atPath: root)
    return (targets, problems.map(\.problem.met.code), root)
  }

  @Test(
    arguments: [
      ("", ["no-targets"]), ("targets: []\n", ["no-targets"]), ("targets: [\n", ["yaml-syntax"]),
      ("targets: [{ name: a, to: /x, mat_khau: b }]\n", ["unknown-key"]),
      ("targets: [{ name: a, to: \"sftp://lan:bimat@x/y\" }]\n", ["password-in-file"]),
      ("targets: [{ name: a, to: \"sftp://lan@x/y\" }]\n", []),
      ("targets: [{ name: a, to: \"ftp://lan@x/y\" }]\n", ["plain-ftp"]),
      ("targets: [{ name: a, to: \"scp://lan@x/y\" }]\n", ["unknown-transport"]),
      ("targets: [{ name: a, to: \"sftp://lan@x/../y\" }]\n", ["unknown-transport"]),
      ("targets: [{ name: a, to: \"sftp://lan@x\" }]\n", ["unknown-transport"]),
      ("targets: [{ name: a, to: \"sftp://x:0/y\" }]\n", ["unknown-transport"]),
      ("targets: [{ name: a }]\n", ["missing-key"]), ("targets: [{ name: a, to: /x }]\n", []),
    ] as [(String, [String])])
  func saysWhatIsWrong(_ text: String, _ codes: [String]) throws { #expect(try targets(text).codes == codes) }

  @Test func aTargetIsChosen() throws {
    let (all, _, _) = try targets(
      "targets:\n  - { name: usb, to: /m/$portal }\n  - { name: web, to: ./x, portals: a }\n")
    var problems: [Diagnostic] = []
    #expect(all.chosen("web", problems: &problems)?.portals == ["a"] && problems.isEmpty)
    #expect(all.chosen(nil, problems: &problems) == nil && all.chosen("wep", problems: &problems) == nil)
    #expect(problems.map(\.problem.met.code) == ["which-target", "unknown-target"])
    #expect(try all[0].destination(of: "kim-ma", from: "/du-an", Secrets()).place == "/m/kim-ma")
    #expect(try all[1].destination(of: "kim-ma", from: "/du-an", Secrets()).place == "/du-an/x")
  }

  @Test func severalPortalsNeedSeveralFolders() async throws {
    let desk = try UploadDesk()
    try desk.write("b", at: desk.root + "/site/b/index.html")
    var problems: [Diagnostic] = []
    let one = Target(name: "một", to: desk.root + "/x", portals: [])
    #expect(
      await publish(
        [], of: desk.root + "/site", built: ["a", "b"], to: one, from: desk.root, withdrawn: [:],
        UploadRules(), Secrets(),
        problems: &problems
      ).isEmpty)
    let each = Target(name: "mỗi", to: "./noi-dang/$portal", portals: [])
    #expect(
      await publish(
        ["a", "c"], of: desk.root + "/site", built: ["a", "b"], to: each, from: desk.root, withdrawn: [:],
        UploadRules(), Secrets(), problems: &problems
      ).isEmpty)
    #expect(problems.map(\.problem.met.code) == ["one-folder-for-all", "not-built"])
    problems = []
    let sent = await publish(
      [], of: desk.root + "/site", built: ["a", "b"], to: each, from: desk.root, withdrawn: [:],
      UploadRules(), Secrets(),
      problems: &problems)
    #expect(sent.map(\.id) == ["a", "b"] && desk.isSame)
  }
}
