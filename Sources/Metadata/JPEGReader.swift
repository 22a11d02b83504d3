/// Walks through a JPEG (ITU-T T.81, annex B) and keeps what its decoder needs.
struct JPEGReader {
  let bytes: [UInt8]
  private(set) var parts = KeptParts()
  private var hasScan = false
  private var hasExif = false

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func run() -> CleanPicture.Fault? {
    parts.keep(0..<2)
    var offset = 2
    while true {
      // Decoders pass over bytes that belong to no segment.
      guard let mark = bytes.offset(of: 0xFF, from: offset) else { return .cut }
      if mark > offset { parts.drop(.other) }
      var code = mark + 1
      while code < bytes.count, bytes[code] == 0xFF { code += 1 }
      guard code < bytes.count else { return .cut }
      offset = code + 1
      switch bytes[code] {
      case 0xD9:
        guard hasScan else { return .empty }
        parts.keep(mark..<offset)
        // More pictures, videos and notes, which makers append.
        if offset < bytes.count { parts.drop(.other) }
        return nil
      case 0x00, 0x01, 0xD0...0xD8:  // markers without a segment; of no meaning here
        parts.drop(.other)
        continue
      default: break
      }
      guard let length = bytes.big(2, at: offset) else { return .cut }
      guard length >= 2 else { return .wrong(at: mark) }
      let content = (offset + 2)..<(offset + length)
      guard content.upperBound <= bytes.count else { return .cut }
      segment(bytes[code], from: mark, content)
      offset = content.upperBound
      if bytes[code] == 0xDA {
        hasScan = true
        let end = endOfScan(from: offset)
        parts.keep(offset..<end)
        offset = end
      }
    }
  }

  private mutating func segment(_ code: UInt8, from mark: Int, _ content: Range<Int>) {
    let start = content.lowerBound
    switch code {
    case 0xE0: applicationData0(from: mark, content)
    case 0xE1 where bytes.has("Exif\0", at: start): exif(from: mark, content)
    case 0xE1 where bytes.has("http://ns.adobe.com/", at: start):
      parts.drop(HiddenData(xmp: bytes, in: content))
    case 0xE2 where bytes.has("ICC_PROFILE\0", at: start): parts.keep(mark..<content.upperBound)
    case 0xE2 where bytes.has("MPF\0", at: start): parts.drop(.thumbnail)
    case 0xED where bytes.has("Photoshop 3.0\0", at: start) && content.count >= 14:
      parts.drop(HiddenData(photoshop: bytes, in: (start + 14)..<content.upperBound))
    // How colours are coded: version, two flags and the transformation.
    case 0xEE where bytes.has("Adobe", at: start) && content.count >= 12:
      keep(12, of: content, from: mark, as: [0xFF, 0xEE])
    case 0xE1...0xEF: parts.drop(.other)
    case 0xFE: parts.drop(.comment)
    // Frames, tables, scans and what they refer to (table B.1); anything may stand in segments of no meaning.
    case 0xC0...0xC7, 0xC9...0xCF, 0xDA...0xDD: parts.keep(mark..<content.upperBound)
    default: parts.drop(.other)
    }
  }

  /// JFIF, without the small copy that may follow its fourteen bytes; JFXX is such a copy.
  private mutating func applicationData0(from mark: Int, _ content: Range<Int>) {
    guard bytes.has("JFIF\0", at: content.lowerBound), content.count >= 14 else {
      return parts.drop(bytes.has("JFXX\0", at: content.lowerBound) ? .thumbnail : .other)
    }
    let copy = (content.lowerBound + 12)..<(content.lowerBound + 14)
    if content.count == 14, bytes[copy].allSatisfy({ $0 == 0 }) {
      return parts.keep(mark..<content.upperBound)
    }
    parts.put([0xFF, 0xE0] + big(16, 2) + bytes[content.lowerBound..<copy.lowerBound] + [0, 0])
    parts.drop(.thumbnail)
  }

  private mutating func exif(from mark: Int, _ content: Range<Int>) {
    let exif = Exif(bytes, in: content)
    defer { hasExif = true }
    if exif.isMinimal, !hasExif { return parts.keep(mark..<content.upperBound) }
    parts.drop(exif.data.union(exif.isMinimal ? .other : []))
    guard !hasExif, let replacement = exif.replacement else { return }
    parts.put([0xFF, 0xE1] + big(replacement.count + 8, 2) + Array("Exif\0\0".utf8) + replacement)
  }

  private mutating func keep(_ length: Int, of content: Range<Int>, from mark: Int, as marker: [UInt8]) {
    guard content.count > length else { return parts.keep(mark..<content.upperBound) }
    parts.put(marker + big(length + 2, 2) + bytes[content.prefix(length)])
    parts.drop(.other)
  }

  /// Where the coded picture ends: at a marker that is none of those within it.
  private func endOfScan(from start: Int) -> Int {
    var offset = start
    while let mark = bytes.offset(of: 0xFF, from: offset) {
      guard mark + 1 < bytes.count else { return mark }
      switch bytes[mark + 1] {
      case 0x00, 0xD0...0xD7: offset = mark + 2
      case 0xFF: offset = mark + 1
      default: return mark
      }
    }
    return bytes.count
  }
}
