import Synchronization

/// Calls `work` for 0 ..< count on every core and returns the results in that order.
///
/// One worker a core takes runs of indices: a task a page would cost more than the page. Each begins with a share of
/// its own and then helps with the others'. Neighbours are files of one folder, and a file system makes one file
/// at a time in a folder: two workers in the same one would wait for each other.
///
/// - Parameter scratch: makes what a worker keeps from one call to the next, such as a buffer.
package func inParallel<Scratch, Result: Sendable>(
  _ count: Int, workers: Int, run: Int = 16, scratch: @Sendable @escaping () -> Scratch,
  _ work: @Sendable @escaping (inout Scratch, Int) -> Result
) async -> [Result] {
  let workers = max(1, min(workers, (count + run - 1) / run))
  let shares = (0..<workers).map { Share(count * $0 / workers..<count * ($0 + 1) / workers) }
  return await withTaskGroup(of: [(Int, [Result])].self) { group in
    for worker in 0..<workers {
      group.addTask {
        var results: [(Int, [Result])] = []
        var kept = scratch()
        for share in shares[worker...] + shares[..<worker] {
          while let indices = share.take(run) {
            results.append((indices.lowerBound, indices.map { work(&kept, $0) }))
          }
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

/// Indices of which some are taken already.
private final class Share: Sendable {
  private let next: Atomic<Int>
  private let end: Int

  init(_ indices: Range<Int>) {
    next = Atomic(indices.lowerBound)
    end = indices.upperBound
  }

  func take(_ count: Int) -> Range<Int>? {
    let start = next.add(count, ordering: .relaxed).oldValue
    return start < end ? start..<min(start + count, end) : nil
  }
}
