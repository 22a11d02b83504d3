import Diagnostics
import Fields
import Files
import Vietnamese

/// What a source file is written in.
package enum SourceKind { case markdown, yaml }

/// The text with all that is safe to mend mended: NFC, stray no-break and zero-width characters, line ends, blanks at
/// the end of lines, the line feed at the end of the file, a byte order mark, marks of headings and lists that lack
/// their space or are dashes, marks of Markdown that miss their effect by a blank, values of YAML cut at a `#`. It has
/// as many lines as before, but for the row of dashes that a table may lack; to mend it again changes nothing.
///
/// - Parameters:
///   - bytes: a whole file. What is not UTF-8 comes back as it is.
///   - movesTones: whether hoà becomes hòa, in prose.
package func mended(_ bytes: [UInt8], as kind: SourceKind, movesTones: Bool) -> [UInt8] {
  guard bytes.withUnsafeBufferPointer(TextSurvey.init).isUTF8 else { return bytes }
  var text = bytes
  while true {
    let next = Mender(kind: kind, movesTones: movesTones).mended(text)
    // Without a hidden character a line may open or close code, so that more is prose than before.
    if next == text { return text }
    text = next
  }
}

private struct Mender {
  let kind: SourceKind
  let movesTones: Bool

  private typealias Edit = (range: Range<Int>, text: [UInt8])

  func mended(_ bytes: [UInt8]) -> [UInt8] {
    var text = NFC.normalize(withLineFeeds(bytes))
    text = NFC.normalize(withoutStrays(prose(text)))
    text = withEdits(kind == .markdown ? markupSlips(in: prose(text)).flatMap(\.edits) : [], in: text)
    text = withEdits(quotedValues(of: text), in: text)
    text = trimmed(prose(text))
    if kind == .markdown {
      text = withMarks(prose(text))
      text = withTableRows(prose(text))
    }
    return movesTones ? withTraditionalTones(prose(text)) : text
  }

  private func prose(_ text: [UInt8]) -> Prose {
    kind == .markdown ? Prose(markdown: text) : Prose(yaml: text)
  }

  /// Without a byte order mark, and with every line ended by one line feed.
  private func withLineFeeds(_ bytes: [UInt8]) -> [UInt8] {
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    guard text.contains(UInt8(ascii: "\r")) else { return Array(text) }
    var output: [UInt8] = []
    output.reserveCapacity(text.count)
    var previous: UInt8 = 0
    for byte in text {
      if byte == UInt8(ascii: "\r") {
        output.append(UInt8(ascii: "\n"))
      } else if byte != UInt8(ascii: "\n") || previous != UInt8(ascii: "\r") {
        output.append(byte)
      }
      previous = byte
    }
    return output
  }

  // MARK: - Invisible characters

  /// One space stands for a run of strays that takes room, unless there is white space already.
  private func withoutStrays(_ prose: Prose) -> [UInt8] {
    let runs = runs(of: strayCharacters(in: prose))
    guard !runs.isEmpty else { return prose.text }
    let text = prose.text
    var output: [UInt8] = []
    output.reserveCapacity(text.count)
    var copied = 0
    for (range, spaces) in runs {
      output += text[copied..<range.lowerBound]
      copied = range.upperBound
      var blanks = 0
      while blanks < output.count, output[output.count - blanks - 1].isBlank { blanks += 1 }
      let isLineStart = blanks == output.count || output[output.count - blanks - 1] == UInt8(ascii: "\n")
      let rest = text.endOfBlanks(from: copied, limit: text.count)
      if rest == text.count || text[rest] == UInt8(ascii: "\n") {
        // Two spaces that no longer have anything behind them would break the line.
        output.removeLast(blanks)
      } else if isLineStart {
        // Indentation is meaning in YAML, and makes code of prose in Markdown.
        if kind == .yaml { output += Array(repeating: UInt8(ascii: " "), count: spaces) }
      } else if spaces > 0, blanks == 0, rest == copied {
        output.append(UInt8(ascii: " "))
      }
    }
    return output + text[copied...]
  }

  /// Strays that stand together, and how many of them take room.
  private func runs(
    of strays: [(character: InvisibleCharacter, range: Range<Int>)]
  ) -> [(range: Range<Int>, spaces: Int)] {
    var runs: [(range: Range<Int>, spaces: Int)] = []
    for stray in strays {
      let spaces = stray.character.isSpace ? 1 : 0
      if let last = runs.last, last.range.upperBound == stray.range.lowerBound {
        runs[runs.count - 1] = (last.range.lowerBound..<stray.range.upperBound, last.spaces + spaces)
      } else {
        runs.append((stray.range, spaces))
      }
    }
    return runs
  }

