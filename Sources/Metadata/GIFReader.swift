/// Walks through a GIF (version 89a) and keeps its pictures and how they follow each other.
struct GIFReader {
  let bytes: [UInt8]
  private(set) var parts = KeptParts()
  private var hasPicture = false

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func run() -> CleanPicture.Fault? {
    guard bytes.count >= 13 else {
      parts.keep(bytes.indices)
      return .cut
    }
    var offset = 13 + Self.colours(bytes[10])
    guard offset <= bytes.count else { return .cut }
    parts.keep(0..<offset)
    while true {
      guard let mark = bytes.big(1, at: offset) else { return .cut }
      let start = offset
      switch mark {
      case 0x2C:
        guard let flags = bytes.big(1, at: offset + 9) else { return .cut }
        guard let end = endOfBlocks(from: offset + 10 + Self.colours(UInt8(flags)) + 1) else { return .cut }
        hasPicture = true
        offset = end
        parts.keep(start..<offset)
      case 0x21:
        guard let label = bytes.big(1, at: offset + 1), let end = endOfBlocks(from: offset + 2) else {
          return .cut
        }
        offset = end
        extend(UInt8(label), start..<offset)
      case 0x3B:
        guard hasPicture else { return .empty }
        parts.keep(start..<(start + 1))
        if start + 1 < bytes.count { parts.drop(.other) }
        return nil
      default: return .wrong(at: offset)
      }
    }
  }

  private mutating func extend(_ label: UInt8, _ block: Range<Int>) {
    let name = block.lowerBound + 3
    switch label {
    case 0x01, 0xF9: parts.keep(block)
    case 0xFF where ["NETSCAPE2.0", "ANIMEXTS1.0", "ICCRGBG1012"].contains { bytes.has($0, at: name) }:
      parts.keep(block)
    case 0xFF where bytes.has("XMP DataXMP", at: name): parts.drop(HiddenData(xmp: bytes, in: block))
    case 0xFE: parts.drop(.comment)
    default: parts.drop(.other)
    }
  }

  /// The length of a table of colours, from the flags that announce it.
  private static func colours(_ flags: UInt8) -> Int { flags & 0x80 == 0 ? 0 : 3 << Int((flags & 7) + 1) }

  /// Behind the block of no length that ends a row of them.
  private func endOfBlocks(from start: Int) -> Int? {
    var offset = start
    while let length = bytes.big(1, at: offset) {
      offset += 1 + length
      if length == 0 { return offset }
    }
    return nil
  }
}
