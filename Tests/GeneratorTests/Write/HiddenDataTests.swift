import Diagnostics
import Foundation
import Metadata
import ProblemCodes
import Testing

@testable import Checking
@testable import Files
@testable import Generator

/// From the photographs and documents of a project to what its readers get, and what `check` says of them.
@Suite struct HiddenDataTests {
  static let tests = Repository.root.appending(path: "Tests")
  static let pictures = ["anh.jpg", "anh-tung-lop.jpg", "anh.png", "anh.gif", "anh.webp", "anh-dong.webp"]

  static func sample(_ path: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: tests.appending(path: path)))
  }

  /// A page that shows each picture and offers it, all full of secrets.
  static func project() throws -> TemporaryProject {
    let project = try TemporaryProject()
    for name in pictures {
      try project.write(sample("MetadataTests/Data/bi-mat-\(name)"), to: "content/trang/\(name)")
    }
    try project.page(
      pictures.map { "![Cây](trang/\($0))" }.joined(separator: "\n\n"),
      fields: "attachments:\n"
        + pictures.map { "  - { file: trang/\($0), title: Tải \($0) }" }
        .joined(separator: "\n"))
    return project
  }

  @Test func nothingSecretIsPublished() async throws {
    let project = try Self.project()
    let report = await project.build()
    #expect(report.errors == [])
    let site = project.published
    #expect(site.keys.filter { Self.pictures.contains($0.lastComponent) }.count == Self.pictures.count)
    // What ExifTool wrote: every text begins with BIMAT; the place, the day, and where each kind of data begins.
    let secrets = [
      "BIMAT", "21,1.71", "2026:11:24", "2026-11-24T", "Photoshop 3.0", "http://ns.adobe.com/xap",
      "XMP DataXMP",
      "tEXt", "iTXt", "XMP ",
    ]
    for (path, bytes) in site {
      for secret in secrets {
        #expect(bytes.range(of: Data(secret.utf8)) == nil, "\(secret) in \(path)")
      }
    }
    // Their directory of a place has the tag 0x8825, whichever byte is first.
    for (path, bytes) in site where Self.pictures.contains(path.lastComponent) {
      #expect(bytes.range(of: Data([0x88, 0x25, 0, 4])) == nil, "\(path)")
      #expect(bytes.range(of: Data([0x25, 0x88, 4, 0])) == nil, "\(path)")
    }
  }

  @Test func aTurnedPhotographStaysTurned() async throws {
    let project = try Self.project()
    _ = await project.build()
    let photograph = try #require(project.published.first { $0.key.lastComponent == "anh.jpg" })
    guard case .size(let size) = ImageSize.read([UInt8](photograph.value)) else {
      Issue.record("no size")
      return
    }
    #expect((size.width, size.height) == (32, 48))
    // The size that the page tells is that of what is downloaded.
    let html = try #require(project.published["main/trang.html"].map { String(decoding: $0, as: UTF8.self) })
    #expect(html.contains("Tải anh.jpg</a> (1\u{A0}kB)"))
  }

  @Test func aSecondBuildWritesNothing() async throws {
    let project = try Self.project()
    _ = await project.build()
    let first = project.published
    let again = await project.build()
    #expect(again.portals.map(\.written) == [[]])
    #expect(project.published == first)
  }

  @Test func tellsWhatAPhotographHides() async throws {
    let project = try Self.project()
    let report = await project.check()
    let notes = report.diagnostics.filter { $0.problem.code == "picture-hidden-data" }
    #expect(notes.count == Self.pictures.count)
    #expect(notes.allSatisfy { $0.severity == .note })
    #expect(
      notes.map(\.problem.report.vi.message).contains(
        "ảnh “anh.jpg” kèm vị trí (GPS), ngày chụp, tên máy, tên người, ghi chú, bản thu nhỏ; bản đăng đã bỏ")
    )
  }

  @Test(arguments: [
    ("anh.jpg", "picture-broken"), ("anh.png", "picture-broken"), ("anh.gif", "picture-broken"),
    ("anh.webp", "picture-broken"),
  ]) func tellsOfACutPicture(_ name: String, _ code: String) async throws {
    let whole = try Self.sample("MetadataTests/Data/\(name)")
    for length in [33, whole.count / 2, whole.count - 1] {
      let project = try TemporaryProject()
      try project.write(Array(whole.prefix(length)), to: "content/trang/\(name)")
      try project.page("[Ảnh](trang/\(name))")
      #expect(await project.check().codes == [code], "\(length)")
    }
  }

  @Test func tellsWhoIsNamedInADocument() async throws {
    let project = try TemporaryProject()
    for name in ["nguoi.pdf", "sua.docx", "khong-ten.pdf"] {
      try project.write(Self.sample("DocumentsTests/Data/\(name)"), to: "content/trang/\(name)")
    }
    try project.page("[A](trang/nguoi.pdf) [B](trang/sua.docx) [C](trang/khong-ten.pdf)")
    let found = await project.check().diagnostics.filter {
      $0.problem.code.hasPrefix("attachment")
    }
    #expect(
      found.map(\.problem.report.vi.message).sorted() == [
        "tệp “nguoi.pdf” còn ghi tên người soạn hay sửa: “Nguyễn Văn Mẫu”, “Trần Thị “B” & C”, “Lê Thị Duyệt”",
        "tệp “nguoi.pdf” còn nhận xét", "tệp “sua.docx” còn dấu vết sửa đổi",
      ])
  }
}
