import Files

/// The size in which a browser lays a picture out, in CSS pixels, so that a page keeps the room for it.
package struct ImageSize: Sendable, Equatable {
  package let width: Int
  package let height: Int

  package enum Reading: Sendable, Equatable {
    case size(ImageSize)
    /// A picture of a known format that does not say how large it is: an SVG without `width`, `height` and
    /// `viewBox`, or a file that is cut off or broken before it says so.
    case noSize
    /// None of the formats that browsers show.
    case notAnImage
  }

  /// How many first bytes are enough for any camera's metadata.
  package static let startLength = 256 << 10

  /// Takes the first bytes of a file, whatever they are, and returns the size of a PNG, JPEG, GIF, WebP or SVG.
  /// The name of the file plays no part.
  package static func read(_ bytes: [UInt8]) -> Reading {
    let bytes = ImageBytes(all: bytes)
    let size: ImageSize?
    if bytes.has([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], at: 0) {
      size = png(bytes)
    } else if bytes.has([0xFF, 0xD8, 0xFF], at: 0) {
      size = jpeg(bytes)
    } else if bytes.has("GIF87a", at: 0) || bytes.has("GIF89a", at: 0) {
      size = ImageSize(bytes.little(2, at: 6), bytes.little(2, at: 8))
    } else if bytes.has("RIFF", at: 0), bytes.has("WEBP", at: 8) {
      size = webP(bytes)
    } else if let svg = SVGRoot(bytes.all) {
      size = svg.size
    } else {
      return .notAnImage
    }
    return size.map { .size($0) } ?? .noSize
  }

  fileprivate init?(_ width: Int?, _ height: Int?) {
    guard let width, let height, width > 0, height > 0 else { return nil }
    (self.width, self.height) = (width, height)
  }

  private var turned: ImageSize? { ImageSize(height, width) }

  /// PNG, third drawing, §5.3 and §11.2.1: `IHDR` is the first chunk.
  private static func png(_ bytes: ImageBytes) -> ImageSize? {
    bytes.has("IHDR", at: 12) ? ImageSize(bytes.big(4, at: 16), bytes.big(4, at: 20)) : nil
  }

  /// ITU-T T.81, annex B: segments until the frame header; the orientation is Exif's, in an APP1 segment.
  private static func jpeg(_ bytes: ImageBytes) -> ImageSize? {
    var offset = 2
    var isTurned = false
    while let mark = bytes.big(1, at: offset), let code = bytes.big(1, at: offset + 1) {
      guard mark == 0xFF else { return nil }
      switch code {
      case 0xFF, 0x01, 0xD0...0xD7:  // a fill byte; markers without a segment
        offset += code == 0xFF ? 1 : 2
        continue
      case 0xD9, 0xDA:  // the picture itself, with no frame header before it
        return nil
      case 0xC0...0xCF where code != 0xC4 && code != 0xC8 && code != 0xCC:
        let size = ImageSize(bytes.big(2, at: offset + 7), bytes.big(2, at: offset + 5))
        return isTurned ? size?.turned : size
      case 0xE1 where bytes.has("Exif\0\0", at: offset + 4):
        isTurned = (5...8).contains(exifOrientation(bytes, at: offset + 10) ?? 1)
      default: break
      }
      guard let length = bytes.big(2, at: offset + 2), length >= 2 else { return nil }
      offset += 2 + length
    }
    return nil
  }

  /// Exif 2.32, §4.6.2 and §4.6.4: tag 0x0112 of the first directory of a TIFF that starts at `start`.
  private static func exifOrientation(_ bytes: ImageBytes, at start: Int) -> Int? {
    let isBig = bytes.has("MM", at: start)
    guard isBig || bytes.has("II", at: start) else { return nil }
    func number(_ count: Int, at offset: Int) -> Int? {
      isBig ? bytes.big(count, at: start + offset) : bytes.little(count, at: start + offset)
    }
    guard let directory = number(4, at: 4), let count = number(2, at: directory) else { return nil }
    for entry in 0..<count {
      guard let tag = number(2, at: directory + 2 + entry * 12) else { return nil }
      if tag == 0x0112 { return number(2, at: directory + 2 + entry * 12 + 8) }
    }
    return nil
  }

  /// RFC 9649, §2.5 to §2.7.
  private static func webP(_ bytes: ImageBytes) -> ImageSize? {
    if bytes.has("VP8 ", at: 12), bytes.has([0x9D, 0x01, 0x2A], at: 23) {
      return ImageSize(
        bytes.little(2, at: 26).map { $0 & 0x3FFF }, bytes.little(2, at: 28).map { $0 & 0x3FFF })
    }
    if bytes.has("VP8L", at: 12), bytes.has([0x2F], at: 20), let bits = bytes.little(4, at: 21) {
      return ImageSize((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
    }
    if bytes.has("VP8X", at: 12), let width = bytes.little(3, at: 24), let height = bytes.little(3, at: 27) {
      return ImageSize(width + 1, height + 1)
    }
    return nil
  }
}

/// Bytes that may end anywhere: every read says nil beyond the end.
private struct ImageBytes {
  let all: [UInt8]

  func has(_ expected: [UInt8], at offset: Int) -> Bool {
    offset + expected.count <= all.count && all[offset..<(offset + expected.count)].elementsEqual(expected)
  }

  func has(_ expected: String, at offset: Int) -> Bool { has(Array(expected.utf8), at: offset) }

  /// A number of at most four bytes, the most significant first.
  func big(_ count: Int, at offset: Int) -> Int? {
    guard offset + count <= all.count else { return nil }
    return all[offset..<(offset + count)].reduce(0) { $0 << 8 | Int($1) }
  }

  /// A number of at most four bytes, the least significant first.
  func little(_ count: Int, at offset: Int) -> Int? {
    guard offset + count <= all.count else { return nil }
    return all[offset..<(offset + count)].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}

/// The start tag of an SVG, as far as it says how large the picture is.
private struct SVGRoot {
  private var attributes: [String: String] = [:]

  /// nil when the first element of the XML is not `svg`.
  init?(_ bytes: [UInt8]) {
    var rest = bytes[...]
    func skip(past end: String) {
      while !rest.isEmpty, !rest.starts(with: end.utf8) { rest = rest.dropFirst() }
      rest = rest.dropFirst(end.utf8.count)
    }
    func take(until isEnd: (UInt8) -> Bool) -> String {
      let taken = rest.prefix { !isEnd($0) }
      rest = rest[taken.endIndex...]
      return String(decoding: taken, as: UTF8.self)
    }
    func skipSpace() { rest = rest.drop { $0 <= 0x20 } }

    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    skipSpace()
    while rest.starts(with: "<?".utf8) || rest.starts(with: "<!".utf8) {
      if rest.starts(with: "<!--".utf8) {
        skip(past: "-->")
      } else {  // a declaration, or a document type, perhaps with others between brackets
        _ = take { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: ">") }
        if rest.first == UInt8(ascii: "[") { skip(past: "]") }
        skip(past: ">")
      }
      skipSpace()
    }
    let name = take { $0 <= 0x20 || $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "/") }
    guard name == "<svg" || name.hasPrefix("<") && name.hasSuffix(":svg") else { return nil }
    while true {
      skipSpace()
      let name = take { $0 <= 0x20 || $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: ">") }
      skipSpace()
      guard rest.popFirst() == UInt8(ascii: "=") else { return }
      skipSpace()
      guard let quote = rest.popFirst(), quote == 0x22 || quote == 0x27 else { return }
      let value = take { $0 == quote }
      guard rest.popFirst() != nil else { return }
      attributes[name] = value
    }
  }

  /// `width` and `height`; what is missing or relative follows from `viewBox`
  /// (CSS Images 3, §5.3; SVG 2, §8.2 and §8.6).
  var size: ImageSize? {
    let box = attributes["viewBox", default: ""].split { $0.isWhitespace || $0 == "," }.map(SVGRoot.pixels)
    var width = attributes["width"].flatMap(SVGRoot.pixels)
    var height = attributes["height"].flatMap(SVGRoot.pixels)
    if box.count == 4, let boxWidth = box[2], let boxHeight = box[3] {
      let ratio = boxWidth / boxHeight
      width = width ?? height.map { $0 * ratio } ?? boxWidth
      height = height ?? width.map { $0 / ratio }
    }
    func whole(_ number: Double?) -> Int? { number.flatMap { $0 < 1e9 ? max(1, Int($0.rounded())) : nil } }
    return ImageSize(whole(width), whole(height))
  }

  /// A length above 0 in pixels, nil for one in another unit.
  private static func pixels(_ text: some StringProtocol) -> Double? {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard words.count == 1 else { return nil }
    let number = words[0].hasSuffix("px") ? words[0].dropLast(2) : words[0]
    return Double(number).flatMap { $0 > 0 && $0.isFinite ? $0 : nil }
  }
}
