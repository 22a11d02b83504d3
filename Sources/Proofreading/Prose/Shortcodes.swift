/// What another generator would have put something else in place of.
func shortcodes(in prose: Prose) -> [MarkupSlip] {
  prose.lines[prose.bodyLine...].filter(\.holdsProse).flatMap { line in
    var reader = ShortcodeReader(prose.text, line: line.range)
    prose.forEachOpenByte(in: line.text) { reader.read($0) }
    return reader.slips
  }
}

private struct ShortcodeReader {
  private(set) var slips: [MarkupSlip] = []
  private let text: [UInt8]
  private let line: Range<Int>
  /// Where the next closing mark of each kind stands: found once, however many marks open before it.
  private var closings = [Int](repeating: -1, count: marks.count)
  private var end = 0

  private static let marks = [("{{<", ">}}"), ("{{%", "%}}"), ("{%", "%}")].map {
    (open: Array($0.0.utf8), close: Array($0.1.utf8))
  }

  init(_ text: [UInt8], line: Range<Int>) {
    self.text = text
    self.line = line
  }

  mutating func read(_ index: Int) {
    guard index >= end, text[index] == UInt8(ascii: "{") else { return }
    let rest = text[index..<line.upperBound]
    guard let kind = Self.marks.firstIndex(where: { rest.starts(with: $0.open) }) else { return }
    let (open, close) = Self.marks[kind]
    if closings[kind] < index + open.count {
      closings[kind] = text.offset(of: close, in: index + open.count..<line.upperBound) ?? .max
    }
    guard closings[kind] < line.upperBound else { return }
    end = closings[kind] + close.count
    slips.append(MarkupSlip(.shortcode, at: index..<end))
  }
}
