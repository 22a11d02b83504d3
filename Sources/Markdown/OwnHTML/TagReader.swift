import Glibc

/// Reads the tags of a page's HTML, one after the other. This is the only reader of it.
///
/// That HTML is libcmark-gfm's and the constructs' of this folder, in which `<` only begins a tag, `>` only ends one, and every
/// value of an attribute stands in double quotes: all else is escaped, and no HTML of an author's is let in.
public struct TagReader {
  private let html: UnsafeBufferPointer<UInt8>
  private var position: Int

  /// - Parameter start: not inside a tag.
  public init(_ html: UnsafeBufferPointer<UInt8>, from start: Int = 0) {
    self.html = html
    position = start
  }

  public mutating func next() -> Tag? {
    guard let start = html.offset(of: UInt8(ascii: "<"), from: position) else { return nil }
    let tag = Tag(at: start, in: html)
    position = tag.range.upperBound
    return tag
  }

  /// The end of an element's text that holds no other one of the same name.
  public mutating func next(closing name: ElementName) -> Tag? {
    while let tag = next() {
      if tag.isClosing, tag.name == name { return tag }
    }
    return nil
  }
}

public struct Tag {
  /// From its `<` to behind its `>`.
  public let range: Range<Int>
  public let name: ElementName
  public let isClosing: Bool
  /// Whether anything stands behind its name.
  let isAttributed: Bool
  /// Where its name stands.
  public let nameStart: Int

  /// - Parameter start: where its `<` stands.
  init(at start: Int, in html: UnsafeBufferPointer<UInt8>) {
    let end = html.offset(of: UInt8(ascii: ">"), from: start) ?? html.count - 1
    var index = start + 1
    isClosing = index < end && html[index] == UInt8(ascii: "/")
    if isClosing { index += 1 }
    nameStart = index
    var nameEnd = index
    while nameEnd < end, html[nameEnd] > 0x20 { nameEnd += 1 }
    isAttributed = nameEnd < end
    name = ElementName(html[index..<max(index, nameEnd)])
    range = start..<end + 1
  }

  /// The attributes that say where something is, in the order in which they stand.
  public func attributes(in html: UnsafeBufferPointer<UInt8>) -> [Attribute] {
    var attributes: [Attribute] = []
    var index = nameStart
    while let quote = html.offset(of: UInt8(ascii: "\""), from: index), quote < range.upperBound,
      let close = html.offset(of: UInt8(ascii: "\""), from: quote + 1)
    {
      let before = html[index..<quote]
      index = close + 1
      guard before.last == UInt8(ascii: "="), let space = before.lastIndex(of: UInt8(ascii: " ")),
        let role = OwnHTML.role(of: before[(space + 1)...].dropLast())
      else { continue }
      attributes.append(Attribute(role: role, value: quote + 1..<close))
    }
    return attributes
  }
}

/// An attribute that says where something is.
public struct Attribute {
  public enum Role: Sendable {
    /// A place on the page.
    case id
    /// Where a link leads: `#` and a place on the page, a file as it is reached from the page, or an address with a scheme.
    case address
    /// A file that is shown, as it is reached from the page.
    case file
  }

  public let role: Role
  /// Where it stands in the HTML, without its quotation marks.
  public let value: Range<Int>
}

/// The name of an element, such as `h2`.
///
/// Its bytes as one number, so that it is compared at once: no element of ours has more than eight but `figcaption` and
/// `blockquote`, whose first eight tell them apart.
public struct ElementName: Hashable, Sendable, ExpressibleByStringLiteral {
  private let bytes: UInt64

  public init(stringLiteral name: StaticString) {
    self.init(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)[...])
  }

  init(_ name: Slice<UnsafeBufferPointer<UInt8>>) {
    var bytes: UInt64 = 0
    for byte in name.prefix(8) { bytes = bytes << 8 | UInt64(byte) }
    self.bytes = bytes
  }

  /// 1 to 6 for `h1` to `h6`.
  public var headingLevel: UInt8? {
    guard bytes >> 8 == UInt64(UInt8(ascii: "h")) else { return nil }
    let digit = UInt8(truncatingIfNeeded: bytes)
    return (UInt8(ascii: "1")...UInt8(ascii: "6")).contains(digit) ? digit - UInt8(ascii: "0") : nil
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Where a byte occurs next.
  func offset(of byte: UInt8, from start: Int = 0) -> Int? {
    guard start < count, let baseAddress, let found = memchr(baseAddress + start, Int32(byte), count - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(baseAddress)
  }
}
