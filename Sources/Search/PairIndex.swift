import Files
import Glibc

/// In which documents two words stand side by side. Most Vietnamese words are two syllables, so this is what tells
/// “trẻ em” from “tre xanh … em gái”, without the place of every word.
///
/// Pairs are found by a hash of both terms: no client needs a list of them. The hash also says in which file a pair
/// is, so that all files are about as long.
struct PairIndex {
  let shardCount: Int
  /// Packed, by shard.
  private(set) var shards: [[UInt8]]

  /// About this many entries make a file of some 4 KB as gzip leaves it.
  private static let entriesPerShard = 3600

  // An entry: hash of the pair (28 bits), ranks of both variants (6 each), document (24), so that entries in their
  // own order are in the file's.
  private static let rankBits: UInt64 = 6
  private static let documentBits: UInt64 = 24

  static func shard(of hash: UInt32, among count: Int) -> Int {
    Int((UInt64(hash) * UInt64(count)) >> UInt64(Hash.pairBits))
  }

  init(_ corpus: Corpus, documents: [Int], workers: Int) async {
    let words = corpus.vocabulary.variants.map { variant in
      Word(hash: corpus.vocabulary.hashes[Int(variant.term)], rank: UInt64(variant.rank))
    }
    let total = documents.reduce(0) { $0 + corpus.texts[$1].wordCount }
    let shardCount = max(1, total / Self.entriesPerShard)
    let counts = await inShares(documents.count, workers: workers) { share in
      Self.count(share, of: documents, in: corpus, words, shardCount)
    }
    // By worker and shard, where its entries go: a worker's documents all come before the next one's.
    var starts = counts
    var shardStarts = [Int](repeating: 0, count: shardCount + 1)
    var next = 0
    for shard in 0..<shardCount {
      shardStarts[shard] = next
      for worker in counts.indices {
        starts[worker][shard] = next
        next += counts[worker][shard]
      }
    }
    shardStarts[shardCount] = next
    let shareCount = counts.count
    let size = max(Self.leastInMemory, next / Self.mostPasses)
    var shards: [[UInt8]] = []
    shards.reserveCapacity(shardCount)
    while shards.count < shardCount {
      // As many shards as fit into the memory of one pass, one at least.
      let first = shards.count
      let limit = shardStarts[first] + size
      let end = max(first + 1, shardStarts.partitioningIndex { $0 > limit } - 1)
      let (range, base) = (first..<min(end, shardCount), shardStarts[first])
      let entries = Entries(count: shardStarts[range.upperBound] - base)
      let (places, ends) = (starts, shardStarts)
      _ = await inShares(shareCount, workers: shareCount) { workerRange in
        for worker in workerRange {
          let share =
            documents.count * worker / shareCount..<documents.count * (worker + 1) / shareCount
          Self.place(share, of: documents, in: corpus, words, range, places[worker], base, into: entries)
        }
      }
      shards += await inShares(range.count, workers: workers) { share in
        var sorter = Sorter()
        var output: [UInt8] = []
        return share.map { index in
          let shard = range.lowerBound + index
          let part = UnsafeMutableBufferPointer(
            rebasing: entries.buffer[ends[shard] - base..<ends[shard + 1] - base])
          sorter.sort(part, from: Self.documentBits)
          output.removeAll(keepingCapacity: true)
          Self.pack(part, into: &output)
          // As long as it is: `Array(output)` would be the same memory, with room to grow.
          return output.withUnsafeBufferPointer(Array.init)
        }
      }.flatMap { $0 }
    }
    self.shards = shards
    self.shardCount = shardCount
  }

  /// A shard, which is let go here: on a big site all of them are as much as all its words.
  mutating func take(_ shard: Int) -> [UInt8] {
    defer { shards[shard] = [] }
    return shards[shard]
  }

  /// So many entries are in memory at once; of a big site an eighth, since each pass reads all pages again.
  private static let leastInMemory = 3 << 20
  private static let mostPasses = 8

  private struct Word {
    let hash: UInt32
    let rank: UInt64
  }

  private static func count(
    _ share: Range<Int>, of documents: [Int], in corpus: Corpus, _ words: [Word], _ shardCount: Int
  ) -> [Int] {
    var counts = [Int](repeating: 0, count: shardCount)
    for document in share {
      corpus.texts[documents[document]].forEachPair { first, second in
        counts[shard(of: Hash.pair(words[first].hash, words[second].hash), among: shardCount)] += 1
      }
    }
    return counts
  }

