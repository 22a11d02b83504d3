import ProblemCodes
import Testing

@testable import Checking
@testable import Files
@testable import Generator

/// What check says of the files that readers are given.
@Suite struct CheckFileTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let bytes: [UInt8]
    let codes: [String]
    var testDescription: String { "\(name): \(codes)" }

    init(_ name: String, _ bytes: [UInt8], _ codes: String...) {
      self.name = name
      self.bytes = bytes
      self.codes = codes
    }
  }

  // MARK: Samples

  static let pdf = Array("%PDF-1.7\n".utf8)
  static let ole: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
  static let word = zip(["[Content_Types].xml", "word/document.xml"])
  static let svg = Array(
    "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><text>on = x</text></svg>".utf8)

  /// An archive of empty files.
  static func zip(_ names: [String], comment: String = "") -> [UInt8] {
    let little = ImageSizeTests.little
    var files: [UInt8] = []
    var directory: [UInt8] = []
    for name in names {
      directory += little(0x0201_4B50, 4) + [UInt8](repeating: 0, count: 24) + little(name.utf8.count, 2)
      directory += [UInt8](repeating: 0, count: 12) + little(files.count, 4) + name.utf8
      files +=
        little(0x0403_4B50, 4) + [UInt8](repeating: 0, count: 22) + little(name.utf8.count, 2) + [0, 0]
        + name.utf8
    }
    return files + directory + little(0x0605_4B50, 4) + [0, 0, 0, 0] + little(names.count, 2)
      + little(names.count, 2) + little(directory.count, 4) + little(files.count, 4)
      + little(comment.utf8.count, 2) + comment.utf8
  }

  /// - Parameter weight: how many bytes are the picture itself.
  static func png(width: Int, height: Int = 480, weight: Int = 1) -> [UInt8] {
    func chunk(_ type: String, _ content: [UInt8]) -> [UInt8] {
      ImageSizeTests.big(content.count, 4) + type.utf8 + content + [0, 0, 0, 0]
    }
    let size = ImageSizeTests.big(width, 4) + ImageSizeTests.big(height, 4)
    return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunk("IHDR", size + [8, 6, 0, 0, 0])
      + chunk("IDAT", [UInt8](repeating: 0, count: weight)) + chunk("IEND", [])
  }

  static let cases = [
    Case("mau.pdf", pdf), Case("mau.pdf", Array("MZ".utf8), "attachment-wrong-type"),
    Case("mau.pdf", word, "attachment-wrong-type"),
    Case("mau.PDF", Array("chữ".utf8), "attachment-wrong-type"),
    Case("mau.docx", word), Case("mau.docx", zip(["word/x"], comment: "một chú thích")),
    Case("mau.docx", zip(["xl/workbook.xml"]), "attachment-wrong-type"),
    Case("mau.docx", ole, "attachment-wrong-type"),
    Case("mau.docx", Array(word.prefix(40)), "attachment-wrong-type"),
    Case("mau.docx", zip(["word/document.xml", "word/vbaProject.bin"]), "attachment-hidden-macro"),
    Case("bang.xlsx", zip(["xl/workbook.xml", "xl/VBAPROJECT.BIN"]), "attachment-hidden-macro"),
    Case("bai.pptx", zip(["ppt/presentation.xml"])), Case("mau.doc", ole),
    Case("mau.doc", Array("{\\rtf1".utf8)),
    Case("mau.xls", zip(["xl/workbook.xml"]), "attachment-wrong-type"), Case("goi.zip", zip([])),
    Case("mau.docm", word, "attachment-dangerous"), Case("cai.exe", [], "attachment-dangerous"),
    Case("trang.html", Array("<p>".utf8), "attachment-dangerous"),
    Case("chay.PS1", [1], "attachment-dangerous"),
    Case("cong-van.pdf.exe", [1], "attachment-double-ending"),
    Case("cong-van.v2.exe", [1], "attachment-dangerous"),
    Case("bao-cao.docx.pdf", pdf), Case("mau.pdf", [], "attachment-empty"), Case("ghi-chu.txt", [1]),
    Case("bai.md.txt", [1], "page-wrong-name"), Case("BAI.MD", [1], "page-wrong-name"),
    Case("bai.markdown", [], "page-wrong-name"), Case("md.txt", [1]), Case("a.mdx", [1]),
    Case("cay.png", png(width: 2560)), Case("cay.png", png(width: 2561), "picture-wide"),
    Case("cay.jpg", png(width: 40), "attachment-wrong-type"), Case("cay.svg", svg),
    Case("cay.svg", Array("<svg><SCRIPT>x</SCRIPT></svg>".utf8), "picture-script"),
    Case("cay.svg", Array("<svg onload = 'x()'/>".utf8), "picture-script"),
    Case("cay.svg", Array("<svg><a href='javascript:x()'/></svg>".utf8), "picture-script"),
    Case("cay.png", png(width: 40, weight: 300 << 10), "picture-heavy"),
    Case("cay.png", png(width: 0), "picture-broken"),
    Case("cay.png", png(width: 2000, height: 50_001), "picture-huge"),
    Case("cay.png", Array(png(width: 40).prefix(33)), "picture-broken"),
    Case("cay.gif", Array("GIF89a".utf8), "picture-broken"),
    Case("tieng.mp3", Array("ID3".utf8) + [UInt8](repeating: 0, count: 10 << 20), "attachment-heavy"),
    Case("tieng.mp3", [0xFF, 0xFB, 0x90]),
    Case("phim.mp4", [0, 0, 0, 24] + Array("ftypmp42".utf8), "attachment-not-cleaned"),
    Case("anh.heic", [1], "attachment-not-cleaned"), Case("ban-do.TIF", [1], "attachment-not-cleaned"),
    Case("phim.mp4", Array("ID3".utf8), "attachment-not-cleaned", "attachment-wrong-type"),
  ]

  @Test(arguments: cases) func judgesByNameAndContent(_ example: Case) async throws {
    let project = try TemporaryProject()
    try project.write(example.bytes, to: "content/trang/\(example.name)")
    try project.page("[Tải về mẫu](trang/\(example.name))")
    let codes = await project.check().codes
    #expect(codes == example.codes)
  }

  /// What a page shows and no browser can is one mistake, told once.
  @Test func tellsOnceOfWhatIsNoPicture() async throws {
    let project = try TemporaryProject()
    try project.write(Array("chữ".utf8), to: "content/trang/a.png")
    try project.write([UInt8](), to: "content/trang/b.png")
    try project.page("![Cây đa đầu làng](trang/a.png)\n\n![Cây gạo cuối làng](trang/b.png)")
    #expect(await project.check().codes == ["image-unreadable", "image-unreadable"])
    // A picture of another format is shown all the same.
    try project.write(Self.png(width: 40), to: "content/trang/a.png")
    try project.write(Self.png(width: 40), to: "content/trang/b.jpg")
    try project.remove("content/trang/b.png")
    try project.page("![Cây đa đầu làng](trang/a.png)\n\n![Cây gạo cuối làng](trang/b.jpg)")
    #expect(await project.check().codes == ["attachment-wrong-type"])
  }

  /// A file that is meant to be a page is not said to be of no use besides.
  @Test func tellsWhatAPageMustBeCalled() async throws {
    let project = try TemporaryProject()
    try project.write(Array("---\ntitle: A\n---\n".utf8), to: "content/bai-thu.md.txt")
    try project.page()
    let report = await project.check()
    #expect(report.codes == ["page-wrong-name"])
    #expect(report.diagnostics.contains { $0.problem.report.vi.remedy == "đổi tên tệp thành bai-thu.md" })
  }

  /// Any beginning, and any end, of an archive is read without harm.
  @Test func livesThroughBrokenArchives() async throws {
    let whole = Self.zip(["word/document.xml", "word/vbaProject.bin"])
    let project = try TemporaryProject()
    for (number, count) in stride(from: 4, to: whole.count, by: 7).enumerated() {
      try project.write(Array(whole.prefix(count)), to: "content/trang/dau-\(number).docx")
      try project.write(Array(whole[..<4] + whole.suffix(count)), to: "content/trang/cuoi-\(number).docx")
      var wrong = whole
      wrong.replaceSubrange(
        whole.count - 10..<whole.count - 2, with: [UInt8](repeating: UInt8(count), count: 8))
      try project.write(wrong, to: "content/trang/lech-\(number).docx")
    }
    try project.page()
    #expect(
      await Set(project.check().codes).isSubset(of: ["attachment-wrong-type", "attachment-hidden-macro"]))
  }

  @Test func reportsWhereTheFileIsNamedFirst() async throws {
    let project = try TemporaryProject()
    for name in ["a", "b", "c", "d"] { try project.write(Array("x".utf8), to: "content/trang/\(name).docm") }
    try project.page(
      "Xem [mẫu a](trang/a.docm) và [mẫu a](trang/a.docm).",
      fields: "attachments:\n  - { file: trang/b.docm, title: Mẫu b }\nrelated: []")
    try project.page("[Mẫu c](trang/c.docm)", at: "content/khac.md")
    let places = await project.check().places(in: project)
    #expect(
      places == [
        "content/khac.md:7:9+12 attachment-dangerous",
        "content/trang.md:5:13+12 attachment-dangerous", "content/trang.md:9:13+12 attachment-dangerous",
        "content/trang/d.docm attachment-dangerous", "content/trang/d.docm file-unused",
      ])
  }

  @Test func tellsWhichFilesNobodyNeeds() async throws {
    let project = try TemporaryProject()
    try project.page("[Mẫu](/chung/dung.pdf)")
    try project.page(at: "content/muc/_index.md")
    for path in ["chung/dung.pdf", "chung/thua.pdf", "trang/ben-canh.pdf", "muc/thua.pdf", "thua.pdf"] {
      try project.write(Self.pdf, to: "content/\(path)")
    }
    let places = await project.check().places(in: project).filter { $0.hasSuffix("file-unused") }
    #expect(
      places == [
        "content/chung/thua.pdf file-unused", "content/muc/thua.pdf file-unused",
        "content/thua.pdf file-unused", "content/trang/ben-canh.pdf file-unused",
      ])
  }
}
