import Diagnostics
import FlyingFox
import TestTraits
import Testing

@testable import WebLinks

/// What the checker makes of what a real server answers.
@Suite struct LinkCheckerTests {
  static let now = 1_790_000_000

  /// Without a pause, since the tests' site is their own.
  static let limits: LinkLimits = {
    var limits = LinkLimits()
    limits.pausePerHost = .zero
    return limits
  }()

  static func check(
    _ urls: [String], _ limits: LinkLimits = limits, cache: LinkCache? = nil, now: Int = now
  ) async -> [String: LinkAnswer] {
    await LinkChecker(limits: limits, cache: cache, allowsPrivate: true).check(urls, now: now)
  }

  static func check(_ path: String, on site: LocalSite, _ limits: LinkLimits = limits) async -> LinkAnswer? {
    let url = site.url(path)
    return await check([url], limits)[url]
  }

  @Test(arguments: [
    ("/ok", LinkAnswer.found(status: 200), ["HEAD /ok"]),
    ("/gone", .refused(status: 404), ["HEAD /gone", "GET /gone"]),
    ("/forbidden", .refused(status: 403), ["HEAD /forbidden", "GET /forbidden"]),
    ("/no-head", .found(status: 200), ["HEAD /no-head", "GET /no-head"]),
    ("/hides-from-head", .found(status: 200), ["HEAD /hides-from-head", "GET /hides-from-head"]),
    ("/busy", .busy, ["HEAD /busy"]),
    ("/closed-today", .busy, ["HEAD /closed-today"]),
    ("/down", .refused(status: 503), ["HEAD /down", "GET /down"]),
    ("/hops/2", .found(status: 200), ["HEAD /hops/2", "HEAD /hops/1", "HEAD /hops/0"]),
    ("/to-nobody", .unreachable(.noSuchHost), ["HEAD /to-nobody", "GET /to-nobody"]),
    ("/to-file", .unreachable(.redirectOffTheWeb), ["HEAD /to-file"]),
    ("/moved-to-gone", .refused(status: 404), ["HEAD /moved-to-gone", "HEAD /gone", "GET /gone"]),
    ("/wants-cookie", .found(status: 200), ["HEAD /wants-cookie", "HEAD /wants-cookie"]),
    ("/d%C3%A2n", .found(status: 200), ["HEAD /dân"]),
    ("/dân cư", .found(status: 200), ["HEAD /dân cư"]),
  ])
  func anAddressIsAskedAndAnswers(_ path: String, _ answer: LinkAnswer, _ requests: [String]) async throws {
    try await LocalSite.serve { site in
      #expect(await Self.check(path, on: site) == answer)
      #expect(site.requests == requests)
    }
  }

  /// Redirections for today only leave the address as it is.
  @Test(arguments: [
    ("/moved", "/ok"), ("/moved-twice", "/ok"), ("/moved-then-elsewhere", "/elsewhere-today"),
    ("/elsewhere-today", nil),
  ])
  func aPermanentMoveIsTold(_ path: String, _ target: String?) async throws {
    try await LocalSite.serve { site in
      #expect(await Self.check(path, on: site) == .found(status: 200, movedTo: target.map { site.url($0) }))
    }
  }

  @Test func redirectionsAreFollowedOnlySoFar() async throws {
    try await LocalSite.serve { site in
      #expect(await Self.check("/hops/5", on: site) == .found(status: 200))
      #expect(await Self.check("/hops/6", on: site) == .unreachable(.tooManyRedirects))
      #expect(site.visits.count == 6 + 6)
      #expect(await Self.check("/loop", on: site) == .unreachable(.tooManyRedirects))
    }
  }

  @Test func anEndlessBodyIsCutOff() async throws {
    try await LocalSite.serve { site in
      let start = ContinuousClock.now
      #expect(await Self.check("/endless", on: site) == .found(status: 200))
      #expect(ContinuousClock.now - start < .seconds(3))
    }
  }

  @Test(.slow) func oneThatNeverAnswersIsGivenUp() async throws {
    var limits = Self.limits
    limits.addressTimeout = .seconds(1)
    try await LocalSite.serve { [limits] site in
      #expect(await Self.check("/never", on: site, limits) == .unreachable(.noAnswerInTime))
      #expect(site.requests == ["HEAD /never", "GET /never"])
      #expect(await Self.check("/silent-to-head", on: site, limits) == .found(status: 200))
    }
  }

  @Test func whereNobodyListensThereIsNoConnection() async throws {
    let url = try await LocalSite.serve { $0.url("/") }
    #expect(await Self.check([url]) == [url: .unreachable(.noConnection)])
  }

  @Test func aHostThatDoesNotExistIsTold() async {
    let url = "http://nothing.invalid/"
    #expect(await Self.check([url]) == [url: .unreachable(.noSuchHost)])
  }

  @Test func whatIsWrongWithEncryptionIsTold() async throws {
    try await LocalSite.serve { site in
      let url = "https://127.0.0.1:\(site.port)/"
      guard case .unreachable(.insecure(let words))? = await Self.check([url])[url] else {
        Issue.record("plain HTTP was taken for HTTPS")
        return
      }
      #expect(!words.isEmpty && !words.hasSuffix(".") && !words.contains("\n"))
    }
  }

  @Test(arguments: [
    "mailto:a@b.example", "file:///etc/passwd", "ftp://a.example/", "https://", "x", "", "http://a b/",
  ])
  func whatIsNoWebAddressIsNotAsked(_ url: String) async {
    #expect(await Self.check([url]) == [url: .unreachable(.malformed)])
  }

  @Test func anAddressIsAskedOnce() async throws {
    try await LocalSite.serve { site in
      let urls = ["/ok", "/ok#mot", "/ok#hai", "/ok"].map { site.url($0) }
      let answers = await Self.check(urls)
      #expect(site.requests == ["HEAD /ok"])
      #expect(answers.count == 3 && answers.values.allSatisfy { $0 == .found(status: 200) })
    }
  }

  @Test func namesAndPasswordsStayHere() async throws {
    try await LocalSite.serve { request in
      Pages.reply(request.headers[.authorization] == nil ? 200 : 418)
    } while: { site in
      let url = "http://ten:matkhau@127.0.0.1:\(site.port)/"
      #expect(await Self.check([url]) == [url: .found(status: 200)])
    }
  }

  @Test func aVietnameseHostIsFound() async throws {
    try await LocalSite.serve { site in
      let url = site.url("/ok", host: "tiếng-việt.localhost")
      #expect(await Self.check([url])[url] == .found(status: 200))
      #expect(site.visits.map(\.host) == ["xn--ting-vit-e50d7c.localhost:\(site.port)"])
      #expect(site.visits.allSatisfy { $0.agent.hasPrefix("VungXanh-check/") })
    }
  }
}
