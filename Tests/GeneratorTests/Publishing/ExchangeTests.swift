import Diagnostics
import Foundation
import Synchronization
import Testing

@testable import Files
@testable import Generator
@testable import Publishing

/// Folders that take a portal's place as a whole.
@Suite struct ExchangeTests {
  /// The files of one portal.
  private static func site(_ portal: String, in files: [String: Data]) -> [String: Data] {
    files.filter { $0.key.hasPrefix(portal + "/") }
  }

  @Test func eachPortalIsTheOldSiteOrTheNew() async throws {
    let project = try await DressedProject()
    let output = project.files.output
    let seen = Mutex<[[String: Data]]>([])
    let report = await project.files.build { _ in
      seen.withLock {
        $0.append(TemporaryProject.files(in: output).filter { !$0.key.hasPrefix(".vungxanh") })
      }
    }
    #expect(report.errors == [])
    let after = project.files.published
    #expect(seen.withLock { $0.count } == 2)
    for moment in seen.withLock({ $0 }) {
      for portal in ["a", "b"] {
        let site = Self.site(portal, in: moment)
        #expect(
          site == Self.site(portal, in: project.before) || site == Self.site(portal, in: after), "\(portal)")
      }
    }
    #expect(Self.site("a", in: after) != Self.site("a", in: project.before))
    #expect(report.portals.map(\.removed).allSatisfy { $0.contains("muc/cu.html") })
  }

  /// Servers and uploads go by times and inodes.
  @Test func whatIsUnchangedStaysTheSameFile() async throws {
    let project = try TemporaryProject()
    try project.write("---\ntitle: Bài\n---\n\nA.\n", to: "content/bai.md")
    #expect(await project.build().errors == [])
    let page = project.output + "/main/bai.html"
    let old = try #require(FileIdentity(of: page))
    for number in 1...6 {
      try project.write("---\ntitle: Trang chủ\n---\n\nLần \(number).\n", to: "content/_index.md")
      #expect(await project.build().portals.first?.written.contains("index.html") == true)
      let new = try #require(FileIdentity(of: page))
      #expect(new.inode == old.inode && new.modified == old.modified)
    }
    #expect(await project.build().portals.first?.written == [])
  }

  @Test func aPortalThatCannotTakeItsPlaceStaysAloneAsItWas() async throws {
    let project = try await DressedProject()
    let report = await project.files.build { step throws(Disk.Failure) in
      if step == .exchange(portal: "a") { throw Disk.Failure(path: "site/a", code: EACCES) }
    }
    #expect(report.errors == ["cannot-write"])
    #expect(project.files.printed(report).contains("cổng “a” vẫn như trước"))
    #expect(report.portals.map(\.id) == ["b"])
    #expect(!report.isHalfPublished)
    let now = project.files.published
    #expect(Self.site("a", in: now) == Self.site("a", in: project.before))
    #expect(Self.site("b", in: now) != Self.site("b", in: project.before))
    let healed = await project.files.build()
    #expect(healed.errors == [])
    #expect(healed.portals.flatMap(\.written).contains("muc/bai.html"))
  }

  /// A page that was opened before still asks for the style sheet of its day.
  @Test func aStyleSheetOutlivesItsPagesByOneVersion() async throws {
    let project = try await DressedProject()
    func styles() -> [String] {
      project.files.published.keys.filter { $0.hasPrefix("a/") && $0.hasSuffix(".css") }.sorted()
    }
    let first = styles()
    #expect(first.count == 1)
    _ = await project.files.build()
    let second = styles()
    #expect(second.count == 2 && Set(second).isSuperset(of: first))
    #expect(await project.files.build().portals.allSatisfy { $0.written == [] && $0.removed == [] })
    #expect(styles() == second)
    try DressedProject.dress(project.files, "green")
    let report = await project.files.build()
    #expect(report.portals.first?.removed == first.map { String($0.dropFirst(2)) })
    #expect(styles().count == 2 && !styles().contains(first[0]))
  }

  @Test func aFileMayBecomeAFolderAndBack() async throws {
    let project = try TemporaryProject()
    for (number, path) in ["tep", "tep/trong/y.txt", "tep", "tep/trong/y.txt", "tep", "tep/z"].enumerated() {
      try? project.remove("content/tep")
      try project.write("\(number)", to: "content/" + path)
      try project.writeHome(linkingTo: [path])
      #expect(await project.build().errors == [])
      let files = project.published.filter { $0.key.hasPrefix("main/tep") }
      #expect(files == ["main/\(path)": Data("\(number)".utf8)])
    }
  }

  @Test func aFolderKeepsItsMode() async throws {
    let project = try await DressedProject().files
    let folder = project.output + "/a/muc"
    for path in [project.output + "/a", folder] {
      try FileManager.default.setAttributes([.posixPermissions: 0o750], ofItemAtPath: path)
    }
    #expect(await project.build().errors == [])
    for path in [project.output + "/a", folder] {
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
      #expect(mode == 0o750)
    }
  }

  @Test func whatIsWellKnownStaysWithWhatCameMeanwhile() async throws {
    let project = try await DressedProject().files
    try project.write("Contact: x", to: "site/a/.well-known/security.txt")
    let folder = project.output + "/a/.well-known"
    let inode = Disk.inode(of: folder)
    let report = await project.build { step in
      guard step == .exchange(portal: "a") else { return }
      try? Data("khóa".utf8).write(to: URL(filePath: folder + "/acme"))
    }
    #expect(report.errors == [])
    #expect(Disk.inode(of: folder) == inode)
    #expect(project.published["a/.well-known/security.txt"] == Data("Contact: x".utf8))
    #expect(project.published["a/.well-known/acme"] == Data("khóa".utf8))
  }

  /// Exchanging would put the new site beside the place that the link leads to.
  @Test func aPortalThatIsALinkIsPublishedWhereItLeads() async throws {
    let project = try await DressedProject().files
    let (link, place) = (project.output + "/a", project.root + "/noi-khac")
    try FileManager.default.moveItem(atPath: link, toPath: place)
    try project.link("site/a", to: place)
    let report = await project.build()
    #expect(report.errors == [])
    #expect(
      report.diagnostics.filter { $0.severity == .warning }.map(\.problem.code) == ["published-in-place"])
    #expect(project.printed(report).contains("một liên kết"))
    #expect(FileManager.default.fileExists(atPath: place + "/muc/bai.html"))
    #expect(!FileManager.default.fileExists(atPath: place + "/muc/cu.html"))
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == place)
  }
}
