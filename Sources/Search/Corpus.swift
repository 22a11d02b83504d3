/// The words of every page of a project, read once; portals make their indexes from it.
public struct Corpus: Sendable {
  let vocabulary: Vocabulary
  /// By page.
  let texts: [PageText]

  /// - Parameter read: hands the parts of a page to the reader.
  public static func reading(
    _ count: Int, workers: Int, _ read: @Sendable @escaping (Int, inout PageReader) -> Void
  ) async -> Corpus {
    let shares = await inShares(count, workers: workers) { share in
      var reader = PageReader()
      let texts = share.map { index in
        read(index, &reader)
        return reader.finishPage()
      }
      return (Part(texts), reader.lexicon)
    }
    let (vocabulary, numbers) = Vocabulary.merging(shares.map(\.1))
    let parts = shares.map(\.0)
    _ = await inShares(parts.count, workers: parts.count) { share in
      for part in share { parts[part].renumber(numbers[part]) }
    }
    return Corpus(vocabulary: vocabulary, texts: parts.flatMap(\.texts))
  }

  /// What one worker read. A class so that its words are renumbered where they stand; one worker has it at a time.
  private final class Part: @unchecked Sendable {
    private(set) var texts: [PageText]

    init(_ texts: [PageText]) { self.texts = texts }

    func renumber(_ numbers: [Int32]) {
      var codes: [UInt16] = []
      for index in texts.indices { texts[index].renumber(numbers, in: &codes) }
    }
  }
}

/// Calls `work` with one run of 0 ..< count a worker, and returns the results in that order.
func inShares<Result: Sendable>(
  _ count: Int, workers: Int, _ work: @Sendable @escaping (Range<Int>) -> Result
) async -> [Result] {
  let workers = max(1, min(workers, count))
  return await withTaskGroup(of: (Int, Result).self) { group in
    for worker in 0..<workers {
      group.addTask { (worker, work(count * worker / workers..<count * (worker + 1) / workers)) }
    }
    var results: [(Int, Result)] = []
    for await result in group { results.append(result) }
    return results.sorted { $0.0 < $1.0 }.map(\.1)
  }
}
