import Files
import Vietnamese

/// What in an SVG can run code or call other sites, read as a browser reads XML: names with their prefixes, values
/// with their references undone. One pass over the bytes.
struct SVGScan {
  private let bytes: [UInt8]
  private var offset = 0
  /// Within `<style>`.
  private var isStyle = false

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Whether it holds anything that a picture does not need and that a stranger's file may do harm with.
  mutating func isActive() -> Bool {
    // With a NUL it is UTF-16, which hides everything from a look at bytes.
    if bytes.contains(0) || bytes.lowerASCII.holdsAny(of: Self.suspectAnywhere) { return true }
    while offset < bytes.count {
      guard bytes[offset] == UInt8(ascii: "<") else {
        if textIsActive() { return true }
        continue
      }
      if skip("<!--", to: "-->") { continue }
      if starts(with: "<![CDATA[") {
        offset += 9
        continue
      }
      if starts(with: "<!") || starts(with: "<?") || starts(with: "</") {
        if starts(with: "</") { isStyle = false }
        offset += 1
        while offset < bytes.count, bytes[offset] != UInt8(ascii: ">") { offset += 1 }
        continue
      }
      if elementIsActive() { return true }
    }
    return false
  }

  /// Entities and default attributes can say anything under another name; a style sheet of XML can be a program.
  private static let suspectAnywhere = [
    "<script", ":script", "javascript:", "<!entity", "<!attlist", "<?xml-stylesheet",
  ]
  /// Those of HTML, and those of SVG that run or fetch.
  private static let activeElements: Set = [
    "script", "handler", "listener", "foreignobject", "iframe", "frame", "frameset", "embed", "object",
    "applet",
    "audio", "video", "html", "body", "head", "meta", "base", "link", "form", "input", "button", "img",
    "template",
  ]
  /// Attributes that say an address, or what an animation makes one of.
  private static let addresses: Set = ["href", "src", "to", "from", "values", "by", "base"]

  // MARK: Elements

  private mutating func elementIsActive() -> Bool {
    offset += 1
    let element = localName(name())
    isStyle = element == "style"
    if Self.activeElements.contains(element) { return true }
    while offset < bytes.count, bytes[offset] != UInt8(ascii: ">") {
      guard bytes[offset].isNameByte else {
        offset += 1
        continue
      }
      let attribute = localName(name())
      guard let value = value() else { continue }
      if isActive(attribute, value, of: element) { return true }
    }
    offset += 1
    return false
  }

  private func isActive(_ attribute: String, _ value: [UInt8], of element: String) -> Bool {
    if attribute.count > 2, attribute.hasPrefix("on"), attribute.utf8.allSatisfy(\.isASCIILetter) {
      return true
    }
    if attribute == "attributename" {
      let target = localName(String(decoding: value.filter { $0 > 0x20 }, as: UTF8.self))
      if target.hasPrefix("on") || Self.addresses.contains(target) { return true }
    }
    if Self.addresses.contains(attribute), Self.leadsOut(value) { return true }
    return Self.fetches(value)
  }

