import TestTraits
import Testing

@testable import Vietnamese

/// Bytes per second, printed and not asserted; worth reading only alone and optimised:
/// `swift test -c release -Xswiftc -enable-testing --filter Timing`.
@Suite(.serialized, .measurement) struct Timing {
  private static let text: [UInt8] = Array(
    String(
      repeating: """
        Bảo vệ trẻ em trên không gian mạng là trách nhiệm của gia đình, nhà trường và toàn xã hội – “không để ai bị bỏ lại”.
        Gọi tổng đài 111 (miễn phí, 24/24) khi cần; xem [cẩm nang](cam-nang.html) và Quyết định số 830/QĐ-TTg.

        """, count: 4000
    ).utf8)
  private static let ascii = [UInt8](repeating: 0x61, count: 1_000_000)

  private static func measure(_ name: String, _ bytes: [UInt8], _ body: (UnsafeBufferPointer<UInt8>) -> Void)
  {
    let clock = ContinuousClock()
    var best = Duration.seconds(100)
    bytes.withUnsafeBufferPointer { utf8 in
      for _ in 0..<5 { best = min(best, clock.measure { body(utf8) }) }
    }
    let seconds = Double(best.components.attoseconds) / 1e18 + Double(best.components.seconds)
    print("timing: \(name): \(Int(Double(bytes.count) / seconds / 1e6)) MB/s")
  }

  @Test func bytesPerSecond() {
    Self.measure("NFC.isNormalized, Vietnamese", Self.text) { #expect(NFC.isNormalized($0)) }
    Self.measure("NFC.isNormalized, ASCII", Self.ascii) { #expect(NFC.isNormalized($0)) }
    Self.measure("Folding.appendFolded, Vietnamese", Self.text) {
      var output: [UInt8] = []
      Folding.appendFolded($0, to: &output)
      #expect(!output.isEmpty)
    }
    Self.measure("Slug.appendSlug, one line each", Self.text) { utf8 in
      var output: [UInt8] = []
      for line in utf8.split(separator: 0x0A) {
        output.removeAll(keepingCapacity: true)
        Slug.appendSlug(of: UnsafeBufferPointer(rebasing: line), to: &output)
      }
      #expect(!output.isEmpty)
    }
    Self.measure("LegacyText.detect, Vietnamese", Self.text) { #expect(LegacyText.detect($0) == nil) }
    Self.measure("TonePlacement.forEachTellingSyllable", Self.text) { utf8 in
      TonePlacement.forEachTellingSyllable(in: utf8) { _, _ in }
    }
    Self.measure("SortKey, lines of 100 to 150 bytes", Self.text) { utf8 in
      for line in utf8.split(separator: 0x0A) { _ = SortKey(String(decoding: line, as: UTF8.self)) }
    }
  }
}
