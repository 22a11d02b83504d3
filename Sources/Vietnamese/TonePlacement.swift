/// Where the tone mark of an open oa, oe or uy stands: hòa, khỏe, thủy, or hoà, khoẻ, thuỷ. No other syllable
/// differs.
///
/// Both are one word to readers and two to a machine. Quyết định 1989/QĐ-BGDĐT (2018) prescribes hoà, khoẻ,
/// thuỷ in schoolbooks; laws and many newspapers keep hòa, khỏe, thủy, and official titles must stay as they
/// are.
public enum TonePlacement {
  /// One of the two ways.
  public enum Style: Sendable {
    /// The mark on the first vowel: hòa, khỏe, thủy.
    case traditional
    /// The mark on the main vowel: hoà, khoẻ, thuỷ.
    case reformed
  }

  /// Takes any text and returns it in NFC with every syllable that tells in that style; all else stays, so
  /// quý, giò, toàn and thuyết do. A foreign word that looks like such a syllable (Noé) is moved too.
  public static func normalized(_ text: String, to style: Style) -> String {
    var composed = NFC.normalize(text)
    var moved: [UInt8]?
    composed.withUTF8 { utf8 in
      var copied = 0
      forEachPair(in: utf8) { pair in
        guard pair.style != style else { return }
        var output = moved ?? []
        output.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[copied..<pair.start]))
        pair.append(to: &output, in: style)
        copied = pair.word.upperBound
        moved = output
      }
      if copied > 0 { moved?.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[copied...])) }
    }
    return moved.map { String(decoding: $0, as: UTF8.self) } ?? composed
  }

  /// Whether two texts differ in nothing but tone placement (and composition): hòa bình and hoà bình.
  public static func equivalent(_ one: String, _ other: String) -> Bool {
    normalized(one, to: .reformed).utf8.elementsEqual(normalized(other, to: .reformed).utf8)
  }

  /// The style that one syllable is written in; nil when it would be the same in both, or is more than a
  /// syllable.
  public static func style(ofSyllable syllable: String) -> Style? {
    var composed = NFC.normalize(syllable)
    return composed.withUTF8 { utf8 in
      var style: Style?
      forEachPair(in: utf8) { if $0.word == 0..<utf8.count { style = $0.style } }
      return style
    }
  }

  /// Takes UTF-8 in NFC and calls `body` with the byte range and the style of each syllable that tells, in
  /// order: what a consistency check of a page counts.
  public static func forEachTellingSyllable(
    in utf8: UnsafeBufferPointer<UInt8>, _ body: (_ range: Range<Int>, _ style: Style) -> Void
  ) {
    forEachPair(in: utf8) { body($0.word, $0.style) }
  }

  // MARK: - Finding the pairs

  /// An open oa, oe or uy with its tone.
  private struct Pair {
    let word: Range<Int>
    /// Where the first vowel begins; the second ends with the word.
    let start: Int
    let first: Letter
    let second: Letter

    var style: Style { first.tone == .ngang ? .reformed : .traditional }

    func append(to output: inout [UInt8], in style: Style) {
      let tone = first.tone == .ngang ? second.tone : first.tone
      let marked = style == .traditional ? first.with(tone: tone) : first.with(tone: .ngang)
      let other = style == .traditional ? second.with(tone: .ngang) : second.with(tone: tone)
      output.append(contentsOf: UTF8.encode(marked.scalar)!)
      output.append(contentsOf: UTF8.encode(other.scalar)!)
    }
  }

  private static func forEachPair(in utf8: UnsafeBufferPointer<UInt8>, _ body: (Pair) -> Void) {
    Letter.withTable { table in
      var index = 0
      while index < utf8.count {
        var letters = LastLetters(start: index)
        var length = 1
        while index < utf8.count {
          let scalar: UInt32
          (scalar, length) = UTF8Sequence.decode(utf8, at: index)
          let packed = table.packed(scalar)
          if packed != 0 {
            letters.push(packed, at: index)
          } else if isForeignLetter(scalar) {
            letters.isForeign = true
          } else {
            break
          }
          index += length
        }
        if let pair = letters.pair(end: index) { body(pair) }
        index += length  // of what ended the word
      }
    }
  }

  private static func isForeignLetter(_ scalar: UInt32) -> Bool {
    guard scalar >= 0x80 else { return false }
    if FoldTable.contains(scalar) {
      return FoldTable.entries[FoldTable.index(of: scalar)] != FoldTable.unchanged
    }
    if scalar < 0x370 { return scalar >= 0x300 }
    return Unicode.Scalar(scalar)?.properties.isAlphabetic ?? false
  }

  /// A word while it is read: its last two letters, and those before them as one number.
  private struct LastLetters {
    let start: Int
    var isForeign = false
    private var onset: UInt32 = 0
    private var count = 0
    private var first: (packed: UInt16, start: Int) = (0, 0)
    private var second: (packed: UInt16, start: Int) = (0, 0)

    init(start: Int) { self.start = start }

    mutating func push(_ packed: UInt16, at index: Int) {
      if count >= 2 { onset = onset << 8 | UInt32(first.packed & 63) }
      if count > 4 { isForeign = true }  // the longest is ngh and the pair
      count += 1
      first = second
      second = (packed, index)
    }

    func pair(end: Int) -> Pair? {
      guard count >= 2, !isForeign,
        TonePlacement.pairs.contains((first.packed & 63) << 8 | second.packed & 63)
      else { return nil }
      let one = Letter(packed: first.packed)
      let two = Letter(packed: second.packed)
      guard (one.tone == .ngang) != (two.tone == .ngang), TonePlacement.onsets.contains(onset) else {
        return nil
      }
      return Pair(word: start..<end, start: first.start, first: one, second: two)
    }
  }

  private static let pairs: [UInt16] = ["oa", "oe", "uy"].map { UInt16(Letter.key($0)) }

  /// What can stand before the pair. Not q: in quý the u belongs to it; nor gi, after which none occurs.
  private static let onsets = Syllable.onsets.subtracting([Letter.key("gi"), Letter.key("qu")])
}
