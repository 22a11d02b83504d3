/// A word of text that may be legacy text: its characters as the Windows-1252 bytes they show.
struct LegacyWord {
  /// The encodings that a word is tried in.
  static let kinds: [LegacyText.Kind] = [.tcvn3, .vni, .viscii]

  private var start: Int
  private var bytes: [UInt8] = []
  /// How long each byte's character is in the text.
  private var lengths: [Int] = []
  /// Whether it has a letter that only Unicode text has: ă, ư, ễ.
  private(set) var isUnicodeVietnamese = false
  /// Whether it has a character that no legacy word has.
  private var isForeign = false

  init(start: Int) { self.start = start }

  var range: Range<Int> { start..<start + lengths.reduce(0, +) }

  /// Takes the next character; false when it ends the word instead of belonging to it.
  mutating func take(_ scalar: UInt32, length: Int) -> Bool {
    if scalar < 0x80 {
      let isLetter = (scalar | 0x20) >= 0x61 && (scalar | 0x20) <= 0x7A
      let isDigit = scalar >= 0x30 && scalar <= 0x39
      guard isLetter || isDigit else { return false }
      if isDigit { isForeign = true }  // 5µm, x², 2×3
    } else if scalar == 0xA0 {
      return false
    } else if Windows1252.byte(of: scalar) == nil {
      guard Letter.packed(scalar) != 0 else { return false }
      isUnicodeVietnamese = true
      isForeign = true
    }
    bytes.append(Windows1252.byte(of: scalar) ?? 0)
    lengths.append(length)
    return true
  }

  /// The word without quotation marks, dashes and inverted marks around it; nil when nothing else is left.
  var trimmed: LegacyWord? {
    var word = self
    while let first = word.bytes.first, LegacyWord.opens(first) {
      word.start += word.lengths.removeFirst()
      word.bytes.removeFirst()
    }
    while let last = word.bytes.last, LegacyWord.closes(last) {
      word.bytes.removeLast()
      word.lengths.removeLast()
    }
    return word.bytes.isEmpty ? nil : word
  }

  private static func opens(_ byte: UInt8) -> Bool {
    isPunctuation(byte) || byte == 0xAB || byte == 0xA1 || byte == 0xBF || byte == 0xB7
  }

  private static func closes(_ byte: UInt8) -> Bool { isPunctuation(byte) || byte == 0xBB || byte == 0xB7 }

  /// Quotation marks, dashes, the ellipsis and the bullet.
  private static func isPunctuation(_ byte: UInt8) -> Bool {
    (byte >= 0x91 && byte <= 0x97) || [0x82, 0x84, 0x85, 0x8B, 0x9B].contains(byte)
  }

  // MARK: - Evidence

  /// The right reading if the word is wrong as it stands and right in that encoding, and how much that says:
  /// 3 is enough by itself, 2 needs another word, 1 could be a foreign word.
  func evidence(of kind: LegacyText.Kind) -> (score: Int, reading: String)? {
    guard !isForeign, bytes.contains(where: { $0 >= 0x80 }), !isRightAsItStands else { return nil }
    guard let letters = LegacyEncoding.letters(bytes, kind), Syllable.isWellFormed(letters),
      let reading = reading(letters, kind)
    else { return nil }
    let plain = bytes.count { $0 < 0x80 }
    return plain == 0 ? nil : (score(kind, plain: plain), reading)
  }

  private var isRightAsItStands: Bool {
    var letters: [Letter] = []
    for byte in bytes {
      guard let letter = Letter(Windows1252.scalar(of: byte).value) else { return false }
      letters.append(letter)
    }
    return Syllable.isWellFormed(letters)
  }

  /// The letters as text, if their case is one that words have. TCVN3's capitals with tones are small
  /// letters' bytes in a font of capitals, so there the plain letters decide.
  private func reading(_ letters: [Letter], _ kind: LegacyText.Kind) -> String? {
    let plainCapitals = bytes.count { $0 >= 0x41 && $0 <= 0x5A }
    let plain = bytes.count { $0 < 0x80 }
    var letters = letters
    if kind == .tcvn3, plainCapitals == plain, plain > 1 {
      letters = letters.map { Letter(index: $0.index, tone: $0.tone, isUpper: true) }
    }
    let capitals = letters.count { $0.isUpper }
    guard capitals == 0 || capitals == letters.count || (capitals == 1 && letters[0].isUpper) else {
      return nil
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: letters.map(\.scalar))
    return String(text)
  }

  /// How odd the word is as it stands. The word lists of English, French, German, Spanish and Swedish hold
  /// none that scores more than 1 in TCVN3 or VISCII, and none that scores 3 in VNI.
  private func score(_ kind: LegacyText.Kind, plain: Int) -> Int {
    var score = kind == .tcvn3 && isSmallAmongCapitals ? 2 : 1
    if kind == .vni, plain >= 4 || (plain > 1 && bytes[0] | 0x20 == 0xF1) { score = 2 }  // Quyeát ñònh
    for place in 1..<max(1, bytes.count) {
      let byte = bytes[place]
      let before = bytes[place - 1]
      let afterSmall = before >= 0x61 && before <= 0x7A
      let isLast = place == bytes.count - 1
      switch byte {
      case 0xA9 where isLast, 0xAE where isLast:  // © and ® end names
        if bytes[0] >= 0x61, plain <= 2 { score = max(score, 2) }
      // ª ¬ soft hyphen ° ± ² ³ ´ µ · ¹ º × ÷ stand between letters in formulas, and after them
      case 0xAA, 0xAC, 0xAD, 0xB0...0xB5, 0xB7, 0xB9, 0xBA, 0xD7, 0xF7: continue
      case 0xA1...0xBF: score = 3
      case 0xC0...0xDE where afterSmall: score = 3
      case 0xC0...0xFF where kind == .vni: score = max(score, LegacyWord.oddity(before, byte))
      default: continue
      }
    }
    return score == 3 && plain < 2 ? 2 : score
  }

  /// CéNG, HßA: TCVN3's capitals with tones without their font.
  private var isSmallAmongCapitals: Bool {
    guard bytes.allSatisfy({ $0 >= 0x80 || $0 & 0x20 == 0 }), bytes.count > 2 else { return false }
    return (1..<bytes.count - 1).contains {
      bytes[$0] >= 0xDF && bytes[$0 - 1] < 0x80 && bytes[$0 + 1] < 0x80
    }
  }

  /// What a mark of VNI after its base says. Other languages have oû, aï, oï, and the marks é ü ë after a; oä
  /// and oå are Swedish.
  private static func oddity(_ base: UInt8, _ mark: UInt8) -> Int {
    let base = base | 0x20
    guard [0x61, 0x65, 0x6F, 0x75, 0x79, 0xF4, 0xF6].contains(base) else { return 1 }
    switch mark | 0x20 {
    case 0xF8: return 3
    case 0xE4, 0xE5: return 2
    case 0xFB: return base == 0x6F ? 1 : 3
    case 0xEF: return base == 0x79 || base >= 0xC0 ? 3 : 1
    default: return base >= 0xC0 ? 3 : 1
    }
  }
}
