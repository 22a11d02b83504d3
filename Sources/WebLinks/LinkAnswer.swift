/// What the outside says of an address.
public enum LinkAnswer: Sendable, Equatable {
  /// An HTTP status below 400.
  case found(status: Int)
  /// An HTTP status of 400 or above.
  case refused(status: Int)
  /// No answer: what went wrong, in libcurl's words.
  case unreachable(String)
}
