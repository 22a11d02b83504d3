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
    static let mask: UInt32 = 7
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
    entries.reserveCapacity(share.reduce(0) { $0 + corpus.texts[documents[$1]].wordCount / 2 })
    // By variant: a bit for each field, and above them how often it stands in the body.
    var notes = [UInt16](repeating: 0, count: variants)
    let once = UInt16(1) << Field.allCases.count
    let fieldBits = once - 1
    var met: [Int] = []
    for document in share {
      corpus.texts[documents[document]].forEachWord { variant, field in
        let note = notes[variant]
        if note == 0 { met.append(variant) }
        notes[variant] = (field == .body && note < 1 << 15 ? note + once : note) | 1 << field.rawValue
      }
      for variant in met {
        let note = notes[variant]
        let level = Level.of(bodyCount: Int(note / once), fields: UInt8(note & fieldBits))
        entries.append(UInt64(variant) << 32 | UInt64(document) << Level.bits | UInt64(level))
        notes[variant] = 0
      }
      met.removeAll(keepingCapacity: true)
    }
    return entries
  }

  func count(of variants: Range<Int>) -> Int {
    Int(starts[variants.upperBound] - starts[variants.lowerBound])
  }

  /// Whether so many documents have a word that six to a character take less room than a list.
  ///
  /// How often such a word stands in a text says nothing, and is left out.
  private func isCommon(_ variant: Int) -> Bool {
    Int(starts[variant + 1] - starts[variant]) > documentCount / 4
  }

  /// Appends which documents have a word, and its levels there.
  func appendPostings(of variant: Int, to output: inout [UInt8]) {
    let postings = postings[Int(starts[variant])..<Int(starts[variant + 1])]
    if isCommon(variant) {
      Packing.append(Form.bits, to: &output)
      appendBits(of: postings, to: &output)
      appendList(of: postings.filter { $0 & Level.mask >= Level.firstOutsideBody }, to: &output)
    } else {
      Packing.append(Form.list, to: &output)
      appendList(of: postings, to: &output)
    }
  }

  private enum Form {
    static let list = 0
    static let bits = 1
  }

  /// A bit for each document, the first the lowest, six to a digit. `Packing` ends a number with any of these but
  /// the last three: the reader takes characters here, not numbers.
  private func appendBits(of postings: ArraySlice<UInt32>, to output: inout [UInt8]) {
    var digits = [Int](repeating: 0, count: (documentCount + 5) / 6)
    for posting in postings {
      let document = Int(posting >> Level.bits)
      digits[document / 6] |= 1 << (document % 6)
    }
    for digit in digits { output.append(Packing.character(digit)) }
  }

  /// (Distance from the document before − 1) · 8 + level; the first as from −1.
  private func appendList(of postings: some Sequence<UInt32>, to output: inout [UInt8]) {
    var last = -1
    for posting in postings {
      let document = Int(posting >> Level.bits)
      Packing.append((document - last - 1) << Level.bits | Int(posting & Level.mask), to: &output)
      last = document
    }
  }
}
