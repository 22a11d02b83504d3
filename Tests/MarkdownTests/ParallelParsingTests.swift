import Diagnostics
import Testing

@testable import Markdown

/// libcmark-gfm shares tables among its parsers; what one text becomes must not depend on the others.
@Suite struct ParallelParsingTests {
  private static func render(_ number: Int) -> [UInt8] {
    let line = "chào ~~bỏ đi~~ và www.example.com rồi https://x.example/a, hỏi a@b.example nhé\n\n"
    let plain = "không có gì, chỉ là chữ: w, ở đây\n\n"
    let text = Array(String(repeating: number % 3 == 0 ? plain : line, count: 1 + number % 40).utf8)
    return text.withUnsafeBufferPointer { Tree(parsing: $0).withHTML { Array($0) } }
  }

  @Test(.timeLimit(.minutes(1))) func manyTextsAtOnceAreTheSameAsOneAfterTheOther() async {
    let expected = (0..<120).map(Self.render)
    await withTaskGroup(of: (Int, [UInt8]).self) { group in
      for number in 0..<2400 { group.addTask { (number, Self.render(number % 120)) } }
      for await (number, html) in group where html != expected[number % 120] {
        Issue.record("text \(number % 120) came out different among others")
      }
    }
    #expect(String(decoding: expected[1], as: UTF8.self).contains("<del>bỏ đi</del>"))
    #expect(String(decoding: expected[1], as: UTF8.self).contains("<a href=\"http://www.example.com\">"))
  }
}
