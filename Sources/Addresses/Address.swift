import Files
import Vietnamese

/// What a link says by its characters alone: its scheme, its host, what was meant by it.
package enum Address {
  /// The scheme of an address in lower case, nil for a path (RFC 3986, section 3.1).
  package static func scheme(of destination: String) -> String? {
    var scheme: [UInt8] = []
    for byte in destination.utf8 {
      if byte == UInt8(ascii: ":") { return scheme.isEmpty ? nil : String(decoding: scheme, as: UTF8.self) }
      // A browser skips these inside a scheme, so “java\tscript:” is still one.
      if byte <= 0x20 { continue }
      guard
        byte.isASCIILetter || byte.isASCIIDigit || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
          || byte == UInt8(ascii: ".")
      else {
        return nil
      }
      scheme.append(byte.isASCIILetter ? byte | 0x20 : byte)
    }
    return nil
  }

  /// `C:\\x`, `file:///C:/x`, `\\server\x`.
  package static func isOnOwnDisk(_ destination: String) -> Bool {
    guard let first = destination.utf8.first else { return false }
    if first == UInt8(ascii: "\\") { return true }
    guard first.isASCIILetter else { return false }
    return destination.utf8.dropFirst().first == UInt8(ascii: ":") || scheme(of: destination) == "file"
  }

  /// What follows the host in an address on the author's own computer; nil for another address.
  package static func pathOfPreview(_ destination: String) -> String? {
    for scheme in ["http://", "https://"] where destination.hasPrefix(scheme) {
      let rest = destination.dropFirst(scheme.count)
      let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
      let host = authority.hasPrefix("[") ? authority.prefix { $0 != "]" } : authority.prefix { $0 != ":" }
      guard ["localhost", "127.0.0.1", "0.0.0.0", "[::1"].contains(host.lowercased()) else { return nil }
      return String(rest.dropFirst(authority.count).prefix { $0 != "?" && $0 != "#" })
    }
    return nil
  }

  /// What was meant by an address that is none: `111`, `phuong@hanoi.gov.vn`, `“https://…”`, `http//…`, `tel: 113`,
  /// `..\anh\hop.jpg`. Nil where that cannot be told.
  package static func rightForm(of destination: String) -> String? {
    let bare = destination.trimming { "“”‘’\"'".contains($0) }
    if bare.utf8.count < destination.utf8.count, !bare.isEmpty { return rightForm(of: bare) ?? bare }
    if let scheme = scheme(of: destination) {
      let rest = destination.drop { $0 != ":" }.dropFirst()
      switch scheme {
      case "tel", "mailto", "sms":
        // A message that is to be sent may have blanks.
        let address = destination.prefix { $0 != "?" }
        let right = address.filter { !$0.isWhitespace }
        return right == address ? nil : right + destination.dropFirst(address.count)
      case "https", "http": return rest.hasPrefix("//") ? nil : webAddress(scheme, rest)
      default: return nil
      }
    }
    for scheme in ["https", "http"] where destination.hasPrefix(scheme + "/") {
      return webAddress(scheme, destination.dropFirst(scheme.count))
    }
    if destination.contains("\\") { return destination.replacing("\\", with: "/") }
    if PhoneNumber(destination) != nil, PhoneNumber.isSure(in: destination) {
      return "tel:" + destination.filter { $0.isNumber || $0 == "+" }
    }
    let mailbox = destination.split(separator: "@", omittingEmptySubsequences: false)
    guard mailbox.count == 2, !mailbox[0].isEmpty, !destination.contains("/"),
      looksLikeHost(String(mailbox[1]))
    else { return nil }
    return "mailto:" + destination
  }

  private static func webAddress(_ scheme: String, _ rest: Substring) -> String? {
    let name = String(rest.drop { $0 == "/" })
    return looksLikeHost(name) ? "\(scheme)://\(name)" : nil
  }

  /// `tongdai111.vn`, `www.hanoi.gov.vn/tin`.
  package static func looksLikeHost(_ path: String) -> Bool {
    let host = path.prefix { $0 != "/" }
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count >= 2, let last = labels.last, topDomains.contains(last.lowercased())
    else {
      return false
    }
    return labels.allSatisfy { label in
      !label.isEmpty
        && label.utf8.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "-") }
    }
  }

  /// Undoes percent encoding; nil for a malformed one, a NUL, or more marks than a letter has.
  package static func decoded(_ text: String) -> String? {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    var bytes: [UInt8] = []
    var iterator = text.utf8.makeIterator()
    while let byte = iterator.next() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = iterator.next(), let low = iterator.next(),
        let value = UInt8(String(decoding: [high, low], as: UTF8.self), radix: 16), value != 0
      else { return nil }
      bytes.append(value)
    }
    return NFC.tooLongRun(bytes) == nil ? String(validating: bytes, as: UTF8.self) : nil
  }

  /// Those that nobody takes for the ending of a file or for the end of a sentence.
  package static let topDomains: Set = [
    "vn", "com", "net", "org", "gov", "edu", "info", "me", "io", "asia", "xyz", "online", "site", "top",
    "shop", "club", "app",
  ]
}

extension String {
  /// Without such characters at either end.
  fileprivate func trimming(_ isOutside: (Character) -> Bool) -> String {
    var inner = self[...]
    while let first = inner.first, isOutside(first) { inner.removeFirst() }
    while let last = inner.last, isOutside(last) { inner.removeLast() }
    return String(inner)
  }
}
