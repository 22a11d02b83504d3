/// Sebastiano Vigna's SplitMix64: the same numbers for the same seed on every machine and Swift version, which
/// the standard library's own generator does not promise.
struct SplitMix64 {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number below `bound`, which must not be 0. The slight bias of a remainder does not matter here.
  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  mutating func number(in range: ClosedRange<Int>) -> Int { range.lowerBound + below(range.count) }

  mutating func pick<Element>(_ items: [Element]) -> Element { items[below(items.count)] }

  /// `count` different numbers below `bound`, in the order they were drawn.
  mutating func differentNumbers(_ count: Int, below bound: Int) -> [Int] {
    var drawn: [Int] = []
    while drawn.count < min(count, bound) {
      let number = below(bound)
      if !drawn.contains(number) { drawn.append(number) }
    }
    return drawn
  }
}
