/// Terms in their order, cut into files of about one size. A file is a list: term, its variants, term, its variants …;
/// the variants are a list too: rank, spelling, postings, rank …
struct TermFiles {
  private(set) var files: [[UInt8]] = []
  /// The first term of each file.
  private(set) var bounds: [String] = []
  private var current: [UInt8] = []
  private let size: Int

  init(_ terms: TermIndex, _ vocabulary: Vocabulary, size: Int) {
    self.size = size
    for term in vocabulary.terms.indices {
      let variants = Int(vocabulary.firstVariants[term])..<Int(vocabulary.firstVariants[term + 1])
      guard terms.count(of: variants) > 0 else { continue }
      append(vocabulary.terms[term], variants, of: terms, vocabulary)
    }
  }

  private mutating func append(
    _ term: String, _ variants: Range<Int>, of terms: TermIndex, _ vocabulary: Vocabulary
  ) {
    var item = Array("\"\(term)\",[".utf8)
    for variant in variants where terms.count(of: variant..<variant + 1) > 0 {
      if item.last != UInt8(ascii: "[") { item.append(UInt8(ascii: ",")) }
      let (rank, spelling) = (vocabulary.variants[variant].rank, vocabulary.variants[variant].spelling)
      item += Array("\(rank),\"\(spelling)\",\"".utf8)
      terms.appendPostings(of: variant, to: &item)
      item.append(UInt8(ascii: "\""))
    }
    item.append(UInt8(ascii: "]"))
    if !current.isEmpty, current.count + item.count > size { finish() }
    if current.isEmpty { bounds.append(term) }
    current.append(current.isEmpty ? UInt8(ascii: "[") : UInt8(ascii: ","))
    current += item
  }

  mutating func finish() {
    guard !current.isEmpty else { return }
    files.append(current + [UInt8(ascii: "]")])
    current = []
  }
}

/// The terms that a client knows before it has loaded any: to finish a word that is being typed, and to offer the
/// nearest one to a slip.
struct CommonWords {
  /// In their order, with spaces between: how many letters are the same as in the one before, 0 to 9, and the rest.
  private(set) var spellings: [UInt8] = []
  /// For each, how common: the logarithm to base 2 of the number of documents, packed.
  private(set) var ranks: [UInt8] = []

  /// About 6 KB as gzip leaves it; Vietnamese has some 2,000 syllables without tones.
  private static let limit = 3000

  init(_ terms: TermIndex, _ vocabulary: Vocabulary) {
    let counts = vocabulary.terms.indices.map { term in
      terms.count(of: Int(vocabulary.firstVariants[term])..<Int(vocabulary.firstVariants[term + 1]))
    }
    let kept = counts.indices.filter { counts[$0] > 0 }.sorted { (counts[$1], $0) < (counts[$0], $1) }
      .prefix(Self.limit).sorted()
    var last: [Character] = []
    for term in kept {
      let letters = Array(vocabulary.terms[term])
      let shared = min(9, zip(letters, last).prefix { $0 == $1 }.count)
      if !spellings.isEmpty { spellings.append(UInt8(ascii: " ")) }
      spellings += Array("\(shared)".utf8) + Array(String(letters[shared...]).utf8)
      Packing.append(Int.bitWidth - 1 - counts[term].leadingZeroBitCount, to: &ranks)
      last = letters
    }
  }
}
