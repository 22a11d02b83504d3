import Foundation
import Metadata
import Testing

@testable import Files
@testable import Generator

/// Places for hidden data that formats leave open, and places in a project where nobody looks for pictures.
@Suite struct HiddenPictureDataTests {
  private static let mark = Array("BIMAT".utf8)
  private static func picture(_ name: String) throws -> [UInt8] {
    try HiddenDataTests.sample("MetadataTests/Data/bi-mat-\(name)")
  }

  private static func expectClean(_ bytes: [UInt8], _ comment: String = "") {
    #expect(Data(CleanPicture.published(bytes)).range(of: Data(mark)) == nil, "\(comment)")
  }

  private static func segment(_ code: UInt8, _ text: String = "BIMAT") -> [UInt8] {
    let content = Array(text.utf8)
    return [0xFF, code, 0, UInt8(content.count + 2)] + content
  }

  @Test(arguments: [
    "anh.bin", "ANH.JPG", "anh.jpeg.txt", "anh", "anh.pdf", "anh.png.webp",
  ])
  func nameAndPlaceAreNoMatter(_ name: String) async throws {
    let project = try TemporaryProject()
    for (sample, number) in zip(HiddenDataTests.pictures, 0...) {
      let bytes = try Self.picture(sample)
      try project.write(bytes, to: "content/\(number)/\(name)")
      try project.write(bytes, to: "content/them/\(number)-\(name)")
      try project.write(bytes, to: "themes/plain/assets/\(number)-\(name)")
    }
    let links = HiddenDataTests.pictures.indices.map { "[a](\($0)/\(name))" }.joined(separator: " ")
    try project.page(at: "content/bai.md", links)
    try project.write(TemporaryProject.portal + "also_publish: [them]\n", to: "content/site.yaml")
    let report = await project.build()
    #expect(report.errors.isEmpty, "\(project.printed(report))")
    #expect(project.published.keys.count { $0.hasPrefix("main/assets/") } == HiddenDataTests.pictures.count)
    #expect(project.places(of: "BIMAT") == [])
  }

  @Test func aSegmentOfNoMeaningIsLeftOut() throws {
    let clean = try HiddenDataTests.sample("MetadataTests/Data/anh.jpg")
    for code in [0x02, 0xBF, 0xC8, 0xDE, 0xDF] + Array(0xE0...0xFE) as [UInt8] {
      let bytes = clean[..<2] + Self.segment(code) + clean[2...]
      Self.expectClean(Array(bytes), "\(code)")
      #expect(CleanPicture.published(Array(bytes)) == clean, "\(code)")
    }
    for name in [
      "ICC_PROFIL\0", "MPF\0", "exif\0\0", "Exif\0\0", "JFXX\0", "http://ns.adobe.com/xmp/extension/\0",
    ] {
      for code in [0xE0, 0xE1, 0xE2] as [UInt8] {
        Self.expectClean(clean[..<2] + Self.segment(code, name + "BIMAT") + clean[2...], name)
      }
    }
  }

  @Test(arguments: HiddenDataTests.pictures)
  func whatFollowsThePictureIsLeftOut(_ name: String) throws {
    let clean = try HiddenDataTests.sample("MetadataTests/Data/\(name)")
    for tail in [Self.mark, try Self.picture(name), try Self.picture("anh.jpg"), try Self.picture("anh.png")]
    {
      #expect(CleanPicture.published(clean + tail) == clean)
      Self.expectClean(try Self.picture(name) + tail)
    }
  }

  @Test func aFrameOfAnAnimationHoldsItsPictureOnly() throws {
    let bytes = try HiddenDataTests.sample("MetadataTests/Data/anh-dong.webp")
    var frames = Array(bytes[..<12])
    var offset = 12
    var count = 0
    while offset + 8 <= bytes.count {
      let length = bytes[(offset + 4)..<(offset + 8)].reversed().reduce(0) { $0 << 8 | Int($1) }
      var chunk = Array(bytes[offset..<(offset + 8 + length + length % 2)])
      offset += chunk.count
      if chunk.starts(with: Array("ANMF".utf8)) {
        for name in ["EXIF", "XMP ", "lạ "] {
          chunk += Array(name.utf8.prefix(4)) + [6, 0, 0, 0] + Self.mark + [0]
        }
        chunk.setLength(chunk.count - 8, at: 4)
        count += 1
      }
      frames += chunk
    }
    frames.setLength(frames.count - 8, at: 4)
    #expect(count > 1)
    #expect(CleanPicture.published(frames) == bytes)
  }

  @Test func theHeadOfAWebPHoldsNothingMore() throws {
    let bytes = try HiddenDataTests.sample("MetadataTests/Data/anh-dong.webp")
    var longer = bytes[..<30] + Self.mark + [0] + bytes[30...]
    longer.setLength(16, at: 16)
    longer.setLength(longer.count - 8, at: 4)
    #expect(CleanPicture.published(Array(longer)) == bytes)
  }
}

extension RangeReplaceableCollection<UInt8> where Self: MutableCollection, Index == Int {
  /// Writes a length of four bytes, the least significant first.
  fileprivate mutating func setLength(_ length: Int, at offset: Int) {
    for byte in 0..<4 { self[offset + byte] = UInt8(truncatingIfNeeded: length >> (byte * 8)) }
  }
}
