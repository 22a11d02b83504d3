/// What can be written as one Vietnamese syllable: onset, rhyme, tone, and the tone's letter.
///
/// The inventory is that of present spelling, loans such as *pin* and *boong* included; it says what is well
/// formed, not what has a meaning.
enum Syllable {
  /// Takes letters in order, of any case, and tells whether they are a well-formed syllable.
  static func isWellFormed(_ letters: [Letter]) -> Bool {
    guard !letters.isEmpty, letters.count <= 7 else { return false }
    var toned: Int?
    for (place, letter) in letters.enumerated() where letter.tone != .ngang {
      if toned != nil { return false }
      toned = place
    }
    let tone = toned.map { letters[$0].tone } ?? .ngang
    for length in 0...min(3, letters.count - 1) {
      let onset = key(letters[..<length])
      let rhyme = letters[length...]
      guard onsets.contains(onset), rhyme.count <= 4, rhymes.contains(key(rhyme)), fits(onset, rhyme) else {
        continue
      }
      if endsInStop(rhyme), tone != .sắc, tone != .nặng { continue }
      if let toned, !markable(rhyme).contains(toned - length) { continue }
      return true
    }
    return false
  }

  static let onsets = keys(
    "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x"
  ).union([0])

  private static let rhymes = keys(
    """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây \
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu \
    i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu \
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong \
    ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt \
    u ua uân uâng uât uây uc uê uêch uênh ui um un ung uơ up ut uy uya uych uyên uyêt uyn uynh uyt uyu \
    uôc uôi uôm uôn uông uôt \
    ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y yêm yên yêng yêt yêu ynh yt ych
    """)

  private static func keys(_ list: String) -> Set<UInt32> {
    Set(list.split(separator: " ").map { Letter.key(String($0)) })
  }

  private static func key(_ letters: ArraySlice<Letter>) -> UInt32 {
    letters.reduce(0) { $0 << 8 | UInt32($1.index + 1) }
  }

  // MARK: - Spelling rules

  private static let front = Set(["e", "ê", "i", "y"].map(Letter.key))
  private static let c = Letter.key("c")
  private static let k = Letter.key("k")
  private static let g = Letter.key("g")
  private static let qu = Letter.key("qu")
  private static let ng = Letter.key("ng")
  private static let hard = Set(["gh", "ngh"].map(Letter.key))
  private static let vowelU = Set(["o", "u", "ư"].map(Letter.key))
  private static let i = Letter.key("i")
  private static let iê = Letter.key("iê")
  private static let y = Letter.key("y")

  /// c, g, ng before a o u; k, gh, ngh before e ê i; qu takes its u; yê only begins a syllable, iê never
  /// does.
  private static func fits(_ onset: UInt32, _ rhyme: ArraySlice<Letter>) -> Bool {
    let first = UInt32(rhyme.first!.index + 1)
    switch onset {
    case 0: return first != i || rhyme.count == 1 || key(rhyme.prefix(2)) != iê
    case c, ng: if front.contains(first) { return false }
    case k: if !front.contains(first) { return false }
    case g: if front.contains(first), first != i { return false }  // giếng, gìn
    case qu: return !vowelU.contains(first)
    default: if hard.contains(onset), !front.contains(first) || first == y { return false }
    }
    return first != y || rhyme.count == 1
  }

  private static let stops = Set(["c", "p", "t"].map(Letter.key))

  private static func endsInStop(_ rhyme: ArraySlice<Letter>) -> Bool {
    let last = UInt32(rhyme.last!.index + 1)
    if stops.contains(last) { return true }
    return rhyme.count > 1 && key(rhyme.suffix(2)) == Letter.key("ch")
  }

  private static let vowels = Set("aăâeêioôơuưy".unicodeScalars.map { Letter.key(String($0)) })
  private static let hatted = Set("ăâêôơư".unicodeScalars.map { Letter.key(String($0)) })

  /// The places in a rhyme that may bear its tone mark; two for an open oa, oe, uy.
  private static func markable(_ rhyme: ArraySlice<Letter>) -> Set<Int> {
    let places = rhyme.map { UInt32($0.index + 1) }
    if let place = places.lastIndex(where: hatted.contains) { return [place] }
    let count = places.prefix { vowels.contains($0) }.count
    if count == 1 { return [0] }
    if count == 3 || count < places.count { return [1] }
    return [Letter.key("oa"), Letter.key("oe"), Letter.key("uy")].contains(key(rhyme)) ? [0, 1] : [0]
  }
}
