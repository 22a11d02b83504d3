/// Lines wholly in bold that were meant as headings, and that Markdown puts together with the text below: the words
/// between the marks of each.
func boldHeadings(in prose: Prose) -> [Range<Int>] {
  let lines = prose.lines
  return (prose.bodyLine..<lines.count).dropLast().compactMap { index in
    let next = lines[index + 1]
    guard lines[index].kind == .paragraph, lines[index].begins, next.kind == .paragraph, !next.begins,
      !prose.breaks(lines[index]), prose.mark(of: lines[index]) == nil
    else { return nil }
    let line = prose.trimmedText(of: index)
    guard (5...200).contains(line.count), prose.text[line].starts(with: "**".utf8),
      prose.text[line].suffix(2).elementsEqual("**".utf8)
    else { return nil }
    let words = line.lowerBound + 2..<line.upperBound - 2
    // A colon or a full stop ends what leads into the sentence below, and a small letter goes on with this one.
    guard !prose.bytes[words].contains(UInt8(ascii: "*")),
      let last = prose.character(before: words.upperBound),
      last.isLetter || last.isDigit || last == ")" || last == "”",
      let first = prose.character(at: next.start), !first.properties.isLowercase, first != "*"
    else { return nil }
    return words
  }
}
