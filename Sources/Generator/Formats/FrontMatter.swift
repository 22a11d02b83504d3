import Diagnostics

/// A Markdown file cut into its YAML and its text.
struct FrontMatter {
  /// Offsets in the file.
  let yaml: Range<Int>
  let body: Range<Int>
  /// The line of the file, from 0, on which the YAML starts.
  let yamlLine: Int
  /// The line of the file, from 1, on which the text starts.
  let bodyLine: Int

  /// Takes the bytes of a file, after a byte order mark if there is one.
  static func split(_ bytes: UnsafeBufferPointer<UInt8>) -> Result<FrontMatter, FrontMatterProblem> {
    guard let first = Line(in: bytes, from: 0), first.isFence(in: bytes) else { return .failure(.missing) }
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
    return .failure(.unclosed)
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
  }
}
