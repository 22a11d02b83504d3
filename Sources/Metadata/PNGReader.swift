/// Walks through a PNG (third drawing, §5 and §11) and keeps the chunks that change what is shown.
struct PNGReader {
  let bytes: [UInt8]
  private(set) var parts = KeptParts()
  private var hasPicture = false
  private var hasExif = false

  init(bytes: [UInt8]) { self.bytes = bytes }

  private static let critical: Set = ["IHDR", "PLTE", "IDAT"]
  private static let shown: Set = [
    "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "mDCV", "mDCv", "cLLI", "cLLi", "bKGD", "hIST",
    "sPLT", "pHYs", "acTL", "fcTL", "fdAT",
  ]

  mutating func run() -> CleanPicture.Fault? {
    parts.keep(0..<8)
    var offset = 8
    while true {
      guard let length = bytes.big(4, at: offset), bytes.count - offset >= 12 else { return .cut }
      let name = bytes[(offset + 4)..<(offset + 8)]
      guard length < 1 << 31, name.allSatisfy(\.isLetter) else { return .wrong(at: offset) }
      guard length <= bytes.count - offset - 12 else { return .cut }
      let chunk = offset..<(offset + 12 + length)
      let type = String(decoding: name, as: UTF8.self)
      if (offset == 8) != (type == "IHDR") || type == "IHDR" && length != 13 { return .wrong(at: offset) }
      offset = chunk.upperBound
      if type == "IEND" {
        guard hasPicture else { return .empty }
        parts.keep(chunk)
        if offset < bytes.count { parts.drop(.other) }
        return nil
      }
      if type == "IDAT", length > 0 { hasPicture = true }
      if Self.critical.contains(type) || Self.shown.contains(type) {
        parts.keep(chunk)
      } else if name.first!.isCapital {
        // Without a chunk that it calls critical and nobody knows, no decoder could show the picture.
        return .wrong(at: chunk.lowerBound)
      } else {
        drop(type, chunk)
      }
    }
  }

  private mutating func drop(_ type: String, _ chunk: Range<Int>) {
    let content = (chunk.lowerBound + 8)..<(chunk.upperBound - 4)
    switch type {
    case "eXIf": exif(chunk, content)
    case "tEXt", "zTXt", "iTXt": parts.drop(data(ofText: content))
    case "tIME": parts.drop(.date)
    default: parts.drop(.other)
    }
  }

  private mutating func exif(_ chunk: Range<Int>, _ content: Range<Int>) {
    let exif = Exif(bytes, in: content)
    defer { hasExif = true }
    if exif.isMinimal, !hasExif, !bytes.has("Exif", at: content.lowerBound) { return parts.keep(chunk) }
    parts.drop(exif.data.union(exif.isMinimal ? .other : []))
    guard !hasExif, let replacement = exif.replacement else { return }
    let checked = Array("eXIf".utf8) + replacement
    parts.put(big(replacement.count, 4) + checked + big(Int(checked.crc32), 4))
  }

  /// By its keyword; the data of programs that write Exif or IPTC as a text is told apart no further.
  private func data(ofText content: Range<Int>) -> HiddenData {
    switch String(decoding: bytes[content].prefix(80).prefix { $0 != 0 }, as: UTF8.self) {
    case "XML:com.adobe.xmp": HiddenData(xmp: bytes, in: content)
    case "Author", "Copyright": .author
    case "Creation Time", "date:create", "date:modify", "date:timestamp": .date
    case "Source": .camera
    case "Title", "Description", "Comment", "Disclaimer", "Warning": .comment
    default: .other
    }
  }
}

extension UInt8 {
  fileprivate var isLetter: Bool { (self | 0x20) >= UInt8(ascii: "a") && (self | 0x20) <= UInt8(ascii: "z") }
  fileprivate var isCapital: Bool { self & 0x20 == 0 }
}

extension [UInt8] {
  /// The check of a chunk, PNG, annex D. Bit by bit: what is written here has some thirty bytes.
  fileprivate var crc32: UInt32 {
    ~reduce(UInt32.max) { crc, byte in
      (0..<8).reduce(crc ^ UInt32(byte)) { crc, _ in crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
  }
}
