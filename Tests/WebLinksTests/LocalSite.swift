import FlyingFox
import FlyingSocks
import Foundation
import Synchronization

@testable import WebLinks

/// A real web server on this machine, which remembers who asked for what and when.
struct LocalSite {
  struct Visit {
    let method: String
    let path: String
    /// As the browser wrote it, with the port.
    let host: String
    let agent: String
    let start: ContinuousClock.Instant
    /// nil while the answer is being made.
    var end: ContinuousClock.Instant?
  }

  final class Guestbook: Sendable {
    private let visits = Mutex<[Visit]>([])

    var all: [Visit] { visits.withLock { $0 } }

    func enter(_ request: HTTPRequest) -> Int {
      visits.withLock {
        $0.append(
          Visit(
            method: request.method.rawValue, path: request.path, host: request.headers[.host] ?? "",
            agent: request.headers[HTTPHeader("User-Agent")] ?? "", start: .now))
        return $0.count - 1
      }
    }

    func leave(_ visit: Int) { visits.withLock { $0[visit].end = .now } }
  }

  let port: UInt16
  let guestbook: Guestbook

  var visits: [Visit] { guestbook.all }
  /// As in “HEAD /ok”.
  var requests: [String] { visits.map { "\($0.method) \($0.path)" } }

  func url(_ path: String, host: String = "127.0.0.1") -> String { "http://\(host):\(port)\(path)" }

  /// Most requests that were being answered at one time.
  func mostAtOnce(host: String? = nil) -> Int {
    let visits = visits.filter { host == nil || $0.host == "\(host!):\(port)" }
    return visits.map { visit in
      visits.count { $0.start <= visit.start && visit.start < ($0.end ?? .now) }
    }.max() ?? 0
  }

  /// Serves `pages` on a free port while `body` runs.
  static func serve<Result>(
    _ pages: @escaping @Sendable (HTTPRequest) async throws -> HTTPResponse = Pages.answer,
    while body: (LocalSite) async throws -> Result
  ) async throws -> Result {
    let guestbook = Guestbook()
    let handler = ClosureHTTPHandler { request in
      let visit = guestbook.enter(request)
      defer { guestbook.leave(visit) }
      return try await pages(request)
    }
    let server = HTTPServer(
      address: try .inet(ip4: "127.0.0.1", port: 0), timeout: 60, logger: .disabled, handler: handler)
    let running = Task { try await server.run() }
    defer { running.cancel() }
    try await server.waitUntilListening(timeout: 60)
    guard case .ip4(_, let port)? = await server.listeningAddress else { throw CancellationError() }
    return try await body(LocalSite(port: port, guestbook: guestbook))
  }
}

/// What the pages of the test's site answer.
enum Pages {
  @Sendable static func answer(_ request: HTTPRequest) async throws -> HTTPResponse {
    let isHead = request.method == .HEAD
    switch request.path {
    case "/no-head": return isHead ? reply(405) : reply(200)
    case "/hides-from-head": return isHead ? reply(404) : reply(200)
    case "/silent-to-head":
      if isHead { try await Task.sleep(for: .seconds(30)) }
      return reply(200)
    case "/to-nobody": return isHead ? reply(405) : reply(302, ["Location": "http://nothing.invalid/"])
    case "/gone": return reply(404)
    case "/forbidden": return reply(403)
    case "/busy": return reply(429, ["Retry-After": "60"])
    case "/closed-today": return reply(503, ["Retry-After": "3600"])
    case "/down": return reply(503)
    case "/moved": return reply(301, ["Location": "/ok"])
    case "/moved-twice": return reply(308, ["Location": "/moved"])
    case "/moved-to-gone": return reply(301, ["Location": "/gone"])
    case "/elsewhere-today": return reply(302, ["Location": "/moved"])
    case "/moved-then-elsewhere": return reply(301, ["Location": "/elsewhere-today"])
    case "/loop": return reply(302, ["Location": "/loop"])
    case "/to-file": return reply(302, ["Location": "file:///etc/passwd"])
    case "/wants-cookie":
      if request.headers[.cookie]?.contains("seen=1") == true { return reply(200) }
      return reply(302, ["Location": "/wants-cookie", "Set-Cookie": "seen=1"])
    case "/endless":
      return isHead
        ? reply(405) : HTTPResponse(statusCode: .ok, body: HTTPBodySequence(from: EndlessBytes()))
    case "/never":
      try await Task.sleep(for: .seconds(30))
      return reply(200)
    case "/slow":
      try await Task.sleep(for: .milliseconds(60))
      return reply(200)
    case let path where path.hasPrefix("/hops/"):
      let left = Int(path.dropFirst("/hops/".count)) ?? 0
      return left == 0 ? reply(200) : reply(302, ["Location": "/hops/\(left - 1)"])
    default: return reply(200)
    }
  }

  static func reply(_ status: Int, _ headers: [String: String] = [:]) -> HTTPResponse {
    var fields = HTTPHeaders()
    for (name, value) in headers { fields[HTTPHeader(name)] = value }
    return HTTPResponse(statusCode: HTTPStatusCode(status, phrase: "-"), headers: fields)
  }
}

/// A body without an end.
struct EndlessBytes: AsyncBufferedSequence {
  struct AsyncIterator: AsyncBufferedIteratorProtocol {
    mutating func next() async throws -> UInt8? { 120 }
    mutating func nextBuffer(suggested count: Int) async throws -> [UInt8]? {
      [UInt8](repeating: 120, count: count)
    }
  }

  func makeAsyncIterator() -> AsyncIterator { AsyncIterator() }
}
