import Testing

@testable import Vietnamese

@Suite struct SortKeyTests {
  /// The words of `dictionary.txt` were written down by hand in a dictionary's order; two slips were mended by
  /// `cldr-order syllable`, which made `cldr-titles.txt` too. `cldr-syllables.txt` is CLDR's order as it is.
  @Test(arguments: [("dictionary.txt", 300), ("cldr-syllables.txt", 1500), ("cldr-titles.txt", 140)])
  func order(_ file: String, _ least: Int) throws {
    let expected = try Cases.lines(file)
    #expect(expected.count >= least)
    for decompose in [false, true] {
      var generator = Cases.Generator()
      let shuffled = expected.shuffled(using: &generator).map { decompose ? $0.decomposed : $0 }
      let sorted = shuffled.map { (SortKey($0), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
      #expect(shuffled != expected)
      for (one, other) in zip(sorted, expected) where one != other {
        Issue.record("\(one) stands where \(other) should")
        break
      }
    }
  }

  /// Where we differ from CLDR `vi` on purpose; the file has CLDR's answer and the reason.
  @Test func differences() throws {
    let rows = try Cases.rows("cldr-differences.tsv")
    #expect(rows.count >= 6)
    for row in rows {
      #expect((SortKey(row[0]) < SortKey(row[2])) == (row[1] == ">"), "\(row)")
    }
  }

  @Test(arguments: [
    ["", "!", "1", "2", "10", "11", "a", "Z"],
    ["Chương", "Chương 1", "Chương 02", "Chương 2", "Chương 10", "Chương 10 a", "Chương a"],
    ["A1", "A2", "A10", "AB"],
    ["a", "A", "á", "Á", "ä", "ă", "b"],
    ["an toàn", "An toàn", "“An toàn”", "An Toàn", "AN TOÀN", "An tường"],
    ["d", "dz", "đ", "Đ", "đa", "e"],
    ["hoà", "hòa", "hoả"],
    ["Hà Nội", "Hà-Nội", "Hà Nội 2"],
    ["z", "Ω", "Ж", "中"],
    ["9", "99999999999999999999", "100000000000000000000"],
  ])
  func ascending(_ texts: [String]) {
    for (index, text) in texts.enumerated().dropFirst() {
      #expect(SortKey(texts[index - 1]) < SortKey(text), "\(texts[index - 1]) < \(text)")
      #expect(!(SortKey(text) < SortKey(texts[index - 1])))
    }
  }

  @Test func foreignMarksComeAfterTones() {
    #expect(SortKey("ca") < SortKey("ça"))
    #expect(SortKey("ça") < SortKey("cb"))
    #expect(SortKey("cá") < SortKey("ça"))
    #expect(SortKey("oe") < SortKey("œ"))
    #expect(SortKey("œ") < SortKey("of"))
  }

  @Test func equality() {
    #expect(SortKey("Tiếng Việt") == SortKey("Tiếng Việt".decomposed))
    #expect(SortKey("Tiếng Việt").hashValue == SortKey("Tiếng Việt".decomposed).hashValue)
    #expect(SortKey("a b") != SortKey("a-b"))
    #expect(SortKey("a") != SortKey("A"))
    #expect(!(SortKey("a") < SortKey("a")))
  }
}
