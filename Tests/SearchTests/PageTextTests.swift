import Testing

@testable import Search

@Suite("A page's words as numbers of two bytes")
struct PageTextTests {
  /// More than two bytes can number beside the marks.
  private static let words = (0..<70_000).map { "tu\($0)" }

  private static func read(_ words: [String]) -> PageText {
    var reader = PageReader()
    reader.append("đầu đề", as: .title)
    reader.append(words.joined(separator: " ") + ". cuối", as: .body)
    return reader.finishPage()
  }

  @Test("words, fields and ends of phrases are read back as they were")
  func readBack() {
    let text = Self.read(Self.words)
    #expect(text.wordCount == 70_003)
    var met: [Int] = []
    var titles = 0
    text.forEachWord { word, field in
      met.append(word)
      if field == .title { titles += 1 }
    }
    #expect(titles == 2)
    #expect(met == Array(0..<70_003))
    var pairs = 0
    text.forEachPair { first, second in
      #expect(second == first + 1)
      pairs += 1
    }
    // Two words side by side in the title, and 70,000 in the body; the last one stands behind a full stop.
    #expect(pairs == 1 + 69_999)
  }

  @Test("a word that gets a longer or a shorter number is found under it")
  func renumbering() {
    var text = Self.read(Self.words)
    var codes: [UInt16] = []
    text.renumber((0..<70_003).reversed().map(Int32.init), in: &codes)
    var met: [Int] = []
    text.forEachWord { word, _ in met.append(word) }
    #expect(met == Array((0..<70_003).reversed()))
  }
}
