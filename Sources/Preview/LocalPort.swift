import Glibc

/// A port of this machine that no other machine reaches.
struct LocalPort: Sendable {
  static let host = "127.0.0.1"

  let port: UInt16

  var origin: String { "http://\(Self.host):\(port)" }

  /// The first port that is free: of ten from `first` on, else any.
  static func free(from first: UInt16) -> LocalPort? {
    let next = (0..<10).lazy.compactMap { UInt16(exactly: Int(first) + $0) }
    return (next.lazy.compactMap(bound).first ?? bound(0)).map(LocalPort.init)
  }

  /// Binds a port and lets it go again; 0 asks the system for any.
  private static func bound(_ port: UInt16) -> UInt16? {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    // As the server does: a port that was used a moment ago is free.
    var reuse: Int32 = 1
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &reuse, socklen_t(MemoryLayout<Int32>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = inet_addr(host)
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    return withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
        guard bind(descriptor, generic, size) == 0, getsockname(descriptor, generic, &size) == 0 else {
          return nil
        }
        return UInt16(bigEndian: pointer.pointee.sin_port)
      }
    }
  }

  /// Whether a request was sent to this address by name. A page elsewhere can have its own name lead here, and would
  /// read what is previewed; but it cannot change the name that the browser sends (DNS rebinding).
  func isNamed(by host: String?) -> Bool {
    guard let host = host?.lowercased() else { return false }
    return [Self.host, "localhost", "[::1]"].contains { host == "\($0):\(port)" || port == 80 && host == $0 }
  }
}
