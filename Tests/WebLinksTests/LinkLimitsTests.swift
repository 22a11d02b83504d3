import TestTraits
import Testing

@testable import WebLinks

/// How little the checker asks of others, and how little time it takes.
@Suite(.slow) struct LinkLimitsTests {
  @Test func oneHostIsAskedOneThingAtATime() async throws {
    try await LocalSite.serve { site in
      let hosts = ["127.0.0.1", "mot.localhost", "hai.localhost"]
      let urls = hosts.flatMap { host in (1...3).map { site.url("/slow?\($0)", host: host) } }
      let answers = await LinkCheckerTests.check(urls)
      #expect(answers.count == 9 && answers.values.allSatisfy { $0 == .found(status: 200) })
      for host in hosts { #expect(site.mostAtOnce(host: host) == 1) }
      #expect(site.mostAtOnce() > 1, "hosts do not wait for each other")
    }
  }

  @Test func onlySoManyAreAskedAtOnce() async throws {
    var limits = LinkCheckerTests.limits
    limits.atOnce = 2
    limits.atOncePerHost = 3
    try await LocalSite.serve { [limits] site in
      let urls = (1...6).map { site.url("/slow?\($0)", host: "\($0 % 3).localhost") }
      let answers = await LinkCheckerTests.check(urls, limits)
      #expect(answers.values.allSatisfy { $0 == .found(status: 200) })
      #expect(site.mostAtOnce() == 2)
    }
  }

  @Test func aHostIsLeftToRestBetweenRequests() async throws {
    var limits = LinkCheckerTests.limits
    limits.pausePerHost = .milliseconds(150)
    try await LocalSite.serve { [limits] site in
      _ = await LinkCheckerTests.check([site.url("/no-head"), site.url("/hops/1")], limits)
      let visits = site.visits
      #expect(visits.count == 4)
      for (one, next) in zip(visits, visits.dropFirst()) {
        #expect(next.start - one.start >= .milliseconds(150))
      }
    }
  }

  @Test func aBusyHostIsLeftAlone() async throws {
    try await LocalSite.serve { site in
      let urls = ["/busy", "/ok", "/gone"].map { site.url($0) } + [site.url("/ok", host: "mot.localhost")]
      let answers = await LinkCheckerTests.check(urls)
      #expect(urls.map { answers[$0] } == [.busy, .busy, .busy, .found(status: 200)])
      #expect(site.visits.count == 2)
    }
  }

  @Test func onlySoManyAddressesAreAsked() async throws {
    var limits = LinkCheckerTests.limits
    limits.addresses = 2
    try await LocalSite.serve { [limits] site in
      let urls = ["/1", "/2", "/3", "/2#a"].map { site.url($0) }
      let answers = await LinkCheckerTests.check(urls, limits)
      #expect(
        urls.map { answers[$0] } == [
          .found(status: 200), .found(status: 200), .skipped(.limit), .found(status: 200),
        ])
      #expect(site.requests.sorted() == ["HEAD /1", "HEAD /2"])
    }
  }

  @Test func aRunEndsInTime() async throws {
    var limits = LinkCheckerTests.limits
    limits.runTimeout = .seconds(1)
    try await LocalSite.serve { [limits] site in
      let start = ContinuousClock.now
      let urls = ["/ok", "/never", "/ok?2"].map { site.url($0) }
      let answers = await LinkCheckerTests.check(urls, limits)
      #expect(urls.map { answers[$0] } == [.found(status: 200), .skipped(.time), .skipped(.time)])
      #expect((.seconds(1)..<Duration.seconds(3)).contains(ContinuousClock.now - start))
    }
  }

  @Test func aRunCanBeCancelled() async throws {
    try await LocalSite.serve { site in
      let url = site.url("/never")
      let run = Task { await LinkCheckerTests.check([url]) }
      while site.visits.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
      let start = ContinuousClock.now
      run.cancel()
      #expect(await run.value == [url: .skipped(.time)])
      #expect(ContinuousClock.now - start < .seconds(2))
    }
  }

  @Test func noAddressesNeedNoTime() async {
    #expect(await LinkCheckerTests.check([]) == [:])
  }
}
