import Foundation

/// Text as people type it in a hurry: lower case, without tones and other marks, đ as d.
///
/// Folded text is for comparing, never for showing. It is the same for composed and decomposed input.
public enum Folding {
  /// Takes any string and returns it folded: `Đường Phố` gives `duong pho`, `Æsir` gives `aesir`. Letters of
  /// other scripts lose their diacritics (U+0300 …) and case too; digits, spaces and punctuation stay.
  public static func fold(_ text: String) -> String {
    var text = text
    var folded: [UInt8] = []
    text.withUTF8 { appendFolded($0, to: &folded) }
    return String(decoding: folded, as: UTF8.self)
  }

  /// Takes valid UTF-8 and appends it folded. Broken sequences are no danger, but what becomes of them is not
  /// said.
  public static func appendFolded(_ utf8: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    // Folding never lengthens what the fast path takes, so a stack buffer of one chunk takes a chunk.
    let chunk = 2048
    FoldTable.entries.withUnsafeBufferPointer { table in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: min(chunk, utf8.count) + 4) { buffer in
        var index = 0
        while index < utf8.count {
          let count = foldRun(utf8, from: &index, upTo: min(index + chunk, utf8.count), table, into: buffer)
          output.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[..<count]))
          if index < utf8.count, let end = unlistedRunEnd(utf8, from: index) {
            appendSlowly(UnsafeBufferPointer(rebasing: utf8[index..<end]), to: &output)
            index = end
          }
        }
      }
    }
  }

  /// Folds from `index` until a character starts at or after `limit`, or needs the slow path; moves `index`
  /// there and returns how many bytes it wrote.
  private static func foldRun(
    _ utf8: UnsafeBufferPointer<UInt8>, from index: inout Int, upTo limit: Int,
    _ table: UnsafeBufferPointer<UInt16>, into buffer: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    var count = 0
    while index < limit {
      let lead = utf8[index]
      if lead < 0x80 {
        buffer[count] = lead &- UInt8(ascii: "A") < 26 ? lead | 0x20 : lead
        count += 1
        index += 1
        continue
      }
      let length = UTF8Sequence.length(lead: lead)
      guard length > 1, index + length <= utf8.count else {  // a broken sequence
        buffer[count] = lead
        count += 1
        index += 1
        continue
      }
      let entry: UInt16
      if length == 2, lead < 0xC9 || (lead == 0xC9 && utf8[index + 1] < 0x90) {
        entry = table[Int(lead & 0x1F) << 6 + Int(utf8[index + 1] & 0x3F) - 0x80]
      } else if lead == 0xE1, utf8[index + 1] >= 0xB8, utf8[index + 1] <= 0xBB {
        entry = table[0x1D0 + Int(utf8[index + 1] & 3) << 6 + Int(utf8[index + 2] & 0x3F)]
      } else if UTF8Sequence.isDiacritic(lead, utf8[index + 1]) {
        index += length
        continue
      } else if isInert(lead, utf8[index + 1]) {
        entry = FoldTable.unchanged
      } else {
        return count
      }
      switch entry {
      case FoldTable.unchanged:
        for offset in 0..<length { buffer[count + offset] = utf8[index + offset] }
        count += length
      case FoldTable.unlisted:
        return count
      default:
        buffer[count] = UInt8(truncatingIfNeeded: entry)
        count += 1
        if entry > 0xFF {
          buffer[count] = UInt8(truncatingIfNeeded: entry >> 8)
          count += 1
        }
      }
      index += length
    }
    return count
  }

  /// Characters with neither case nor decomposition, told by two bytes: phonetic letters, general
  /// punctuation, dingbats, CJK, emoji and their selectors.
  private static func isInert(_ lead: UInt8, _ second: UInt8) -> Bool {
    switch lead {
    case 0xC9: second >= 0x90
    case 0xCA, 0xCB: true
    case 0xE2: (second >= 0x80 && second <= 0x82) || (second >= 0x98 && second <= 0x9E)
    case 0xE4...0xE9: true
    case 0xEF: second == 0xB8 || second == 0xBB
    case 0xF0: second == 0x9F
    default: false
    }
  }

  // MARK: - Other scripts

  /// The end of the run at `start` that the tables do not hold, with the marks inside it; nil when there is
  /// none.
  private static func unlistedRunEnd(_ utf8: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var end = start
    while end < utf8.count {
      let lead = utf8[end]
      let length = UTF8Sequence.length(lead: lead)
      guard length > 1, end + length <= utf8.count else { break }
      let second = utf8[end + 1]
      if isInert(lead, second) { break }
      if lead < 0xC9 || (lead == 0xC9 && second < 0x90) || (lead == 0xE1 && second >= 0xB8 && second <= 0xBB)
      {
        let scalar = UTF8Sequence.scalar(utf8, at: end, length: length)
        if FoldTable.entries[FoldTable.index(of: scalar)] != FoldTable.unlisted { break }
      }
      end += length
    }
    return end > start ? end : nil
  }

  private static func appendSlowly(_ run: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    var kept = String.UnicodeScalarView()
    for scalar in String(decoding: run, as: UTF8.self).decomposedStringWithCanonicalMapping.unicodeScalars {
      if isMark(scalar.value) { continue }
      kept.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
    }
    // Lower-casing can bring a mark of its own, and some scripts must be composed again.
    for scalar in String(kept).precomposedStringWithCanonicalMapping.unicodeScalars
    where !isMark(scalar.value) {
      if let ligature = ligatures[scalar] {
        output.append(contentsOf: ligature.utf8)
      } else {
        output.append(contentsOf: UTF8.encode(scalar)!)
      }
    }
  }

  private static func isMark(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x300...0x36F, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE20...0xFE2F: true
    default: false
    }
  }

  /// What PDF files are pasted with.
  private static let ligatures: [Unicode.Scalar: String] = [
    "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st",
  ]
}
