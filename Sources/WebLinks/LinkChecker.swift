import Diagnostics

/// Asks addresses of other sites whether they answer.
///
/// Addresses of private networks and of this machine are refused, by the host's name, by a literal address, and
/// by what the name stands for when a connection is opened. Behind a proxy, which looks names up itself, the
/// last is left to the proxy.
public struct LinkChecker: Sendable {
  private let limits: LinkLimits
  private let cache: LinkCache?
  private let allowsPrivate: Bool

  /// - cache: what earlier runs were told; nil asks everything anew.
  /// - allowsPrivate: asks addresses of private networks too.
  public init(limits: LinkLimits = LinkLimits(), cache: LinkCache?, allowsPrivate: Bool = false) {
    self.limits = limits
    self.cache = cache
    self.allowsPrivate = allowsPrivate
  }

  /// Asks each address once, whatever fragments it has, unless the cache knows it. A cache that cannot be written is
  /// passed over: all it costs is asking again. Cancelling the task ends the run within a tenth of a second.
  ///
  /// - urls: addresses of http and https, the more important first: the limit on their number cuts off the rest.
  /// - now: seconds since 1970, for the cache.
  /// - Returns: an answer for every one of `urls`.
  public func check(_ urls: [String], now: Int) async -> [String: LinkAnswer] {
    var known = cache?.read(now: now) ?? [:]
    var answers: [WebAddress: LinkAnswer] = [:]
    var toAsk: [WebAddress] = []
    var addresses: [String: WebAddress] = [:]
    for url in urls where addresses[url] == nil {
      guard let address = WebAddress(url) else { continue }
      addresses[url] = address
      if answers[address] != nil { continue }
      if address.isPrivateByName && !allowsPrivate {
        answers[address] = .skipped(.privateNetwork)
      } else if let kept = known[address.text] {
        answers[address] = kept.answer
      } else {
        // Stands until there is a better one.
        answers[address] = .skipped(.limit)
        if toAsk.count < limits.addresses { toAsk.append(address) }
      }
    }
    if !toAsk.isEmpty {
      let fresh = await ask(toAsk)
      answers.merge(fresh) { _, new in new }
      if let cache {
        for (address, answer) in fresh where Self.isWorthKeeping(answer, amid: fresh.values) {
          known[address.text] = LinkCache.Entry(time: now, answer: answer)
        }
        cache.write(known)
      }
    }
    return urls.reduce(into: [:]) { result, url in
      result[url] = addresses[url].flatMap { answers[$0] } ?? .unreachable(.malformed)
    }
  }

  private func ask(_ addresses: [WebAddress]) async -> [WebAddress: LinkAnswer] {
    let stop = StopSign()
    return await withTaskCancellationHandler {
      await onOwnThread { [limits, allowsPrivate] in
        var run = LinkRun(limits, allowsPrivate: allowsPrivate, stop: stop)
        return run.ask(addresses)
      }
    } onCancel: {
      stop.set()
    }
  }

  /// When nobody at all could be reached, the fault is here and may be gone in a minute.
  private static func isWorthKeeping(
    _ answer: LinkAnswer, amid answers: some Sequence<LinkAnswer>
  ) -> Bool {
    switch answer {
    case .found, .refused: true
    case .unreachable:
      answers.contains {
        switch $0 {
        case .found, .refused, .busy: true
        case .unreachable, .skipped: false
        }
      }
    case .busy, .skipped: false
    }
  }
}
