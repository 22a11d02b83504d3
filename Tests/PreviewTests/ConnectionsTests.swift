import FlyingFox
import Glibc
import Testing

@testable import Files
@testable import Preview

/// Both ends of a connection in this process, the server's found as the preview finds its own.
@Suite struct ConnectionsTests {
  /// A connection between two sockets of this process.
  private final class Pair: Sendable {
    let server: Int32
    let client: Int32
    let serverPort: UInt16
    let clientPort: UInt16

    init() throws {
      let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      defer { close(listener) }
      try #require(listen(listener, 1) == 0)  // which binds it to a free port
      var address = Self.address(of: listener)
      address.sin_addr.s_addr = inet_addr("127.0.0.1")
      serverPort = UInt16(bigEndian: address.sin_port)
      let client = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      let connected = withUnsafePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          connect(client, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
        }
      }
      try #require(connected == 0)
      server = accept(listener, nil, nil)
      clientPort = UInt16(bigEndian: Self.address(of: client).sin_port)
      self.client = client
    }

    private static func address(of socket: Int32) -> sockaddr_in {
      var address = sockaddr_in()
      var size = socklen_t(MemoryLayout<sockaddr_in>.size)
      withUnsafeMutablePointer(to: &address) { pointer in
        _ = pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(socket, $0, &size) }
      }
      return address
    }

    deinit {
      close(server)
      close(client)
    }

    /// Whether the server's end was shut.
    var isEnded: Bool {
      var byte: UInt8 = 0
      return recv(client, &byte, 1, Int32(MSG_DONTWAIT)) == 0
    }

    func request() -> HTTPRequest {
      var request = HTTPRequest(
        method: .GET, version: .http11, path: "/", query: [], headers: [:],
        body: HTTPBodySequence(data: .init()))
      request.remoteAddress = .ip4("127.0.0.1", port: clientPort)
      return request
    }
  }

  private let start = ContinuousClock.now

  @Test func oneThatAsksNothingIsEnded() throws {
    let pair = try Pair()
    let connections = Connections(to: pair.serverPort)
    connections.sweep(now: start)
    connections.sweep(now: start + Connections.patience - .seconds(1))
    #expect(!pair.isEnded)
    connections.sweep(now: start + Connections.patience)
    #expect(pair.isEnded)
  }

  @Test func patienceBeginsAnewWithEachAnswer() async throws {
    let pair = try Pair()
    let connections = Connections(to: pair.serverPort)
    connections.sweep(now: start - Connections.patience)
    _ = await connections.answer(pair.request()) { _ in HTTPResponse(statusCode: .ok) }
    connections.sweep(now: start + .seconds(1))
    #expect(!pair.isEnded)
    connections.sweep(now: start + .seconds(60))
    #expect(pair.isEnded)
  }

  @Test func oneThatIsBeingAnsweredIsLetBe() async throws {
    let pair = try Pair()
    let connections = Connections(to: pair.serverPort)
    let later = start + .seconds(3600)
    _ = await connections.answer(pair.request()) { _ in
      connections.sweep(now: later)
      return HTTPResponse(statusCode: .ok)
    }
    #expect(!pair.isEnded)
  }

  @Test func oneThatListensIsLetBe() async throws {
    let pair = try Pair()
    let connections = Connections(to: pair.serverPort)
    _ = await connections.answer(pair.request()) { _ in
      HTTPResponse(statusCode: .ok, headers: HTTPHeaders([.contentType: "text/event-stream"]))
    }
    connections.sweep(now: start + .seconds(3600))
    #expect(!pair.isEnded)
  }

  @Test func oneToAnotherServerIsLetBe() throws {
    let (pair, other) = (try Pair(), try Pair())
    let connections = Connections(to: other.serverPort)
    for hours in 0...1 { connections.sweep(now: start + .seconds(3600 * hours)) }
    #expect(!pair.isEnded && other.isEnded)
  }

  @Test func oneThatSendsMoreThanARequestIsEnded() throws {
    let pair = try Pair()
    let connections = Connections(to: pair.serverPort)
    let bytes = [UInt8](repeating: 0x61, count: Connections.unreadLimit + 1)
    try #require(send(pair.client, bytes, bytes.count, 0) == bytes.count)
    connections.sweep(now: start)
    #expect(pair.isEnded)
    // Nor is anything left to be read.
    var byte: UInt8 = 0
    #expect(recv(pair.server, &byte, 1, Int32(MSG_DONTWAIT)) == 0)
  }
}
