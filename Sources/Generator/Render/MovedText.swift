import Escaping
import Markdown

/// The text of a page on another page than its own: on the further pages of a section's list, or in a whole book.
///
/// It is made in one pass over the page's HTML.
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
      var reader = TagReader(html)
      var slots = body.slots.filter { body.link(at: $0).map(drawing.leads) == true }[...]
      let dead = body.slots.filter { body.link(at: $0).map(drawing.leads) != true }.map {
        Document.tags(of: $0, in: source)
      }
      var cuts = dead.flatMap { [$0.opening, $0.closing] }[...]
      while let tag = reader.next() {
        if cuts.first == tag.range {
          cuts.removeFirst()
          copy.leaveOut(tag.range, to: &output)
          continue
        }
        if chapter > 0, let level = tag.name.headingLevel {
          // The digit behind the `h`.
          copy.flush(upTo: tag.nameStart + 1, to: &output)
          output.append(UInt8(ascii: "0") + min(level + 1, 6))
          copy.skip(1)
        }
        for attribute in tag.attributes(in: html) {
          if let slot = slots.first, slot.offset == attribute.value.lowerBound {
            slots.removeFirst()
            copy.flush(upTo: attribute.value.lowerBound, to: &output)
            if let link = body.link(at: slot) { append(link, to: &output) }
          } else {
            move(attribute, in: html, with: &copy, to: &output)
          }
        }
      }
      copy.flush(upTo: html.count, to: &output)
    }
  }

  private func move(
    _ attribute: Attribute, in html: UnsafeBufferPointer<UInt8>, with copy: inout Copy,
    to output: inout [UInt8]
  ) {
    let start = attribute.value.lowerBound
    switch attribute.role {
    case .id:
      guard chapter > 0 else { return }
      copy.flush(upTo: start, to: &output)
      output.append(verbatim: "chuong_\(chapter)_")
    case .address where html[start] == UInt8(ascii: "#"):
      guard chapter > 0 else { return }
      copy.flush(upTo: start + 1, to: &output)
      output.append(verbatim: "chuong_\(chapter)_")
    case .address where html[attribute.value].contains(UInt8(ascii: ":")): return
    // A file of the site is named from the page's own place; all else has a scheme.
    case .address, .file:
      copy.flush(upTo: start, to: &output)
      for _ in 0..<max(0, deeper) { output.append(verbatim: "../") }
      copy.skip(3 * max(0, -deeper))
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

/// Copies a page's HTML part by part, with changes between the parts.
private struct Copy {
  let html: UnsafeBufferPointer<UInt8>
  private var written = 0

  init(html: UnsafeBufferPointer<UInt8>) { self.html = html }

  /// Appends what has not been written yet.
  mutating func flush(upTo end: Int, to output: inout [UInt8]) {
    output.append(contentsOf: UnsafeBufferPointer(rebasing: html[written..<end]))
    written = end
  }

  /// Leaves out a whole tag.
  mutating func leaveOut(_ tag: Range<Int>, to output: inout [UInt8]) {
    flush(upTo: tag.lowerBound, to: &output)
    written = tag.upperBound
  }

  /// Leaves out bytes after those that have been written.
  mutating func skip(_ count: Int) { written += count }
}
