import Diagnostics
import Foundation
import ProblemCodes
import Synchronization
import Testing

@testable import Files
@testable import Uploading

/// A portal's folder and a destination, both in a temporary folder.
final class UploadDesk {
  let root = FileManager.default.temporaryDirectory.appending(path: "vungxanh-gui-\(UUID().uuidString)").path
  var site: String { root + "/site/a" }
  var place: String { root + "/noi-dang/a" }

  init() throws {
    try write("<p>một</p>", to: "muc/sau/mot.html")
    try write("<p>mục</p>", to: "muc.html")
    try write("<p>nhà</p>", to: "index.html")
    try write("body {}", to: "assets/style.1.css")
    try write("<feed/>", to: "feed.xml")
    try write("ảnh", to: "muc/anh.jpg")
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  func write(_ text: String, to path: String) throws { try write(text, at: site + "/" + path) }

  func write(_ text: String, at path: String) throws {
    try FileManager.default.createDirectory(
      at: URL(filePath: path).deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(filePath: path))
  }

  func remove(_ path: String) throws { try FileManager.default.removeItem(atPath: site + "/" + path) }

  func upload(
    withdrawn: Set<String> = [], _ change: (inout UploadRules) -> Void = { _ in }
  ) async -> UploadReport {
    var rules = UploadRules()
    rules.time = 1_795_500_000
    change(&rules)
    let report = await Uploading.upload(
      site, to: FolderDestination(folder: place), withdrawn: withdrawn, rules)
    for problem in report.problems { _ = problem.problem.met }
    return report
  }

  /// What a folder holds, but for what this tool keeps there.
  static func files(_ folder: String) -> [String: String] {
    var files: [String: String] = [:]
    for case let path as String in FileManager.default.enumerator(atPath: folder)
      ?? FileManager.DirectoryEnumerator()
    {
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: folder + "/" + path, isDirectory: &isFolder)
      if !isFolder.boolValue, !path.hasPrefix(".vungxanh") {
        files[path] = String(
          decoding: FileManager.default.contents(atPath: folder + "/" + path) ?? Data(), as: UTF8.self)
      }
    }
    return files
  }

  var isSame: Bool { Self.files(site) == Self.files(place) }
}

