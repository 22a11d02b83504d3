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

  @Test func aPortIsFoundAtTheEndOfTheirNumbers() throws {
    #expect(try #require(LocalPort.free(from: 65_535)).port > 0)
  }
}
