import Diagnostics
import Foundation
import Testing
import Vietnamese

@testable import Generator
@testable import Markdown

/// What must not take quadratic time: four times as much may take eight times as long, where it once took sixteen.
@Suite(.serialized) struct GrowthTests {
  private static func seconds(_ body: () -> Void) -> Double {
    let clock = ContinuousClock()
    let best = (0..<3).map { _ in clock.measure(body) }.min() ?? .zero
    return Double(best.components.seconds) + Double(best.components.attoseconds) / 1e18
  }

  private func expectLinear(_ size: Int, source: SourceLocation = #_sourceLocation, _ body: (Int) -> Void) {
    let (one, four) = (Self.seconds { body(size) }, Self.seconds { body(4 * size) })
    #expect(four < 8 * one, "\(one) s and \(four) s", sourceLocation: source)
  }

  @Test func equalHeadings() {
    expectLinear(1000) { count in
      var ids = HeadingIDs()
      for _ in 0..<count { _ = ids.make(for: "Muc") }
    }
  }

  @Test func marksOnOneLetter() {
    expectLinear(10_000) { count in
      _ = NFC.normalize("a" + String(repeating: "\u{301}\u{323}", count: count))
    }
  }

  @Test func keysOfAMap() {
    expectLinear(2000) { count in
      let text = (0..<count).map { "k\($0): 1\n" }.joined()
      let root = Array(text.utf8).withUnsafeBufferPointer { try? YAML.parse($0) }
      guard case .map(let entries)? = root?.content else { return }
      var reader = FieldReader(entries, path: "a.yaml", firstLine: 0)
      for entry in entries { _ = reader.requiredText(entry.key) }
    }
  }

  @Test func svg() {
    expectLinear(10_000) { count in
      var scan = SVGScan(Array(String(repeating: "<a b='&&#1", count: count).utf8))
      _ = scan.isActive()
    }
  }
}
