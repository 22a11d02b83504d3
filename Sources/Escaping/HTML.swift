extension [UInt8] {
  /// Appends text with `& < > "` written as entities. An apostrophe stays as it is, so attributes must stand
  /// in double quotes.
  public mutating func append(escaping text: String) {
    let wasContiguous: Void? = text.utf8.withContiguousStorageIfAvailable { append(escaping: $0) }
    if wasContiguous == nil { Swift.Array(text.utf8).withUnsafeBufferPointer { append(escaping: $0) } }
  }

  public mutating func append(escaping text: [UInt8]) {
    text.withUnsafeBufferPointer { append(escaping: $0) }
  }

  /// Appends text as it is: for markup that is known to be safe.
  public mutating func append(verbatim text: String) {
    append(contentsOf: text.utf8)
  }

  /// The same for UTF-8.
  public mutating func append(escaping text: UnsafeBufferPointer<UInt8>) {
    var written = 0
    var next = firstSpecial(in: text, from: 0)
    while next < text.count {
      append(contentsOf: UnsafeBufferPointer(rebasing: text[written..<next]))
      switch text[next] {
      case UInt8(ascii: "&"): append(entity: "&amp;")
      case UInt8(ascii: "<"): append(entity: "&lt;")
      case UInt8(ascii: ">"): append(entity: "&gt;")
      default: append(entity: "&quot;")
      }
      written = next + 1
      next = firstSpecial(in: text, from: written)
    }
    append(contentsOf: UnsafeBufferPointer(rebasing: text[written...]))
  }

  private mutating func append(entity: StaticString) {
    append(contentsOf: UnsafeBufferPointer(start: entity.utf8Start, count: entity.utf8CodeUnitCount))
  }
}

/// The offset of the first byte that must be escaped, or the count when there is none.
private func firstSpecial(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
  var offset = start
  // Eight bytes at a time, as nearly all text has nothing to escape. `"` and `&` differ in one bit, `<` and
  // `>` in another. The lowest byte found is always a true one.
  while offset + 8 <= text.count {
    let word = UInt64(
      littleEndian: UnsafeRawPointer(text.baseAddress!).loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    )
    let found =
      zeroBytes(word & 0xFBFB_FBFB_FBFB_FBFB ^ 0x2222_2222_2222_2222)
      | zeroBytes(word & 0xFDFD_FDFD_FDFD_FDFD ^ 0x3C3C_3C3C_3C3C_3C3C)
    if found != 0 { return offset + found.trailingZeroBitCount / 8 }
    offset += 8
  }
  while offset < text.count {
    switch text[offset] {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""): return offset
    default: offset += 1
    }
  }
  return offset
}

/// Sets the top bit of each byte that is zero, and possibly of bytes above one.
private func zeroBytes(_ word: UInt64) -> UInt64 {
  (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
}