@Suite struct UploadTests {
  @Test func sendsAllAndThenOnlyWhatDiffers() async throws {
    let desk = try UploadDesk()
    let first = await desk.upload()
    #expect(!first.hasErrors && first.sent.count == 6 && desk.isSame)
    // Files, pages from the deepest to the home page, then what leads to pages.
    #expect(
      first.sent == [
        "assets/style.1.css", "muc/anh.jpg", "muc/sau/mot.html", "muc.html", "index.html", "feed.xml",
      ])
    let second = await desk.upload()
    #expect(second.sent == [] && second.removed == [] && second.unchanged == 6)
    try desk.write("<p>Một</p>", to: "muc/sau/mot.html")
    try desk.remove("muc/anh.jpg")
    let third = await desk.upload()
    #expect(third.sent == ["muc/sau/mot.html"] && third.removed == ["muc/anh.jpg"] && desk.isSame)
    #expect(FileManager.default.fileExists(atPath: desk.place + "/" + Manifest.name))
    #expect(!FileManager.default.fileExists(atPath: desk.place + "/" + Manifest.nextName))
  }

  @Test func whatWasWithdrawnGoesFirst() async throws {
    let desk = try UploadDesk()
    _ = await desk.upload()
    try desk.remove("muc/anh.jpg")
    try desk.write("đã gỡ", to: "muc/sau/mot.html")
    try desk.write("mới", to: "assets/a.css")
    let changes = Mutex<[UploadChange]>([])
    let report = await desk.upload(withdrawn: ["muc/anh.jpg", "muc/sau/mot.html"]) {
      $0.beforeChange = { change in changes.withLock { $0.append(change) } }
    }
    #expect(!report.hasErrors)
    #expect(
      changes.withLock { $0 } == [.remove("muc/anh.jpg"), .put("muc/sau/mot.html"), .put("assets/a.css")])
  }

  /// Cut off before each of its steps, a run leaves every page the style sheet that it names, and the next one finishes.
  @Test func goesOnAfterAnyCut() async throws {
    for cut in 0..<14 {
      let desk = try UploadDesk()
      _ = await desk.upload()
      for (path, text) in [
        ("assets/style.2.css", "a {}"), ("muc/sau/mot.html", "2"), ("muc.html", "2"), ("index.html", "2"),
        ("moi.html", "2"),
      ] {
        try desk.write(text, to: path)
      }
      try desk.remove("assets/style.1.css")
      try desk.remove("feed.xml")
      let count = Mutex(0)
      let report = await desk.upload { rules in
        rules.beforeChange = { (_) throws(DestinationFailure) in
          let number = count.withLock { count in
            defer { count += 1 }
            return count
          }
          if number == cut { throw DestinationFailure(place: "x", reason: .diskFull) }
        }
      }
      let isCut = count.withLock { $0 } > cut
      #expect(report.hasErrors == isCut)
      let there = UploadDesk.files(desk.place)
      if there["index.html"] == "2" || there["muc.html"] == "2" {
        #expect(there["assets/style.2.css"] != nil)
      }
      if there["index.html"] != "2" { #expect(there["assets/style.1.css"] != nil) }
      let again = await desk.upload()
      #expect(!again.hasErrors, "cut \(cut): \(again.problems.map { $0.problem.report.vi.message })")
      #expect(desk.isSame, "cut \(cut)")
      #expect(again.sent.count + report.sent.count <= 6)
    }
  }

  @Test(arguments: ["xấu", "<p>nhạ</p>"]) func aPageThatSomebodyElseChangedIsAnAlarm(_ text: String)
    async throws
  {
    let desk = try UploadDesk()
    _ = await desk.upload()
    try desk.write(text, at: desk.place + "/index.html")
    try desk.write("khác", to: "muc.html")
    let report = await desk.upload()
    #expect(report.problems.map(\.problem.report.code) == ["changed-by-others"])
    #expect(report.problems.first?.problem.report.vi.message.contains("index.html") == true)
    #expect(report.sent == [] && UploadDesk.files(desk.place)["muc.html"] == "<p>mục</p>")
    let forced = await desk.upload { $0.overwrites = true }
    #expect(!forced.hasErrors && desk.isSame)
  }

  @Test func aPageThatSomebodyElseRemovedIsOneAsWell() async throws {
    let desk = try UploadDesk()
    _ = await desk.upload()
    try FileManager.default.removeItem(atPath: desk.place + "/muc.html")
    #expect(await desk.upload().problems.map(\.problem.report.code) == ["changed-by-others"])
  }

  @Test func aFileThatWasNeverSentIsNamedAndLeftAlone() async throws {
    let desk = try UploadDesk()
    _ = await desk.upload()
    try desk.write("<?php", at: desk.place + "/la.php")
    try desk.write("ma", at: desk.place + "/.well-known/acme")
    let report = await desk.upload()
    #expect(!report.hasErrors && report.foreign == ["la.php"])
    #expect(report.problems.map(\.problem.report.code) == ["foreign-files"])
    #expect(UploadDesk.files(desk.place)["la.php"] == "<?php")
  }

  @Test func aFolderWithFilesOfOthersIsNotTakenAtOnce() async throws {
    let desk = try UploadDesk()
    try desk.write("cũ", at: desk.place + "/index.htm")
    let report = await desk.upload()
    #expect(report.problems.map(\.problem.report.code) == ["foreign-files", "destination-not-empty"])
    #expect(report.sent == [])
    let forced = await desk.upload { $0.overwrites = true }
    #expect(!forced.hasErrors && UploadDesk.files(desk.place)["index.htm"] == "cũ")
  }

  @Test func manyRemovalsAreAskedAbout() async throws {
    let desk = try UploadDesk()
    for number in 0..<20 { try desk.write("x", to: "nhieu/\(number).html") }
    _ = await desk.upload()
    try desk.remove("nhieu")
    let report = await desk.upload()
    #expect(report.problems.map(\.problem.report.code) == ["many-removals"])
    #expect(report.removed == [] && UploadDesk.files(desk.place).count == 26)
    let forced = await desk.upload { $0.removesMany = true }
    #expect(forced.removed.count == 20 && desk.isSame)
    #expect(!FileManager.default.fileExists(atPath: desk.place + "/nhieu"))
  }

  @Test func aDryRunDoesNothing() async throws {
    let desk = try UploadDesk()
    let report = await desk.upload { $0.isDryRun = true }
    #expect(report.sent.count == 6)
    #expect(!FileManager.default.fileExists(atPath: desk.place))
  }

  /// What a server gives out as a manifest may be anything.
  @Test(arguments: [
    "", "vungxanh manifest 1\n", "vungxanh manifest 1\n5\nxyz 1 a\n", "vungxanh manifest 1\nx\n",
    "vungxanh manifest 1\n5\n\(String(repeating: "a", count: 64)) 1 ../../etc/passwd\n",
    "vungxanh manifest 1\n5\n\(String(repeating: "a", count: 64)) 1 /etc/passwd\n",
    "vungxanh manifest 1\n5\n\(String(repeating: "a", count: 64)) -1 a\n",
    "vungxanh manifest 1\n5\n\(String(repeating: "a", count: 64)) 1 a/./b\n",
    "vungxanh manifest 1\n5\n\(String(repeating: "a", count: 64)) 1 a", "\u{0}\u{1}",
    "vungxanh manifest 1\n99999999999999999999\n",
  ])
  func aHostileManifestIsNone(_ text: String) async throws {
    #expect(Manifest(Array(text.utf8)) == nil)
    let desk = try UploadDesk()
    try desk.write("giữ", at: desk.root + "/etc/passwd")
    try desk.write(text, at: desk.place + "/" + Manifest.name)
    #expect(!(await desk.upload()).hasErrors)
    #expect(desk.isSame)
    #expect(UploadDesk.files(desk.root + "/etc") == ["passwd": "giữ"])
  }

  @Test func aManifestSurvivesItsText() async throws {
    let desk = try UploadDesk()
    try desk.write("x", to: "tên có dấu cách.txt")
    let manifest = try await Manifest(of: desk.site, time: 7, workers: 2)
    #expect(manifest.files.count == 7)
    #expect(Manifest(manifest.text) == manifest)
  }

  @Test func aFileThatChangesWhileItIsSentIsNotSent() async throws {
    let desk = try UploadDesk()
    let path = desk.site + "/index.html"
    let report = await desk.upload { rules in
      rules.beforeChange = { change in
        if change == .put("index.html") { try? Data("nửa".utf8).write(to: URL(filePath: path)) }
      }
    }
    #expect(report.problems.map(\.problem.met.code) == ["changed-while-sent"])
    #expect(UploadDesk.files(desk.place)["index.html"] == nil)
    #expect(!(await desk.upload()).hasErrors && desk.isSame)
  }

  /// The list at the place is replaced by one that fits what somebody changed there.
  @Test func aForgedListIsToldOf() async throws {
    let desk = try UploadDesk()
    _ = await desk.upload { $0.memory = desk.root + "/nho" }
    try desk.write("<p>xấu</p>", at: desk.place + "/index.html")
    let forged = try await Manifest(of: desk.site, time: 9, workers: 1)
    var lie = forged
    let bytes = Array("<p>xấu</p>".utf8)
    lie.files["index.html"] = Manifest.Entry(size: bytes.count, sum: SHA256(of: bytes))
    try desk.write(String(decoding: lie.text, as: UTF8.self), at: desk.place + "/" + Manifest.name)
    #expect(await desk.upload().problems.isEmpty)
    try desk.write("<p>xấu</p>", at: desk.place + "/index.html")
    try desk.write(String(decoding: lie.text, as: UTF8.self), at: desk.place + "/" + Manifest.name)
    let told = await desk.upload { $0.memory = desk.root + "/nho" }
    #expect(told.problems.map(\.problem.met.code) == ["sent-elsewhere"] && desk.isSame)
    #expect(await desk.upload { $0.memory = desk.root + "/nho" }.problems.isEmpty)
  }

  /// Cut off anywhere, and changed since: the list there is this machine's own, whichever of its runs it is of.
  @Test func itsOwnRunThatWasCutOffIsNoForgery() async throws {
    for cut in 0..<6 {
      let desk = try UploadDesk()
      _ = await desk.upload { $0.memory = desk.root + "/nho" }
      try desk.write("<p>2</p>", to: "index.html")
      let place = Cut(folder: FolderDestination(folder: desk.place), left: cut)
      var rules = UploadRules()
      (rules.memory, rules.time) = (desk.root + "/nho", 5)
      _ = await Uploading.upload(desk.site, to: place, withdrawn: [], rules)
      try desk.write("<p>3</p>", to: "index.html")
      let next = await desk.upload { $0.memory = desk.root + "/nho" }
      #expect(next.problems.isEmpty && desk.isSame, "cut \(cut)")
    }
  }

  @Test func whatCannotBeWrittenDownIsSaidAndSentAllTheSame() async throws {
    let desk = try UploadDesk()
    try desk.write("x", at: desk.root + "/nho")
    let report = await desk.upload { $0.memory = desk.root + "/nho" }
    #expect(report.problems.map(\.problem.met.code) == ["sent-not-remembered"])
    #expect(!report.hasErrors && desk.isSame)
    #expect(!FileManager.default.fileExists(atPath: desk.place + "/" + Manifest.nextName))
  }

  /// A place that is gone after some changes.
  private final class Cut: Destination {
    let folder: FolderDestination
    var left: Int
    var place: String { folder.place }

    init(folder: FolderDestination, left: Int) { (self.folder, self.left) = (folder, left) }

    private func step() throws(DestinationFailure) {
      left -= 1
      if left < 0 { throw DestinationFailure(place: place, problem: .lostConnection("x")) }
    }
    func read(_ path: String) throws(DestinationFailure) -> [UInt8]? { try folder.read(path) }
    func list() throws(DestinationFailure) -> [String: FileThere] { try folder.list() }
    func put(_ bytes: [UInt8], at path: String) throws(DestinationFailure) {
      try step()
      try folder.put(bytes, at: path)
    }
    func remove(_ path: String) throws(DestinationFailure) {
      try step()
      try folder.remove(path)
    }
  }

  /// A place that alters what it is given.
  private struct Altering: Destination {
    let folder: FolderDestination
    var place: String { folder.place }

    func read(_ path: String) throws(DestinationFailure) -> [UInt8]? { try folder.read(path) }
    func list() throws(DestinationFailure) -> [String: FileThere] { try folder.list() }
    func put(_ bytes: [UInt8], at path: String) throws(DestinationFailure) {
      try folder.put(path.hasSuffix(".html") ? bytes + Array("<script>".utf8) : bytes, at: path)
    }
    func remove(_ path: String) throws(DestinationFailure) { try folder.remove(path) }
  }

  @Test func aPlaceThatAltersFilesIsNotTrusted() async throws {
    let desk = try UploadDesk()
    let place = Altering(folder: FolderDestination(folder: desk.place))
    let report = await Uploading.upload(desk.site, to: place, withdrawn: [], UploadRules())
    #expect(report.problems.map(\.problem.met.code) == ["not-as-sent"])
    #expect(report.sent == ["assets/style.1.css", "muc/anh.jpg"])
  }

  @Test func theDigestIsThatOfTheStandard() {
    #expect(
      SHA256(of: Array("abc".utf8)).hex == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test func aPlaceThatCannotBeWrittenToIsSaid() async throws {
    let desk = try UploadDesk()
    try desk.write("x", at: desk.root + "/noi-dang")
    let report = await desk.upload()
    #expect(report.problems.map(\.problem.report.code) == ["cannot-send"])
  }
}
