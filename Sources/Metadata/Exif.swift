/// The Exif data of a picture (Exif 2.32, §4.6): which way up it is, and what else it tells.
struct Exif {
  /// 1 to 8; 1 when it does not say.
  private(set) var orientation = 1
  private(set) var data: HiddenData = []

  private let bytes: [UInt8]
  private let tiff: Range<Int>
  private let isBig: Bool

  /// The smallest Exif data that turns a picture: a directory with the orientation alone.
  static func minimal(orientation: Int) -> [UInt8] {
    Array("MM\0*".utf8) + big(8, 4) + big(1, 2) + big(0x0112, 2) + big(3, 2) + big(1, 4) + big(orientation, 2)
      + [0, 0] + big(0, 4)
  }

  /// - Parameter tiff: where the TIFF stands, with or without `Exif\0\0` before it.
  init(_ bytes: [UInt8], in range: Range<Int>) {
    let start = bytes.has("Exif\0\0", at: range.lowerBound) ? range.lowerBound + 6 : range.lowerBound
    self.bytes = bytes
    tiff = min(start, range.upperBound)..<range.upperBound
    isBig = bytes.has("MM", at: start)
    guard isBig || bytes.has("II", at: start), let first = number(4, at: 4) else {
      data = .other
      return
    }
    let next = read(directory: first)
    if let next, next != 0 { data.insert(.thumbnail) }
    if data.isEmpty, !isMinimal { data = .other }
  }

  /// What takes the place of this data; nil for nothing.
  var replacement: [UInt8]? { orientation == 1 ? nil : Self.minimal(orientation: orientation) }

  /// Whether nothing would be gained by replacing it.
  var isMinimal: Bool { replacement.map { bytes[tiff].elementsEqual($0) } ?? false }

  private func number(_ length: Int, at offset: Int) -> Int? {
    guard length <= tiff.count - offset else { return nil }
    return isBig
      ? bytes.big(length, at: tiff.lowerBound + offset) : bytes.little(length, at: tiff.lowerBound + offset)
  }

  /// - Returns: where the next directory stands.
  private mutating func read(directory: Int, isFirst: Bool = true) -> Int? {
    guard let count = number(2, at: directory) else { return nil }
    var hasInner = false
    for entry in 0..<count {
      let offset = directory + 2 + entry * 12
      guard let tag = number(2, at: offset), let value = number(4, at: offset + 8) else { return nil }
      switch tag {
      case 0x0112:
        if isFirst, let turn = number(2, at: offset + 8), (1...8).contains(turn) { orientation = turn }
      case 0x8825: data.insert(.location)
      // Maker, model; maker's note; serial numbers and lens.
      case 0x010F, 0x0110, 0x927C, 0xA431...0xA435: data.insert(.camera)
      case 0x0132, 0x9003, 0x9004: data.insert(.date)
      // Artist, rights, Windows' author, owner.
      case 0x013B, 0x8298, 0x9C9D, 0xA430: data.insert(.author)
      // Description, Windows' title, comment, keywords and subject, the user's comment.
      case 0x010E, 0x9C9B, 0x9C9C, 0x9C9E, 0x9C9F, 0x9286: data.insert(.comment)
      // Only one level deep, so that directories that name each other end; and only one, as thousands of entries may
      // name the same.
      case 0x8769 where isFirst && !hasInner:
        hasInner = true
        _ = read(directory: value, isFirst: false)
      default: break
      }
    }
    return number(4, at: directory + 2 + count * 12)
  }
}
