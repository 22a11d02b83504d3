/// Writing JSON (RFC 8259) by hand: what a page's data needs of it, without an object in between.
extension [UInt8] {
  /// Appends text as a JSON string. The signs that mean something in HTML are written as escapes, so that it can
  /// stand in a `script` element as well, where `</script` would end it; so are the line ends of JavaScript.
  public mutating func append(json text: String) {
    append(UInt8(ascii: "\""))
    append(jsonPart: text)
    append(UInt8(ascii: "\""))
  }

  /// Appends a member that is not the first of its object; nothing when there is no text.
  public mutating func append(member name: StaticString, _ text: String?) {
    guard let text, !text.isEmpty else { return }
    append(member: name)
    append(json: text)
  }

  /// The same for an address that is one text after another.
  public mutating func append(member name: StaticString, _ start: String, _ end: String) {
    append(member: name)
    append(UInt8(ascii: "\""))
    append(jsonPart: start)
    append(jsonPart: end)
    append(UInt8(ascii: "\""))
  }

  /// Appends the name of a member, behind which its value is to be appended.
  public mutating func append(member name: StaticString) {
    append(verbatim: ",\"")
    append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    append(verbatim: "\":")
  }

  public mutating func append(jsonPart text: String) {
    var text = text
    text.withUTF8 { bytes in
      var written = 0
      for (offset, byte) in bytes.enumerated() {
        var length = 1
        let escape: String
        switch byte {
        case UInt8(ascii: "\""): escape = "\\\""
        case UInt8(ascii: "\\"): escape = "\\\\"
        case 0x0A: escape = "\\n"
        case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), 0..<0x20:
          escape = "\\u00\(byte < 0x10 ? "0" : "")\(String(byte, radix: 16))"
        // U+2028 and U+2029.
        case 0xE2 where bytes[offset + 1] == 0x80 && bytes[offset + 2] & 0xFE == 0xA8:
          (escape, length) = (bytes[offset + 2] == 0xA8 ? "\\u2028" : "\\u2029", 3)
        default: continue
        }
        append(contentsOf: UnsafeBufferPointer(rebasing: bytes[written..<offset]))
        append(verbatim: escape)
        written = offset + length
      }
      append(contentsOf: UnsafeBufferPointer(rebasing: bytes[written...]))
    }
  }
}

extension String {
  /// As a JSON string, quotes and all.
  public var asJSON: String {
    var bytes: [UInt8] = []
    bytes.append(json: self)
    return String(decoding: bytes, as: UTF8.self)
  }
}
