import Foundation

/// Unicode Normalization Form C (UAX #15): the one form that ids, file names, queries and page bytes are kept
/// in.
///
/// Vietnamese typed on Windows arrives composed, from macOS file names and some phones decomposed; both look
/// the same and differ in bytes.
public enum NFC {
  /// Takes valid UTF-8 and tells whether it is in NFC. Bytes alone decide for Vietnamese, Latin, Cyrillic,
  /// CJK, emoji and usual punctuation; only text with a character that could be out of form is decoded and
  /// compared. False when such text is not valid UTF-8.
  public static func isNormalized(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    isQuicklyNormalized(utf8) || isExactlyNormalized(utf8)
  }

  /// Takes a string and tells whether it is in NFC.
  public static func isNormalized(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { isNormalized($0) }
  }

  /// Takes a string and returns it in NFC: itself when it is so already.
  public static func normalize(_ text: String) -> String {
    var copy = text
    if copy.withUTF8({ isQuicklyNormalized($0) }) { return text }
    return composed(text)
  }

  /// Takes valid UTF-8 and returns it in NFC: itself when it is so already. Broken sequences become U+FFFD
  /// when the text has to be decoded, so check validity first.
  public static func normalize(_ utf8: [UInt8]) -> [UInt8] {
    if utf8.withUnsafeBufferPointer({ isQuicklyNormalized($0) }) { return utf8 }
    return Array(composed(String(decoding: utf8, as: UTF8.self)).utf8)
  }

  private static func isExactlyNormalized(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    composed(String(decoding: utf8, as: UTF8.self)).utf8.elementsEqual(utf8)
  }

  // MARK: - Runs of marks

  /// No script puts as many marks on a letter.
  public static let mostMarks = 64

  /// The first run of marks on one letter that is longer than any script has, in valid UTF-8.
  ///
  /// - Parameter references: whether `&#769;` is a mark too, as in Markdown.
  public static func tooLongRun(_ utf8: [UInt8], readingReferences references: Bool = false) -> Range<Int>? {
    utf8.withUnsafeBufferPointer { utf8 in
      guard references || !isQuicklyNormalized(utf8) else { return nil }
      var (index, start, marks) = (0, 0, 0)
      while index < utf8.count {
        var (scalar, length) = UTF8Sequence.decode(utf8, at: index)
        if references, scalar == 0x26, let reference = reference(in: utf8[index...]) {
          (scalar, length) = reference
        }
        if Unicode.Scalar(scalar)?.isMark == true { marks += 1 } else { (start, marks) = (index, 0) }
        index += length
        if marks > mostMarks { return start..<index }
      }
      return nil
    }
  }

  /// The character of `&#769;` or `&#x301;` at the beginning, and the length of that.
  private static func reference(in rest: Slice<UnsafeBufferPointer<UInt8>>) -> (scalar: UInt32, length: Int)?
  {
    guard rest.starts(with: "&#".utf8), let end = rest.prefix(12).firstIndex(of: UInt8(ascii: ";")) else {
      return nil
    }
    let digits = String(decoding: rest[(rest.startIndex + 2)..<end], as: UTF8.self).lowercased()
    let scalar = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return scalar.map { ($0, end + 1 - rest.startIndex) }
  }

  /// Foundation takes quadratic time to order the marks on a letter, so a run that no script has is ordered piece by
  /// piece.
  private static func composed(_ text: String) -> String {
    var pieces: [Substring.UnicodeScalarView] = []
    let scalars = text.unicodeScalars
    var start = scalars.startIndex
    var marks = 0
    for index in scalars.indices {
      marks = scalars[index].isMark ? marks + 1 : 0
      if marks > mostMarks {
        pieces.append(scalars[start..<index])
        (start, marks) = (index, 1)
      }
    }
    if pieces.isEmpty { return text.precomposedStringWithCanonicalMapping }
    return (pieces + [scalars[start...]]).map { String($0).precomposedStringWithCanonicalMapping }.joined()
  }

