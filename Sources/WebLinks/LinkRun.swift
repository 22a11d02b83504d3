import LibCurl
import Synchronization

/// One round of questions, over libcurl's multi interface: everything happens on the thread that calls `ask`.
struct LinkRun {
  private let limits: LinkLimits
  private let allowsPrivate: Bool
  private let stop: StopSign
  private var queue: HostQueue
  private var running: [UnsafeMutableRawPointer: Errand] = [:]
  private var busyHosts: Set<String> = []
  private var answers: [WebAddress: LinkAnswer] = [:]

  init(_ limits: LinkLimits, allowsPrivate: Bool, stop: StopSign) {
    self.limits = limits
    self.allowsPrivate = allowsPrivate
    self.stop = stop
    queue = HostQueue(limits)
  }

  /// - Returns: an answer for each address, before the limit on the run's time has passed by more than a moment.
  mutating func ask(_ addresses: [WebAddress]) -> [WebAddress: LinkAnswer] {
    let deadline = ContinuousClock.now + limits.runTimeout
    for address in addresses { queue.append(Errand(address)) }
    guard isLibraryReady, let multi = curl_multi_init() else {
      for errand in queue.dropAll() { answers[errand.origin] = .unreachable(.other("libcurl")) }
      return answers
    }
    defer { curl_multi_cleanup(multi) }
    while !queue.isEmpty || !running.isEmpty, ContinuousClock.now < deadline, !stop.isSet {
      start(on: multi)
      var active: Int32 = 0
      curl_multi_perform(multi, &active)
      finish(on: multi)
      curl_multi_poll(multi, nil, 0, pause(until: deadline), nil)
    }
    for (handle, errand) in running {
      curl_multi_remove_handle(multi, handle)
      answers[errand.origin] = .skipped(.time)
    }
    for errand in queue.dropAll() { answers[errand.origin] = .skipped(.time) }
    return answers
  }

  private mutating func start(on multi: UnsafeMutableRawPointer) {
    let now = ContinuousClock.now
    while running.count < max(1, limits.atOnce), var errand = queue.next(at: now) {
      // A proxy's address says nothing of the one that is asked for; the proxy's keeper decides what it may reach.
      let transfer =
        errand.transfer ?? LinkTransfer(limits, checksSockets: !allowsPrivate && !Proxy.isConfigured)
      guard let transfer else {
        answers[errand.origin] = .unreachable(.other("libcurl"))
        queue.requestEnded(host: errand.address.host, at: now)
        continue
      }
      transfer.prepare(errand.method, errand.address, timeout: errand.timeout(limits))
      errand.transfer = transfer
      curl_multi_add_handle(multi, transfer.handle)
      running[transfer.handle] = errand
    }
  }

  private mutating func finish(on multi: UnsafeMutableRawPointer) {
    var left: Int32 = 0
    while let message = curl_multi_info_read(multi, &left) {
      guard message.pointee.msg == CURLMSG_DONE, let handle = message.pointee.easy_handle,
        var errand = running.removeValue(forKey: handle), let transfer = errand.transfer
      else { continue }
      // The message goes with the handle.
      let code = message.pointee.data.result
      curl_multi_remove_handle(multi, handle)
      queue.requestEnded(host: errand.address.host, at: .now)
      var microseconds: curl_off_t = 0
      curl_get_offset(handle, CURLINFO_TOTAL_TIME_T, &microseconds)
      errand.spent += .microseconds(Int64(microseconds))
      let host = errand.address.host
      let reply = transfer.reply(code, to: errand.method)
      if let answer = errand.take(reply, limits, allowsPrivate: allowsPrivate) {
        answers[errand.origin] = answer
        if answer == .busy { leaveAlone(host) }
      } else if busyHosts.contains(errand.address.host) {
        answers[errand.origin] = .busy
      } else {
        queue.prepend(errand)
      }
    }
  }

  /// A host that asks to be left alone is not asked for the rest of the run.
  private mutating func leaveAlone(_ host: String) {
    busyHosts.insert(host)
    for errand in queue.drop(host: host) { answers[errand.origin] = .busy }
  }

  /// Milliseconds until there may be something to do besides what libcurl waits for.
  private func pause(until deadline: ContinuousClock.Instant) -> Int32 {
    if queue.isEmpty && running.isEmpty { return 0 }
    // So often the stop sign is looked at.
    var end = min(deadline, .now + .milliseconds(100))
    if running.count < max(1, limits.atOnce), let start = queue.nextStart { end = min(end, start) }
    // Rounded up, or the last millisecond would be spent going round.
    return end <= .now ? 0 : Int32(ContinuousClock.now.duration(to: end).milliseconds + 1)
  }
}

/// Tells a run, from any thread, to end.
final class StopSign: Sendable {
  private let state = Atomic(false)

  var isSet: Bool { state.load(ordering: .relaxed) }
  func set() { state.store(true, ordering: .relaxed) }
}

/// libcurl wants this done once and by one thread, which a constant is.
private let isLibraryReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK
