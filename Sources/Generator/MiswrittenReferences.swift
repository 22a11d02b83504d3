import Diagnostics
import Vietnamese

/// What a link is that is no path.
extension PageReferences {
  /// `C:\\x`, `file:///C:/x`, `\\server\x`.
  static func isOnOwnDisk(_ destination: String) -> Bool {
    guard let first = destination.utf8.first else { return false }
    if first == UInt8(ascii: "\\") { return true }
    guard first.isASCIILetter else { return false }
    return destination.utf8.dropFirst().first == UInt8(ascii: ":") || scheme(of: destination) == "file"
  }

  /// What follows the host in an address on the author's own computer; nil for another address.
  static func pathOfPreview(_ destination: String) -> String? {
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
  static func rightForm(of destination: String) -> String? {
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
  static func looksLikeHost(_ path: String) -> Bool {
    let host = path.prefix { $0 != "/" }
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count >= 2, let last = labels.last, WebLinkCheck.topDomains.contains(last.lowercased())
    else {
      return false
    }
    return labels.allSatisfy { label in
      !label.isEmpty
        && label.utf8.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "-") }
    }
  }
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

extension LinkProblem {
  /// What to say of a file that is shown as a picture and is none that browsers show.
  static func noImage(_ target: String, _ bytes: [UInt8]) -> LinkProblem {
    let brand = bytes.dropFirst(8).prefix(4)
    let isHEIC =
      bytes.dropFirst(4).starts(with: "ftyp".utf8)
      && ["heic", "heix", "heif", "mif1"].contains { brand.elementsEqual($0.utf8) }
    return isHEIC ? .heicPicture(target) : .notAnImage(target)
  }
}