  // MARK: - The quick check

  /// True when every character is in NFC whatever stands beside it; false means “perhaps not”.
  static func isQuicklyNormalized(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = UnsafeRawPointer(utf8.baseAddress) else { return true }
    let end = utf8.count
    var index = 0
    while index < end {
      // Eight bytes at a time, and the same eight one further on, to see each lead byte with its second byte.
      // Leads below 0xCC (U+0000–U+02FF) and E1 B8–BB (U+1E00–U+1EFF) are Vietnamese, and need no closer
      // look.
      while index + 9 <= end {
        let word = start.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        let next = start.loadUnaligned(fromByteOffset: index + 1, as: UInt64.self)
        if wordNeedsLook(word, next) { break }
        index += 8
      }
      // The word that stopped, or the last bytes: one sequence at a time, to the word's end at least.
      let stop = min(index + 8, end)
      while index < stop {
        let lead = utf8[index]
        if lead < 0xCC {
          index += 1
          continue
        }
        guard let length = inertLength(utf8, at: index) else { return false }
        index += length
      }
    }
    return true
  }

  @inline(__always)
  private static func wordNeedsLook(_ word: UInt64, _ next: UInt64) -> Bool {
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    let high: UInt64 = 0x8080_8080_8080_8080
    let from0xCC = ((word & low) &+ 0x3434_3434_3434_3434) & word & high
    if from0xCC == 0 { return false }
    let leadMiss = word ^ 0xE1E1_E1E1_E1E1_E1E1
    let secondMiss = (next & 0xFCFC_FCFC_FCFC_FCFC) ^ 0xB8B8_B8B8_B8B8_B8B8
    let miss = leadMiss | secondMiss
    let isExtendedAdditional = ~(((miss & low) &+ low) | miss) & high
    return from0xCC & ~isExtendedAdditional != 0
  }

  /// The length of the sequence that begins at `index` with a byte from 0xCC on, if its character is inert:
  /// it has NFC_Quick_Check=Yes and combining class 0, and joins no neighbour. Nil when it is not, or not
  /// known to be. Which ranges are inert is from DerivedNormalizationProps.txt; a test walks all of Unicode
  /// against Foundation.
  static func inertLength(_ utf8: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
    guard index + 1 < utf8.count else { return nil }
    let lead = utf8[index]
    let second = utf8[index + 1]
    switch lead {
    case 0xCF, 0xD0, 0xD1, 0xD3:  // Greek U+03C0–03FF, Cyrillic but for U+0480–04BF with its marks
      return 2
    case 0xCE:
      return second == 0x87 ? nil : 2  // all but U+0387
    case 0xE1:
      return second >= 0xB8 && second <= 0xBB ? 3 : nil
    case 0xE2:
      switch second {
      case 0x80: return index + 2 < utf8.count && utf8[index + 2] >= 0x82 ? 3 : nil  // but for two old spaces
      case 0x83, 0x84, 0x8C, 0xAB, 0xB3, 0xB5, 0xB7: return nil  // blocks with marks or singletons
      default: return 3
      }
    case 0xE3:
      return second == 0x80 || second == 0x82 ? nil : 3  // tone marks U+302A–, voicing marks U+3099–
    case 0xE4...0xE9, 0xEB, 0xEC, 0xEE:  // CJK, Hangul syllables, private use
      return 3
    case 0xEF:  // U+FE00–FE0F emoji selectors, U+FEFF, U+FF00–FFFF
      guard index + 2 < utf8.count else { return nil }
      if second == 0xB8 { return utf8[index + 2] < 0x90 ? 3 : nil }
      return second >= 0xBB ? 3 : nil
    case 0xF0:
      return second == 0x9F ? 4 : nil  // U+1F000–1FFFF: emoji
    default:
      return nil
    }
  }
}

extension Unicode.Scalar {
  /// Whether it is ordered among the marks on a letter.
  fileprivate var isMark: Bool { value >= 0x300 && properties.canonicalCombiningClass != .notReordered }
}
