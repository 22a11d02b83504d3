import Dispatch
import FlyingFox
import Glibc
import Synchronization

/// Ends connections that ask nothing for long, or without an end: FlyingFox waits for the rest of a request, or for the
/// next, however long it takes, and each that waits holds a file descriptor, or a thread when it sends all the while.
///
/// It keeps its connections to itself, so they are found among the descriptors of this process.
final class Connections: Sendable {
  /// How long a connection may take to ask, the whole of its request's lines included.
  static let patience = Duration.seconds(10)
  /// How many bytes may lie unread: more than any request that the preview answers has.
  static let unreadLimit = 64 << 10

  /// What a connection, named by its other end's port, is doing.
  private enum State {
    case asking(since: ContinuousClock.Instant)
    case answered
    /// Told of what is saved, for as long as its page is open.
    case listening
  }

  private let port: UInt16
  private let states = Mutex<[UInt16: State]>([:])
  /// Opened at once: later there may be no descriptor left for it.
  private nonisolated(unsafe) let descriptors: OpaquePointer?

  /// - Parameter port: the server's own.
  init(to port: UInt16) {
    self.port = port
    descriptors = opendir("/proc/self/fd")
  }

  deinit { if let descriptors { closedir(descriptors) } }

  /// Answers a request, during which its connection is let be.
  func answer(
    _ request: HTTPRequest, by make: @Sendable (HTTPRequest) async -> HTTPResponse
  ) async -> HTTPResponse {
    guard case .ip4(_, let peer) = request.remoteAddress else { return await make(request) }
    states.withLock { $0[peer] = .answered }
    let response = await make(request)
    let isStream = response.headers[.contentType] == "text/event-stream"
    states.withLock { $0[peer] = isStream ? .listening : .asking(since: .now) }
    return response
  }

  /// Sweeps each second, until it is cancelled; not in a task, whose threads those who send without an end may all hold.
  func sweeping() -> any DispatchSourceTimer {
    let timer = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "vungxanh.connections"))
    timer.schedule(deadline: .now() + 1, repeating: 1)
    timer.setEventHandler { self.sweep() }
    timer.resume()
    return timer
  }

  /// Ends those that have asked nothing for long, and those that send more than a request has. For one thread.
  func sweep(now: ContinuousClock.Instant = .now) {
    var open: [UInt16: Int32] = [:]
    for descriptor in ownDescriptors() where Self.port(of: descriptor, getsockname) == port {
      if let peer = Self.port(of: descriptor, getpeername) { open[peer] = descriptor }
    }
    let late = states.withLock { states in
      states = states.filter { open[$0.key] != nil }
      return open.filter { peer, descriptor in
        if Self.count(UInt(FIONREAD), descriptor) > Self.unreadLimit { return true }
        guard case .asking(let since) = states[peer, default: .asking(since: now)] else { return false }
        if states[peer] == nil { states[peer] = .asking(since: now) }
        return since.advanced(by: Self.patience) <= now && Self.count(UInt(TIOCOUTQ), descriptor) == 0
      }
    }
    for (_, descriptor) in late {
      // Not closed, which is FlyingFox's to do: the number would be another file's before it notices.
      shutdown(descriptor, Int32(SHUT_RDWR))
      // What was sent already could still be read; this throws it away (tcp(7)).
      recv(descriptor, nil, .max, Int32(MSG_TRUNC) | Int32(MSG_DONTWAIT))
    }
  }

  private func ownDescriptors() -> [Int32] {
    guard let descriptors else { return [] }
    rewinddir(descriptors)
    var numbers: [Int32] = []
    while let entry = readdir(descriptors) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if let number = Int32(name) { numbers.append(number) }
    }
    return numbers
  }

  /// Nil for what is no socket, or not connected.
  private static func port(
    of descriptor: Int32,
    _ end: (Int32, UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<socklen_t>) -> Int32
  ) -> UInt16? {
    var address = sockaddr_in()
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    return withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
        guard end(descriptor, generic, &size) == 0, pointer.pointee.sin_family == sa_family_t(AF_INET) else {
          return nil
        }
        return UInt16(bigEndian: pointer.pointee.sin_port)
      }
    }
  }

  /// How many bytes wait in a connection: to be read (`FIONREAD`); or (`TIOCOUTQ`) for the other end to take them, as with
  /// a film that is paused.
  private static func count(_ which: UInt, _ descriptor: Int32) -> Int {
    var count: Int32 = 0
    return ioctl(descriptor, which, &count) == 0 ? Int(count) : 0
  }
}
