/// Errands that wait for their host: each host is asked so many times at once, with a pause between.
struct HostQueue {
  typealias Instant = ContinuousClock.Instant

  private struct Line {
    var waiting: [Errand] = []
    var running = 0
    var notBefore = ContinuousClock.now
  }

  private let atOnce: Int
  private let pause: Duration
  private var lines: [String: Line] = [:]
  /// Hosts in the order they were met, so that a run is the same each time.
  private var hosts: [String] = []

  init(_ limits: LinkLimits) {
    atOnce = max(1, limits.atOncePerHost)
    pause = limits.pausePerHost
  }

  mutating func append(_ errand: Errand) { line(errand.address.host) { $0.waiting.append(errand) } }

  /// What was begun goes before what was not, or a run that is cut off would have many halves.
  mutating func prepend(_ errand: Errand) { line(errand.address.host) { $0.waiting.insert(errand, at: 0) } }

  private mutating func line(_ host: String, change: (inout Line) -> Void) {
    if lines[host] == nil { hosts.append(host) }
    change(&lines[host, default: Line()])
  }

  /// Takes out an errand whose host may be asked now; `requestEnded` has to follow.
  mutating func next(at now: Instant) -> Errand? {
    for host in hosts {
      guard let line = lines[host], let start = start(of: line), start <= now else { continue }
      lines[host]!.running += 1
      lines[host]!.notBefore = now + pause
      return lines[host]!.waiting.removeFirst()
    }
    return nil
  }

  mutating func requestEnded(host: String, at now: Instant) {
    lines[host]?.running -= 1
    lines[host]?.notBefore = now + pause
  }

  /// When the first errand may start that need not wait for another to end; nil when there is none.
  var nextStart: Instant? { lines.values.compactMap { start(of: $0) }.min() }

  private func start(of line: Line) -> Instant? {
    guard !line.waiting.isEmpty, line.running < atOnce else { return nil }
    return line.notBefore
  }

  /// Takes out all that wait for a host.
  mutating func drop(host: String) -> [Errand] {
    let dropped = lines[host]?.waiting ?? []
    lines[host]?.waiting = []
    return dropped
  }

  /// Takes out all.
  mutating func dropAll() -> [Errand] { hosts.flatMap { drop(host: $0) } }

  var isEmpty: Bool { lines.values.allSatisfy(\.waiting.isEmpty) }
}
