import Foundation
import Testing

@testable import Vietnamese

@Suite struct NFCTests {
  @Test(arguments: [
    ("", true), ("abc", true), ("Tiếng Việt — “đường” … 1.500.000 ₫ 👨‍👩‍👧 ❤️", true),
    ("Tiếng Việt".decomposed, false),
    ("e\u{301}", false), ("ê\u{309}", false), ("a\u{323}\u{302}", false), ("q\u{301}", true),
    ("\u{2000}", false),
    ("\u{212B}", false), ("\u{340}", false), ("\u{958}", false), ("各", true), ("ก็", true), ("한글", true),
    ("한글".decomposed, false), ("q\u{301}\u{323}", false), ("q\u{323}\u{301}", true), ("Привет", true),
    ("и\u{306}", false),
    ("abcdefge\u{301}", false), ("12345678901234567890e\u{301}x", false), ("ế", true), ("\u{301}", true),
  ])
  func knownForms(_ text: String, _ expected: Bool) {
    #expect(NFC.isNormalized(text) == expected)
    #expect(NFC.normalize(text).hasSameBytes(as: text) == expected)
    let bytes = NFC.normalize(Array(text.utf8))
    #expect(bytes == Array(text.precomposedStringWithCanonicalMapping.utf8))
  }

  /// The quick check may say “perhaps not” of anything, but “yes” only of what Foundation leaves alone.
  @Test func quickCheckIsNeverWrong() {
    var quick = 0
    for block in UInt32(0)..<0x11_0000 / 64 {
      // Characters that are inert stay as they are in any company, so a block is asked at once.
      var inert = String.UnicodeScalarView()
      for scalar in (block * 64..<block * 64 + 64).compactMap(Unicode.Scalar.init) {
        var alone = String(scalar)
        if alone.withUTF8({ NFC.isQuicklyNormalized($0) }) { inert.append(scalar) }
      }
      quick += inert.count
      for text in [String(inert), inert.map { "a\($0)" }.joined(), inert.map { "\u{1100}\($0)" }.joined()] {
        if !text.precomposedStringWithCanonicalMapping.hasSameBytes(as: text) {
          Issue.record("U+\(String(block * 64, radix: 16))…: \(text)")
        }
      }
    }
    #expect(quick > 40_000)
  }

  /// What a site is made of must not need the slow check.
  @Test func usualTextIsQuick() {
    let letters =
      (0x20...0x2FF).map(UInt32.init) + (0x1E00...0x1EFF) + (0x2010...0x2027) + (0x1F300...0x1F9FF)
    for value in letters + [0x20AB, 0x2192, 0x2713, 0xFE0F, 0xFEFF, 0x4E2D, 0x439] {
      var text = String(Unicode.Scalar(value)!)
      #expect(text.withUTF8 { NFC.isQuicklyNormalized($0) }, "U+\(String(value, radix: 16))")
    }
  }

  @Test func agreesWithFoundation() {
    let marks = [
      "", "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}", "\u{302}", "\u{306}", "\u{31B}", "\u{338}",
    ]
    for value in UInt32(0)...0x1EFF {
      for mark in marks {
        let text = "ab" + String(Unicode.Scalar(value)!) + mark + "c"
        let composed = text.precomposedStringWithCanonicalMapping
        let isComposed = composed.hasSameBytes(as: text)
        if NFC.isNormalized(text) != isComposed { Issue.record("U+\(String(value, radix: 16)) + \(mark)") }
        if !NFC.normalize(text).hasSameBytes(as: composed) {
          Issue.record("U+\(String(value, radix: 16)) + \(mark)")
        }
      }
    }
  }

  /// A mark is seen wherever it falls in the words of eight bytes.
  @Test func findsAMarkAtEveryOffset() {
    for offset in 0..<40 {
      let text =
        String(repeating: "ế", count: offset % 5) + String(repeating: "x", count: offset) + "e\u{301}"
      #expect(!NFC.isNormalized(text))
      #expect(!NFC.isNormalized(text + "đường"))
    }
  }

  @Test func brokenBytesAreRead() {
    for bytes: [UInt8] in [[0xE1], [0xE1, 0xBA], [0xF0, 0x9F], [0xCC], [0xE2, 0x80], [0xFF], [0x80]] {
      _ = bytes.withUnsafeBufferPointer { NFC.isNormalized($0) }
    }
    #expect(!([0xE1] as [UInt8]).withUnsafeBufferPointer { NFC.isNormalized($0) })
  }
}
