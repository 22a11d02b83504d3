/// The tables of the three encodings that used Vietnamese fonts, over the bytes of Windows-1252.
enum LegacyEncoding {
  /// Takes one word's bytes and returns its letters; nil when a byte has no letter in that encoding.
  static func letters(_ bytes: [UInt8], _ kind: LegacyText.Kind) -> [Letter]? {
    var letters: [Letter] = []
    for unit in units(bytes, kind) {
      guard case .letter(let letter) = unit else { return nil }
      letters.append(letter)
    }
    return letters
  }

  /// Takes bytes and returns what they write; a byte without a letter there stays what it is in Windows-1252.
  static func scalars(_ bytes: [UInt8], _ kind: LegacyText.Kind) -> [Unicode.Scalar] {
    units(bytes, kind).map {
      switch $0 {
      case .letter(let letter): letter.scalar
      case .other(let byte): Windows1252.scalar(of: byte)
      }
    }
  }

  private enum Unit {
    case letter(Letter)
    case other(UInt8)
  }

  private static func units(_ bytes: [UInt8], _ kind: LegacyText.Kind) -> [Unit] {
    if kind == .vni { return vniUnits(bytes) }
    return bytes.map { byte in
      let letter =
        switch kind {
        case _ where byte < 0x80: Letter(UInt32(byte))
        case .tcvn3 where byte >= 0xA1: tcvn3[Int(byte) - 0xA1]
        case .viscii: viscii[Int(byte) - 0x80]
        default: nil as Letter?
        }
      return letter.map(Unit.letter) ?? .other(byte)
    }
  }

  // MARK: - TCVN3 and VISCII

  /// TCVN 5712:1993, VN3, from 0xA1; a full stop where the “.Vn” fonts have no letter. Capitals with tones
  /// are the small letters' bytes in a font of capitals.
  private static let tcvn3 = table(
    """
    ĂÂÊÔƠƯĐăâêôơưđ......àảãáạ.ằẳẵắ.......ặầẩẫấậè.ẻẽéẹềểễếệìỉ...ĩíịò.ỏõóọồổỗốộờởỡớợù.ủũúụừửữứựỳỷỹýỵ.
    """)

  /// RFC 1456 from 0x80. Its six letters below 0x20 (Ẳ Ẵ Ẫ Ỷ Ỹ Ỵ) are control characters that no paste keeps.
  private static let viscii = table(
    """
    ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ\
    ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ
    """)

  private static func table(_ letters: String) -> [Letter?] {
    letters.unicodeScalars.map { Letter($0.value) }
  }

  // MARK: - VNI

  /// A base letter and the byte after it that marks it, and what they write; bases and marks in lower case.
  private static let vniPairs: [UInt16: Letter] = {
    var pairs: [UInt16: Letter] = [:]
    func add(_ base: Unicode.Scalar, _ marks: String, _ result: Unicode.Scalar, _ tones: [Tone]) {
      for (mark, tone) in zip(marks.unicodeScalars, tones) {
        pairs[UInt16(base.value) << 8 | UInt16(mark.value)] = Letter(result.value)!.with(tone: tone)
      }
    }
    let toned: [Tone] = [.sắc, .huyền, .hỏi, .ngã, .nặng]
    for (base, result) in zip("aeouyôö".unicodeScalars, "aeouyơư".unicodeScalars) {
      add(base, "ùøûõï", result, toned)
    }
    for (base, result) in zip("aeo".unicodeScalars, "âêô".unicodeScalars) {
      add(base, "âáàåãä", result, [.ngang] + toned)
    }
    add("a", "êéèúüë", "ă", [.ngang] + toned)
    return pairs
  }()

  /// The bytes that are letters by themselves.
  private static let vniSingles: [UInt8: Letter] = Dictionary(
    uniqueKeysWithValues: zip("ñôöíìæóòî".unicodeScalars, "đơưíìỉĩịỵ".unicodeScalars).map {
      (UInt8($0.value), Letter($1.value)!)
    })

  private static func vniUnits(_ bytes: [UInt8]) -> [Unit] {
    var result: [Unit] = []
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let small = byte &- 0x41 < 26 || (byte >= 0xC0 && byte < 0xDF) ? byte | 0x20 : byte
      index += 1
      var letter = small < 0x80 ? Letter(UInt32(small)) : vniSingles[small]
      if index < bytes.count, bytes[index] >= 0xC0,
        let marked = vniPairs[UInt16(small) << 8 | UInt16(bytes[index] | 0x20)]
      {
        letter = marked
        index += 1
      }
      guard let letter else {
        result.append(.other(byte))
        continue
      }
      result.append(.letter(Letter(index: letter.index, tone: letter.tone, isUpper: small != byte)))
    }
    return result
  }
}
