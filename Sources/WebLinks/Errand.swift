import Diagnostics

/// An address on its way to an answer: a HEAD, redirections, and a GET where a HEAD is not answered well.
struct Errand {
  /// The address that the answer is for.
  let origin: WebAddress
  /// The address to ask next, and how.
  private(set) var address: WebAddress
  private(set) var method = LinkTransfer.Method.head
  /// How long its requests took; the time it stood in a queue does not count.
  var spent = Duration.zero
  /// Made for the first request.
  var transfer: LinkTransfer?
  private var redirects = 0
  private var isPermanent = true
  private var movedTo: WebAddress?

  init(_ address: WebAddress) {
    origin = address
    self.address = address
  }

  func timeout(_ limits: LinkLimits) -> Duration {
    let left = limits.addressTimeout - spent
    return method == .head ? min(left, limits.addressTimeout / 2) : left
  }

  /// Takes in what came of a request.
  ///
  /// - Returns: the answer, or nil when `address` has to be asked.
  mutating func take(_ reply: LinkReply, _ limits: LinkLimits, allowsPrivate: Bool) -> LinkAnswer? {
    switch reply {
    case .privateNetwork: return .skipped(.privateNetwork)
    case .status(429, _, _), .status(503, _, asksToWait: true): return .busy
    case .status(let status, let redirect?, _) where (300..<400).contains(status):
      return follow(redirect, status, limits, allowsPrivate: allowsPrivate)
    case .status(let status, _, _) where status < 400:
      return .found(status: status, movedTo: movedTo?.text)
    case .status(let status, _, _):
      // Servers that do not do HEAD give any status for it.
      return method == .get ? .refused(status: status) : askAgain(limits, or: .refused(status: status))
    case .failure(let failure):
      switch failure {
      case .noAnswerInTime, .other:
        return method == .get ? .unreachable(failure) : askAgain(limits, or: .unreachable(failure))
      default: return .unreachable(failure)
      }
    }
  }

  private mutating func follow(
    _ redirect: String, _ status: Int, _ limits: LinkLimits, allowsPrivate: Bool
  ) -> LinkAnswer? {
    guard redirects < limits.redirects else { return .unreachable(.tooManyRedirects) }
    guard let next = WebAddress(redirect) else { return .unreachable(.redirectOffTheWeb) }
    if next.isPrivateByName && !allowsPrivate { return .skipped(.privateNetwork) }
    redirects += 1
    address = next
    // After a redirection that may end tomorrow, what follows says nothing about the first address.
    isPermanent = isPermanent && (status == 301 || status == 308)
    if isPermanent { movedTo = next == origin ? nil : next }
    return spent < limits.addressTimeout ? nil : .unreachable(.noAnswerInTime)
  }

  private mutating func askAgain(_ limits: LinkLimits, or answer: LinkAnswer) -> LinkAnswer? {
    method = .get
    return spent < limits.addressTimeout ? nil : answer
  }
}
