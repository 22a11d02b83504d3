/// One pass over the bytes of a text that tells which closer looks it needs. Nearly every page needs none.
///
/// Sixteen bytes at a time, each beside the three before it: enough to see a whole UTF-8 sequence end.
public struct TextSurvey: Equatable, Sendable {
  /// Exact.
  public let isUTF8: Bool
  /// False only for text in NFC; see `NFC.isNormalized`.
  public let mayBeOutOfNFC: Bool
  /// False only for text in which `LegacyText.detect` finds nothing.
  public let mayHoldLegacyText: Bool
  /// Exact: a byte below a space other than a tab or a line's end, or U+007F.
  public let holdsControlCharacter: Bool
  /// Exact: `&#` occurs.
  public let holdsNumericReference: Bool

  public init(_ text: UnsafeBufferPointer<UInt8>) {
    var findings = Findings()
    if let start = UnsafeRawPointer(text.baseAddress) {
      let width = Bytes.scalarCount
      var index = 0
      // The first block has nothing before it, and the last ends one byte after the text, where a sequence that
      // was cut off shows: both are looked at in a copy, among spaces.
      findings.addCopy(of: start, from: index, count: text.count)
      index = width
      while index + width <= text.count {
        findings.add(start + index)
        index += width
      }
      if index <= text.count { findings.addCopy(of: start, from: index, count: text.count) }
    }
    isUTF8 = !any(findings.invalid)
    mayBeOutOfNFC = any(findings.notInert)
    mayHoldLegacyText = any(findings.suspect)
    holdsControlCharacter = any(findings.control)
    holdsNumericReference = any(findings.reference)
  }
}

private typealias Bytes = SIMD16<UInt8>
private typealias Mask = SIMDMask<SIMD16<Int8>>

// Few operators an expression: the type checker takes seconds over a long one.
private struct Findings {
  var invalid = Mask(repeating: false)
  var notInert = Mask(repeating: false)
  var suspect = Mask(repeating: false)
  var control = Mask(repeating: false)
  var reference = Mask(repeating: false)

  /// Looks at sixteen bytes and the three before them.
  @inline(__always)
  mutating func add(_ start: UnsafeRawPointer) {
    let byte = start.loadUnaligned(as: Bytes.self)
    let before = (start - 1).loadUnaligned(as: Bytes.self)
    let before2 = (start - 2).loadUnaligned(as: Bytes.self)
    let before3 = (start - 3).loadUnaligned(as: Bytes.self)
    addEncoding(byte, before, before2, before3)
    addForm(byte, before, before2)
    addLegacy(byte, before, before2)
    let isSpacing = byte.equals(0x09) .| byte.equals(0x0A) .| byte.equals(0x0D)
    control .|= (byte.isBelow(0x20) .& .!isSpacing) .| byte.equals(0x7F)
    reference .|= before.equals(UInt8(ascii: "&")) .& byte.equals(UInt8(ascii: "#"))
  }

  mutating func addCopy(of text: UnsafeRawPointer, from index: Int, count: Int) {
    withUnsafeTemporaryAllocation(byteCount: Bytes.scalarCount + 3, alignment: 1) { copy in
      for offset in copy.indices {
        let place = index + offset - 3
        copy[offset] =
          place >= 0 && place < count
          ? text.load(fromByteOffset: place, as: UInt8.self) : UInt8(ascii: " ")
      }
      add(UnsafeRawPointer(copy.baseAddress!) + 3)
    }
  }

  /// Table 3-7 of the Unicode Standard: continuation bytes stand where a lead byte asks for them and nowhere else,
  /// and four leads narrow what may follow.
  @inline(__always)
  private mutating func addEncoding(_ byte: Bytes, _ before: Bytes, _ before2: Bytes, _ before3: Bytes) {
    let isContinuation = byte.masked(0xC0).equals(0x80)
    let isExpected = before.isAtLeast(0xC0) .| before2.isAtLeast(0xE0) .| before3.isAtLeast(0xF0)
    invalid .|= isContinuation .^ isExpected
    invalid .|= byte.masked(0xFE).equals(0xC0) .| byte.isAtLeast(0xF5)
    invalid .|= before.equals(0xE0) .& byte.isBelow(0xA0)
    invalid .|= before.equals(0xED) .& byte.isAtLeast(0xA0)
    invalid .|= before.equals(0xF0) .& byte.isBelow(0x90)
    invalid .|= before.equals(0xF4) .& byte.isAtLeast(0x90)
  }

  /// Inert are characters below U+0300, U+1E00–1EFF, and the dashes and quotes of U+2002–203F.
  @inline(__always)
  private mutating func addForm(_ byte: Bytes, _ before: Bytes, _ before2: Bytes) {
    let isVietnamese = before.equals(0xE1) .& byte.masked(0xFC).equals(0xB8)
    let isPunctuation = before.equals(0xE2) .& byte.equals(0x80)
    notInert .|= before.isAtLeast(0xCC) .& .!(isVietnamese .| isPunctuation)
    notInert .|= before2.equals(0xE2) .& before.equals(0x80) .& byte.isBelow(0x82)
  }

  /// What `LegacyText` calls a suspect.
  @inline(__always)
  private mutating func addLegacy(_ byte: Bytes, _ before: Bytes, _ before2: Bytes) {
    suspect .|= before.equals(0xC2) .& .!byte.equals(0xA0)
    suspect .|= before.equals(0xE2) .& byte.equals(0x82)
    suspect .|= before2.equals(0xC3) .& before.equals(0x83) .& byte.isAtLeast(0xC4)
    // àáâã èéê ìí òóôõ ùú ý, the capitals folded into the small letters.
    let letter = byte | Bytes(repeating: 0x20)
    var isOwn = letter.isBelow(0xA4) .| letter.masked(0xFE).equals(0xAC)
    isOwn .|= letter.masked(0xFE).equals(0xA8) .| letter.equals(0xAA)
    isOwn .|= letter.isAtLeast(0xB2) .& letter.isBelow(0xB6)
    isOwn .|= letter.equals(0xB9) .| letter.equals(0xBA) .| letter.equals(0xBD)
    suspect .|= before.equals(0xC3) .& .!isOwn
  }
}

extension SIMD16<UInt8> {
  @inline(__always) fileprivate func equals(_ byte: UInt8) -> Mask { self .== Self(repeating: byte) }
  @inline(__always) fileprivate func isAtLeast(_ byte: UInt8) -> Mask { self .>= Self(repeating: byte) }
  @inline(__always) fileprivate func isBelow(_ byte: UInt8) -> Mask { self .< Self(repeating: byte) }
  @inline(__always) fileprivate func masked(_ bits: UInt8) -> Self { self & Self(repeating: bits) }
}
