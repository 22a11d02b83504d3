import ProblemCodes
import Testing

@testable import Addresses
@testable import Checking
@testable import Files
@testable import Generator

@Suite struct CheckWebLinkTests {
  private func codes(_ url: String, text: String = "", beside usual: [String] = []) -> [String] {
    let link = OutsideLink(url: url, path: "", place: .file, text: text)
    let others = usual.flatMap { [String](repeating: $0, count: 3) }.map {
      OutsideLink(url: $0, path: "", place: .file, text: "")
    }
    return WebLinkCheck([link] + others).problems(of: link).map(\.code)
  }

  @Test(arguments: [
    "https://chinhphu.vn.khac.example/", "https://chinhphu-vn.example/", "https://www.chlnhphu.vn/",
    "https://ch1nhphu.vn/", "https://t0ngdai111.vn/", "https://facebok.com/", "https://faceboook.com/tin",
    "https://m.facebo0k.com/", "https://zal0.me/", "https://phuong-gov-vn.example/",
    "https://quan.gov.vn.khac.example/",
    "https://chínhphủ.vn/", "https://xn--chnhph-4va0152d.vn/", "https://youtube.con/",
    "https://rnessage.example.google.corn/",
    "https:\\\\gogle.com\\x", "https://GOOGLE.com.khac.example", "https://chinhphu.vn%2ekhac.example/",
  ])
  func findsHostsThatLookLikeAnother(_ url: String) {
    #expect(codes(url) == ["link-look-alike"])
  }

  @Test(arguments: [
    "https://chinhphu.vn/", "https://xaydungchinhsach.chinhphu.vn/tin", "https://baochinhphu.vn/",
    "https://www.google.com.vn/", "https://m.facebook.com:443/x", "https://hanam.gov.vn/",
    "https://haNoi.edu.vn/",
    "https://zalo.vn/", "https://zing.vn/", "https://khac.example/chinhphu.vn", "https://tongdai.example/",
    "https://tiếngviệt.vn/", "https://nghean.gov.vn./", "https://vneid.gov.vn/",
  ])
  func leavesOthersAlone(_ url: String) {
    #expect(codes(url) == [])
  }

  @Test(arguments: ["https://сhinhphu.vn/", "https://xn--hinhphu-70g.vn/", "https://例子.example/"])
  func findsLettersThatAreNotVietnamese(_ url: String) {
    #expect(codes(url) == ["link-foreign-letters"])
  }

  /// What a project often links to is known too, but for a forgery of what everybody knows.
  @Test func learnsFromTheProject() {
    #expect(codes("https://truongmau.example/") == [])
    #expect(
      codes("https://truongmau.example/", beside: ["https://truongmaus.example/x"]) == ["link-look-alike"])
    #expect(
      codes(
        "https://truongmau.example/",
        beside: ["https://truongmaus.example/x", "https://truongmau.example/"]) == [])
    #expect(codes("https://facebok.com/", beside: ["https://facebok.com/"]) == ["link-look-alike"])
    #expect(codes("https://vov.example/", beside: ["https://vtv.example/"]) == [])
  }

  @Test func takesHostsAsBrowsersDo() {
    func host(_ url: String) -> String? { WebHost(of: url)?.name }
    #expect(host("https://A.example:8443/x@y") == "a.example")
    #expect(host("https:/a.example\\@b.example/") == "a.example")
    #expect(host("https://a@b@c.example?x") == "c.example")
    #expect(host("HTTPS://a.example.#x") == "a.example")
    #expect(host("https://[2001:db8::1]:80/") == "[2001:db8::1]")
    #expect(host("https://xn--ting-vit-t1a5874d.vn/") != nil)
    #expect(host("https://xn--/") == "")
    #expect(host("mailto:a@b.example") == nil)
    #expect(host("https:///") == nil)
    #expect(WebHost(of: "https://u:p@a.example/")?.user == "u:p")
  }

  /// RFC 3492, §7.1, and what must not be read.
  @Test(arguments: [
    ("ihqwcrb4cv8a8dqg056pqjye", "他们为什么不说中文"), ("Pro[]", nil), ("99999999999999999999", nil),
    ("TisaohkhngthchnitingVit-kjcr8268qyxafd2f1b9g", "TạisaohọkhôngthểchỉnóitiếngViệt"),
    ("bcher-kva", "bücher"), ("a-", "a"),
    ("zzzzzzzz", nil),
  ])
  func readsPunycode(_ text: String, _ expected: String?) {
    #expect(Punycode.decode(text) == expected)
  }

  @Test func listsEveryOutsideAddressWithItsPlace() async throws {
    let project = try TemporaryProject()
    let menu =
      "menu:\n  - { title: Báo, url: \"https://bao.example/\" }\n  - { title: Trang, page: trang.md }\n"
    try project.write(TemporaryProject.portal + menu, to: "content/site.yaml")
    try project.page(
      "[Một](https://mot.example/) và www.hai.example, [thư](mailto:a@b.example)",
      fields: "source: { name: Ba, url: \"https://ba.example/\" }\ndraft: false")
    let links = await project.check().outsideLinks
    #expect(
      links.map { "\($0.path) \($0.url)" } == [
        "content/site.yaml https://bao.example/", "content/trang.md https://mot.example/",
        "content/trang.md http://www.hai.example", "content/trang.md https://ba.example/",
      ])
    #expect(links[0].place == .position(line: 9, column: 23, length: 22))
    #expect(links[1].place == .position(line: 7, column: 6, length: 20))
  }
}
