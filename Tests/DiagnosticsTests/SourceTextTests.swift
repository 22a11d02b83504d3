import Diagnostics
import Testing

@Suite struct SourceTextTests {
  private func excerpt(_ text: String, _ place: Place) -> SourceText.Excerpt? {
    SourceText(Array(text.utf8)).excerpt(of: place)
  }

  private func found(_ text: String, _ place: Place) -> [Int]? {
    excerpt(text, place).map { [$0.line, $0.column, $0.length] }
  }

  @Test func countsColumnsInCharacters() {
    let text = "một\nĐường về: nhà\n"
    let start = Array(text.utf8).count - Array("nhà\n".utf8).count
    #expect(found(text, .bytes(start..<start + 4)) == [2, 11, 3])
    #expect(found(text, .position(line: 1, column: 10, length: 3)) == [2, 11, 3])
    #expect(found(text, .text("nhà", fromLine: 1)) == [2, 11, 3])
  }

  @Test func countsADecomposedLetterOnce() {
    let text = "Đươ\u{300}ng tới"
    #expect(found(text, .text("tới", fromLine: 1)) == [1, 7, 3])
    #expect(found(text, .position(line: 0, column: 7, length: 3)) == [1, 7, 3])
  }

  @Test func leavesOutTheEndOfTheLine() {
    for end in ["\n", "\r\n"] {
      let excerpt = excerpt("a\(end)bc đ\(end)e", .position(line: 1, column: 3, length: 9))
      #expect(excerpt?.text == "bc đ")
      #expect(excerpt?.column == 4)
      #expect(excerpt?.length == 1)
    }
  }

  @Test func passesOverAByteOrderMark() {
    #expect(found("\u{FEFF}tên: x", .text("x", fromLine: 1)) == [1, 6, 1])
    #expect(found("\u{FEFF}a\nbc", .text("c", fromLine: 1)) == [2, 2, 1])
  }

  @Test func findsTextFromItsLineOn() {
    #expect(found("a\na\na", .text("a", fromLine: 2)) == [2, 1, 1])
    #expect(found("a\nb", .text("z", fromLine: 2)) == [2, 1, 1])
  }

  @Test func knowsNoPlaceOutsideTheText() {
    #expect(found("a", .file) == nil)
    #expect(found("a", .bytes(5..<6)) == nil)
    #expect(found("a", .position(line: 7, column: 0, length: 1)) == nil)
    #expect(found("", .bytes(0..<0)) == [1, 1, 1])
    #expect(found("a\n", .bytes(2..<2)) == [2, 1, 1])
  }

  @Test func livesThroughWhatIsNotUTF8() {
    let excerpt = SourceText([0x61, 0xFF, 0x0A]).excerpt(of: .bytes(1..<2))
    #expect(excerpt?.line == 1)
    #expect(excerpt?.column == 2)
  }
}

@Suite struct NearestTests {
  private let keys = ["title", "tags", "date", "draft", "description", "mô_tả"]

  @Test(arguments: [
    ("titel", "title"), ("tilte", "title"), ("Title", "title"), ("tag", "tags"),
    ("descripton", "description"),
    ("mo_tả", "mô_tả"), ("title", "title"),
  ])
  func findsWhatWasMeant(_ written: String, _ meant: String) {
    #expect(nearest(to: written, among: keys) == meant)
  }

  @Test(arguments: ["", "x", "xyz", "màu_sắc", "titlelele", "colour"])
  func saysNothingWhenNothingIsNear(_ written: String) {
    #expect(nearest(to: written, among: keys) == nil)
  }

  @Test func takesTheFirstOfEquallyNearOnes() {
    #expect(nearest(to: "bat", among: ["cat", "hat"]) == "cat")
    #expect(nearest(to: "abc", among: []) == nil)
  }
}
