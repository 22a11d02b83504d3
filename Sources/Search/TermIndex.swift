/// In which documents a word stands, and how weighty it is there.
struct TermIndex {
  /// By variant: where its postings begin; one more at the end.
  private let starts: [Int32]
  /// Document << 3 | level, by variant, documents ascending.
  private let postings: [UInt32]
  private let documentCount: Int

  /// What a word counts in a document, 0 to 7: the client has a weight for each.
  enum Level {
    static let bits = 3
    static let firstOutsideBody: UInt32 = 3

    static func of(bodyCount: Int, fields: UInt8) -> UInt32 {
      func has(_ field: Field) -> Bool { fields >> field.rawValue & 1 == 1 }
      if has(.title) { return has(.heading) || bodyCount > 1 ? 7 : 6 }
      if has(.heading) { return bodyCount > 3 ? 5 : 4 }
      if has(.summary) { return 3 }
      return bodyCount > 3 ? 2 : bodyCount > 1 ? 1 : 0
    }
  }

  init(_ corpus: Corpus, documents: [Int], workers: Int) async {
    let count = corpus.vocabulary.variants.count
    let shares = await inShares(documents.count, workers: workers) { share in
      Self.collect(share, of: documents, in: corpus, variants: count)
    }
    var starts = [Int32](repeating: 0, count: count + 1)
    for share in shares { for entry in share { starts[Int(entry >> 32) + 1] += 1 } }
    for index in 0..<count { starts[index + 1] += starts[index] }
    var next = starts
    var postings = [UInt32](repeating: 0, count: Int(starts[count]))
    for share in shares {
      for entry in share {
        let variant = Int(entry >> 32)
        postings[Int(next[variant])] = UInt32(truncatingIfNeeded: entry)
        next[variant] += 1
      }
    }
    self.starts = starts
    self.postings = postings
    documentCount = documents.count
  }

  /// - Returns: variant << 32 | document << 3 | level, document after document.
  private static func collect(
    _ share: Range<Int>, of documents: [Int], in corpus: Corpus, variants: Int
  ) -> [UInt64] {
    var entries: [UInt64] = []
    // How often in the body, and a bit for each field.
    var counts = [UInt8](repeating: 0, count: variants)
    var fields = [UInt8](repeating: 0, count: variants)
    var met: [Int] = []
    for document in share {
      corpus.texts[documents[document]].forEachWord { variant, field in
        if counts[variant] == 0, fields[variant] == 0 { met.append(variant) }
        fields[variant] |= 1 << field.rawValue
        if field == .body, counts[variant] < .max { counts[variant] += 1 }
      }
      for variant in met {
        let level = Level.of(bodyCount: Int(counts[variant]), fields: fields[variant])
        entries.append(UInt64(variant) << 32 | UInt64(document) << Level.bits | UInt64(level))
        counts[variant] = 0
        fields[variant] = 0
      }
      met.removeAll(keepingCapacity: true)
    }
    return entries
  }

  func count(of variants: Range<Int>) -> Int {
    Int(starts[variants.upperBound] - starts[variants.lowerBound])
  }

  /// How often a word stands in a text says nothing where most texts have it; leaving that out halves the longest
  /// lists.
  private func saysLittle(_ variant: Int) -> Bool {
    Int(starts[variant + 1] - starts[variant]) > documentCount / 4 && documentCount > 400
  }

  /// Appends, for each document, (distance from the one before − 1) · 8 + level; the first as from −1.
  func appendPostings(of variant: Int, to output: inout [UInt8]) {
    var last = -1
    let leastLevel: UInt32 = saysLittle(variant) ? Level.firstOutsideBody : 0
    for posting in postings[Int(starts[variant])..<Int(starts[variant + 1])] {
      let document = Int(posting >> Level.bits)
      let level = posting & 7 >= leastLevel ? posting & 7 : 0
      Packing.append((document - last - 1) << Level.bits | Int(level), to: &output)
      last = document
    }
  }
}
