import Foundation
import TestTraits
import Testing

@testable import Vietnamese

@Suite struct FoldingTests {
  @Test(arguments: [
    ("", ""), ("Đường Phố", "duong pho"), ("đĐ", "dd"), ("ĐẮK LẮK", "dak lak"),
    ("Nguyễn Thị Ỷ", "nguyen thi y"),
    ("trẻ em 2026", "tre em 2026"), ("Æsir Œuvre ß ẞ ﬁ", "aesir oeuvre ss ss fi"),
    ("Łódź İstanbul ı", "lodz istanbul i"),
    ("àáảãạăằắẳẵặâầấẩẫậ", "aaaaaaaaaaaaaaaaa"), ("“Trẻ em” — số 1…", "“tre em” — so 1…"), ("10 ₫", "10 ₫"),
    ("Ελληνικά", "ελληνικα"), ("Йод", "иод"), ("한글", "한글"), ("が", "が"), ("中文", "中文"), ("👍🏽 ❤️", "👍🏽 ❤️"),
    ("© ® ° ½ µ", "© ® ° ½ µ"), ("Åå K Å", "aa k a"), ("e\u{302}\u{323}\u{301}", "e"), ("\u{301}a", "a"),
    ("a\u{323}\u{302} o\u{31B}\u{309}", "a o"), ("Ɓa Ə ɂ", "ɓa ə ɂ"), ("[c]_d-e.f/G", "[c]_d-e.f/g"),
  ])
  func known(_ text: String, _ expected: String) {
    #expect(Folding.fold(text) == expected)
    #expect(Folding.fold(text.decomposed).hasSameBytes(as: Folding.fold(text)))
    #expect(Folding.fold(expected).hasSameBytes(as: expected), "folding twice changes nothing")
  }

  /// All of the blocks that the table covers, against Foundation's decomposition.
  @Test func tableAgreesWithUnicode() {
    for value in Array(UInt32(0x80)...0x24F) + Array(0x1E00...0x1EFF) {
      let scalar = Unicode.Scalar(value)!
      let bases = scalar.properties.lowercaseMapping.decomposed.unicodeScalars.filter {
        $0.properties.canonicalCombiningClass == .notReordered
      }
      let base = String(String.UnicodeScalarView(bases))
      guard base.utf8.allSatisfy({ $0 < 0x80 }) else { continue }
      #expect(Folding.fold(String(scalar)) == base, "U+\(String(value, radix: 16))")
    }
  }

  @Test func lettersOfVietnameseLeaveNothingAboveASCII() {
    for value in UInt32(0xC0)...0x1EFF where Letter.packed(value) != 0 {
      let folded = Folding.fold(String(Unicode.Scalar(value)!))
      #expect(folded.utf8.count == 1 && folded.utf8.allSatisfy { $0 >= 0x61 && $0 <= 0x7A })
    }
  }

  @Test(.slow) func composedAndDecomposedAgreeEverywhere() {
    for block in UInt32(2)..<0x2_0000 / 64 {
      let scalars = (block * 64..<block * 64 + 64).compactMap(Unicode.Scalar.init)
      let text = scalars.map { "a\($0)b" }.joined()
      let composed = Folding.fold(text.precomposedStringWithCanonicalMapping)
      if !Folding.fold(text.decomposed).hasSameBytes(as: composed) {
        Issue.record("U+\(String(block * 64, radix: 16))…: \(composed)")
      }
    }
  }

  /// Longer than a chunk of the buffer, with every remainder.
  @Test func longTextIsWhole() {
    for extra in 0..<9 {
      let text = String(repeating: "x", count: extra) + String(repeating: "Đường 中 Ж! ", count: 700)
      let expected = String(repeating: "x", count: extra) + String(repeating: "duong 中 ж! ", count: 700)
      #expect(Folding.fold(text) == expected)
    }
  }

  @Test(arguments: [
    ("", ""), ("Đường Hoà", "đương hoa"), ("ẤN ỷ Ặ", "ân y ă"), ("Trẻ em: 10 điều!", "tre em: 10 điêu!"),
    ("Ça ÜBER Я 中", "ça über я 中"), ("q\u{301}", "q"),
    ("abcdefghijklmnopqrstuvwxyz", "abcdefghijklmnopqrstuvwxyz"),
  ])
  func withoutTones(_ text: String, _ expected: String) {
    #expect(Folding.foldTones(text).hasSameBytes(as: expected))
    #expect(Folding.foldTones(text.decomposed).hasSameBytes(as: expected))
  }

  @Test func appendsAfterWhatIsThere() {
    var output = Array("x:".utf8)
    Array("Đá".utf8).withUnsafeBufferPointer { Folding.appendFolded($0, to: &output) }
    #expect(String(decoding: output, as: UTF8.self) == "x:da")
  }

  @Test func brokenBytesAreRead() {
    for bytes: [UInt8] in [
      [0xE1], [0xC0, 0x80], [0xC3], [0xE1, 0xBA], [0xF0, 0x9F], [0xFF, 0xFE], [0xCE], [0xC1, 0xBF, 0x41],
    ] {
      var output: [UInt8] = []
      bytes.withUnsafeBufferPointer { Folding.appendFolded($0, to: &output) }
      #expect(!output.isEmpty)
    }
  }
}
