import Diagnostics
import Foundation
import TestTraits
import Testing
import Vietnamese

@testable import Checking
@testable import Fields
@testable import Files
@testable import Generator
@testable import Markdown
@testable import Starting

/// What must not take quadratic time: eight times as much may take twenty-four times as long, where it once took
/// sixty-four.
@Suite(.serialized) struct GrowthTests {
  /// Of this thread's processor time: other tests run beside it.
  private static func seconds(_ body: () -> Void) -> Double {
    func now() -> Double {
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    return (0..<3).map { _ in
      let start = now()
      body()
      return now() - start
    }.min() ?? 0
  }

  private func expectLinear(_ size: Int, source: SourceLocation = #_sourceLocation, _ body: (Int) -> Void) {
    let (one, eight) = (Self.seconds { body(size) }, Self.seconds { body(8 * size) })
    #expect(eight < 24 * one, "\(one) s and \(eight) s", sourceLocation: source)
  }

  @Test func equalHeadings() {
    expectLinear(500) { count in
      var ids = HeadingIDs()
      for _ in 0..<count { _ = ids.make(for: "Muc") }
    }
  }

  @Test func marksOnOneLetter() {
    expectLinear(5000) { count in
      _ = NFC.normalize("a" + String(repeating: "\u{301}\u{323}", count: count))
    }
  }

  @Test func keysOfAMap() {
    expectLinear(1000) { count in
      let text = (0..<count).map { "k\($0): 1\n" }.joined()
      let root = Array(text.utf8).withUnsafeBufferPointer { try? YAML.parse($0, keys: []) }
      guard case .map(let entries)? = root?.content else { return }
      var reader = FieldReader(entries, path: "a.yaml", firstLine: 0)
      for entry in entries { _ = reader.requiredText(entry.key) }
    }
  }

  @Test(.slow) func svg() {
    expectLinear(5000) { count in
      var scan = SVGScan(Array(String(repeating: "<a b='&&#1", count: count).utf8))
      _ = scan.isActive()
    }
  }
}
