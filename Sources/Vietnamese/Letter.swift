/// A tone of Vietnamese; the raw value is its place in dictionary order.
enum Tone: Int, CaseIterable, Sendable {
  case ngang
  case huyền
  case hỏi
  case ngã
  case sắc
  case nặng

  /// The tone that a combining mark (U+0300 …) writes, if it writes one.
  init?(mark scalar: UInt32) {
    switch scalar {
    case 0x300: self = .huyền
    case 0x309: self = .hỏi
    case 0x303: self = .ngã
    case 0x301: self = .sắc
    case 0x323: self = .nặng
    default: return nil
    }
  }
}

/// A letter as Vietnamese counts letters: which of the alphabet's, under which tone, and its case.
struct Letter: Equatable, Sendable {
  /// Its place in the alphabet a ă â b c d đ e ê f g h i j k l m n o ô ơ p q r s t u ư v w x y z, from 0.
  let index: Int
  let tone: Tone
  let isUpper: Bool

  init(index: Int, tone: Tone, isUpper: Bool) {
    self.index = index
    self.tone = tone
    self.isUpper = isUpper
  }

  /// The letter that a composed scalar is; nil for anything outside the 33 letters and their tones.
  init?(_ scalar: UInt32) {
    let packed = Letter.packed(scalar)
    guard packed != 0 else { return nil }
    self.init(packed: packed)
  }

  /// Takes a value that `packed(_:)` gave, not 0.
  init(packed: UInt16) {
    index = Int(packed & 63) - 1
    tone = Tone(rawValue: Int(packed >> 6 & 7))!
    isUpper = packed & Letter.upperBit != 0
  }

  /// The letter in sixteen bits: place + 1, tone × 64, upper case 512; 0 when the scalar is no such letter.
  static func packed(_ scalar: UInt32) -> UInt16 { withTable { $0.packed(scalar) } }

  /// The table of packed letters, for a loop that asks it of every character.
  struct Table {
    fileprivate let values: UnsafeBufferPointer<UInt16>

    @inline(__always)
    func packed(_ scalar: UInt32) -> UInt16 {
      if scalar < 0x1C0 { return values[Int(scalar)] }
      if scalar >= 0x1EA0, scalar < 0x1F00 { return values[Int(scalar) - 0x1EA0 + 0x1C0] }
      return 0
    }
  }

  @inline(__always)
  static func withTable<Result>(_ body: (Table) -> Result) -> Result {
    table.withUnsafeBufferPointer { body(Table(values: $0)) }
  }

  static let upperBit: UInt16 = 512

  /// The composed scalar that writes this letter.
  var scalar: Unicode.Scalar {
    let row = isUpper ? Letter.upperRows[index] : Letter.lowerRows[index]
    return row[row.count == 1 ? 0 : tone.rawValue]
  }

  func with(tone: Tone) -> Letter { Letter(index: index, tone: tone, isUpper: isUpper) }

  /// Up to four letters written without tones as one number, eight bits (place + 1) a letter.
  static func key(_ letters: String) -> UInt32 {
    letters.unicodeScalars.reduce(0) { $0 << 8 | UInt32(packed($1.value) & 63) }
  }

  // MARK: - The table

  /// Each letter's forms by tone, in the order of the alphabet.
  private static let lowerRows: [[Unicode.Scalar]] = rows(
    """
    aàảãáạ ăằẳẵắặ âầẩẫấậ b c d đ eèẻẽéẹ êềểễếệ f g h iìỉĩíị j k l m n oòỏõóọ ôồổỗốộ ơờởỡớợ p q r s t \
    uùủũúụ ưừửữứự v w x yỳỷỹýỵ z
    """)

  private static let upperRows: [[Unicode.Scalar]] = rows(
    """
    AÀẢÃÁẠ ĂẰẲẴẮẶ ÂẦẨẪẤẬ B C D Đ EÈẺẼÉẸ ÊỀỂỄẾỆ F G H IÌỈĨÍỊ J K L M N OÒỎÕÓỌ ÔỒỔỖỐỘ ƠỜỞỠỚỢ P Q R S T \
    UÙỦŨÚỤ ƯỪỬỮỨỰ V W X YỲỶỸÝỴ Z
    """)

  private static func rows(_ text: String) -> [[Unicode.Scalar]] {
    text.unicodeScalars.split(separator: " ").map { Array($0) }
  }

  private static let table: [UInt16] = {
    var table = [UInt16](repeating: 0, count: 0x1C0 + 0x60)
    for (rows, upper) in [(lowerRows, UInt16(0)), (upperRows, upperBit)] {
      for (index, row) in rows.enumerated() {
        for (tone, scalar) in row.enumerated() {
          let place = scalar.value < 0x1C0 ? Int(scalar.value) : Int(scalar.value) - 0x1EA0 + 0x1C0
          table[place] = UInt16(index + 1) | UInt16(tone) << 6 | upper
        }
      }
    }
    return table
  }()
}