  // MARK: - Ends of lines

  private func trimmed(_ prose: Prose) -> [UInt8] {
    let text = prose.text
    var output: [UInt8] = []
    output.reserveCapacity(text.count + 1)
    var copied = 0
    for (index, line) in prose.lines.enumerated() {
      let end = line.range.upperBound
      guard end > line.range.lowerBound, text[end - 1].isBlank else { continue }
      let next = index + 1 < prose.lines.count ? prose.lines[index + 1] : nil
      let kept = keptEnd(of: line, before: next, in: prose)
      output += text[copied..<kept]
      copied = end
      if kept < end, breaks(line, before: next, in: text) { output += "  ".utf8 }
    }
    output += text[copied...]
    if let last = output.last, last != UInt8(ascii: "\n") { output.append(UInt8(ascii: "\n")) }
    return output
  }

  /// Where the line ends without its blanks; where it ends now when they may mean something.
  private func keptEnd(of line: Prose.Line, before next: Prose.Line?, in prose: Prose) -> Int {
    let end = line.range.upperBound
    guard line.kind != .code, line.kind != .indented, line.kind != .literal,
      prose.bytes[end - 1] != Prose.Paint.code
    else { return end }
    var kept = end
    while kept > line.range.lowerBound, prose.text[kept - 1].isBlank { kept -= 1 }
    // A backslash at the very end would break the line.
    return kept > 0 && prose.text[kept - 1] == UInt8(ascii: "\\") ? end : kept
  }

  /// Whether two spaces at the end of a line break it: in a paragraph that goes on.
  private func breaks(_ line: Prose.Line, before next: Prose.Line?, in text: [UInt8]) -> Bool {
    guard line.kind == .paragraph, let next, next.kind != .blank, line.text.count > 1 else { return false }
    return text[line.range].suffix(2).elementsEqual("  ".utf8)
  }

  // MARK: - Headings, lists, tables

  /// `##Đề mục` and `-một` with their space, and hyphens for dashes that were meant as such.
  private func withMarks(_ prose: Prose) -> [UInt8] {
    var output: [UInt8] = []
    var copied = 0
    for line in meantLines(in: prose) {
      switch (line.kind, line.mark.kind) {
      case (.heading, _), (.noSpace, _):
        output += prose.text[copied..<line.mark.range.upperBound]
        copied = line.mark.range.upperBound
        output.append(UInt8(ascii: " "))
      case (.wrongMark, .dash):
        output += prose.text[copied..<line.mark.range.lowerBound] + "- ".utf8
        copied = line.mark.words
      default: continue
      }
    }
    return output + prose.text[copied...]
  }

  private func withTableRows(_ prose: Prose) -> [UInt8] {
    var output: [UInt8] = []
    var copied = 0
    for table in meantTables(in: prose) {
      guard let (offset, line) = prose.missingRow(of: table) else { continue }
      output += prose.text[copied..<offset] + line
      output.append(UInt8(ascii: "\n"))
      copied = offset
    }
    return output + prose.text[copied...]
  }

  // MARK: - What was meant

  /// Values of which YAML would take a part for a comment.
  private func quotedValues(of text: [UInt8]) -> [Edit] {
    var yaml = 0..<text.count
    if kind == .markdown {
      guard let parts = text.withUnsafeBufferPointer({ try? FrontMatter.split($0).get() }) else { return [] }
      yaml = parts.yaml
    }
    return YAMLReader(text).cutValues(of: yaml).compactMap { value in
      value.quoted(in: text).map { (value.whole, $0) }
    }
  }

  private func withEdits(_ edits: [Edit], in text: [UInt8]) -> [UInt8] {
    guard !edits.isEmpty else { return text }
    var output: [UInt8] = []
    output.reserveCapacity(text.count + edits.count)
    var copied = 0
    // One within another waits for the next round.
    for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
    where edit.range.lowerBound >= copied {
      output += text[copied..<edit.range.lowerBound]
      output += edit.text
      copied = edit.range.upperBound
    }
    return output + text[copied...]
  }

  // MARK: - Tones

  private func withTraditionalTones(_ prose: Prose) -> [UInt8] {
    let places = tellingSyllables(in: prose).reformed
    guard !places.isEmpty else { return prose.text }
    var output: [UInt8] = []
    output.reserveCapacity(prose.text.count)
    var copied = 0
    for place in places {
      output += prose.text[copied..<place.lowerBound]
      output += TonePlacement.normalized(prose.string(place), to: .traditional).utf8
      copied = place.upperBound
    }
    return output + prose.text[copied...]
  }
}
