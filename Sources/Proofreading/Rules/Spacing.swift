import Diagnostics
import Fields
import Files

/// More white space than one space between words, and more than two at the end of a line.
func blankRuns(in prose: Prose, at path: String) -> [Diagnostic] {
  let bytes = prose.bytes
  var findings = Findings<BlankRun>()
  for line in prose.lines where line.holdsProse {
    let end = line.range.upperBound
    var index = line.text.lowerBound
    while index < end {
      guard bytes[index].isBlank else {
        index += 1
        continue
      }
      let run = index..<bytes.endOfBlanks(from: index, limit: end)
      index = run.upperBound
      if run.upperBound == end {
        if run.count > 2, line.kind == .paragraph { findings.add(.lineEnd, at: run) }
        continue
      }
      if run.count == 1, bytes[run.lowerBound] == UInt8(ascii: " ") { continue }
      // A table's cells are padded, and a comment of YAML stands apart.
      if bytes[run.lowerBound - 1] == UInt8(ascii: "|") || bytes[run.upperBound] == UInt8(ascii: "|")
        || line.kind == .yaml && bytes[run.upperBound] == UInt8(ascii: "#")
      {
        continue
      }
      findings.add(bytes[run].contains(UInt8(ascii: "\t")) ? .tab : .spaces, at: run)
    }
  }
  return findings.diagnostics(in: path) { run, _, more in .blanks(run, more: more) }
}

/// Punctuation with a space before it, or none after it.
func punctuationSlips(in prose: Prose, at path: String) -> [Diagnostic] {
  let bytes = prose.bytes
  var findings = Findings<PunctuationSlip>()
  for line in prose.lines where line.holdsProse {
    for index in line.text {
      switch bytes[index] {
      case UInt8(ascii: ","), UInt8(ascii: "."):
        if prose.lacksSpace(after: index) {
          findings.add(.noSpaceAfter, at: index..<index + 1)
          continue
        }
      case UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"), UInt8(ascii: "?"): break
      default: continue
      }
      if index > line.start, bytes[index - 1].isBlank, prose.isSpaced(index) {
        findings.add(.spaceBefore, at: index - 1..<index + 1)
      }
    }
  }
  return findings.diagnostics(in: path) { slip, first, more in
    .punctuation(slip, sample: prose.sample(around: first), more: more)
  }
}

extension Prose {
  /// Whether a mark after a space belongs to the word before that space. No ending of a file's name (“tệp .docx”), no
  /// smiley (“:)”), no ellipsis or row of signs.
  fileprivate func isSpaced(_ index: Int) -> Bool {
    var blank = index - 1
    while blank > 0, bytes[blank - 1].isBlank { blank -= 1 }
    guard let before = character(before: blank),
      before.isLetter || before.isDigit || [")", "”", "\"", "*", "]"].contains(before)
    else { return false }
    let after = character(at: index + 1) ?? "\n"
    if bytes[index] == UInt8(ascii: ",") { return after.isBlank || after.isLetter }
    guard after.isBlank || after == "*" || after == "”" else { return false }
    let next = character(at: bytes.endOfBlanks(from: index + 1, limit: bytes.count)) ?? "\n"
    switch bytes[index] {
    case UInt8(ascii: ":"): return !(before.isDigit && next.isDigit)
    case UInt8(ascii: "."): return next != "."
    default: return true
    }
  }

  /// Whether words stand on both sides of a comma or a full stop. Not in numbers, hosts, names of files or abbreviations
  /// (“TP.HCM”, “U.S.”), nor in a list of single letters (“A,B,C”).
  fileprivate func lacksSpace(after index: Int) -> Bool {
    guard index > 0, index + 1 < bytes.count, bytes[index + 1] >= 0x41, bytes[index - 1] >= 0x41,
      let after = character(at: index + 1), after.isLetter,
      let before = character(before: index), before.isLetter
    else { return false }
    let left = string(word(before: index))
    let right = string(word(at: index + 1))
    if bytes[index] == UInt8(ascii: ",") { return left.count > 1 || right.count > 1 }
    guard left.count > 1, right.count > 1, before.properties.isLowercase else { return false }
    let second = right.unicodeScalars.dropFirst().first
    if after.properties.isUppercase {
      return second?.properties.isLowercase == true && holdsVowel(left) && !isDomain(right)
    }
    return !isASCII(left) && !isASCII(right)
  }

  /// “Tp.”, “Ths.” and “Mr.” have none, and stand before a name.
  private func holdsVowel(_ word: String) -> Bool {
    word.unicodeScalars.contains { $0.value >= 0x80 || "aeiouyAEIOUY".unicodeScalars.contains($0) }
  }

  private func isASCII(_ word: String) -> Bool { word.utf8.allSatisfy { $0 < 0x80 } }

  /// “Facebook.Com”
  private func isDomain(_ word: String) -> Bool {
    ["Com", "Vn", "Net", "Org", "Gov", "Edu", "Info"].contains(word)
  }

  /// The words on both sides of a place.
  fileprivate func sample(around range: Range<Int>) -> String {
    var start = range.lowerBound
    while start > 0, bytes[start - 1].isBlank { start -= 1 }
    return string(word(before: start).lowerBound..<word(at: range.upperBound).upperBound)
  }
}
