/// What bytes come down to: two are equal when what they were made of is, by any chance that matters. It guards against
/// change, not against an attacker, and is the same on every machine of one byte order.
///
/// MurmurHash3, x64, 128 bits (Austin Appleby, in the public domain).
package struct Fingerprint: Hashable, Sendable {
  package let low: UInt64
  package let high: UInt64

  package init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  /// Of what could not be read.
  package static let none = Fingerprint(low: 0, high: 0)

  package init(of bytes: [UInt8]) { self = bytes.withUnsafeBytes { Fingerprint(of: $0) } }

  package init(of bytes: UnsafeRawBufferPointer) {
    var (first, second): (UInt64, UInt64) = (0, 0)
    let blocks = bytes.count / 16
    for block in 0..<blocks {
      first ^= Self.mixedFirst(bytes.loadUnaligned(fromByteOffset: block * 16, as: UInt64.self))
      first = (Self.rotated(first, 27) &+ second) &* 5 &+ 0x52dc_e729
      second ^= Self.mixedSecond(bytes.loadUnaligned(fromByteOffset: block * 16 + 8, as: UInt64.self))
      second = (Self.rotated(second, 31) &+ first) &* 5 &+ 0x3849_5ab5
    }
    var (tailFirst, tailSecond): (UInt64, UInt64) = (0, 0)
    for (index, byte) in bytes[(blocks * 16)...].enumerated() {
      if index < 8 {
        tailFirst |= UInt64(byte) << (8 * index)
      } else {
        tailSecond |= UInt64(byte) << (8 * (index - 8))
      }
    }
    first ^= Self.mixedFirst(tailFirst)
    second ^= Self.mixedSecond(tailSecond)
    first ^= UInt64(bytes.count)
    second ^= UInt64(bytes.count)
    first &+= second
    second &+= first
    first = Self.finished(first)
    second = Self.finished(second)
    first &+= second
    low = first
    high = second &+ first
  }

  private static func mixedFirst(_ word: UInt64) -> UInt64 {
    rotated(word &* 0x87c3_7b91_1142_53d5, 31) &* 0x4cf5_ad43_2745_937f
  }

  private static func mixedSecond(_ word: UInt64) -> UInt64 {
    rotated(word &* 0x4cf5_ad43_2745_937f, 33) &* 0x87c3_7b91_1142_53d5
  }

  private static func rotated(_ word: UInt64, _ bits: UInt64) -> UInt64 { word << bits | word >> (64 - bits) }

  private static func finished(_ word: UInt64) -> UInt64 {
    var word = word
    word = (word ^ word >> 33) &* 0xff51_afd7_ed55_8ccd
    word = (word ^ word >> 33) &* 0xc4ce_b9fe_1a85_ec53
    return word ^ word >> 33
  }

  /// 32 digits, for the names of files.
  package var hex: String {
    [high, low].map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }
}

/// Collects what a fingerprint is made of.
package struct FingerprintBuilder: Sendable {
  private var bytes: [UInt8] = []

  package init() {}

  package mutating func add(_ number: Int) { withUnsafeBytes(of: number) { bytes += $0 } }

  /// With its length, so that “ab”, “c” is not “a”, “bc”.
  package mutating func add(_ text: String) {
    add(text.utf8.count)
    bytes += text.utf8
  }

  /// The same, as their fingerprint: they may be many.
  package mutating func add(_ content: [UInt8]) { add(Fingerprint(of: content)) }

  package mutating func add(_ fingerprint: Fingerprint) {
    add(Int(truncatingIfNeeded: fingerprint.low))
    add(Int(truncatingIfNeeded: fingerprint.high))
  }

  package var fingerprint: Fingerprint { Fingerprint(of: bytes) }
}
