import Glibc

extension Document {
  /// The words of the text without markup, as they are read: one line a block, no footnote marks, no labels that
  /// the generator added.
  ///
  /// Taken from the HTML when it is asked for. Keeping it would double what a big site holds in memory.
  ///
  /// - Parameters:
  ///   - limit: about how many bytes are wanted; the text may end inside a character.
  ///   - keepsSpaces: leaves several spaces side by side as they are, for who looks for words only.
  public func plainText(limit: Int = .max, keepsSpaces: Bool = false) -> [UInt8] {
    html.map { Self.plainText(of: $0[...], limit: limit, keepsSpaces: keepsSpaces) } ?? []
  }

  /// The same of a part of a document's `html` between two tags.
  public static func plainText(of html: ArraySlice<UInt8>, limit: Int = .max, keepsSpaces: Bool = false)
    -> [UInt8]
  {
    var text: [UInt8] = []
    html.withUnsafeBufferPointer { html in
      text.reserveCapacity(min(html.count, limit))
      var runs = PlainRuns(html)
      var index = 0
      while index < html.count, text.count < limit {
        switch html[index] {
        case UInt8(ascii: "<"): index = PlainText.skipTag(html, at: index, text: &text)
        case UInt8(ascii: "&"): index = PlainText.decodeEntity(html, at: index, text: &text)
        case UInt8(ascii: "\n"), UInt8(ascii: " "):
          PlainText.space(&text)
          index += 1
        default:
          let end = runs.end(from: index, most: limit - text.count, keepsSpaces: keepsSpaces)
          text.append(contentsOf: UnsafeBufferPointer(rebasing: html[index..<end]))
          index = end
        }
      }
    }
    while let last = text.last, last <= 0x20 { text.removeLast() }
    return text
  }
}

private enum PlainText {
  /// Takes the index of a `<` and returns that after the tag, or after the whole element when it is skipped.
  static func skipTag(_ html: UnsafeBufferPointer<UInt8>, at start: Int, text: inout [UInt8]) -> Int {
    let tag = Tag(at: start, in: html)
    if !tag.isClosing, tag.isAttributed,
      OwnHTML.unspoken.contains(where: { $0.name == tag.name && $0.opens(at: start, in: html) })
    {
      var reader = TagReader(html, from: tag.range.upperBound)
      return reader.next(closing: tag.name)?.range.upperBound ?? html.count
    }
    if !OwnHTML.inline.contains(tag.name), let last = text.last, last != UInt8(ascii: "\n") {
      if last == UInt8(ascii: " ") { text.removeLast() }
      text.append(UInt8(ascii: "\n"))
    }
    return tag.range.upperBound
  }

  static func decodeEntity(_ html: UnsafeBufferPointer<UInt8>, at start: Int, text: inout [UInt8]) -> Int {
    for (entity, byte) in [("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\"")]
    where html[start...].starts(with: entity.utf8) {
      text += byte.utf8
      return start + entity.utf8.count
    }
    text.append(html[start])
    return start + 1
  }

  static func space(_ text: inout [UInt8]) {
    if let last = text.last, last > 0x20 { text.append(UInt8(ascii: " ")) }
  }
}

/// Where text goes on as it is: up to a tag, an entity, the end of a line, or a second space.
private struct PlainRuns {
  private let html: UnsafeBufferPointer<UInt8>
  // Each found once, however often text begins anew before it.
  private var tag = -1
  private var entity = -1
  private var line = -1

  init(_ html: UnsafeBufferPointer<UInt8>) { self.html = html }

  /// - Parameter start: the index of a byte that stands in the text as it is.
  mutating func end(from start: Int, most: Int, keepsSpaces: Bool) -> Int {
    find(UInt8(ascii: "<"), from: start, &tag)
    find(UInt8(ascii: "&"), from: start, &entity)
    find(0x0A, from: start, &line)
    let end = min(tag, entity, line, start + min(most, html.count))
    if keepsSpaces { return end }
    // Of two spaces side by side one is at every other place.
    var index = start + 1
    while index < end {
      if html[index] == UInt8(ascii: " ") {
        if html[index - 1] == UInt8(ascii: " ") { return index }
        if index + 1 < end, html[index + 1] == UInt8(ascii: " ") { return index + 1 }
      }
      index += 2
    }
    return end
  }

  private func find(_ byte: UInt8, from start: Int, _ place: inout Int) {
    guard place < start else { return }
    let found = memchr(html.baseAddress! + start, Int32(byte), html.count - start)
    place = found.map { UnsafeRawPointer($0) - UnsafeRawPointer(html.baseAddress!) } ?? html.count
  }
}
