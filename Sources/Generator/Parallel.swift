import Synchronization

/// Calls `work` for 0 ..< count on every core and returns the results in that order.
///
/// One worker a core takes runs of indices from a shared cursor: a task a page would cost more than the page.
///
/// - Parameter scratch: makes what a worker keeps from one call to the next, such as a buffer.
func inParallel<Scratch, Result: Sendable>(
  _ count: Int, workers: Int, run: Int = 16, scratch: @Sendable @escaping () -> Scratch,
  _ work: @Sendable @escaping (inout Scratch, Int) -> Result
) async -> [Result] {
  let cursor = Cursor()
  return await withTaskGroup(of: [(Int, [Result])].self) { group in
    for _ in 0..<max(1, min(workers, (count + run - 1) / run)) {
      group.addTask {
        var results: [(Int, [Result])] = []
        var kept = scratch()
        while case let start = cursor.take(run), start < count {
          results.append((start, (start..<min(start + run, count)).map { work(&kept, $0) }))
        }
        return results
      }
    }
    var runs: [(Int, [Result])] = []
    for await result in group { runs += result }
    runs.sort { $0.0 < $1.0 }
    return runs.flatMap(\.1)
  }
}

/// The next index that no worker has taken.
final class Cursor: Sendable {
  private let next = Atomic<Int>(0)

  func take(_ count: Int) -> Int { next.add(count, ordering: .relaxed).oldValue }
}
