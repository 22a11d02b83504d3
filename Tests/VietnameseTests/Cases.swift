import Foundation

/// The committed tables beside the tests, read by place so that no bundle is needed.
enum Cases {
  static func lines(_ name: String, of file: String = #filePath) throws -> [String] {
    let url = URL(fileURLWithPath: file).deletingLastPathComponent().appendingPathComponent("Data/\(name)")
    return try String(contentsOf: url, encoding: .utf8)
      .split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") }
  }

  static func rows(_ name: String, of file: String = #filePath) throws -> [[String]] {
    try lines(name, of: file).map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// A generator whose order is the same in every run.
  struct Generator: RandomNumberGenerator {
    var state: UInt64 = 20_261_123

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 33
    }
  }
}

extension String {
  var decomposed: String { decomposedStringWithCanonicalMapping }

  /// Same bytes, not only canonically equal as `==` has it.
  func hasSameBytes(as other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}
