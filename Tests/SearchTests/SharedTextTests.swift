import Foundation
import Testing
import Vietnamese

@testable import Search

/// The generator and the client must read text alike: Data/text.tsv holds what both make of it, and
/// Tests/Browser/check_search.py asks the client. `UPDATE_GOLDEN=1` writes the table.
@Suite struct SharedTextTests {
  static let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Data/text.tsv")

  /// Every letter of the Latin blocks and of Vietnamese, and text as it comes.
  static let folded: [String] =
    (0xC0...0x24F).compactMap { letter($0) } + (0x1E00...0x1EFF).compactMap { letter($0) } + [
      "ĐƯỜNG PHỐ", "hoà giải", "hòa giải", "Thuỷ", "thủy", "Nguyễn Trãi", "Ðà Nẵng", "A-lô", "QĐ 423/QĐ-TTg",
      "e\u{302}\u{301}", "u\u{31B}\u{323}", "ＡＢＣ", "Москва", "Ελλάδα", "日本", "ﬁ",
    ]
  static let cut = [
    "Trẻ em, người già.", "QĐ 423/QĐ-TTg", "23/11/2026", "1.800 × 20 = 36.000", "“An toàn” – vui!",
    "a\u{A0}b",
    "111…113", "e-mail: mau@example.org", "日本。東京", "x÷y", "Đà\u{300}", "🙂em🙂",
  ]
  static let pairs = [("tre", "em"), ("duong", "day"), ("a", "b"), ("москва", "日本"), ("111", "113")]

  private static func letter(_ scalar: Int) -> String? {
    guard let scalar = Unicode.Scalar(scalar), scalar.properties.isAlphabetic else { return nil }
    return String(scalar)
  }

  static func words(_ text: String) -> [String] {
    let bytes = Array(NFC.normalize(text).utf8)
    return bytes.withUnsafeBufferPointer { buffer in
      var tokens = Tokens(buffer)
      var words: [String] = []
      while let (word, _, _) = tokens.next() {
        words.append(String(decoding: bytes[word], as: UTF8.self).lowercased())
      }
      return words
    }
  }

  static var table: String {
    var lines = folded.map { "fold\t\($0)\t\(Folding.fold($0))" }
    lines += cut.map { "words\t\($0)\t\(words($0).joined(separator: " "))" }
    lines += pairs.map { "pair\t\($0) \($1)\t\(Hash.pair(Hash.of($0.utf8), Hash.of($1.utf8)))" }
    return lines.joined(separator: "\n") + "\n"
  }

  @Test func theTableIsTrue() throws {
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
      try Data(Self.table.utf8).write(to: Self.file)
    }
    #expect(try String(contentsOf: Self.file, encoding: .utf8) == Self.table)
  }

  @Test func cutsWhereReadersDo() {
    #expect(Self.words("QĐ 423/QĐ-TTg") == ["qđ", "423", "qđ", "ttg"])
    #expect(Self.words("“An toàn” – vui!") == ["an", "toàn", "vui"])
  }
}
