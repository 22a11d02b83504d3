import FlyingFox
import FlyingSocks

/// Tells open pages that something was saved, as server-sent events.
actor Bulletin {
  /// Another with each change, and each time the preview starts.
  var version: String { "\(session).\(count)" }
  private let session = UInt32.random(in: 0...UInt32.max)
  private var count = 0
  private var listeners: [Int: AsyncStream<[UInt8]>.Continuation] = [:]
  private var nextListener = 0

  func announce() {
    count += 1
    send("data: \(version)\n\n")
  }

  /// Shows the system which pages were closed: it tells only who writes to them.
  func beat() { send(":\n\n") }

  private func send(_ text: String) { for listener in listeners.values { listener.yield(Array(text.utf8)) } }

  /// What one open page is told, from now on; the version comes first, so that a page that lost touch knows.
  func listen() -> Events {
    let number = nextListener
    nextListener += 1
    let (stream, continuation) = AsyncStream.makeStream(of: [UInt8].self)
    continuation.onTermination = { _ in Task { await self.forget(number) } }
    listeners[number] = continuation
    continuation.yield(Array("retry: 500\ndata: \(version)\n\n".utf8))
    return Events(stream: stream)
  }

  private func forget(_ listener: Int) { listeners[listener] = nil }

  /// Bytes as FlyingFox sends them, each event at once.
  struct Events: AsyncBufferedSequence {
    typealias Element = UInt8
    let stream: AsyncStream<[UInt8]>

    func makeAsyncIterator() -> Iterator { Iterator(iterator: stream.makeAsyncIterator()) }

    struct Iterator: AsyncBufferedIteratorProtocol {
      var iterator: AsyncStream<[UInt8]>.Iterator

      mutating func nextBuffer(suggested _: Int) async -> [UInt8]? { await iterator.next() }

      mutating func next() async -> UInt8? { await iterator.next()?.first }
    }
  }
}
