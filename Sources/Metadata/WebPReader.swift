/// Walks through a WebP (RFC 9649, §2) and keeps the chunks that change what is shown.
struct WebPReader {
  let bytes: [UInt8]
  private(set) var parts = KeptParts()

  init(bytes: [UInt8]) { self.bytes = bytes }

  private static let pictures: Set = ["VP8 ", "VP8L"]
  private static let shown: Set = ["ALPH", "ANIM", "ICCP"]
  private static let exifFlag: UInt8 = 0x08
  private static let xmpFlag: UInt8 = 0x04

  /// A chunk that stays: where it stands, or what stands for it.
  private enum Chunk {
    case kept(Range<Int>)
    case put([UInt8])

    var length: Int {
      switch self {
      case .kept(let range): range.count
      case .put(let bytes): bytes.count
      }
    }
  }

  mutating func run() -> CleanPicture.Fault? {
    var chunks: [Chunk] = []
    let fault = read(into: &chunks)
    let length = chunks.reduce(4) { $0 + $1.length }
    if bytes.little(4, at: 4) == length {
      parts.keep(0..<12)
    } else {
      parts.put(Array("RIFF".utf8) + little(length, 4) + Array("WEBP".utf8))
    }
    for chunk in chunks {
      switch chunk {
      case .kept(let range): parts.keep(range)
      case .put(let bytes): parts.put(bytes)
      }
    }
    return fault
  }

  private mutating func read(into chunks: inout [Chunk]) -> CleanPicture.Fault? {
    guard let size = bytes.little(4, at: 4), size >= 4 else { return .wrong(at: 4) }
    let end = min(8 + size, bytes.count)
    var offset = 12
    var hasPicture = false
    var extended: (index: Int, chunk: Range<Int>)?
    var turn: [UInt8]?
    while offset < end {
      guard let length = bytes.little(4, at: offset + 4) else { return .cut }
      // The last byte that makes a length even may be missing.
      let chunk = offset..<min(offset + 8 + length + length % 2, bytes.count)
      let content = (offset + 8)..<(offset + 8 + length)
      guard content.upperBound <= end else { return .cut }
      let type = String(decoding: bytes[offset..<(offset + 4)], as: UTF8.self)
      switch type {
      case "VP8X":
        guard offset == 12, length >= 10 else { return .wrong(at: offset) }
        extended = (chunks.count, chunk)
        chunks.append(.kept(chunk))
        if length > 10 {
          chunks[chunks.count - 1] = .put(Array("VP8X".utf8) + little(10, 4) + bytes[content.prefix(10)])
          parts.drop(.other)
        }
      case "EXIF":
        let exif = Exif(bytes, in: content)
        let isFirst = turn == nil
        if extended != nil, isFirst, let replacement = exif.replacement {
          turn = replacement
          let isSame = bytes[content].elementsEqual(replacement)
          chunks.append(
            isSame ? .kept(chunk) : .put(Array("EXIF".utf8) + little(replacement.count, 4) + replacement))
          if !isSame { parts.drop(exif.data.union(exif.isMinimal ? .other : [])) }
        } else {
          parts.drop(exif.data.union(exif.isMinimal ? .other : []))
        }
      case "ANMF":
        hasPicture = true
        chunks.append(frame(chunk, content))
      case "XMP ": parts.drop(HiddenData(xmp: bytes, in: content))
      case _ where Self.pictures.contains(type) || Self.shown.contains(type):
        hasPicture = hasPicture || Self.pictures.contains(type)
        chunks.append(.kept(chunk))
      default: parts.drop(.other)
      }
      offset = chunk.upperBound
    }
    if let (index, chunk) = extended {
      let flags = bytes[chunk.lowerBound + 8]
      let kept = flags & ~(Self.exifFlag | Self.xmpFlag) | (turn == nil ? 0 : Self.exifFlag)
      if kept != flags {
        var changed = Array("VP8X".utf8) + little(10, 4) + bytes[(chunk.lowerBound + 8)...].prefix(10)
        changed[8] = kept
        chunks[index] = .put(changed)
      }
    }
    if end < bytes.count { parts.drop(.other) }
    if 8 + size > bytes.count + size % 2 { return .cut }
    return hasPicture ? nil : .empty
  }

  /// A picture of an animation (§2.7.1.1): sixteen bytes and chunks, among which there may be unknown ones.
  private mutating func frame(_ chunk: Range<Int>, _ content: Range<Int>) -> Chunk {
    var kept = Array(bytes[content.prefix(16)])
    var offset = content.lowerBound + kept.count
    while let length = bytes.little(4, at: offset + 4), offset + 8 + length <= content.upperBound {
      let inner = offset..<min(offset + 8 + length + length % 2, content.upperBound)
      if ["ALPH", "VP8 ", "VP8L"].contains(where: { bytes.has($0, at: offset) }) { kept += bytes[inner] }
      offset = inner.upperBound
    }
    guard kept.count < content.count else { return .kept(chunk) }
    parts.drop(.other)
    return .put(Array("ANMF".utf8) + little(kept.count, 4) + kept + (kept.count % 2 == 0 ? [] : [0]))
  }
}
