/// Text from before Unicode, or read by the wrong table: Vietnamese that shows as “B¶o vÖ trÎ em”.
///
/// It comes in by paste from old documents, and no font of a web page shows it right. It is found and pointed
/// at, with the probable reading; it is never converted silently.
public enum LegacyText {
  /// How the text was encoded before it was taken for Windows-1252.
  public enum Kind: String, CaseIterable, Sendable {
    /// TCVN 5712:1993 VN3, of the “.Vn” fonts (ABC): “B¶o vÖ trÎ em”.
    case tcvn3
    /// VNI for Windows, of the “VNI-” fonts: “Baûo veä treû em”.
    case vni
    /// VISCII (RFC 1456): “Bäo v® trë em”.
    case viscii
    /// UTF-8: “Báº£o vá»‡ tráº» em”.
    case utf8ReadAs1252
  }

  /// Where such text begins.
  public struct Finding: Equatable, Sendable {
    /// What the text probably is.
    public let kind: Kind
    /// The bytes of the first suspicious word.
    public let range: Range<Int>
    /// What that word probably was to be; nil where that can't be told.
    public let reading: String?
  }

  /// Takes valid UTF-8 and returns the first place that looks like legacy text; nil when there is none.
  ///
  /// A word counts when it is no Vietnamese as it stands and is well-formed Vietnamese once decoded. One word
  /// is enough if no other text would be written so (symbols or capitals inside a word); otherwise three
  /// different ones near each other are. Clean text costs one pass that looks at the bytes C2, C3 and E2
  /// only.
  public static func detect(_ utf8: UnsafeBufferPointer<UInt8>) -> Finding? {
    var judgedUpTo = 0
    var index = 0
    while let suspect = nextSuspect(utf8, from: index) {
      if let finding = MisreadUTF8.finding(in: utf8, at: suspect) { return finding }
      if suspect >= judgedUpTo {
        let window = LegacyWindow(utf8, around: suspect)
        if let finding = window.finding { return finding }
        judgedUpTo = window.judgedUpTo
      }
      index = suspect + 2
    }
    return nil
  }

  /// Takes text that was read as Windows-1252 and returns it decoded, word by word; characters that the
  /// encoding does not use stay.
  public static func decode(_ text: String, from kind: Kind) -> String {
    if kind == .utf8ReadAs1252 { return MisreadUTF8.decode(text) }
    var result = String.UnicodeScalarView()
    var bytes: [UInt8] = []
    func flush() {
      result.append(contentsOf: LegacyEncoding.scalars(bytes, kind))
      bytes.removeAll(keepingCapacity: true)
    }
    for scalar in text.unicodeScalars {
      if let byte = Windows1252.byte(of: scalar.value) {
        bytes.append(byte)
      } else {
        flush()
        result.append(scalar)
      }
    }
    flush()
    return String(result)
  }

  // MARK: - The pass over clean text

  /// The next character that Vietnamese text in Unicode does not use, or seldom: what is in U+0080–U+00FF but
  /// no letter of the language and no no-break space, and the euro sign, which “â€œ” has.
  private static func nextSuspect(_ utf8: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard let base = UnsafeRawPointer(utf8.baseAddress) else { return nil }
    let end = utf8.count
    var index = start
    while index < end {
      while index + 8 <= end, !mayHoldSuspect(base.loadUnaligned(fromByteOffset: index, as: UInt64.self)) {
        index += 8
      }
      let stop = min(index + 8, end)
      while index < stop {
        if isSuspect(utf8, index) { return index }
        index += 1
      }
    }
    return nil
  }

  @inline(__always)
  private static func mayHoldSuspect(_ word: UInt64) -> Bool {
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    let isC2orC3 = (word & 0xFEFE_FEFE_FEFE_FEFE) ^ 0xC2C2_C2C2_C2C2_C2C2
    let isE2 = word ^ 0xE2E2_E2E2_E2E2_E2E2
    let zeros = ~(((isC2orC3 & low) &+ low) | isC2orC3) | ~(((isE2 & low) &+ low) | isE2)
    return zeros & 0x8080_8080_8080_8080 != 0
  }

  @inline(__always)
  private static func isSuspect(_ utf8: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    guard index + 1 < utf8.count else { return false }
    let second = utf8[index + 1]
    switch utf8[index] {
    case 0xC2: return second != 0xA0
    case 0xC3:
      // Ã before a curly quote, as which Ó and Ô are misread.
      if second == 0x83, index + 2 < utf8.count, utf8[index + 2] >= 0xC4 { return true }
      return ownLetters >> UInt64(second & 0x3F) & 1 == 0
    case 0xE2: return second == 0x82 && index + 2 < utf8.count && utf8[index + 2] == 0xAC
    default: return false
    }
  }

  /// One bit for each of U+00C0–U+00FF, set for the letters of Vietnamese: àáâãèéêìíòóôõùúý and their
  /// capitals.
  private static let ownLetters: UInt64 = {
    let half: UInt64 = "àáâãèéêìíòóôõùúý".unicodeScalars.reduce(0) { $0 | 1 << UInt64($1.value - 0xE0) }
    return half << 32 | half
  }()
}
