/// In which documents a word stands, and how weighty it is there.
struct TermIndex {
  /// By variant: where its postings begin; one more at the end.
  private let starts: [Int32]
  /// Document << 3 | level, by variant, documents ascending.
  private let postings: Postings
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
    let variants = corpus.vocabulary.variants.count
    // Twice over the words, once to count and once to place: a list of all in between would take as much memory again as
    // the index.
    let counts = await inShares(documents.count, workers: workers) { share in
      var counts = [Int32](repeating: 0, count: variants)
      Self.forEachPosting(in: share, of: documents, in: corpus) { variant, _ in counts[variant] += 1 }
      return counts
    }
    // By share and variant, where its postings go: a share's documents all come before the next one's.
    var starts = [Int32](repeating: 0, count: variants + 1)
    var places = counts
    for variant in 0..<variants {
      var next = starts[variant]
      for share in counts.indices {
        places[share][variant] = next
        next += counts[share][variant]
      }
      starts[variant + 1] = next
    }
    let shared = Postings(count: Int(starts[variants]))
    let (firsts, shares) = (places, counts.count)
    _ = await inShares(shares, workers: shares) { range in
      for share in range {
        var next = firsts[share]
        let part = documents.count * share / shares..<documents.count * (share + 1) / shares
        Self.forEachPosting(in: part, of: documents, in: corpus) { variant, posting in
          shared.buffer[Int(next[variant])] = posting
          next[variant] += 1
        }
      }
    }
    self.starts = starts
    postings = shared
    documentCount = documents.count
  }

  /// Calls `visit` with each word of each document, once a document, and document << 3 | level.
  private static func forEachPosting(
    in share: Range<Int>, of documents: [Int], in corpus: Corpus, _ visit: (Int, UInt32) -> Void
  ) {
    // By variant: a bit for each field, and above them how often it stands in the body.
    var notes = [UInt16](repeating: 0, count: corpus.vocabulary.variants.count)
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
        visit(variant, UInt32(document) << Level.bits | level)
        notes[variant] = 0
      }
      met.removeAll(keepingCapacity: true)
    }
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
    let postings = postings.buffer[Int(starts[variant])..<Int(starts[variant + 1])]
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
  private func appendBits(of postings: Slice<UnsafeMutableBufferPointer<UInt32>>, to output: inout [UInt8]) {
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

/// Memory that workers fill side by side, each at places of its own.
private final class Postings: @unchecked Sendable {
  let buffer: UnsafeMutableBufferPointer<UInt32>

  init(count: Int) { buffer = .allocate(capacity: count) }

  deinit { buffer.deallocate() }
}
