import Glibc
import Testing

@testable import Preview

@Suite struct LocalPortTests {
  @Test(arguments: ["127.0.0.1:4000", "localhost:4000", "LOCALHOST:4000", "[::1]:4000"])
  func thisMachineIsNamed(host: String) {
    #expect(LocalPort(port: 4000).isNamed(by: host))
  }

  @Test(arguments: [
    nil, "", "evil.example", "evil.example:4000", "127.0.0.1", "127.0.0.1:4001",
    "127.0.0.1.evil.example:4000",
    "127.0.0.1:4000.evil.example", "localhost:4000@evil.example", "0.0.0.0:4000",
  ])
  func whatIsNotThisMachineIsRefused(host: String?) {
    #expect(!LocalPort(port: 4000).isNamed(by: host))
  }

  /// There are no nine more after the last one.
  @Test func whereTheNumbersEndAnyOtherPortWillDo() throws {
    let last = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(last) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16.max.bigEndian
    // Where this fails somebody else has the port, which is as good.
    _ = withUnsafeBytes(of: &address) {
      bind(last, $0.assumingMemoryBound(to: sockaddr.self).baseAddress, socklen_t($0.count))
    }
    listen(last, 1)
    let found = try #require(LocalPort.free(from: .max)?.port)
    #expect(found != .max)
    #expect(LocalPort.free(from: found)?.port == found)
  }
}
