import Diagnostics
import Files
import Vietnamese

/// What mending changes in a file, as a unified difference for people: invisible characters are written out, and what
/// concerns every line (its end, a byte order mark) is said once.
///
/// Mending adds no lines but a table's row of dashes, so that each stands beside its own mended self and nothing is
/// searched for.
package struct LineDifference {
  /// Nil beside a line that mending adds.
  let old: [ArraySlice<UInt8>?]
  let new: [ArraySlice<UInt8>]
  private let remarks: [(vi: String, en: String)]

  /// - Parameters:
  ///   - old: a file's bytes, UTF-8.
  ///   - new: what `mended` makes of them.
  package init(from old: [UInt8], to new: [UInt8]) {
    let mark = old.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var ends = 0
    let oldLines = Self.lines(of: old[mark...], foreignEnds: &ends)
    var newLines = Self.lines(of: new[...], foreignEnds: &ends)
    let lacksEnd = old.last.map { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") } ?? false
    // A last line that held nothing but blanks is gone.
    let dropsLast = lacksEnd && newLines.count < oldLines.count
    if dropsLast { newLines.append([]) }
    var remarks: [(vi: String, en: String)] = []
    if mark > 0 { remarks.append(("bỏ ký hiệu BOM ở đầu tệp", "drop the byte order mark")) }
    if ends > 0 { remarks.append(("cuối dòng kiểu CR → LF: \(ends) dòng", "line ends CR → LF: \(ends)")) }
    if lacksEnd, !dropsLast {
      remarks.append(("thêm dấu xuống dòng ở cuối tệp", "end the file with a line feed"))
    }
    self.old = Self.aligned(oldLines, with: newLines)
    self.new = newLines
    self.remarks = remarks
  }

  private static func aligned(
    _ old: [ArraySlice<UInt8>], with new: [ArraySlice<UInt8>]
  ) -> [ArraySlice<UInt8>?] {
    var added = new.count - old.count
    var lines: [ArraySlice<UInt8>?] = []
    var index = 0
    for line in new where index < old.count || added > 0 {
      if added > 0, isRowOfDashes(line), index == old.count || !isRowOfDashes(old[index]) {
        lines.append(nil)
        added -= 1
      } else if index < old.count {
        lines.append(old[index])
        index += 1
      }
    }
    return lines + old[index...].map(Optional.some)
  }

  private static func isRowOfDashes(_ line: ArraySlice<UInt8>) -> Bool {
    line.contains(UInt8(ascii: "|")) && line.allSatisfy { $0.isBlank || ">|-:".utf8.contains($0) }
  }

  /// Splits at line feeds, carriage returns and pairs of them, and counts the ends that are not a line feed alone.
  private static func lines(of text: ArraySlice<UInt8>, foreignEnds: inout Int) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = text.startIndex
    var index = start
    while index < text.endIndex {
      let byte = text[index]
      guard byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") else {
        index += 1
        continue
      }
      lines.append(text[start..<index])
      if byte == UInt8(ascii: "\r") {
        foreignEnds += 1
        if index + 1 < text.endIndex, text[index + 1] == UInt8(ascii: "\n") { index += 1 }
      }
      index += 1
      start = index
    }
    if start < text.endIndex { lines.append(text[start...]) }
    return lines
  }

  // MARK: - Writing

  /// How many unchanged lines are shown around those that change: paragraphs are long lines.
  private static let context = 1

  package func text(of path: String, in language: Language) -> String {
    var text = "--- \(path)\n+++ \(path)\n"
    for remark in remarks { text += "# \(language == .vi ? remark.vi : remark.en)\n" }
    let changed = zip(old, new).enumerated().filter { $0.element.0 != $0.element.1 }.map(\.offset)
    var added = 0
    var seen = 0
    for hunk in hunks(around: changed) {
      let count = old[hunk].count { $0 != nil }
      added += old[seen..<hunk.lowerBound].count { $0 == nil }
      text += "@@ -\(hunk.lowerBound + 1 - added),\(count) +\(hunk.lowerBound + 1),\(hunk.count) @@\n"
      added += hunk.count - count
      seen = hunk.upperBound
      var index = hunk.lowerBound
      while index < hunk.upperBound {
        // Lines that change one after the other stand together, as in any difference.
        let end = hunk[index...].first { isChanged($0) != isChanged(index) } ?? hunk.upperBound
        if isChanged(index) {
          for line in old[index..<end].compactMap(\.self) {
            text += "-" + Self.shown(line, isChanged: true) + "\n"
          }
          for line in new[index..<end] { text += "+" + Self.shown(line, isChanged: true) + "\n" }
        } else {
          for line in new[index..<end] { text += " " + Self.shown(line, isChanged: false) + "\n" }
        }
        index = end
      }
    }
    return text
  }

  private func isChanged(_ index: Int) -> Bool { old[index] != new[index] }

  private func hunks(around changed: [Int]) -> [Range<Int>] {
    var hunks: [Range<Int>] = []
    for index in changed {
      let around = max(0, index - Self.context)..<min(old.count, index + Self.context + 1)
      if let last = hunks.last, around.lowerBound <= last.upperBound {
        hunks[hunks.count - 1] = last.lowerBound..<around.upperBound
      } else {
        hunks.append(around)
      }
    }
    return hunks
  }

  /// A line with names for what is not seen, and without what would move the cursor of a terminal.
  private static func shown(_ line: ArraySlice<UInt8>, isChanged: Bool) -> String {
    let text = String(decoding: line, as: UTF8.self)
    let end = line.count - line.reversed().prefix(while: \.isBlank).count
    var shown = ""
    var offset = 0
    for scalar in text.unicodeScalars {
      if isChanged, offset >= end {
        shown += scalar == "\t" ? "→" : "·"
      } else if let name = scalar.hiddenName {
        shown += name
      } else {
        shown.unicodeScalars.append(scalar)
      }
      offset += UTF8.width(scalar)
    }
    return isChanged && !NFC.isNormalized(text) ? shown + "  (NFD → NFC)" : shown
  }
}

extension Unicode.Scalar {
  /// What stands in a difference for a character that is not seen.
  fileprivate var hiddenName: String? {
    switch value {
    case 0x09: nil
    case 0xA0: "·(nbsp)"
    case 0x202F: "·(nnbsp)"
    case 0x2007: "·(U+2007)"
    case 0xAD: "(shy)"
    case 0x200B: "(zwsp)"
    case 0x2060: "(wj)"
    case 0xFEFF: "(bom)"
    case 0...0x1F, 0x7F...0x9F, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: "(\(code))"
    default: nil
    }
  }
}
