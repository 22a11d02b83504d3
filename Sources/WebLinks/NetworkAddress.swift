import Glibc

/// An IP address, to tell the public Internet from everything else.
struct NetworkAddress {
  /// Four of them, or sixteen.
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// An address in figures; nil when the text is something else, such as a name.
  init?(literal: String) {
    for (family, size) in [(AF_INET, 4), (AF_INET6, 16)] {
      var bytes = [UInt8](repeating: 0, count: size)
      if inet_pton(family, literal, &bytes) == 1 {
        self.bytes = bytes
        return
      }
    }
    return nil
  }

  /// - Parameter address: as many bytes as its family has.
  /// - Returns: nil when it is neither IPv4 nor IPv6.
  init?(_ address: UnsafeRawPointer, family: Int32) {
    switch family {
    case AF_INET:
      self.bytes = withUnsafeBytes(of: address.loadUnaligned(as: sockaddr_in.self).sin_addr) { Array($0) }
    case AF_INET6:
      self.bytes = withUnsafeBytes(of: address.loadUnaligned(as: sockaddr_in6.self).sin6_addr) { Array($0) }
    default: return nil
    }
  }

  /// Whether anyone on the Internet can reach it, by IANA's registries of special-purpose addresses.
  var isPublic: Bool {
    if bytes.count == 4 { return isPublicV4(bytes[0], bytes[1], bytes[2]) }
    // Some addresses hold one of IPv4, which then counts: mapped (RFC 4291), NAT64 (RFC 6052) and 6to4 (RFC 3056).
    if bytes.starts(with: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff])
      || bytes.starts(with: [0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0])
    {
      return isPublicV4(bytes[12], bytes[13], bytes[14])
    }
    if bytes.starts(with: [0x20, 0x02]) { return isPublicV4(bytes[2], bytes[3], bytes[4]) }
    let isDocumentation = bytes.starts(with: [0x20, 0x01, 0x0d, 0xb8])
    return bytes[0] & 0xe0 == 0x20 && !isDocumentation
  }

  private func isPublicV4(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch (first, second, third) {
    case (0, _, _), (10, _, _), (127, _, _), (224..., _, _): false
    case (100, 64...127, _), (169, 254, _), (172, 16...31, _), (192, 168, _), (198, 18...19, _): false
    case (192, 0, 0), (192, 0, 2), (198, 51, 100), (203, 0, 113): false
    default: true
    }
  }
}
