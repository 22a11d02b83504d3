import LibCurl

/// An http or https address in the form it is asked in: parsed by libcurl, what has to be percent-encoded is,
/// and without fragment, name and password, which are not for others to see.
struct WebAddress: Hashable, Sendable {
  let text: String
  /// In lower case; a literal IPv6 address stands in brackets.
  let host: String

  /// - Returns: nil when this is not an address of the web.
  init?(_ address: String) {
    guard let parts = curl_url() else { return nil }
    defer { curl_url_cleanup(parts) }
    let encode = UInt32(CURLU_URLENCODE)
    guard curl_url_set(parts, CURLUPART_URL, address, encode) == CURLUE_OK,
      let scheme = Self.part(CURLUPART_SCHEME, of: parts), scheme == "http" || scheme == "https",
      let host = Self.part(CURLUPART_HOST, of: parts)
    else { return nil }
    for part in [CURLUPART_FRAGMENT, CURLUPART_USER, CURLUPART_PASSWORD] {
      curl_url_set(parts, part, nil, 0)
    }
    guard let text = Self.part(CURLUPART_URL, of: parts) else { return nil }
    self.text = text
    self.host = host.lowercased()
  }

  private static func part(_ part: CURLUPart, of parts: OpaquePointer) -> String? {
    var text: UnsafeMutablePointer<CChar>?
    guard curl_url_get(parts, part, &text, 0) == CURLUE_OK, let text else { return nil }
    defer { curl_free(text) }
    return String(cString: text)
  }

  /// Whether the host's name alone says that it is not on the public Internet: a literal address of a private
  /// network, a name without a dot, or one of the top-level names set aside for such networks (RFC 6761, 6762, 8375).
  var isPrivateByName: Bool {
    if host.hasPrefix("[") {
      return NetworkAddress(literal: String(host.dropFirst().dropLast()))?.isPublic != true
    }
    if let address = NetworkAddress(literal: host) { return !address.isPublic }
    let labels = host.split(separator: ".")
    guard labels.count > 1, let top = labels.last else { return true }
    return ["localhost", "local", "internal", "lan"].contains(top) || host.hasSuffix(".home.arpa")
  }
}
