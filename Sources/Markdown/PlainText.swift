import CMarkGFM
import Glibc

extension Node {
  /// The words below this node, without markup: what a heading or a picture's description says.
  var text: [UInt8] {
    if let only = firstChild, only.next == nil, only.type == CMARK_NODE_TEXT { return Array(only.literal) }
    var text: [UInt8] = []
    let iterator = cmark_iter_new(pointer)
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return text }
      let node = Node(cmark_iter_get_node(iterator)!)
      switch node.type {
      case CMARK_NODE_TEXT, CMARK_NODE_CODE: text += node.literal
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: text.append(UInt8(ascii: " "))
      default: break
      }
    }
  }
}

extension Document {
  /// The words of the text without markup, as they are read: one line a block, no footnote marks, no labels that
  /// the generator added.
  ///
  /// Taken from the HTML when it is asked for. Keeping it would double what a big site holds in memory.
  ///
  /// - Parameters:
  ///   - part: where in `html` it stands, between two tags; all of it for nil.
  ///   - limit: about how many bytes are wanted; the text may end inside a character.
  ///   - keepsSpaces: leaves several spaces side by side as they are, for who looks for words only.
  public func plainText(of part: Range<Int>? = nil, limit: Int = .max, keepsSpaces: Bool = false) -> [UInt8] {
    var text: [UInt8] = []
    guard let html else { return [] }
    html.withUnsafeBufferPointer { html in
      let html = UnsafeBufferPointer(rebasing: html[part ?? 0..<html.count])
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
  /// Elements whose words no author wrote, by how their opening tags begin and how they end.
  static let skipped: [(open: [UInt8], close: [UInt8])] = [
    (Array("<sup class=\"footnote-ref\"".utf8), Array("</sup>".utf8)),
    (Array("<a class=\"footnote-backref\"".utf8), Array("</a>".utf8)),
    (Array("<p class=\"alert-title\"".utf8), Array("</p>".utf8)),
  ]

  /// Whether an element, by its name, stands inside a line: `a`, `code`, `del`, `em`, `img`, `input`, `strong`, `sup`.
  private static func isInline(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let first = name.first, let last = name.last else { return false }
    return switch (name.count, first, last) {
    case (1, UInt8(ascii: "a"), _), (2, UInt8(ascii: "e"), UInt8(ascii: "m")),
      (3, UInt8(ascii: "s"), UInt8(ascii: "p")), (3, UInt8(ascii: "d"), UInt8(ascii: "l")),
      (3, UInt8(ascii: "i"), UInt8(ascii: "g")), (4, UInt8(ascii: "c"), UInt8(ascii: "e")),
      (5, UInt8(ascii: "i"), UInt8(ascii: "t")), (6, UInt8(ascii: "s"), UInt8(ascii: "g")):
      true
    default: false
    }
  }

  /// Takes the index of a `<` and returns that after the tag, or after the whole element when it is skipped.
  static func skipTag(_ html: UnsafeBufferPointer<UInt8>, at start: Int, text: inout [UInt8]) -> Int {
    let rest = html[start...]
    // Only sup, a and p with a class are skipped; the space behind the name tells most tags apart from them.
    if html.count > start + 4, html[start + 2] == 0x20 || html[start + 4] == 0x20 {
      for element in skipped where rest.starts(with: element.open) {
        var index = start
        while index < html.count, !html[index...].starts(with: element.close) { index += 1 }
        return min(index + element.close.count, html.count)
      }
    }
    var name = rest.dropFirst().prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") }
    if name.first == UInt8(ascii: "/") { name = name.dropFirst() }
    if !isInline(name), let last = text.last, last != UInt8(ascii: "\n") {
      if last == UInt8(ascii: " ") { text.removeLast() }
      text.append(UInt8(ascii: "\n"))
    }
    return (rest.firstIndex(of: UInt8(ascii: ">")) ?? html.count - 1) + 1
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
