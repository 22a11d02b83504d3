/// Reading single sequences of valid UTF-8 (RFC 3629) out of a buffer.
enum UTF8Sequence {
  /// The length that a first byte announces, 1 to 4; a byte that cannot be first counts as 1.
  @inline(__always)
  static func length(lead: UInt8) -> Int {
    if lead < 0xC2 { return 1 }
    if lead < 0xE0 { return 2 }
    return lead < 0xF0 ? 3 : 4
  }

  /// The scalar value of the sequence at `index`, of the length that `length(lead:)` gave and inside the
  /// buffer.
  @inline(__always)
  static func scalar(_ utf8: UnsafeBufferPointer<UInt8>, at index: Int, length: Int) -> UInt32 {
    let lead = UInt32(utf8[index])
    switch length {
    case 1: return lead
    case 2: return (lead & 0x1F) << 6 | UInt32(utf8[index + 1] & 0x3F)
    case 3:
      return (lead & 0x0F) << 12 | UInt32(utf8[index + 1] & 0x3F) << 6 | UInt32(utf8[index + 2] & 0x3F)
    default:
      let high = (lead & 0x07) << 18 | UInt32(utf8[index + 1] & 0x3F) << 12
      return high | UInt32(utf8[index + 2] & 0x3F) << 6 | UInt32(utf8[index + 3] & 0x3F)
    }
  }

  /// The scalar at `index` and the length of its sequence; a sequence cut off by the buffer's end is U+FFFD,
  /// 1 long.
  @inline(__always)
  static func decode(_ utf8: UnsafeBufferPointer<UInt8>, at index: Int) -> (scalar: UInt32, length: Int) {
    let length = length(lead: utf8[index])
    guard index + length <= utf8.count else { return (0xFFFD, 1) }
    return (scalar(utf8, at: index, length: length), length)
  }

  /// Whether two first bytes are those of a combining diacritical mark, U+0300–U+036F.
  @inline(__always)
  static func isDiacritic(_ lead: UInt8, _ second: UInt8) -> Bool {
    lead == 0xCC || (lead == 0xCD && second < 0xB0)
  }
}
