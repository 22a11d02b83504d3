import Diagnostics
import Foundation
import Synchronization
import TestTraits
import Testing

@testable import Checking
@testable import Generator
@testable import Publishing

/// A build that uses what earlier ones made writes what a build from nothing writes, byte for byte.
@Suite(.slow) struct IncrementalTests {
  /// `VUNGXANH_SEED` and `VUNGXANH_EDITS` try others, and more.
  @Test(arguments: Self.seeds) func equalsAFullBuildAfterEachEdit(seed: UInt64) async throws {
    var edited = try EditedProject(seed: seed)
    let project = edited.project
    _ = await project.build(edited.publication, cached: true)
    var succeeded = 0
    for number in 0..<edits {
      let edit = try edited.editAtRandom()
      // As if the site were big, every other time.
      let budget = number.isMultiple(of: 2) ? 0 : Int.max
      let incremental = await project.build(edited.publication, cached: true, textBudget: budget)
      let full = await project.build(edited.publication, cached: false)
      let comment: Comment = "seed \(seed), edit \(edit)"
      try #require(project.printed(incremental) == project.printed(full), comment)
      try #require(incremental.hasErrors == full.hasErrors, comment)
      if full.hasErrors {
        try edited.takeBack()
        continue
      }
      succeeded += 1
      try #require(incremental.waiting.map(\.path) == full.waiting.map(\.path), comment)
      try project.requireSameOutput(comment)
    }
    #expect(succeeded > edits / 2)
  }

  @Test func drawsNothingWhenNothingHasChanged() async throws {
    let edited = try EditedProject(seed: 1)
    _ = await edited.project.build(edited.publication, cached: true)
    let again = await edited.project.build(edited.publication, cached: true)
    #expect(again.portals.allSatisfy { $0.written.isEmpty && $0.unchanged > 10 })
    // Another build drew nothing, so it had no use for the texts: they may be gone.
    try edited.project.withCacheFile("texts") { try Data().write(to: $0) }
    let without = await edited.project.build(edited.publication, cached: true)
    #expect(without.portals.allSatisfy { $0.written.isEmpty } && !without.hasErrors)
  }

  /// Each byte of the cache may be wrong, and the cache may be another's.
  @Test(arguments: ["pages", "texts", "site-"], [0.0, 0.01, 0.4, 0.99])
  func throwsAwayWhatIsDamaged(part: String, place: Double) async throws {
    var edited = try EditedProject(seed: 7)
    let project = edited.project
    _ = await project.build(edited.publication, cached: true)
    try project.withCacheFile(part) { file in
      var bytes = try Data(contentsOf: file)
      bytes[Int(Double(bytes.count - 1) * place)] ^= 0x10
      try bytes.write(to: file)
    }
    // Something has to be drawn anew, from stored texts.
    try project.write("title: Khác\n", to: "content/ghi-chu.txt")
    _ = try edited.editAtRandom()
    let incremental = await project.build(edited.publication, cached: true)
    let full = await project.build(edited.publication, cached: false)
    #expect(project.printed(incremental) == project.printed(full))
    if !full.hasErrors { try project.requireSameOutput("\(part) \(place)") }
  }

  @Test(arguments: ["pages", "texts", "site-"]) func throwsAwayWhatIsCutShort(part: String) async throws {
    let edited = try EditedProject(seed: 3)
    let project = edited.project
    _ = await project.build(edited.publication, cached: true)
    try project.withCacheFile(part) { file in
      let bytes = try Data(contentsOf: file)
      try bytes.prefix(bytes.count / 2).write(to: file)
    }
    try project.write("/* khác */\n", to: "themes/plain/assets/khac.css")
    let incremental = await project.build(edited.publication, cached: true)
    _ = await project.build(edited.publication, cached: false)
    #expect(!incremental.hasErrors)
    try project.requireSameOutput("\(part)")
  }

  @Test func takesNothingWhenItIsToMakeAllAnew() async throws {
    let edited = try EditedProject(seed: 5)
    _ = await edited.project.build(edited.publication, cached: true)
    try edited.project.withCacheFile("pages") { try Data("lạ".utf8).write(to: $0) }
    let clean = await edited.project.build(edited.publication, cached: true, isClean: true)
    #expect(!clean.hasErrors && clean.portals.allSatisfy { $0.written.isEmpty })
    let again = await edited.project.build(edited.publication, cached: true)
    #expect(again.portals.allSatisfy { $0.written.isEmpty })
  }

  /// A big site's texts are on disk until they are drawn.
  @Test func textsOfABigSiteAreNotInMemory() async throws {
    let edited = try EditedProject(seed: 8)
    let project = edited.project
    let met = Mutex<[Int]>([])
    for budget in [0, Int.max] {
      _ = await project.build(edited.publication, cached: true, isClean: true, textBudget: budget) {
        snapshot in
        let count = snapshot.library.pages.values.reduce(0) { $0 + $1.body.countInMemory }
        met.withLock { $0.append(count) }
      }
    }
    let counts = met.withLock { $0 }
    #expect(counts.count == 2 && counts[0] == 0 && counts[1] > 0)
    let again = await project.build(edited.publication, cached: true)
    #expect(again.portals.allSatisfy { $0.written.isEmpty })
  }

