import Testing

@testable import WebLinks

/// What is on this machine or in its network is not for the checker.
@Suite struct PrivateNetworkTests {
  @Test(arguments: [
    "http://127.0.0.1/", "http://[::1]/", "http://localhost/", "http://a.localhost/", "http://LOCALHOST./",
    "http://10.1.2.3/", "http://172.31.0.1/", "http://192.168.0.1:8080/x", "http://169.254.169.254/",
    "http://100.64.0.1/", "http://0.0.0.0/", "http://224.0.0.1/", "http://255.255.255.255/",
    "http://2130706433/", "http://0x7f.1/", "http://[::ffff:10.0.0.1]/", "http://[fd00::1]/",
    "http://[fe80::1]/",
    "http://[64:ff9b::a00:1]/", "http://[2002:a00:1::]/", "http://[2001:db8::1]/", "http://may-chu/",
    "http://noi-bo.local/", "http://x.internal/", "http://x.home.arpa/",
  ])
  func itIsRefusedByName(_ url: String) async {
    let answers = await LinkChecker(cache: nil).check([url], now: 0)
    #expect(answers == [url: .skipped(.privateNetwork)])
  }

  @Test(arguments: [
    "http://phuong.example/", "http://1.1.1.1/", "http://172.32.0.1/", "http://100.128.0.1/",
    "http://[2606:4700::1]/", "http://[64:ff9b::101:101]/", "http://a.local.example/", "http://tên.example/",
  ])
  func whatIsPublicIsNot(_ url: String) throws {
    #expect(try #require(WebAddress(url)).isPrivateByName == false)
  }

  /// The run, below the checker's look at names, stands for a public name that a private address is behind.
  @Test func itIsRefusedWhenAConnectionIsOpened() async throws {
    try await LocalSite.serve { site in
      let addresses = [site.url("/"), site.url("/", host: "a.localhost")].compactMap { WebAddress($0) }
      let answers = await onOwnThread {
        var run = LinkRun(LinkCheckerTests.limits, allowsPrivate: false, stop: StopSign())
        return run.ask(addresses)
      }
      #expect(answers.count == 2 && answers.values.allSatisfy { $0 == .skipped(.privateNetwork) })
      #expect(site.visits.isEmpty)
    }
  }

  @Test func aRedirectionIntoItIsNotFollowed() throws {
    var errand = Errand(try #require(WebAddress("https://phuong.example/")))
    let reply = LinkReply.status(302, redirect: "http://192.168.0.1/")
    #expect(errand.take(reply, LinkLimits(), allowsPrivate: false) == .skipped(.privateNetwork))
  }
}
