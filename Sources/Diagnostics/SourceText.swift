/// The bytes of a file, asked for lines and columns only when a diagnostic is printed.
public struct SourceText: Sendable {
  public let bytes: [UInt8]

  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// What a printed diagnostic shows of a place.
  public struct Excerpt: Sendable, Equatable {
    /// Both from 1; the column in characters, as an editor counts them.
    public let line: Int
    public let column: Int
    /// The line without its end, and how many characters of it are meant (at least 1).
    public let text: String
    public let length: Int
  }

  /// Returns nil for a place that is the whole file, or outside it.
  public func excerpt(of place: Place) -> Excerpt? {
    guard let range = byteRange(of: place) else { return nil }
    var lineStart = range.lowerBound
    while lineStart > 0, bytes[lineStart - 1] != newline { lineStart -= 1 }
    var lineEnd = range.lowerBound
    while lineEnd < bytes.count, bytes[lineEnd] != newline { lineEnd += 1 }
    if lineEnd > lineStart, bytes[lineEnd - 1] == carriageReturn { lineEnd -= 1 }
    let lineNumber = bytes[..<lineStart].reduce(into: 1) { count, byte in if byte == newline { count += 1 } }
    let upper = max(range.lowerBound, min(range.upperBound, lineEnd))
    let before = String(
      decoding: bytes[lineStart..<min(range.lowerBound, max(lineEnd, lineStart))], as: UTF8.self)
    let within = String(decoding: bytes[min(range.lowerBound, upper)..<upper], as: UTF8.self)
    // A byte order mark is no character that an editor shows.
    let hidden = before.unicodeScalars.first == "\u{FEFF}" ? 1 : 0
    return Excerpt(
      line: lineNumber, column: before.count - hidden + 1,
      text: String(decoding: bytes[lineStart..<lineEnd], as: UTF8.self), length: max(1, within.count))
  }

  private func byteRange(of place: Place) -> Range<Int>? {
    switch place {
    case .file: nil
    case .bytes(let range): range.lowerBound <= bytes.count ? range : nil
    case .position(let line, let column, let length):
      range(line: line, column: column, length: length)
    case .text(let text, let line):
      find(Array(text.utf8), from: offset(ofLine: line - 1) ?? 0) ?? offset(ofLine: line - 1).map { $0..<$0 }
    }
  }

  private func offset(ofLine line: Int) -> Int? {
    var remaining = line
    var offset = 0
    while remaining > 0 {
      guard let end = bytes[offset...].firstIndex(of: newline) else { return nil }
      offset = end + 1
      remaining -= 1
    }
    return offset
  }

  private func range(line: Int, column: Int, length: Int) -> Range<Int>? {
    guard let start = offset(ofLine: line) else { return nil }
    func advance(_ offset: Int, by scalars: Int) -> Int {
      var offset = offset
      var remaining = scalars
      while remaining > 0, offset < bytes.count, bytes[offset] != newline {
        offset += 1
        while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
        remaining -= 1
      }
      return offset
    }
    let lower = advance(start, by: column)
    return lower..<advance(lower, by: length)
  }

  private func find(_ needle: [UInt8], from start: Int) -> Range<Int>? {
    guard !needle.isEmpty, bytes.count >= needle.count, start <= bytes.count - needle.count else {
      return nil
    }
    for offset in start...(bytes.count - needle.count)
    where bytes[offset] == needle[0] && bytes[offset..<offset + needle.count].elementsEqual(needle) {
      return offset..<offset + needle.count
    }
    return nil
  }
}

private let newline = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
