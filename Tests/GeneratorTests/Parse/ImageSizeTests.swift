import Testing

@testable import Files
@testable import Generator
@testable import Starting

@Suite struct ImageSizeTests {
  // MARK: Samples, each as small as its format allows up to the size

  static func big(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).reversed().map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }
  static func little(_ number: Int, _ count: Int) -> [UInt8] { big(number, count).reversed() }
  static func box(_ type: String, _ content: [UInt8]) -> [UInt8] {
    big(content.count + 8, 4) + type.utf8 + content
  }

  static let png: [UInt8] =
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + box("IHDR", big(640, 4) + big(480, 4)).map { $0 }
    + [8, 6, 0, 0, 0]
  static let gif: [UInt8] = "GIF89a".utf8 + little(640, 2) + little(480, 2) + [0, 0, 0]

  static func jpeg(orientation: Int? = nil, isBig: Bool = true) -> [UInt8] {
    var bytes: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0] + big(16, 2) + "JFIF\0".utf8 + [1, 1, 0, 0, 1, 0, 1, 0, 0]
    if let orientation {
      let number = isBig ? big : little
      let make = number(0x010F, 2) + number(2, 2) + number(1, 4) + number(0, 4)
      let turn = number(0x0112, 2) + number(3, 2) + number(1, 4) + number(orientation, 2) + [0, 0]
      let start: [UInt8] = Array((isBig ? "MM" : "II").utf8)
      let tiff = start + number(42, 2) + number(8, 4) + number(2, 2) + make + turn + number(0, 4)
      bytes += [0xFF, 0xE1] + big(tiff.count + 8, 2) + "Exif\0\0".utf8 + tiff
    }
    bytes += [0xFF, 0xDB] + big(5, 2) + [0, 0xFF, 0xC0]  // what looks like a frame header within a segment
    bytes += [0xFF, 0xC4] + big(3, 2) + [0] + [0xFF]  // a Huffman table, then a fill byte
    return bytes + [0xFF, 0xC2] + big(17, 2) + [8] + big(480, 2) + big(640, 2) + [3]
  }

  static func webP(_ chunk: String, _ content: [UInt8]) -> [UInt8] {
    "RIFF".utf8 + little(content.count + 12, 4) + "WEBP".utf8 + chunk.utf8 + little(content.count, 4)
      + content
  }
  static let lossy = webP("VP8 ", [0, 0, 0, 0x9D, 0x01, 0x2A] + little(640 | 1 << 14, 2) + little(480, 2))
  static let lossless = webP("VP8L", [0x2F] + little(639 | 479 << 14, 4))
  static let extended = webP("VP8X", [0, 0, 0, 0] + little(639, 3) + little(479, 3))

  static let avif = box("ftyp", Array("avif".utf8) + [0, 0, 0, 0] + "mif1avif".utf8)

  static let svg = """
    \u{FEFF}<?xml version="1.0"?>
    <!-- a > b, <svg width="1" height="1"> -->
    <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x" [ <!ENTITY ns "http://x"> ]>
    <svg xmlns='http://www.w3.org/2000/svg' id = "a>b" width="640px"
      height='480'><rect width="9" height="9"/></svg>
    """

  static let samples: [(name: String, bytes: [UInt8])] = [
    ("PNG", png), ("GIF", gif), ("JPEG", jpeg()), ("JPEG with Exif", jpeg(orientation: 1)), ("VP8", lossy),
    ("VP8L", lossless), ("VP8X", extended), ("SVG", Array(svg.utf8)),
  ]

  static func read(svg: String) -> ImageSize.Reading { ImageSize.read(Array(svg.utf8)) }

  /// A size as its reading: `ImageSize` itself is made by reading alone.
  static func pair(_ reading: ImageSize.Reading) -> [Int]? {
    if case .size(let size) = reading { [size.width, size.height] } else { nil }
  }

  // MARK: Tests

  @Test(arguments: samples.indices) func readsEveryFormat(index: Int) {
    let sample = Self.samples[index]
    #expect(Self.pair(ImageSize.read(sample.bytes)) == [640, 480], "\(sample.name)")
  }

  /// Ending anywhere, a file gives its size, or none, but never another one.
  @Test(arguments: samples.indices) func surviveEveryTruncation(index: Int) {
    let sample = Self.samples[index]
    for count in 0..<sample.bytes.count {
      let pair = Self.pair(ImageSize.read(Array(sample.bytes.prefix(count))))
      #expect(pair == nil || pair == [640, 480] || sample.name == "AVIF", "\(sample.name) cut at \(count)")
    }
  }

  @Test(arguments: samples.indices) func surviveEveryWrongByte(index: Int) {
    for offset in Self.samples[index].bytes.indices {
      for byte: UInt8 in [0x00, 0x01, 0x7F, 0x80, 0xFF] {
        var bytes = Self.samples[index].bytes
        bytes[offset] = byte
        _ = ImageSize.read(bytes)
        if offset + 4 <= bytes.count {
          bytes.replaceSubrange(offset..<(offset + 4), with: repeatElement(byte, count: 4))
          _ = ImageSize.read(bytes)
        }
      }
    }
  }

  @Test(arguments: [true, false]) func turnsAJPEGAsItsExifSays(isBig: Bool) {
    for orientation in 0...9 {
      let expected = (5...8).contains(orientation) ? [480, 640] : [640, 480]
      let bytes = Self.jpeg(orientation: orientation, isBig: isBig)
      #expect(Self.pair(ImageSize.read(bytes)) == expected, "orientation \(orientation)")
    }
  }

  @Test func hasNoSizeWhenThePictureSaysNone() {
    var flat = Self.png
    flat.replaceSubrange(16..<20, with: [0, 0, 0, 0])
    #expect(ImageSize.read(flat) == .noSize)
    #expect(ImageSize.read(Array(Self.png.prefix(20))) == .noSize)
    #expect(ImageSize.read([0xFF, 0xD8, 0xFF, 0xDA, 0, 8]) == .noSize)
  }

  @Test func tellsWhatIsNoImage() {
    #expect(ImageSize.read([]) == .notAnImage)
    #expect(ImageSize.read(Array("%PDF-1.7".utf8)) == .notAnImage)
    // What an AVIF hides is not taken out of it.
    #expect(ImageSize.read(Self.avif) == .notAnImage)
    #expect(Self.read(svg: "<!DOCTYPE html><html width='1' height='1'>") == .notAnImage)
    #expect(Self.read(svg: "<svgx width='1' height='1'>") == .notAnImage)
    #expect(Self.read(svg: "Một trang") == .notAnImage)
  }

  @Test(
    arguments: [
      (#"width="120.4" height=" 80 px""#, nil), (#"width="120.4" height=" 80px ""#, [120, 80]),
      (#"viewBox="0 0 24 16""#, [24, 16]), (#"viewBox="0,0, 24 ,16" width="100%" height="100%""#, [24, 16]),
      (#"viewBox="-5 -5 24 16" width="48""#, [48, 32]), (#"viewBox="0 0 24 16" height="32px""#, [48, 32]),
      (#"viewBox="0 0 24 16" width="10mm" height="32""#, [48, 32]), (#"width="48""#, nil), ("", nil),
      (#"viewBox="0 0 0 16""#, nil), (#"viewBox="0 0 24""#, nil), (#"width="-1" height="nan""#, nil),
      (#"width="1e300" height="1e300""#, nil), (#"width="0.2" height="3""#, [1, 3]),
      (#"stroke-width="7" width="4" height="3""#, [4, 3]),
    ] as [(String, [Int]?)])
  func readsTheStartTagOfAnSVG(attributes: String, size: [Int]?) {
    let reading = Self.read(svg: "<svg xmlns='x' \(attributes)><g/></svg>")
    #expect(Self.pair(reading) == size)
    #expect(size != nil || reading == .noSize)
    #expect(Self.pair(Self.read(svg: "<s:svg \(attributes)/>")) == size)
  }
}
