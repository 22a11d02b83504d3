import Glibc

/// The spellings that one worker has met, each with a number; a table of open addresses over one pool of bytes, since
/// a big site asks it some million times.
struct Lexicon: Sendable {
  private var slots = [Slot](repeating: .empty, count: 1 << 14)
  private var ends: [Int32] = [0]
  private var pool: [UInt8] = []

  private struct Slot {
    let ending: Tokens.Ending
    let number: Int32

    static let empty = Slot(ending: Tokens.Ending(), number: -1)

    /// Where to look first.
    func place(_ mask: Int) -> Int { Self.place(ending, mask) }

    static func place(_ ending: Tokens.Ending, _ mask: Int) -> Int {
      let mixed = (ending.low ^ ending.high &* 0x9e37_79b9_7f4a_7c15) &* 0xd6e8_feb8_6659_fd93
      return Int(truncatingIfNeeded: mixed >> 32) & mask
    }
  }

  var count: Int { ends.count - 1 }

  func spelling(_ number: Int) -> String {
    String(decoding: pool[Int(ends[number])..<Int(ends[number + 1])], as: UTF8.self)
  }

  mutating func number(of word: UnsafeBufferPointer<UInt8>, _ ending: Tokens.Ending) -> UInt32 {
    if let number = find(word, ending) { return UInt32(number) }
    if ends.count * 2 > slots.count { grow() }
    place(Slot(ending: ending, number: Int32(count)))
    pool.append(contentsOf: word)
    ends.append(Int32(pool.count))
    return UInt32(count - 1)
  }

  @inline(__always)
  private func find(_ word: UnsafeBufferPointer<UInt8>, _ ending: Tokens.Ending) -> Int32? {
    slots.withUnsafeBufferPointer { slots in
      let mask = slots.count - 1
      var index = Slot.place(ending, mask)
      while slots[index].number >= 0 {
        if slots[index].ending == ending, isSpelling(Int(slots[index].number), word) {
          return slots[index].number
        }
        index = (index + 1) & mask
      }
      return nil
    }
  }

  /// Whether a spelling that ends like a word is that word.
  private func isSpelling(_ number: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    // A shorter one has zeros before it, which no word holds.
    if word.count < Tokens.Ending.length { return true }
    let start = Int(ends[number])
    guard Int(ends[number + 1]) - start == word.count else { return false }
    return pool.withUnsafeBufferPointer {
      memcmp($0.baseAddress! + start, word.baseAddress!, word.count) == 0
    }
  }

  private mutating func place(_ slot: Slot) {
    var index = slot.place(slots.count - 1)
    while slots[index].number >= 0 { index = (index + 1) & (slots.count - 1) }
    slots[index] = slot
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: .empty, count: old.count * 2)
    for slot in old where slot.number >= 0 { place(slot) }
  }
}

/// The hashes that the generator and the client must share.
enum Hash {
  /// FNV-1a, 32 bits.
  static func of(_ bytes: some Sequence<UInt8>) -> UInt32 {
    bytes.reduce(start, step)
  }

  static let start: UInt32 = 0x811c_9dc5

  static func step(_ hash: UInt32, _ byte: UInt8) -> UInt32 { (hash ^ UInt32(byte)) &* 0x0100_0193 }

  /// Of a whole file, eight bytes at a step; only the generator makes it.
  static func ofMany(_ bytes: [UInt8]) -> UInt64 {
    bytes.withUnsafeBytes { bytes in
      var hash = UInt64(truncatingIfNeeded: bytes.count)
      var index = 0
      while index + 8 <= bytes.count {
        let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        hash = (hash ^ word) &* 0x9e37_79b9_7f4a_7c15
        hash ^= hash >> 32
        index += 8
      }
      return bytes[index...].reduce(hash) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
  }

  static let pairBits = 28

  /// Of two terms that stand side by side, from the hashes of both: 28 bits, mixed as MurmurHash3 ends.
  static func pair(_ first: UInt32, _ second: UInt32) -> UInt32 {
    var hash = first &* 0x9e37_79b1 &+ second
    hash ^= hash >> 16
    hash = hash &* 0x85eb_ca6b
    hash ^= hash >> 13
    hash = hash &* 0xc2b2_ae35
    hash ^= hash >> 16
    return hash >> 4
  }
}
