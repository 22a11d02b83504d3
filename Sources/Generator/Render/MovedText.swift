import Escaping
import Markdown

/// The text of a page on another page than its own: on the further pages of a section's list, or in a whole book.
///
/// It is made in one pass over the page's HTML. That is libcmark-gfm's, in which `<` only begins a tag, `>` only
/// ends one and every value of an attribute stands in double quotes.
struct MovedText {
  let drawing: Drawing
  let key: PageKey
  /// Where the other page stands.
  let base: Base
  /// The handbook on whose page it stands, where links to chapters lead to them there.
  var book: PageKey?
  /// Which chapter of the book it is, from 1; 0 where it is none. A chapter's headings stand one level lower, and
  /// its ids begin with its number, since another chapter may have the same.
  var chapter: Int16 = 0

  func append(to output: inout [UInt8]) {
    let body = drawing.page(key).body
    guard let source = body.html else { return }
    source.withUnsafeBufferPointer { html in
      var copy = Copy(html: html)
      var slots = body.slots.filter { body.link(at: $0).map(drawing.leads) == true }[...]
      let dead = body.slots.filter { body.link(at: $0).map(drawing.leads) != true }.map {
        Document.tags(of: $0, in: source)
      }
      var cuts = dead.flatMap { [$0.opening, $0.closing] }[...]
      while let tag = copy.nextTag() {
        if let cut = cuts.first, cut.lowerBound == tag {
          cuts.removeFirst()
          copy.leaveOut(cut, to: &output)
          continue
        }
        if chapter > 0, let level = html.headingLevel(ofTagAt: tag) {
          copy.flush(upTo: level, to: &output)
          output.append(min(html[level] + 1, UInt8(ascii: "6")))
          copy.skip(1)
        }
        while let (name, start) = copy.nextAttribute() {
          if let slot = slots.first, slot.offset == start {
            slots.removeFirst()
            copy.flush(upTo: start, to: &output)
            if let link = body.link(at: slot) { append(link, to: &output) }
            continue
          }
          let value = html[start...].prefix { $0 != UInt8(ascii: "\"") }
          switch name {
          case .id where chapter > 0:
            copy.flush(upTo: start, to: &output)
            output.append(verbatim: "chuong_\(chapter)_")
          case .href where value.first == UInt8(ascii: "#"):
            guard chapter > 0 else { continue }
            copy.flush(upTo: start + 1, to: &output)
            output.append(verbatim: "chuong_\(chapter)_")
          // A file of the site is named from the page's own place; all else has a scheme.
          case .href where !value.contains(UInt8(ascii: ":")), .src:
            copy.flush(upTo: start, to: &output)
            for _ in 0..<max(0, deeper) { output.append(verbatim: "../") }
            copy.skip(3 * max(0, -deeper))
          default: break
          }
        }
      }
      copy.flush(upTo: html.count, to: &output)
    }
  }

  /// By how many folders the other page stands deeper than the page itself.
  private var deeper: Int { base.depth(below: Base(route: drawing.route(key))) }

  private func append(_ link: Document.Link, to output: inout [UInt8]) {
    guard let book, let index = drawing.site.children[book].firstIndex(of: link.page) else {
      return drawing.append(link, from: base, to: &output)
    }
    output.append(verbatim: "#chuong_\(index + 1)")
    if let fragment = link.fragment {
      output.append(UInt8(ascii: "_"))
      output.append(escaping: fragment)
    }
  }
}

/// Reads tags of a page's HTML one after the other, and copies what is between them and in them.
private struct Copy {
  enum Attribute { case id, href, src, other }

  let html: UnsafeBufferPointer<UInt8>
  private var next = 0
  private var written = 0

  init(html: UnsafeBufferPointer<UInt8>) { self.html = html }

  /// Where the next tag begins.
  mutating func nextTag() -> Int? {
    guard let start = html[next...].firstIndex(of: UInt8(ascii: "<")) else { return nil }
    next = start + 1
    return start
  }

  /// The next attribute of the tag, and where its value starts.
  mutating func nextAttribute() -> (name: Attribute, start: Int)? {
    while next < html.count, html[next] != UInt8(ascii: ">") {
      guard html[next] == UInt8(ascii: "\"") else {
        next += 1
        continue
      }
      let start = next + 1
      let before = html[..<next]
      next = (html[start...].firstIndex(of: UInt8(ascii: "\"")) ?? html.count - 1) + 1
      if before.ends(with: " id=") { return (.id, start) }
      if before.ends(with: " href=") { return (.href, start) }
      return (before.ends(with: " src=") ? .src : .other, start)
    }
    return nil
  }

  /// Appends what has not been written yet.
  mutating func flush(upTo end: Int, to output: inout [UInt8]) {
    output.append(contentsOf: UnsafeBufferPointer(rebasing: html[written..<end]))
    written = end
  }

  /// Leaves out a whole tag.
  mutating func leaveOut(_ tag: Range<Int>, to output: inout [UInt8]) {
    flush(upTo: tag.lowerBound, to: &output)
    written = tag.upperBound
    next = tag.upperBound
  }

  /// Leaves out bytes after those that have been written.
  mutating func skip(_ count: Int) { written += count }
}

extension UnsafeBufferPointer<UInt8> {
  /// Where the digit of `<h2` or `</h2` stands; nil for another tag.
  fileprivate func headingLevel(ofTagAt start: Int) -> Int? {
    var index = start + 1
    if index < count, self[index] == UInt8(ascii: "/") { index += 1 }
    guard index + 1 < count, self[index] == UInt8(ascii: "h") else { return nil }
    return (UInt8(ascii: "1")...UInt8(ascii: "6")).contains(self[index + 1]) ? index + 1 : nil
  }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
  fileprivate func ends(with text: StaticString) -> Bool {
    suffix(text.utf8CodeUnitCount).elementsEqual(
      UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
}
