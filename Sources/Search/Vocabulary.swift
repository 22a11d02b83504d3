import Vietnamese

/// Every word of the project: terms as people type them in a hurry (`tre`), each with its variants (`tre`, `trẻ`).
public struct Vocabulary: Sendable {
  /// Folded, in the order of their UTF-16, which is how a browser compares.
  let terms: [String]
  /// By term: `Hash.of` its UTF-8.
  let hashes: [UInt32]
  /// In the order of terms, those of one term by their own order.
  let variants: [Variant]
  /// By term, and one more: where its variants begin.
  let firstVariants: [Int32]

  struct Variant: Sendable {
    /// Lower case, NFC, the tone on the first vowel of an open oa, oe, uy.
    let spelling: String
    let term: Int32
    /// Which of its term it is; all from `last` on are one, which no Vietnamese syllable reaches.
    let rank: UInt8
    static let last: UInt8 = 63
  }

  /// - Returns: the vocabulary, and by lexicon the variant that each of its spellings is of.
  static func merging(_ lexicons: [Lexicon]) -> (Vocabulary, numbers: [[Int32]]) {
    var known: [String: Int32] = [:]
    var spellings: [(folded: String, spelling: String)] = []
    let first = lexicons.map { lexicon in
      (0..<lexicon.count).map { number in
        let spelling = canonical(lexicon.spelling(number))
        if let index = known[spelling] { return index }
        let index = Int32(spellings.count)
        known[spelling] = index
        spellings.append((Folding.fold(spelling), spelling))
        return index
      }
    }
    let order = spellings.indices.sorted { left, right in
      let (a, b) = (spellings[left], spellings[right])
      return a.folded == b.folded
        ? a.spelling.utf16.lexicographicallyPrecedes(b.spelling.utf16)
        : a.folded.utf16.lexicographicallyPrecedes(b.folded.utf16)
    }
    var terms: [String] = []
    var variants: [Variant] = []
    var firstVariants: [Int32] = []
    var places = [Int32](repeating: 0, count: order.count)
    for index in order {
      let (folded, spelling) = spellings[index]
      if terms.last != folded {
        terms.append(folded)
        firstVariants.append(Int32(variants.count))
      }
      let rank = variants.count - Int(firstVariants[terms.count - 1])
      places[index] = Int32(variants.count)
      variants.append(
        Variant(
          spelling: spelling, term: Int32(terms.count - 1),
          rank: UInt8(clamping: min(rank, Int(Variant.last)))))
    }
    firstVariants.append(Int32(variants.count))
    let vocabulary = Vocabulary(
      terms: terms, hashes: terms.map { Hash.of($0.utf8) }, variants: variants, firstVariants: firstVariants)
    return (vocabulary, first.map { $0.map { places[Int($0)] } })
  }

  private static func canonical(_ spelling: String) -> String {
    if spelling.utf8.allSatisfy({ $0 < 0x80 }) { return spelling.lowercased() }
    return TonePlacement.normalized(spelling.lowercased(), to: .traditional)
  }
}
