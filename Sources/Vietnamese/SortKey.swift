/// A text's place in dictionary order: make one a text, then compare keys.
///
/// Vietnamese dictionaries order syllable by syllable: the letters of the first syllable (a ă â b c d đ e ê g
/// h i k l m n o ô ơ p q r s t u ư v x y, with f j w z where English has them), then its tone (ngang huyền
/// hỏi ngã sắc nặng), then the second syllable. So *tuân thủ* stands before *tuần chay*. Then:
/// - Digits come before letters, and a run of digits counts as its number: *Chương 2*, *Chương 10*.
/// - Anything that is no letter and no digit only separates: *“An toàn”* stands beside *An toàn*.
/// - Foreign Latin letters stand at their base letter, after its tones (ç at c); other scripts after z.
/// - Where all that is equal, lower case comes before upper case, then the bytes of the text in NFC decide;
///   so two keys are equal exactly when the texts are canonically equal, and an order never depends on the
///   input's.
///
/// CLDR `vi` has the same letters, tones and case, but weighs tones only after the letters of the whole text,
/// weighs spaces and punctuation, and compares digits one by one unless asked otherwise.
public struct SortKey: Comparable, Hashable, Sendable {
  private let bytes: [UInt8]

  /// Takes any text, composed or not.
  public init(_ text: String) {
    var text = NFC.normalize(text)
    bytes = text.withUTF8 { utf8 in
      var writer = SortKeyWriter(capacity: utf8.count * 3 + 16)
      writer.write(utf8)
      return writer.finish(original: utf8)
    }
  }

  public static func < (left: SortKey, right: SortKey) -> Bool {
    left.bytes.withUnsafeBytes { left in
      right.bytes.withUnsafeBytes { right in
        let shared = min(left.count, right.count)
        var index = 0
        while index + 8 <= shared {
          let one = left.loadUnaligned(fromByteOffset: index, as: UInt64.self)
          let two = right.loadUnaligned(fromByteOffset: index, as: UInt64.self)
          if one != two { return one.bigEndian < two.bigEndian }
          index += 8
        }
        while index < shared {
          if left[index] != right[index] { return left[index] < right[index] }
          index += 1
        }
        return left.count < right.count
      }
    }
  }
}

/// Writes the bytes of a key, which compare as unsigned bytes:
///
///     key    = part (01 part)* 00 case* 00 original
///     part   = letter+ 02 tone*  |  03 digits-count digit*
///     letter = 10…50  |  FE UTF-8
///
/// 00 and 01 are below all tones, 02 is below all letters, so a shorter text comes first on every level.
private struct SortKeyWriter {
  private enum Part { case none, word, number }

  private static let foreignMark: UInt8 = 9
  private static let lower: UInt8 = 1
  private static let upper: UInt8 = 2

  private var key: [UInt8] = []
  private var tones: [UInt8] = []
  private var cases: [UInt8] = []
  private var digits: [UInt8] = []
  private var part = Part.none

  init(capacity: Int) { key.reserveCapacity(capacity) }

  mutating func write(_ utf8: UnsafeBufferPointer<UInt8>) {
    Letter.withTable { table in write(utf8, table) }
    end()
  }

  private mutating func write(_ utf8: UnsafeBufferPointer<UInt8>, _ table: Letter.Table) {
    var index = 0
    while index < utf8.count {
      let (scalar, length) = UTF8Sequence.decode(utf8, at: index)
      index += length
      let packed = table.packed(scalar)
      if packed != 0 {
        write(Letter(packed: packed))
      } else if scalar >= 0x30, scalar <= 0x39 {
        begin(.number)
        if scalar > 0x30 || !digits.isEmpty { digits.append(UInt8(scalar)) }
      } else if scalar < 0x80 {
        end()
      } else {
        write(foreign: scalar)
      }
    }
  }

  mutating func finish(original: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    key.append(0)
    while cases.last == SortKeyWriter.lower { cases.removeLast() }
    key.append(contentsOf: cases)
    key.append(0)
    key.append(contentsOf: original)
    return key
  }

  private mutating func write(_ letter: Letter) {
    begin(.word)
    key.append(UInt8(0x10 + 2 * letter.index))
    if letter.tone != .ngang { tones.append(SortKeyWriter.weight(letter.tone)) }
    cases.append(letter.isUpper ? SortKeyWriter.upper : SortKeyWriter.lower)
  }

  private mutating func write(foreign scalar: UInt32) {
    if scalar >= 0x300, scalar < 0x370 {  // a mark that did not compose
      if part == .word {
        tones.append(Tone(mark: scalar).map(SortKeyWriter.weight) ?? SortKeyWriter.foreignMark)
      }
      return
    }
    if Slug.joins(scalar), scalar != 0x2018, scalar != 0x2019 { return }  // invisible
    guard let value = Unicode.Scalar(scalar), value.properties.isAlphabetic else { return end() }
    begin(.word)
    cases.append(value.properties.isUppercase ? SortKeyWriter.upper : SortKeyWriter.lower)
    let entry =
      FoldTable.contains(scalar) ? FoldTable.entries[FoldTable.index(of: scalar)] : FoldTable.unlisted
    if entry != FoldTable.unlisted, entry != FoldTable.unchanged {
      for base in [entry & 0xFF, entry >> 8] where base != 0 {
        key.append(UInt8(0x10 + 2 * Letter(UInt32(base))!.index))
      }
      tones.append(SortKeyWriter.foreignMark)
    } else {
      key.append(0xFE)
      key.append(contentsOf: value.properties.lowercaseMapping.utf8)
    }
  }

  private static func weight(_ tone: Tone) -> UInt8 { UInt8(3 + tone.rawValue) }

  private mutating func begin(_ next: Part) {
    guard part != next else { return }
    end()
    if !key.isEmpty { key.append(1) }
    part = next
  }

  private mutating func end() {
    switch part {
    case .none: break
    case .word:
      key.append(2)
      key.append(contentsOf: tones)
      tones.removeAll(keepingCapacity: true)
    case .number:
      key.append(3)
      key.append(UInt8(min(digits.count, 255)))
      key.append(contentsOf: digits)
      digits.removeAll(keepingCapacity: true)
    }
    part = .none
  }
}
