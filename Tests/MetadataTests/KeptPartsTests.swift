import Testing

@testable import Metadata

/// What stays and what goes, part by part, in pictures made here.
@Suite struct KeptPartsTests {
  // MARK: JPEG

  static func segment(_ code: UInt8, _ content: [UInt8]) -> [UInt8] {
    [0xFF, code] + big(content.count + 2, 2) + content
  }

  static let scan = segment(0xDA, [1, 1, 0, 0, 63, 0]) + [0x12, 0xFF, 0x00, 0xFF, 0xD0, 0x34]

  static func jpeg(_ segments: [UInt8], after: [UInt8] = []) -> [UInt8] {
    [0xFF, 0xD8] + segments + scan + [0xFF, 0xD9] + after
  }

  static let jfif = segment(0xE0, Array("JFIF\0".utf8) + [1, 2, 0, 0, 1, 0, 1, 0, 0])
  static let profile = segment(0xE2, Array("ICC_PROFILE\0".utf8) + [1, 1, 9, 9])
  static let adobe = segment(0xEE, Array("Adobe".utf8) + [0, 100, 0, 0, 0, 0, 1])

  @Test func keepsColoursOfAJPEG() {
    let bytes = Self.jpeg(Self.jfif + Self.profile + Self.adobe + Self.segment(0xDB, [0, 1, 2]))
    #expect(CleanPicture(of: bytes) == .unchanged)
  }

  static let dropped: [([UInt8], HiddenData)] = [
    (segment(0xE0, Array("JFXX\0".utf8) + [0x13, 1, 1, 1, 2, 3]), .thumbnail),
    (segment(0xE2, Array("MPF\0II*\0".utf8)), .thumbnail), (segment(0xFE, Array("chào".utf8)), .comment),
    (segment(0xE1, Array("http://ns.adobe.com/xmp/extension/\0 GPSLatitude".utf8)), .location),
    (segment(0xE1, Array("Exif\0\0khong phai TIFF".utf8)), .other), (segment(0xEB, [1, 2, 3]), .other),
    (segment(0xED, Array("Photoshop 3.0\0".utf8) + photoshop), HiddenData([.author, .thumbnail])),
  ]

