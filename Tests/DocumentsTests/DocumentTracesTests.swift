import Foundation
import TestTraits
import Testing

@testable import Documents

/// Who is named in the documents of Data/, which `make-documents` wrote.
@Suite struct DocumentTracesTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Data").path
  static let people = ["Nguyễn Văn Mẫu", "Trần Thị “B” & C"]

  static func traces(_ name: String) -> DocumentTraces? { traces(at: folder + "/" + name) }

  static func traces(at path: String) -> DocumentTraces? {
    path.hasSuffix(".pdf")
      ? DocumentTraces(pdf: path) : ZipArchive(path).map { DocumentTraces(office: $0) }
  }

  @Test(arguments: ["khong-ten.docx", "khong-ten.pdf"]) func findsNobody(_ name: String) throws {
    #expect(try #require(Self.traces(name)) == DocumentTraces())
  }

  @Test(arguments: ["nguoi.docx", "nguoi.odt"]) func findsPeopleAndTheirReview(_ name: String) throws {
    let traces = try #require(Self.traces(name))
    #expect(traces.names == Self.people)
    #expect(traces.hasComments && traces.hasTrackedChanges)
  }

  @Test func findsPeopleInAPDF() throws {
    let traces = try #require(Self.traces("nguoi.pdf"))
    #expect(traces.names == Self.people + ["Lê Thị Duyệt"])
    #expect(traces.hasComments && !traces.hasTrackedChanges)
    let plain = try #require(Self.traces("khong-nen.pdf"))
    #expect(plain.names == [Self.people[0]] && !plain.hasComments)
  }

  @Test func findsAChangeWithoutAComment() throws {
    let traces = try #require(Self.traces("sua.docx"))
    #expect(traces.names == [] && !traces.hasComments && traces.hasTrackedChanges)
  }

  @Test(arguments: ["nguoi.docx", "nguoi.odt", "nguoi.pdf", "khong-nen.pdf"])
  func livesThroughBrokenFiles(_ name: String) throws {
    let whole = try Data(contentsOf: URL(filePath: Self.folder + "/" + name))
    let broken = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString)-\(name)")
    defer { try? FileManager.default.removeItem(at: broken) }
    let known = Self.people + ["Lê Thị Duyệt"]
    for offset in stride(from: 0, to: whole.count, by: max(1, whole.count / 150)) {
      try whole.prefix(offset).write(to: broken)
      #expect(Self.traces(at: broken.path)?.names.allSatisfy(known.contains) ?? true, "cut at \(offset)")
      var wrong = whole
      wrong[offset] ^= 0xFF
      try wrong.write(to: broken)
      #expect((Self.traces(at: broken.path)?.names.count ?? 0) <= known.count, "wrong at \(offset)")
    }
    #expect(Self.traces(at: broken.path + "/khong-co") == nil)
  }

  /// A file with as many comments as an archive can name takes no time to speak of.
  @Test(.slow) func livesThroughManyFilesOfComments() throws {
    func little(_ number: Int, _ length: Int) -> [UInt8] {
      (0..<length).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }
    let count = 60_000
    var files: [UInt8] = []
    var directory: [UInt8] = []
    for number in 0..<count {
      let name = Array("xl/comments\(number).xml".utf8)
      directory += little(0x0201_4B50, 4) + little(0, 24) + little(name.count, 2) + little(0, 12)
      directory += little(files.count, 4) + name
      files += little(0x0403_4B50, 4) + little(0, 22) + little(name.count, 2) + little(0, 2) + name
    }
    let end =
      little(0x0605_4B50, 4) + little(0, 4) + little(count, 2) + little(count, 2) + little(directory.count, 4)
      + little(files.count, 4) + little(0, 2)
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).xlsx")
    defer { try? FileManager.default.removeItem(at: path) }
    try Data(files + directory + end).write(to: path)
    let archive = try #require(ZipArchive(path.path))
    #expect(archive.names.count == count)
    let start = ContinuousClock.now
    #expect(!DocumentTraces(office: archive).hasComments)
    #expect(start.duration(to: .now) < .seconds(15))
  }

  @Test func readsXMLThatIsBroken() {
    func names(_ text: String) -> [String] { XMLText(bytes: Array(text.utf8)).contents(of: "dc:creator") }
    #expect(names("<dc:creator>Lan &amp; H&#244;ng</dc:creator>") == ["Lan & Hông"])
    #expect(names("<dc:creators>x</dc:creators><dc:creator a='1'>y</dc:creator>") == ["y"])
    #expect(
      names("<dc:creator><rdf:Seq><rdf:li>A</rdf:li><rdf:li>B</rdf:li></rdf:Seq></dc:creator>") == ["A", "B"])
    #expect(names("<dc:creator/><dc:creator>z</dc:creator>") == ["z"])
    #expect(names("<dc:creator>&&#xD800;&la</dc:creator>") == ["&la"])
    #expect(names("<dc:creator>") == [] && names("<dc:creator") == [] && names("<") == [] && names("") == [])
  }
}
