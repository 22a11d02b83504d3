/// The spellings that one worker has met, each with a number; a table of open addresses over one pool of bytes, since
/// a big site asks it some million times.
public struct Lexicon: Sendable {
  private var slots = [Int32](repeating: -1, count: 1 << 14)
  private var hashes: [UInt32] = []
  private var ends: [Int32] = [0]
  private var pool: [UInt8] = []

  public init() {}

  var count: Int { hashes.count }

  func spelling(_ number: Int) -> String {
    String(decoding: pool[Int(ends[number])..<Int(ends[number + 1])], as: UTF8.self)
  }

  mutating func number(of word: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let hash = Hash.of(word)
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if hashes[number] == hash, isSpelling(number, word) { return UInt32(number) }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Int32(hashes.count)
    hashes.append(hash)
    pool.append(contentsOf: word)
    ends.append(Int32(pool.count))
    if hashes.count * 2 > slots.count { grow() }
    return UInt32(hashes.count - 1)
  }

  private func isSpelling(_ number: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(ends[number])
    guard Int(ends[number + 1]) - start == word.count else { return false }
    return pool.withUnsafeBufferPointer { pool in
      var index = 0
      while index < word.count {
        if pool[start + index] != word[index] { return false }
        index += 1
      }
      return true
    }
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for (number, hash) in hashes.enumerated() {
      var slot = Int(hash) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number)
    }
  }
}

/// The hashes that the generator and the client must share.
enum Hash {
  /// FNV-1a, 32 bits.
  static func of(_ bytes: some Sequence<UInt8>) -> UInt32 {
    var hash: UInt32 = 0x811c_9dc5
    for byte in bytes { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return hash
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