  /// An address beyond the file itself that is none of a picture within it.
  private static func leadsOut(_ value: [UInt8]) -> Bool {
    let address = value.filter { $0 > 0x20 }
    if address.starts(with: Array("//".utf8)) { return true }
    guard let colon = address.prefix(16).firstIndex(of: UInt8(ascii: ":")),
      address[..<colon].allSatisfy({ $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "-") })
    else { return false }
    return !["data:image/png", "data:image/jpeg", "data:image/jpg", "data:image/gif", "data:image/webp"]
      .contains {
        address.starts(with: Array($0.utf8))
      }
  }

  // MARK: Styles

  private mutating func textIsActive() -> Bool {
    let end = bytes[offset...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
    defer { offset = end }
    return isStyle && Self.fetches(Self.decoded(bytes[offset..<end]))
  }

  /// Whether a style, in lower case, calls for what is not in the file.
  private static func fetches(_ style: [UInt8]) -> Bool {
    if style.holdsAny(of: ["@import"]) { return true }
    var start = 0
    while let found = style.offset(of: Array("url(".utf8), in: start..<style.count) {
      start = found + 4
      let address = style[start...].drop { $0 <= 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
      if leadsOut(Array(address.prefix(32))) { return true }
    }
    return false
  }

  // MARK: Bytes

  private mutating func name() -> String {
    let start = offset
    while offset < bytes.count, bytes[offset].isNameByte { offset += 1 }
    return String(decoding: bytes[start..<offset].map(\.lowerASCII), as: UTF8.self)
  }

  private func localName(_ name: String) -> String {
    name.lastIndex(of: ":").map { String(name[name.index(after: $0)...]) } ?? name
  }

  /// What stands behind `=`, in lower case and decoded; nil where there is none.
  private mutating func value() -> [UInt8]? {
    skipSpaces()
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: "=") else { return nil }
    offset += 1
    skipSpaces()
    guard offset < bytes.count else { return nil }
    let quote = bytes[offset]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
    let end = bytes[(offset + 1)...].firstIndex(of: quote) ?? bytes.count
    defer { offset = min(end + 1, bytes.count) }
    return Self.decoded(bytes[(offset + 1)..<end])
  }

  private mutating func skipSpaces() {
    while offset < bytes.count, bytes[offset] <= 0x20 { offset += 1 }
  }

  private func starts(with mark: String) -> Bool { bytes[offset...].starts(with: mark.utf8) }

  private mutating func skip(_ opening: String, to closing: String) -> Bool {
    guard starts(with: opening) else { return false }
    let end = bytes.offset(of: Array(closing.utf8), in: offset..<bytes.count)
    offset = end.map { $0 + closing.utf8.count } ?? bytes.count
    return true
  }

  /// In lower case, with `&#106;`, `&#x6A;` and XML's own five names undone.
  private static func decoded(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(text.count)
    var rest = text
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "&") else {
        decoded.append(byte.lowerASCII)
        continue
      }
      let reference = rest.prefix { $0.isNameByte || $0 == UInt8(ascii: "#") }
      guard rest[reference.endIndex...].first == UInt8(ascii: ";"),
        let meant = meaning(of: String(decoding: reference, as: UTF8.self))
      else {
        decoded.append(byte)
        continue
      }
      decoded.append(meant.lowerASCII)
      rest = rest[(reference.endIndex + 1)...]
    }
    return decoded
  }

  /// The byte of an ASCII character that a reference stands for.
  private static func meaning(of reference: String) -> UInt8? {
    if reference.hasPrefix("#x") { return UInt8(reference.dropFirst(2), radix: 16) }
    if reference.hasPrefix("#") { return UInt8(reference.dropFirst()) }
    return names[reference]
  }

  private static let names: [String: UInt8] = [
    "amp": UInt8(ascii: "&"), "lt": UInt8(ascii: "<"), "gt": UInt8(ascii: ">"), "quot": UInt8(ascii: "\""),
    "apos": UInt8(ascii: "'"),
  ]
}

extension [UInt8] {
  fileprivate var lowerASCII: [UInt8] { map(\.lowerASCII) }

  fileprivate func holdsAny(of marks: [String]) -> Bool {
    marks.contains { offset(of: Array($0.utf8), in: 0..<count) != nil }
  }
}

extension UInt8 {
  fileprivate var lowerASCII: UInt8 {
    self >= UInt8(ascii: "A") && self <= UInt8(ascii: "Z") ? self | 0x20 : self
  }

  /// Whether it stands in a name of XML.
  fileprivate var isNameByte: Bool {
    isASCIILetter || isASCIIDigit || self >= 0x80 || self == UInt8(ascii: ":") || self == UInt8(ascii: "-")
      || self == UInt8(ascii: "_") || self == UInt8(ascii: ".")
  }
}
