/// XML that is only searched, never built: broken XML gives less, and no harm.
struct XMLText {
  let bytes: [UInt8]

  /// The text within each element of a name as it is written, prefix included.
  func contents(of name: String) -> [String] {
    var contents: [String] = []
    var offset = 0
    while let start = startTag(name, from: offset) {
      guard let open = bytes[start...].firstIndex(of: UInt8(ascii: ">")) else { break }
      offset = open + 1
      if bytes[open - 1] == UInt8(ascii: "/") { continue }
      guard let end = find("</\(name)", from: offset) else { break }
      contents += texts(in: offset..<end)
      offset = end
    }
    return contents
  }

  /// Whether there is an element of one of the names.
  func holds(anyOf names: [String]) -> Bool { names.contains { startTag($0, from: 0) != nil } }

  private func startTag(_ name: String, from start: Int) -> Int? {
    var offset = start
    while let found = find("<\(name)", from: offset) {
      offset = found + 1 + name.utf8.count
      guard offset < bytes.count else { return nil }
      if bytes[offset] <= 0x20 || [UInt8(ascii: ">"), UInt8(ascii: "/")].contains(bytes[offset]) {
        return found
      }
    }
    return nil
  }

  private func find(_ text: String, from start: Int) -> Int? {
    let wanted = Array(text.utf8)
    var offset = start
    while let first = bytes[min(offset, bytes.count)...].firstIndex(of: wanted[0]) {
      if bytes[first...].starts(with: wanted) { return first }
      offset = first + 1
    }
    return nil
  }

  /// What stands between the tags.
  private func texts(in range: Range<Int>) -> [String] {
    var texts: [String] = []
    var rest = bytes[range]
    while !rest.isEmpty {
      let text = rest.prefix { $0 != UInt8(ascii: "<") }
      if !text.isEmpty { texts.append(Self.decoded(text)) }
      rest = rest[text.endIndex...].drop { $0 != UInt8(ascii: ">") }.dropFirst()
    }
    return texts
  }

  private static let entities = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'",
  ]

  private static func decoded(_ text: ArraySlice<UInt8>) -> String {
    var decoded = ""
    var rest = String(decoding: text, as: UTF8.self)[...]
    while let and = rest.firstIndex(of: "&") {
      decoded += rest[..<and]
      rest = rest[rest.index(after: and)...]
      guard let end = rest.prefix(10).firstIndex(of: ";") else {
        decoded += "&"
        continue
      }
      let name = rest[..<end]
      let number = name.hasPrefix("#x") ? UInt32(name.dropFirst(2), radix: 16) : UInt32(name.dropFirst())
      if let known = entities[String(name)] {
        decoded += known
      } else if name.hasPrefix("#"), let scalar = number.flatMap(Unicode.Scalar.init) {
        decoded.unicodeScalars.append(scalar)
      }
      rest = rest[rest.index(after: end)...]
    }
    return decoded + rest
  }
}
