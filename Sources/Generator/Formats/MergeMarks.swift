import Diagnostics

/// What Git writes around two texts of which it cannot tell which is meant. The line `=======` between them is not
/// looked for: it may underline a heading.
enum MergeMarks {
  private static let marks = ["<<<<<<< ", ">>>>>>> "].map { Array($0.utf8) }

  /// The first line of a Markdown file that holds such a mark, unless it is code.
  static func place(inMarkdown text: [UInt8]) -> Place? {
    // Hardly any file holds one, and reading the blocks takes time.
    guard place(inYAML: text) != nil else { return nil }
    let lines = Prose(markdown: text).lines
    return lines.firstIndex { $0.kind != .code && $0.kind != .literal && isMark(text[$0.range]) }.map(place)
  }

  /// The first line of a YAML file that holds such a mark.
  static func place(inYAML text: [UInt8]) -> Place? {
    guard holdsMark(text) else { return nil }
    return text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).firstIndex(
      where: isMark
    )
    .map(place)
  }

  private static func place(line: Int) -> Place { .position(line: line, column: 0, length: 7) }

  private static func isMark(_ line: ArraySlice<UInt8>) -> Bool { marks.contains { line.starts(with: $0) } }

  private static func holdsMark(_ text: [UInt8]) -> Bool {
    marks.contains { text.offset(of: $0, in: text.indices) != nil }
  }
}
