/// Names for addresses: `[a-z0-9-]` only, so that a link survives chat programs, spreadsheets and people's
/// ears.
public enum Slug {
  /// Takes any text and returns its slug: `Bảo vệ trẻ em: 10 điều` gives `bao-ve-tre-em-10-dieu`. Whatever is
  /// no letter or digit separates; apostrophes and invisible characters join (`Ea H’leo` gives `ea-hleo`).
  /// Letters that have no Latin base are left out; the result is empty when nothing remains.
  ///
  /// Different texts can share a slug (má, mà): the caller has to look for collisions.
  public static func make(_ text: String) -> String {
    var text = text
    var slug: [UInt8] = []
    slug.reserveCapacity(text.utf8.count)
    text.withUTF8 { appendSlug(of: $0, to: &slug) }
    return String(decoding: slug, as: UTF8.self)
  }

  /// Takes valid UTF-8 and appends its slug, by the rule of `make(_:)`; appends nothing when nothing remains.
  public static func appendSlug(of utf8: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    let start = output.count
    Folding.appendFolded(utf8, to: &output)
    let kept = output.withUnsafeMutableBufferPointer {
      squeeze(UnsafeMutableBufferPointer(rebasing: $0[start...]))
    }
    output.removeLast(output.count - start - kept)
  }

  /// Takes any text and tells whether it is a slug: not empty, `[a-z0-9-]` only, no hyphen first, last or
  /// doubled.
  public static func isSlug(_ text: String) -> Bool {
    var previous = UInt8(ascii: "-")
    for byte in text.utf8 {
      if byte == UInt8(ascii: "-") {
        if previous == byte { return false }
      } else if !isAlphanumeric(byte) {
        return false
      }
      previous = byte
    }
    return previous != UInt8(ascii: "-")
  }

  /// Turns folded text into its slug in place, and returns the slug's length.
  private static func squeeze(_ bytes: UnsafeMutableBufferPointer<UInt8>) -> Int {
    var count = 0
    var separated = false
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if isAlphanumeric(byte) {
        if separated, count > 0 {
          bytes[count] = UInt8(ascii: "-")
          count += 1
        }
        bytes[count] = byte
        count += 1
        separated = false
      } else if byte < 0x80 {
        if byte != UInt8(ascii: "'") { separated = true }
      } else {
        let (scalar, length) = UTF8Sequence.decode(UnsafeBufferPointer(bytes), at: index - 1)
        index += length - 1
        if !joins(scalar) { separated = true }
      }
    }
    return count
  }

  @inline(__always)
  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    byte &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10
  }

  /// Apostrophes inside names, soft hyphens and zero-width characters do not end a word.
  static func joins(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xAD, 0x2BC, 0x200B...0x200D, 0x2018, 0x2019, 0x2060, 0xFEFF: true
    default: false
    }
  }
}
