extension [UInt8] {
  /// Appends text for an XML element or an attribute in double quotes. Characters that XML has no way to
  /// write (XML 1.0, §2.2: most controls, U+FFFE, U+FFFF) are left out: one of them, pasted from a PDF,
  /// would make the whole file unreadable.
  public mutating func append(xml text: String) {
    var text = text
    text.withUTF8 { bytes in
      var written = 0
      for (offset, byte) in bytes.enumerated() {
        var length = 1
        let replacement: StaticString
        switch byte {
        case UInt8(ascii: "&"): replacement = "&amp;"
        case UInt8(ascii: "<"): replacement = "&lt;"
        case UInt8(ascii: ">"): replacement = "&gt;"
        case UInt8(ascii: "\""): replacement = "&quot;"
        case 0x0D: replacement = "&#13;"  // as it is, a parser reads it as a line feed
        case 0x09, 0x0A: continue
        case 0x00..<0x20: replacement = ""
        case 0xEF where bytes[offset + 1] == 0xBF && bytes[offset + 2] >= 0xBE:
          (replacement, length) = ("", 3)
        default: continue
        }
        append(contentsOf: UnsafeBufferPointer(rebasing: bytes[written..<offset]))
        append(
          contentsOf: UnsafeBufferPointer(start: replacement.utf8Start, count: replacement.utf8CodeUnitCount))
        written = offset + length
      }
      append(contentsOf: UnsafeBufferPointer(rebasing: bytes[written...]))
    }
  }
}
