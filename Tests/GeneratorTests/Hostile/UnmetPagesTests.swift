import Foundation
import Testing

@testable import Files
@testable import Generator

/// Nothing of what a portal does not show reaches it, in whatever form: not a byte of the output depends on it.
@Suite struct UnmetPagesTests {
  private static let states = [
    "draft: true", "publish_on: 2099-01-01", "date: 2099-01-01", "expires: 2020-01-01",
  ]

  /// Pages of all kinds that portal a does not show, full of a text, and pages that lead to them in every way.
  private func project(full secret: String, of theme: String) throws -> TemporaryProject {
    let project = try TemporaryProject.ofTwoPortals(
      theme: theme,
      site: """
        help_page: muc/an-0.md
        audiences: [{ id: em, name: Em }, { id: la, name: Lạ }]
        menu: [{ title: Thực đơn kín, page: muc/an-0.md }, { title: Mục, page: muc/_index.md }]
        paginate: 2
        """,
      a: "hide: [muc/giau.md, sach/hai.md]")
    let fields = "tags: [\(secret)a, chung]\naudience: [la]\nquick_exit: true"
    for (number, state) in Self.states.enumerated() {
      try project.page(
        at: "content/muc/an-\(number).md",
        "## \(secret)b?\n\n\(secret)c [t](t\(number).txt) ![\(secret)d](h\(number).svg)\n\n## \(secret)e?\n\nChữ.",
        fields: """
          \(state)
          \(fields)
          description: \(secret)f
          aliases: [/\(secret)g\(number).html]
          attachments: [{ file: t\(number).txt, title: \(secret)h }]
          image: { src: h\(number).svg, alt: \(secret)i }
          owner: \(secret)j
          """, title: secret + "k")
      try project.write(secret, to: "content/muc/t\(number).txt")
      try project.write(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"><title>\(secret)</title></svg>",
        to: "content/muc/h\(number).svg")
    }
    let dated = fields + "\ndate: 2026-01-02"
    try project.page(at: "content/muc/giau.md", secret, fields: dated, title: secret + "l")
    try project.page(at: "content/muc/b.md", secret, fields: dated + "\nportals: [b]", title: secret + "m")
    try project.page(at: "content/portals/b/muc/rieng.md", secret, fields: dated, title: secret + "n")
    try project.page(at: "content/muc/thay.md", "[t](thay.txt) \(secret)", fields: dated, title: secret + "o")
    try project.write(secret, to: "content/muc/thay.txt")
    try project.page(at: "content/portals/a/muc/thay.md", "Của a.")
    try project.page(at: "content/muc/chung.md", "Chung.")
    try project.page(
      at: "content/portals/a/muc/chung.md", secret, fields: dated + "\ndraft: true", title: secret + "p")
    try project.page(at: "content/sach/_index.md", "Sách.", fields: "type: handbook", title: "Sách")
    try project.page(at: "content/sach/mot.md", "[Hai](hai.md) [Bốn](bon.md)")
    try project.page(at: "content/sach/hai.md", secret, title: secret + "q")
    try project.page(at: "content/sach/ba.md", "Ba.")
    try project.page(at: "content/sach/bon.md", secret, fields: "draft: true", title: secret + "r")
    try project.page(
      at: "content/kin/_index.md", secret, fields: "type: handbook\ndraft: true", title: secret + "s")
    try project.page(at: "content/kin/con.md", "Con.", fields: "tags: [chung]")
    for number in 1...5 {
      try project.page(
        at: "content/muc/\(number).md",
        """
        Xem [**nháp** ấy](an-0.md "lời") [s](an-1.md#khong-co) [giấu](giau.md) [con](../kin/con.md) [tr][r] [^1]

        [^1]: Chú [t](an-2.md) [tr][r].

        [r]: an-3.md "tựa kín"

        | a | b |
        |---|---|
        | [x](an-2.md) | [y](../kin/_index.md) |

        > [!NOTE]
        > [x](an-0.md)

        ### [Đề](an-0.md)
        """,
        fields: "date: 2026-02-0\(number)\ntags: [chung]\nrelated: [an-0.md, an-1.md, giau.md, chung.md]")
    }
    return project
  }

  @Test(arguments: ["vung-xanh", "toi-gian"])
  func changeNoByteOfThePortal(_ theme: String) async throws {
    var sites: [[String: Data]] = []
    for secret in ["bimatmot", "kinhaingan"] {
      let project = try project(full: secret, of: theme)
      let report = await project.build()
      #expect(report.errors.isEmpty, "\(project.printed(report))")
      #expect(project.places(of: secret).filter { !$0.hasPrefix("b/") } == [])
      for text in ["Thực đơn kín", "tựa kín"] { #expect(project.places(of: text) == []) }
      sites.append(project.published.filter { $0.key.hasPrefix("a/") })
    }
    let (one, other) = (sites[0], sites[1])
    #expect(one.count > 20)
    #expect(one.keys.sorted() == other.keys.sorted())
    for (path, bytes) in one { #expect(other[path] == bytes, "\(path)") }
  }

  @Test(arguments: states)
  func areGoneOnceTheyAreTakenBack(_ state: String) async throws {
    let project = try TemporaryProject.ofTwoPortals(theme: "vung-xanh")
    let fields = "tags: [bimat]\naliases: [/bimat.html]\n"
    try project.write("bimat", to: "content/muc/tep.txt")
    try project.page(
      at: "content/muc/mot.md", "bimat [t](tep.txt)", fields: fields + "date: 2026-01-01", title: "bimat")
    _ = await project.build()
    #expect(project.places(of: "bimat").count > 10)
    try project.page(
      at: "content/muc/mot.md", "bimat [t](tep.txt)", fields: fields + state, title: "bimat")
    _ = await project.build(portals: ["a"])
    #expect(project.places(of: "bimat").allSatisfy { $0.hasPrefix("b/") })
    let report = await project.build()
    #expect(report.errors.isEmpty)
    #expect(project.places(of: "bimat") == [])
  }

  /// A build that broke off while it published leaves nothing for good.
  @Test func areGoneAfterABuildThatBrokeOff() async throws {
    let project = try TemporaryProject.ofTwoPortals()
    try project.page(at: "content/muc/mot.md", "bimat")
    let broken = await project.build { (_) throws(Disk.Failure) in
      throw Disk.Failure(path: "", code: 13)
    }
    #expect(broken.hasErrors)
    try project.page(at: "content/muc/mot.md", "bimat", fields: "draft: true")
    #expect(await project.build().errors.isEmpty)
    #expect(project.places(of: "bimat") == [])
  }
}
