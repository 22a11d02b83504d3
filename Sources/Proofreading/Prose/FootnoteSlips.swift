import Files

/// Marks of footnotes that have no text on the page.
///
/// - Parameter labels: of the definitions on the page, as `AlertMarks` gives them.
func footnoteSlips(in passage: [Range<Int>], of prose: Prose, labels: Set<String>) -> [MarkupSlip] {
  let text = prose.text
  return passage.flatMap { line in
    line.compactMap { start -> MarkupSlip? in
      // Those that are code, or stand behind a backslash, have not been painted.
      guard text[start] == UInt8(ascii: "["), prose.bytes[start] == Prose.Paint.mark,
        start + 1 < line.upperBound, text[start + 1] == UInt8(ascii: "^")
      else { return nil }
      let name = text[start + 1..<line.upperBound].prefix(32).prefix { $0 != UInt8(ascii: "]") }
      let end = name.endIndex
      guard name.count > 1, end < line.upperBound, text[end] == UInt8(ascii: "]"),
        name.dropFirst().allSatisfy({ $0.isASCIILetter || $0.isASCIIDigit }),
        !labels.contains(AlertMarks.label(name))
      else { return nil }
      return MarkupSlip(.footnoteWithoutText, at: start..<end + 1)
    }
  }
}
