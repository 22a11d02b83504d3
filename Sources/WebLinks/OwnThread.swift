import Glibc

/// Runs work that blocks on a thread of its own, since Swift's own threads are few and must not wait.
///
/// SIGPIPE is kept from that thread, because writing to a closed connection would end the process, and its
/// characters are UTF-8 there, because libidn2 asks the locale how to read a host's name.
func onOwnThread<Result: Sendable>(_ work: @escaping @Sendable () -> Result) async -> Result {
  await withCheckedContinuation { continuation in
    let errand = Unmanaged.passRetained(ThreadWork { continuation.resume(returning: work()) })
    var thread = pthread_t()
    let code = pthread_create(&thread, nil, ThreadWork.start, errand.toOpaque())
    guard code == 0 else {
      // No room for another thread: better late than never.
      errand.takeRetainedValue().work()
      return
    }
    pthread_detach(thread)
  }
}

private final class ThreadWork: Sendable {
  let work: @Sendable () -> Void

  init(_ work: @escaping @Sendable () -> Void) { self.work = work }

  static let start: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { pointer in
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGPIPE)
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    let locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", nil)
    let previous = locale.flatMap { uselocale($0) }
    Unmanaged<ThreadWork>.fromOpaque(pointer!).takeRetainedValue().work()
    if let locale {
      uselocale(previous)
      freelocale(locale)
    }
    return nil
  }
}
