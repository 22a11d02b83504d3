import Diagnostics
import Files

/// A Markdown file cut into its YAML and its text.
package struct FrontMatter {
  /// Offsets in the file.
  package let yaml: Range<Int>
  package let body: Range<Int>
  /// The line of the file, from 0, on which the YAML starts.
  package let yamlLine: Int
  /// The line of the file, from 1, on which the text starts.
  package let bodyLine: Int

  /// Why a file cannot be cut.
  package struct Failure: Error {
    package let problem: DeclarationProblem
    /// From 0.
    package let line: Int
  }

  /// Takes the bytes of a file, after a byte order mark if there is one.
  package static func split(_ bytes: UnsafeBufferPointer<UInt8>) -> Result<FrontMatter, Failure> {
    guard let first = Line(in: bytes, from: 0), first.isFence(in: bytes) else {
      return .failure(withoutFence(bytes))
    }
    var offset = first.next
    var line = 1
    while let current = Line(in: bytes, from: offset) {
      if current.isFence(in: bytes) {
        return .success(
          FrontMatter(
            yaml: first.next..<offset, body: current.next..<bytes.count, yamlLine: 1, bodyLine: line + 2))
      }
      offset = current.next
      line += 1
    }
    return .failure(wrongDashes(bytes, from: first.next, line: 1) ?? Failure(problem: .unclosed, line: 0))
  }

  /// The line, from 0, on which the text begins with further front matter; nil where it does not.
  ///
  /// - Parameter keys: those that front matter may have; without one of them it is text.
  package func secondStart(in bytes: UnsafeBufferPointer<UInt8>, keys: Set<String>) -> Int? {
    var offset = body.lowerBound
    var number = bodyLine - 1
    while let line = Line(in: bytes, from: offset), line.content.isEmpty {
      offset = line.next
      number += 1
    }
    guard let fence = Line(in: bytes, from: offset), fence.isFence(in: bytes) else { return nil }
    var holdsKey = false
    offset = fence.next
    while let line = Line(in: bytes, from: offset) {
      if line.isFence(in: bytes) { return holdsKey ? number : nil }
      switch line.key(in: bytes) {
      case let key?: holdsKey = holdsKey || keys.contains(key)
      case nil: guard line.mayStandAmongKeys(in: bytes) else { return nil }
      }
      offset = line.next
    }
    return nil
  }

  /// What stands where the first `---` belongs.
  private static func withoutFence(_ bytes: UnsafeBufferPointer<UInt8>) -> Failure {
    var offset = 0
    var number = 0
    while let line = Line(in: bytes, from: offset), line.content.isEmpty {
      offset = line.next
      number += 1
    }
    guard let line = Line(in: bytes, from: offset) else { return Failure(problem: .missing, line: 0) }
    if line.isFence(in: bytes) { return Failure(problem: .notFirst, line: 0) }
    if let dashes = line.dashes(in: bytes) { return Failure(problem: .wrongDashes(dashes), line: number) }
    return Failure(problem: .missing, line: 0)
  }

  /// The first line of dashes that is no fence.
  private static func wrongDashes(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, line: Int
  ) -> Failure? {
    var offset = start
    var number = line
    while let line = Line(in: bytes, from: offset) {
      if let dashes = line.dashes(in: bytes) { return Failure(problem: .wrongDashes(dashes), line: number) }
      offset = line.next
      number += 1
    }
    return nil
  }

  private struct Line {
    let content: Range<Int>
    let next: Int

    init?(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
      guard start < bytes.count else { return nil }
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      next = min(end + 1, bytes.count)
      var last = end
      while last > start, bytes[last - 1] <= 0x20 { last -= 1 }
      content = start..<last
    }

    func isFence(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
      content.count == 3 && bytes[content].allSatisfy { $0 == UInt8(ascii: "-") }
    }

    /// What stands before the colon of a line that is not indented.
    func key(in bytes: UnsafeBufferPointer<UInt8>) -> String? {
      guard let colon = bytes[content].prefix(32).firstIndex(of: UInt8(ascii: ":")),
        colon > content.lowerBound,
        bytes[content.lowerBound..<colon].allSatisfy({ $0.isASCIILetter || $0 == UInt8(ascii: "_") })
      else { return nil }
      return String(decoding: bytes[content.lowerBound..<colon], as: UTF8.self)
    }

    /// Whether it is empty, a comment, or goes on with the value above.
    func mayStandAmongKeys(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
      guard let first = bytes[content].first else { return true }
      return first.isBlank || first == UInt8(ascii: "#") || first == UInt8(ascii: "-")
    }

    /// The line where it is nothing but dashes of any sort, and more than the `-` of an empty entry.
    func dashes(in bytes: UnsafeBufferPointer<UInt8>) -> String? {
      guard (2...64).contains(content.count) else { return nil }
      let text = String(decoding: bytes[content], as: UTF8.self)
      // A hyphen, U+2010 to U+2015 and the minus sign.
      return text.unicodeScalars.allSatisfy {
        $0 == "-" || (0x2010...0x2015).contains($0.value) || $0 == "\u{2212}"
      }
        ? text : nil
    }
  }
}
