/// A portal's search index as files that a browser loads as scripts: with `fetch` a page opened from disk could not.
///
/// `core.js` says how many there are of the others; `t<n>.js` hold terms, `p<n>.js` pairs, `d<n>.js` what
/// results show. A query loads the few that it needs. docs/search.md has the format.
public struct SearchIndex: Sendable {
  /// One page as the portal shows it.
  public struct Document: Sendable {
    /// Which page of the corpus.
    public let page: Int
    /// Which of the portal's facets it has: a number that `extra` gives a meaning.
    public let facet: Int

    public init(page: Int, facet: Int) {
      self.page = page
      self.facet = facet
    }
  }

  public struct File: Sendable {
    public let name: String
    public let bytes: [UInt8]
  }

  /// Sorted by what they hold: core, terms, pairs, documents.
  public let files: [File]
  public let documentCount: Int
  /// Changes when any file does.
  public let version: String

  /// The client refuses another one.
  static let format = 1
  static let documentsPerFile = 5
  /// Before gzip. A term whose postings alone are longer has a file of its own.
  private static let termFileSize = 6000

  /// - Parameters:
  ///   - extra: members of the core's object, as JSON, each with a comma before it.
  ///   - card: what a result shows, as JSON that the index does not look into; takes the number of the document.
  public init(
    _ corpus: Corpus, documents: [Document], extra: [UInt8], workers: Int, card: (Int) -> [UInt8]
  ) async {
    let pages = documents.map(\.page)
    // One after the other: the postings of terms are let go before those of pairs are made.
    let (termFiles, common) = await Self.terms(of: pages, in: corpus, workers: workers)
    var pairs = await PairIndex(corpus, documents: pages, workers: workers)
    var core = Array("{\"format\":\(Self.format),\"count\":\(documents.count)".utf8)
    core += Array(",\"perFile\":\(Self.documentsPerFile),\"pairFiles\":\(pairs.shardCount),\"bounds\":[".utf8)
    for (index, bound) in termFiles.bounds.enumerated() {
      core += Array((index > 0 ? ",\"" : "\"").utf8) + Array(bound.utf8) + [UInt8(ascii: "\"")]
    }
    core += Array("],\"words\":\"".utf8)
    core += common.spellings + Array("\",\"commonness\":\"".utf8) + common.ranks
    core += Array("\",\"facetRuns\":\"".utf8) + Self.runs(of: documents.map(\.facet)) + [UInt8(ascii: "\"")]
    core += extra + [UInt8(ascii: "}")]

    var files = [File(name: "core.js", bytes: Self.script("core", core))]
    for (index, bytes) in termFiles.files.enumerated() {
      files.append(File(name: "t\(index).js", bytes: Self.script("t\(index)", bytes)))
    }
    for index in 0..<pairs.shardCount {
      let name = "p\(index)"
      files.append(File(name: name + ".js", bytes: Self.script(name, [0x22] + pairs.take(index) + [0x22])))
    }
    for start in stride(from: 0, to: documents.count, by: Self.documentsPerFile) {
      let cards = (start..<min(start + Self.documentsPerFile, documents.count)).map(card)
      let name = "d\(start / Self.documentsPerFile)"
      let list = [UInt8(ascii: "[")] + cards.joined(separator: [UInt8(ascii: ",")]) + [UInt8(ascii: "]")]
      files.append(File(name: name + ".js", bytes: Self.script(name, list)))
    }
    self.files = files
    documentCount = documents.count
    version = String(files.reduce(0) { Hash.ofMany($1.bytes) &* 31 &+ $0 }, radix: 36)
  }

  private static func terms(
    of pages: [Int], in corpus: Corpus, workers: Int
  ) async -> (TermFiles, CommonWords) {
    let terms = await TermIndex(corpus, documents: pages, workers: workers)
    var files = TermFiles(terms, corpus.vocabulary, size: termFileSize)
    files.finish()
    return (files, CommonWords(terms, corpus.vocabulary))
  }

  private static func script(_ name: String, _ value: [UInt8]) -> [UInt8] {
    var script = Array("vungXanhSearch(\"\(name)\",".utf8)
    script += value
    script += Array(")\n".utf8)
    return script
  }

  /// Facet, length, facet, length: neighbours are of one section and often for one audience.
  private static func runs(of facets: [Int]) -> [UInt8] {
    var output: [UInt8] = []
    var index = 0
    while index < facets.count {
      let end = facets[index...].firstIndex { $0 != facets[index] } ?? facets.count
      Packing.append(facets[index], to: &output)
      Packing.append(end - index, to: &output)
      index = end
    }
    return output
  }
}
