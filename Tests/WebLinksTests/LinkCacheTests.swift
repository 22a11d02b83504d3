import Diagnostics
import Foundation
import Testing

@testable import WebLinks

@Suite struct LinkCacheTests {
  static let day = 86_400
  let folder = FileManager.default.temporaryDirectory.appending(path: "links-\(UUID().uuidString)")
  var path: String { folder.path + "/links.txt" }
  var cache: LinkCache { LinkCache(path: path) }

  private func file(_ text: String) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: folder.appending(path: "links.txt"))
  }

  /// Times after the first run, and whether the site is asked again then.
  @Test(arguments: [
    ("/ok", 0, false), ("/ok", 7 * day - 1, false), ("/ok", 7 * day, true), ("/gone", day - 1, false),
    ("/gone", day, true), ("/ok", -1, true), ("/busy", 1, true),
  ])
  func answersAreKeptForAWhile(_ path: String, _ later: Int, _ isAsked: Bool) async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let now = LinkCheckerTests.now
    try await LocalSite.serve { site in
      let url = site.url(path)
      let first = await LinkCheckerTests.check([url], cache: cache, now: now)
      let count = site.visits.count
      #expect(
        await LinkCheckerTests.check([url + "#a"], cache: cache, now: now + later) == [
          url + "#a": first[url]!
        ])
      #expect(site.visits.count == (isAsked ? 2 * count : count))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["links.txt"])
  }

  @Test func whatIsKeptDoesNotCountAgainstTheLimit() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    var limits = LinkCheckerTests.limits
    limits.addresses = 1
    try await LocalSite.serve { [limits] site in
      let urls = [site.url("/1"), site.url("/2")]
      #expect(await LinkCheckerTests.check(urls, limits, cache: cache)[urls[1]] == .skipped(.limit))
      #expect(await LinkCheckerTests.check(urls, limits, cache: cache)[urls[1]] == .found(status: 200))
      #expect(site.requests == ["HEAD /1", "HEAD /2"])
    }
  }

  @Test func anOfflineRunIsForgotten() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let lost = try await LocalSite.serve { $0.url("/") }
    _ = await LinkCheckerTests.check([lost], cache: cache)
    #expect(cache.read(now: LinkCheckerTests.now) == [:])
    try await LocalSite.serve { site in
      _ = await LinkCheckerTests.check([lost, site.url("/ok")], cache: cache)
      #expect(cache.read(now: LinkCheckerTests.now)[lost]?.answer == .unreachable(.noConnection))
    }
  }

  @Test(arguments: [
    LinkAnswer.found(status: 204), .found(status: 200, movedTo: "https://ngoai.example/b?c=1"),
    .refused(status: 410), .unreachable(.noSuchHost), .unreachable(.noConnection),
    .unreachable(.noAnswerInTime), .unreachable(.tooManyRedirects), .unreachable(.redirectOffTheWeb),
    .unreachable(.insecure("certificate has expired")), .unreachable(.other("Empty reply")),
  ])
  func anAnswerComesBackAsItWas(_ answer: LinkAnswer) {
    defer { try? FileManager.default.removeItem(at: folder) }
    let entries = ["https://ngoai.example/": LinkCache.Entry(time: 5, answer: answer)]
    #expect(cache.write(entries))
    #expect(cache.read(now: 6) == entries)
  }

  @Test func damagedLinesArePassedOver() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try file(
      """
      https://a.example/\t5\tfound 200
      https://b.example/\t5
      https://c.example/\tnăm\tfound 200
      https://d.example/\t5\tfound 200 javascript:alert(1)
      https://e.example/\t5\tfound 404
      https://f.example/\t5\tperhaps 200
      https://g.example/\t-9223372036854775808\tfound 200
      https://h.example/\t5\tfound \n\u{0}\t\t\t
      https://i.example/\t5\trefused 404
      https://j.example/\t5\tfound 20
      """)
    #expect(cache.read(now: 6).keys.sorted() == ["https://a.example/", "https://i.example/"])
  }

  @Test func whatIsNotAFileIsNoCache() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(
      at: folder.appending(path: "links.txt/x"), withIntermediateDirectories: true)
    #expect(cache.read(now: 0) == [:])
    #expect(!cache.write([:]))
    try await LocalSite.serve { site in
      #expect(
        await LinkCheckerTests.check([site.url("/ok")], cache: cache).values.first == .found(status: 200))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["links.txt"])
  }

  @Test func theOldestGoWhenThereAreTooMany() {
    defer { try? FileManager.default.removeItem(at: folder) }
    var entries: [String: LinkCache.Entry] = [:]
    for time in 0...LinkCache.mostEntries {
      entries["https://ngoai.example/\(time)"] = .init(time: time, answer: .found(status: 200))
    }
    cache.write(entries)
    entries["https://ngoai.example/0"] = nil
    #expect(cache.read(now: LinkCache.mostEntries) == entries)
  }
}
