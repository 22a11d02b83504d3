import Testing

@testable import Search

/// An index of three pages, read as the client reads it.
@Suite struct IndexTests {
  static let pages: [(title: String, body: String)] = [
    ("Trẻ em", "Trẻ em cần được bảo vệ. Gọi 111."),
    ("Cây cối", "Tre xanh ngoài vườn.\nEm gái nhìn trẻ nhỏ, hoà giải."),
    ("Hòa giải", "Tre. Em. Hòa giải ở cơ sở, hòa giải."),
  ]

  static func index(workers: Int = 2) async -> (index: SearchIndex, corpus: Corpus) {
    let corpus = await Corpus.reading(pages.count, workers: workers) { index, reader in
      reader.append(pages[index].title, as: .title)
      reader.append(pages[index].body, as: .body)
    }
    let documents = pages.indices.map {
      SearchIndex.Document(page: $0, facet: $0 / 2)
    }
    return (
      await SearchIndex(corpus, documents: documents, extra: [], workers: workers) {
        Array("[\"\(pages[$0].title)\"]".utf8)
      }, corpus
    )
  }

  @Test func spellingsThatDifferInToneAreVariantsOfOneTerm() async throws {
    let vocabulary = await Self.index().corpus.vocabulary
    let term = try #require(vocabulary.terms.firstIndex(of: "tre"))
    let variants = vocabulary.variants[
      Int(vocabulary.firstVariants[term])..<Int(vocabulary.firstVariants[term + 1])]
    #expect(variants.map(\.spelling) == ["tre", "trẻ"])
    #expect(vocabulary.variants.filter { $0.spelling == "hòa" || $0.spelling == "hoà" }.count == 1)
  }

  @Test func wordsSideBySideAreAPairUnlessASentenceEndsBetween() async throws {
    let (index, corpus) = await Self.index()
    let pairs = await PairIndex(corpus, documents: [0, 1, 2], workers: 1)
    let found = documents(of: ("tre", "em"), in: pairs)
    #expect(found == [0], "not “Tre. Em.”, nor words of two lines")
    #expect(documents(of: ("hoa", "giai"), in: pairs) == [1, 2])
    #expect(index.documentCount == 3)
  }

  /// Reads a shard as `forEachPair` in search.js does.
  private func documents(of pair: (String, String), in pairs: PairIndex) -> [Int] {
    let hash = Hash.pair(Hash.of(pair.0.utf8), Hash.of(pair.1.utf8))
    var numbers = Unpacking(pairs.shards[PairIndex.shard(of: hash, among: pairs.shardCount)])
    var found: [Int] = []
    var at = 0
    while let step = numbers.next() {
      at += step
      for _ in 0..<(numbers.next() ?? 0) {
        _ = (numbers.next(), numbers.next())
        var document = -1
        for _ in 0..<(numbers.next() ?? 0) {
          document += (numbers.next() ?? 0) + 1
          if at == Int(hash) { found.append(document) }
        }
      }
    }
    return found
  }

  @Test func isTheSameWhateverTheNumberOfWorkers() async {
    let (one, many) = (await Self.index(workers: 1).index, await Self.index(workers: 3).index)
    #expect(one.files.map(\.name) == many.files.map(\.name))
    #expect(one.files.map(\.bytes) == many.files.map(\.bytes))
    #expect(one.version == many.version)
  }

  @Test func levelsRiseWithTheFieldAWordStandsIn() {
    func level(_ count: Int, _ fields: Field...) -> UInt32 {
      TermIndex.Level.of(bodyCount: count, fields: fields.reduce(0) { $0 | 1 << $1.rawValue })
    }
    let rising = [
      level(1, .body), level(2, .body), level(4, .body), level(0, .summary), level(1, .heading),
      level(4, .heading), level(0, .title), level(2, .title),
    ]
    #expect(rising == [0, 1, 2, 3, 4, 5, 6, 7])
  }

  @Test func anEmptyPortalHasAnIndexToo() async {
    let corpus = await Corpus.reading(0, workers: 2) { _, _ in }
    let index = await SearchIndex(corpus, documents: [], extra: [], workers: 2) { _ in [] }
    #expect(index.files.map(\.name) == ["core.js", "p0.js"])
  }
}

/// The other way round of `Packing`.
struct Unpacking {
  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> Int? {
    guard index < bytes.count else { return nil }
    var (value, unit) = (0, 1)
    while true {
      let code = Int(bytes[index])
      index += 1
      let digit = code - (code > 92 ? 34 : code > 34 ? 33 : 32)
      value += digit * unit
      if digit < 61 { return value }
      unit *= 32
    }
  }
}

@Suite struct PackingTests {
  @Test(arguments: [0, 1, 60, 61, 92, 93, 2012, 2013, 64_000, 1 << 24, 1 << 40])
  func numbersComeBack(_ number: Int) {
    var bytes: [UInt8] = []
    Packing.append(number, to: &bytes)
    var reader = Unpacking(bytes)
    #expect(reader.next() == number && reader.next() == nil)
    #expect(bytes.allSatisfy { (0x20...0x7E).contains($0) && $0 != 0x22 && $0 != 0x5C })
  }

  @Test func smallNumbersTakeOneDigit() {
    for number in 0...60 {
      var bytes: [UInt8] = []
      Packing.append(number, to: &bytes)
      #expect(bytes.count == 1)
    }
  }
}
