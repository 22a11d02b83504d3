extension Folding {
  /// Takes any string and returns it in NFC and lower case without tones, its letters kept: `Đường Hoà` gives
  /// `đương hoa`. It stands between the text itself and `fold(_:)` when a search ranks what it found.
  public static func foldTones(_ text: String) -> String {
    var text = NFC.normalize(text)
    var folded: [UInt8] = []
    text.withUTF8 { appendWithoutTones($0, to: &folded) }
    return String(decoding: folded, as: UTF8.self)
  }

  /// Takes valid UTF-8 in NFC and appends it in lower case without tones, by the rule of `foldTones(_:)`.
  public static func appendWithoutTones(_ utf8: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    let plain = plainLetters
    Letter.withTable { table in
      var index = 0
      while index < utf8.count {
        let (scalar, length) = UTF8Sequence.decode(utf8, at: index)
        let packed = table.packed(scalar)
        if packed != 0 {
          output.append(contentsOf: plain[Int(packed & 63) - 1])
        } else if scalar < 0x80 {
          output.append(UInt8(scalar))
        } else if Tone(mark: scalar) == nil, let value = Unicode.Scalar(scalar) {
          output.append(contentsOf: value.properties.lowercaseMapping.utf8)
        }
        index += length
      }
    }
  }

  /// The bytes of each letter of the alphabet.
  private static let plainLetters: [[UInt8]] = (0..<33).map {
    Array(UTF8.encode(Letter(index: $0, tone: .ngang, isUpper: false).scalar)!)
  }
}