  private static func place(
    _ share: Range<Int>, of documents: [Int], in corpus: Corpus, _ words: [Word], _ shards: Range<Int>,
    _ starts: [Int], _ base: Int, into entries: Entries
  ) {
    var next = starts
    for document in share {
      corpus.texts[documents[document]].forEachPair { first, second in
        let hash = Hash.pair(words[first].hash, words[second].hash)
        let shard = shard(of: hash, among: next.count)
        guard shards.contains(shard) else { return }
        let ranks = words[first].rank << rankBits | words[second].rank
        entries.buffer[next[shard] - base] =
          (UInt64(hash) << (2 * rankBits) | ranks) << documentBits | UInt64(document)
        next[shard] += 1
      }
    }
  }

  /// For each pair: the hash's distance from the one before, how many variants; for each of these: the ranks, how
  /// many documents, the documents' distances − 1.
  private static func pack(_ entries: UnsafeMutableBufferPointer<UInt64>, into output: inout [UInt8]) {
    var index = 0
    var lastHash = 0
    let documentMask = (UInt64(1) << documentBits) - 1
    var variants: [Range<Int>] = []
    while index < entries.count {
      let hash = entries[index] >> (documentBits + 2 * rankBits)
      Packing.append(Int(hash) - lastHash, to: &output)
      lastHash = Int(hash)
      variants.removeAll(keepingCapacity: true)
      var end = index
      while end < entries.count, entries[end] >> (documentBits + 2 * rankBits) == hash {
        let start = end
        let variant = entries[start] >> documentBits
        while end < entries.count, entries[end] >> documentBits == variant { end += 1 }
        variants.append(start..<end)
      }
      Packing.append(variants.count, to: &output)
      for variant in variants {
        let ranks = entries[variant.lowerBound] >> documentBits & ((1 << (2 * rankBits)) - 1)
        Packing.append(Int(ranks >> rankBits), to: &output)
        Packing.append(Int(ranks & ((1 << rankBits) - 1)), to: &output)
        // A pair that stands in a document twice is one posting.
        var count = 0
        var last: UInt64 = .max
        for entry in entries[variant] where entry != last {
          count += 1
          last = entry
        }
        Packing.append(count, to: &output)
        last = .max
        var document = -1
        for entry in entries[variant] where entry != last {
          Packing.append(Int(entry & documentMask) - document - 1, to: &output)
          document = Int(entry & documentMask)
          last = entry
        }
      }
      index = end
    }
  }
}

/// Memory that workers fill side by side, each at places of its own.
private final class Entries: @unchecked Sendable {
  let buffer: UnsafeMutableBufferPointer<UInt64>

  init(count: Int) {
    // Some fifty megabytes at ten thousand pages: a page fault for each four kilobytes would be felt.
    let size = count * MemoryLayout<UInt64>.stride
    memory = .allocate(byteCount: size, alignment: Self.hugePage)
    madvise(memory.baseAddress, size, MADV_HUGEPAGE)
    buffer = memory.bindMemory(to: UInt64.self)
  }

  deinit { memory.deallocate() }

  private let memory: UnsafeMutableRawBufferPointer
  private static let hugePage = 2 << 20
}

/// A radix sort, least digit first, so that what is equal in the bits it looks at keeps its order.
private struct Sorter {
  private var spare: [UInt64] = []

  private static let digitBits: UInt64 = 10
  private static let digits = 1 << Int(digitBits)

  /// Sorts by the bits from `firstBit` up.
  mutating func sort(_ entries: UnsafeMutableBufferPointer<UInt64>, from firstBit: UInt64) {
    if spare.count < entries.count { spare = [UInt64](repeating: 0, count: entries.count) }
    // Hashes in one file begin alike: only the bits in which any differ are worth a pass.
    let (some, all) = entries.reduce(into: (some: UInt64(0), all: UInt64.max)) { bits, entry in
      bits.some |= entry
      bits.all &= entry
    }
    spare.withUnsafeMutableBufferPointer { spare in
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: Self.digits) { places in
        var (from, to) = (entries, UnsafeMutableBufferPointer(rebasing: spare[..<entries.count]))
        var bit = firstBit
        while bit < 64, (some ^ all) >> bit > 0 {
          Self.pass(from, to, bit, places)
          swap(&from, &to)
          bit += Self.digitBits
        }
        if from.baseAddress != entries.baseAddress { _ = entries.update(from: from) }
      }
    }
  }

  private static func pass(
    _ from: UnsafeMutableBufferPointer<UInt64>, _ to: UnsafeMutableBufferPointer<UInt64>, _ bit: UInt64,
    _ places: UnsafeMutableBufferPointer<Int32>
  ) {
    let mask = UInt64(digits - 1)
    places.update(repeating: 0)
    for entry in from { places[Int(entry >> bit & mask)] += 1 }
    var next: Int32 = 0
    for digit in places.indices { (places[digit], next) = (next, next + places[digit]) }
    for entry in from {
      let digit = Int(entry >> bit & mask)
      to[Int(places[digit])] = entry
      places[digit] += 1
    }
  }
}
