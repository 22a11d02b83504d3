/// Names of hosts in other letters than ASCII (RFC 3492).
package enum Punycode {
  /// Takes what stands behind `xn--`; nil for what cannot be read.
  package static func decode(_ text: some StringProtocol) -> String? {
    let bytes = Array(text.utf8)
    let split = bytes.lastIndex(of: UInt8(ascii: "-"))
    var scalars: [UInt32] = split.map { bytes[..<$0].map(UInt32.init) } ?? []
    var rest = bytes[(split.map { $0 + 1 } ?? 0)...]
    var (scalar, position, bias, isFirst) = (128, 0, 72, true)
    while !rest.isEmpty {
      let old = position
      var (weight, step) = (1, 36)
      while true {
        guard let digit = rest.popFirst().flatMap(Self.digit), position < 1 << 40 else { return nil }
        position += digit * weight
        let threshold = min(max(step - bias, 1), 26)
        if digit < threshold { break }
        weight *= 36 - threshold
        guard weight < 1 << 40 else { return nil }
        step += 36
      }
      let count = scalars.count + 1
      bias = adapted(position - old, count, isFirst)
      isFirst = false
      scalar += position / count
      position %= count
      guard scalar < 0x110000 else { return nil }
      scalars.insert(UInt32(scalar), at: position)
      position += 1
    }
    var decoded = ""
    for value in scalars {
      guard let scalar = Unicode.Scalar(value) else { return nil }
      decoded.unicodeScalars.append(scalar)
    }
    return decoded
  }

  private static func digit(_ byte: UInt8) -> Int? {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(byte - UInt8(ascii: "a"))
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte - UInt8(ascii: "0")) + 26
    default: nil
    }
  }

  /// §6.1.
  private static func adapted(_ delta: Int, _ count: Int, _ isFirst: Bool) -> Int {
    var delta = isFirst ? delta / 700 : delta / 2
    delta += delta / count
    var step = 0
    while delta > 455 {
      delta /= 35
      step += 36
    }
    return step + 36 * delta / (delta + 38)
  }
}
