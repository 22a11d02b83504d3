import LibCurl
import ProblemCodes
import Testing

@testable import Uploading

@Suite struct CurlFailureTests {
  @Test(
    arguments: [
      (CURLE_COULDNT_RESOLVE_HOST, 0, "no-such-server"), (CURLE_COULDNT_CONNECT, 0, "no-connection"),
      (CURLE_OPERATION_TIMEDOUT, 0, "lost-connection"), (CURLE_RECV_ERROR, 0, "lost-connection"),
      (CURLE_UPLOAD_FAILED, 421, "lost-connection"), (CURLE_LOGIN_DENIED, 530, "login-refused"),
      (CURLE_PEER_FAILED_VERIFICATION, 0, "unknown-host-key"), (CURLE_REMOTE_DISK_FULL, 0, "cannot-send"),
      (CURLE_UPLOAD_FAILED, 552, "cannot-send"), (CURLE_UPLOAD_FAILED, 553, "server-refused"),
    ])
  func isSaidAsPeopleKnowIt(_ code: CURLcode, _ status: Int, _ expected: String) throws {
    let address = try #require(ServerAddress("sftp://lan@may-chu.example/web"))
    let failure = CurlFailure(code: code, status: status, words: "khong\nduoc")
    #expect(failure.problem(with: address).met.code == expected)
  }

  @Test func anAddressIsRead() throws {
    let address = try #require(ServerAddress("ftps://lan@[::1]:2121//web//a/"))
    #expect(
      address.host == "[::1]" && address.port == 2121 && address.user == "lan" && address.path == "/web/a")
    #expect(address.text == "ftps://lan@[::1]:2121/web/a")
  }

  /// A path through the server's own folder, a host with a line of its own, and the like.
  @Test(arguments: [
    "sftp://x", "sftp:///y", "sftp://x/a/../b", "sftp://x/~/~/b", "ftp://x y/a", "ftp://x/a\nDELE b",
    "http://x/a", "sftp://@x/a", "sftp://x:99999/a",
  ])
  func aStrangeAddressIsNone(_ text: String) { #expect(ServerAddress(text) == nil) }

  @Test func aListThatMakesNoSenseIsSaid() {
    #expect(UploadingProblem.strangeListing("???").met.code == "strange-listing")
  }
}