  @Test(arguments: dropped) func dropsASegment(_ dropped: [UInt8], of data: HiddenData) {
    let clean = Self.jpeg(Self.jfif)
    #expect(CleanPicture(of: Self.jpeg(Self.jfif + dropped)) == .stripped(clean, removed: data))
    // Between two scans too.
    let progressive = Self.jpeg(Self.jfif + Self.scan)
    #expect(
      CleanPicture(of: Self.jpeg(Self.jfif + Self.scan + dropped)) == .stripped(progressive, removed: data))
  }

  /// Of a segment only its own bytes count, whatever follows it.
  @Test(arguments: [
    "Photoshop 3.0\0", "Exif\0\0MM", "JFIF\0", "Adobe", "ICC_PROFILE\0", "http://ns.adobe.com/",
  ])
  func livesThroughANameBehindASegment(_ name: String) {
    for code in [0xE0, 0xE1, 0xE2, 0xED, 0xEE] as [UInt8] {
      let bytes = Self.jpeg(Self.jfif + Self.segment(code, []) + Array(name.utf8))
      #expect(CleanPicture(of: bytes).fault == nil)
    }
  }

  /// As decoders do.
  @Test func passesOverBytesBetweenSegments() {
    let bytes = Self.jpeg(Self.jfif + [1, 2, 3] + Self.adobe)
    #expect(CleanPicture(of: bytes) == .stripped(Self.jpeg(Self.jfif + Self.adobe), removed: .other))
  }

  /// A by-line, then a small copy.
  static let photoshop =
    Array("8BIM".utf8) + [4, 4, 0, 0] + big(8, 4) + [0x1C, 2, 80, 0, 3] + Array("Lan".utf8)
    + Array("8BIM".utf8) + [4, 0x0C, 0, 0] + big(2, 4) + [1, 2]

  @Test func cutsWhatFollowsJFIFAndAdobe() {
    let copy = Self.segment(0xE0, Array("JFIF\0".utf8) + [1, 2, 0, 0, 1, 0, 1, 1, 1, 7, 8, 9])
    let longAdobe = Self.segment(0xEE, Array("Adobe".utf8) + [0, 100, 0, 0, 0, 0, 1] + Array("Lan".utf8))
    #expect(
      CleanPicture(of: Self.jpeg(copy + longAdobe))
        == .stripped(Self.jpeg(Self.jfif + Self.adobe), removed: [.thumbnail, .other]))
  }

  @Test func dropsWhatFollowsThePicture() {
    let bytes = Self.jpeg(Self.jfif, after: Self.jpeg([]))
    #expect(CleanPicture(of: bytes) == .stripped(Self.jpeg(Self.jfif), removed: .other))
  }

  @Test func keepsOneOrientation() {
    func exif(_ turn: Int) -> [UInt8] {
      Self.segment(0xE1, Array("Exif\0\0".utf8) + Exif.minimal(orientation: turn))
    }
    #expect(CleanPicture(of: Self.jpeg(exif(8))) == .unchanged)
    #expect(CleanPicture(of: Self.jpeg(exif(1))).published(of: []) == Self.jpeg([]))
    #expect(CleanPicture(of: Self.jpeg(exif(9))).published(of: []) == Self.jpeg([]))
    #expect(CleanPicture(of: Self.jpeg(exif(8) + exif(3))).published(of: []) == Self.jpeg(exif(8)))
  }

  /// A cut scan is shown by browsers as far as it goes.
  @Test func keepsTheScanOfACutJPEG() {
    let bytes = Array(Self.jpeg(Self.jfif + Self.segment(0xFE, [1])).dropLast(2))
    let rest = Array(Self.jpeg(Self.jfif).dropLast(2))
    #expect(CleanPicture(of: bytes) == .broken(.cut, rest: rest, removed: .comment))
  }

  @Test func directoriesThatNameEachOtherEnd() {
    // Exif's directory is the first one again, and so is the next.
    let tiff =
      Array("II*\0".utf8) + little(8, 4) + little(1, 2) + little(0x8769, 2) + little(4, 2) + little(1, 4)
      + little(8, 4) + little(8, 4)
    let bytes = Self.jpeg(Self.segment(0xE1, Array("Exif\0\0".utf8) + tiff))
    #expect(CleanPicture(of: bytes) == .stripped(Self.jpeg([]), removed: .thumbnail))
  }

  // MARK: PNG

  static func chunk(_ type: String, _ content: [UInt8] = []) -> [UInt8] {
    big(content.count, 4) + Array(type.utf8) + content + [0, 0, 0, 0]
  }

  static func png(_ chunks: [UInt8]) -> [UInt8] {
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunk("IHDR", big(1, 4) + big(1, 4) + [8, 2, 0, 0, 0])
      + chunks + chunk("IDAT", [1]) + chunk("IEND")
  }

  @Test func keepsWhatChangesAPNG() {
    let chunks = ["gAMA", "cHRM", "sRGB", "iCCP", "pHYs", "PLTE", "tRNS", "bKGD", "acTL", "fcTL", "fdAT"]
    #expect(CleanPicture(of: Self.png(chunks.flatMap { Self.chunk($0, [1, 2]) })) == .unchanged)
  }

  static let droppedChunks: [(String, String, HiddenData)] = [
    ("tEXt", "Author\0Lan", .author), ("zTXt", "Comment\0\0x", .comment), ("tIME", "1234567", .date),
    ("iTXt", "XML:com.adobe.xmp\0\0\0\0\0tiff:Model", .camera), ("prVt", "Lan", .other),
    ("tEXt", "Raw profile type exif\0", .other), ("eXIf", "II*", .other),
  ]

  @Test(arguments: droppedChunks)
  func dropsAChunk(_ type: String, _ content: String, of data: HiddenData) {
    let bytes = Self.png(Self.chunk(type, Array(content.utf8)))
    #expect(CleanPicture(of: bytes) == .stripped(Self.png([]), removed: data))
  }

  @Test func refusesAPNGThatNobodyCouldShow() {
    #expect(CleanPicture(of: Self.png(Self.chunk("CRIT"))).fault == .wrong(at: 33))
    #expect(CleanPicture(of: Self.png(Self.chunk("IHDR", [1]))).fault == .wrong(at: 33))
    #expect(CleanPicture(of: Self.png([0, 0, 0, 0, 1, 2, 3, 4, 0, 0, 0, 0])).fault == .wrong(at: 33))
    #expect(CleanPicture(of: Self.png(big(0xFFFF_FFFF, 4))).fault == .wrong(at: 33))
  }
}
