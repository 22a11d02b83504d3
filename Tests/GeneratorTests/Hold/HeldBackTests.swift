import Diagnostics
import Foundation
import TestTraits
import Testing

@testable import Files
@testable import Generator
@testable import Publishing

/// What is wrong holds back the least; all else is published, and what is published is sound.
@Suite(.slow) struct HeldBackTests {
  private static var seeds: [UInt64] {
    ProcessInfo.processInfo.environment["VUNGXANH_SEED"].flatMap(UInt64.init).map { [$0] } ?? [
      21, 22, 23, 24,
    ]
  }
  private var rounds: Int {
    ProcessInfo.processInfo.environment["VUNGXANH_EDITS"].flatMap(Int.init) ?? 20
  }

  /// `VUNGXANH_SEED` and `VUNGXANH_EDITS` try others, and more.
  @Test(arguments: Self.seeds) func publishesASoundSiteWhateverBreaks(seed: UInt64) async throws {
    var broken = try BrokenProject(seed: seed)
    let (project, sound) = (broken.project, broken.sound)
    #expect(await project.build(cached: true).errors == [])
    try broken.layOut([])
    broken.remember()
    var (withErrors, publishing) = (0, 0)
    for _ in 0..<rounds {
      let before = project.published
      let changes = [try broken.change(), try broken.change()]
      let report = await project.build(cached: true)
      let comment: Comment = "seed \(seed), \(changes), \(project.printed(report)) \(report.heldBack)"
      if report.hasErrors { withErrors += 1 }
      let isHopeless = report.hasErrors && report.portals.isEmpty
      if isHopeless {
        try #require(project.published == before, comment)
        continue
      }
      publishing += report.hasErrors ? 1 : 0
      try #require(report.hasErrors == !report.heldBack.isEmpty, comment)
      try broken.layOut(report.heldBack)
      let kept = Set(report.heldBack.filter { $0.state == .portalAsItWas }.map { String($0.path.dropLast()) })
      try? sound.remove("site")
      let clean = await sound.build(portals: kept.isEmpty ? [] : report.portals.map(\.id))
      try #require(clean.errors == [], "\(comment) not sound: \(sound.printed(clean))")
      let mine = project.publishedWithoutLingering
      for portal in report.portals.map(\.id) {
        try #require(Self.site(portal, mine) == Self.site(portal, sound.published), "\(comment) \(portal)")
      }
      for portal in kept {
        try #require(
          Self.site(portal, project.published) == Self.site(portal, before), "\(comment) \(portal)")
      }
      broken.remember()
    }
    #expect(withErrors > rounds / 3 && publishing > withErrors / 2, "\(withErrors) \(publishing)")
    // All mended, all is published.
    try broken.mendAll()
    let mended = await project.build(cached: true)
    #expect(mended.errors == [], "\(project.printed(mended))")
    try broken.layOut([])
    try? sound.remove("site")
    #expect(await sound.build().errors == [])
    #expect(project.publishedWithoutLingering == sound.published)
  }

  private static func site(_ portal: String, _ files: [String: Data]) -> [String: Data] {
    files.filter { $0.key.hasPrefix(portal + "/") }
  }
}

extension TemporaryProject {
  /// As people build: with a cache, and as much as is sound.
  func build(cached: Bool, only: [String] = [], time: Int64 = 1_795_500_000) async -> BuildReport {
    var options = BuildOptions(
      project: root, publication: PublicationRules(today: Self.today), workers: 2, rules: .all)
    options.output = output
    if cached { options.cache = BuildCache(in: root + "/bo-nho-dem", of: root) }
    options.only = only
    options.byWhom = Publication(time: time, author: "lan", origin: .build)
    return await Generator.build(options, .ofBuild(options))
  }

  /// Without style sheets and scripts of the version before.
  var publishedWithoutLingering: [String: Data] {
    let versions = Versions(of: output)
    let lingering = versions.portals.flatMap { id in
      (versions.live(id)?.lingering ?? []).map { "\(id)/\($0)" }
    }
    return published.filter { !lingering.contains($0.key) }
  }
}
