import Diagnostics
import Files

/// What Git writes around two texts of which it cannot tell which is meant. The line `=======` between them is not
/// looked for: it may underline a heading.
package enum MergeMarks {
  private static let marks = ["<<<<<<< ", ">>>>>>> "].map { Array($0.utf8) }

  /// The first line that holds such a mark.
  ///
  /// - Parameter isText: asked of a line, counted from 0, that looks like one, and only then; false for code.
  package static func place(in text: [UInt8], isText: (Int) -> Bool = { _ in true }) -> Place? {
    guard marks.contains(where: { text.offset(of: $0, in: text.indices) != nil }) else { return nil }
    let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return lines.indices.first { isMark(lines[$0]) && isText($0) }.map {
      .position(line: $0, column: 0, length: 7)
    }
  }

  private static func isMark(_ line: ArraySlice<UInt8>) -> Bool { marks.contains { line.starts(with: $0) } }
}