  /// The disk may fail, and somebody may tidy up, between parsing and drawing.
  @Test func textsThatAreLostMeanwhileAreMadeAgain() async throws {
    let edited = try EditedProject(seed: 9)
    let project = edited.project
    let builds = Atomic(0)
    let cache = project.root + "-cache"
    let report = await project.build(edited.publication, cached: true, textBudget: 0) { _ in
      builds.add(1, ordering: .relaxed)
      for file in TemporaryProject.files(in: cache).keys where file.hasSuffix("texts") {
        truncate(cache + "/" + file, 10)
      }
    }
    #expect(builds.load(ordering: .relaxed) == 2 && !report.hasErrors)
    _ = await project.build(edited.publication, cached: false)
    try project.requireSameOutput("lost texts")
  }

  /// Where nothing can be kept, all stays in memory.
  @Test func aCacheThatCannotBeWrittenIsNone() async throws {
    let edited = try EditedProject(seed: 10)
    let project = edited.project
    try Data().write(to: URL(filePath: project.root + "-cache"))
    let report = await project.build(edited.publication, cached: true, textBudget: 0)
    #expect(!report.hasErrors)
    _ = await project.build(edited.publication, cached: false)
    try project.requireSameOutput("no cache")
  }

  @Test func remembersOnlySomeOutputs() async throws {
    let edited = try EditedProject(seed: 4)
    let project = edited.project
    for number in 0..<PublishedSites.mostOutputs + 3 {
      project.output = project.root + "/ra-\(number)"
      _ = await project.build(edited.publication, cached: true)
    }
    #expect(project.cacheFiles("site-").count == PublishedSites.mostOutputs)
    let last = await project.build(edited.publication, cached: true)
    #expect(last.portals.allSatisfy { $0.written.isEmpty })
  }

  /// The cache is the user's own: drafts are in it.
  @Test func liesOutsideTheOutputAndIsNobodyElses() async throws {
    let edited = try EditedProject(seed: 2)
    _ = await edited.project.build(edited.publication, cached: true)
    #expect(!FileManager.default.fileExists(atPath: edited.project.output + "/.vungxanh-cache"))
    try edited.project.withCacheFile("pages") { file in
      let folder = file.deletingLastPathComponent().path
      let mode = try FileManager.default.attributesOfItem(atPath: folder)[.posixPermissions] as? Int
      #expect(mode == 0o700)
    }
  }

  private static var seeds: [UInt64] {
    ProcessInfo.processInfo.environment["VUNGXANH_SEED"].flatMap(UInt64.init).map { [$0] } ?? [11, 12, 13]
  }
  private var edits: Int {
    ProcessInfo.processInfo.environment["VUNGXANH_EDITS"].flatMap(Int.init) ?? 40
  }
}

extension TemporaryProject {
  private var cache: String { root + "-cache" }
  private var fullOutput: String { root + "-full" }

  /// - Parameters:
  ///   - isClean: nothing is taken from the cache.
  ///   - meanwhile: called when all is parsed and nothing drawn.
  fileprivate func build(
    _ publication: PublicationRules, cached: Bool, isClean: Bool = false, textBudget: Int = .max,
    meanwhile: (@Sendable (Snapshot) -> Void)? = nil
  ) async -> BuildReport {
    var options = BuildOptions(project: root, publication: publication, workers: 2, rules: .all)
    options.output = cached ? output : fullOutput
    if cached { options.cache = BuildCache(in: cache, of: root) } else { try? removeFull() }
    options.isClean = isClean
    options.textBudget = textBudget
    options.publishing.isAllOrNothing = true
    guard let meanwhile else { return await Generator.build(options, .ofBuild(options)) }
    return await Generator.build(
      options,
      ReadingOver<Never> { _ in
        nil
      } findings: { snapshot, _ in
        meanwhile(snapshot)
        return []
      })
  }

  private func removeFull() throws { try FileManager.default.removeItem(atPath: fullOutput) }

  fileprivate func requireSameOutput(_ comment: Comment) throws {
    let full = Self.files(in: fullOutput).filter { !$0.key.hasPrefix(".vungxanh") }
    // What a build from nothing cannot have: style sheets and scripts of the version before.
    let kept = Versions(of: output)
    let lingering = kept.portals.flatMap { id in (kept.live(id)?.lingering ?? []).map { "\(id)/\($0)" } }
    let mine = published.filter { !lingering.contains($0.key) }
    try #require(Set(mine.keys) == Set(full.keys), comment)
    for (path, bytes) in full { try #require(mine[path] == bytes, "\(comment): \(path)") }
  }

  fileprivate func cacheFiles(_ name: String) -> [String] {
    Self.files(in: cache).keys.filter { $0.split(separator: "/").last?.hasPrefix(name) == true }
  }

  /// The file of the cache whose name begins so.
  fileprivate func withCacheFile(_ name: String, _ body: (URL) throws -> Void) throws {
    let file = try #require(cacheFiles(name).first)
    try body(URL(filePath: cache + "/" + file))
  }
}
