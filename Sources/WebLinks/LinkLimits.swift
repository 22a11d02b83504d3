/// How much one run asks of others, and of its own time.
public struct LinkLimits: Sendable {
  /// Addresses asked in a run; those whose answer is kept do not count.
  public var addresses = 500
  /// Requests at once.
  public var atOnce = 8
  /// Requests at once to one host.
  public var atOncePerHost = 1
  /// Least time between the end of one request to a host and the start of the next.
  public var pausePerHost = Duration.milliseconds(500)
  public var connectTimeout = Duration.seconds(5)
  /// For all requests that one address needs together; a HEAD takes half of it at most.
  public var addressTimeout = Duration.seconds(15)
  public var runTimeout = Duration.seconds(120)
  /// Redirections followed for one address.
  public var redirects = 5
  /// Bytes of a body that are read.
  public var bodySize = 65_536

  public init() {}
}
