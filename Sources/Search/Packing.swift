/// Numbers as printable ASCII, which stands in a JavaScript string as it is and which gzip shrinks well: the
/// files are scripts so that a page opened from disk may load them.
///
/// Of 93 digits (all that is printable but `"` and `\`), the first 61 end a number and the other 32 go on. The value
/// is the sum of dᵢ·32ⁱ; `number` in the theme's search.js reads it.
enum Packing {
  private static let ends = 61

  static func append(_ value: Int, to output: inout [UInt8]) {
    var rest = value
    while rest >= ends {
      output.append(character(ends + (rest - ends) & 31))
      rest = (rest - ends) >> 5
    }
    output.append(character(rest))
  }

  /// A digit, 0 to 92, as it stands in a string.
  static func character(_ digit: Int) -> UInt8 {
    var code = UInt8(32 + digit)
    if code >= UInt8(ascii: "\"") { code += 1 }
    if code >= UInt8(ascii: "\\") { code += 1 }
    return code
  }
}
