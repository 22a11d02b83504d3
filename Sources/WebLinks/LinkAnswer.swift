import Diagnostics

/// What the outside says of an address.
public enum LinkAnswer: Sendable, Equatable {
  /// An HTTP status below 400.
  ///
  /// - movedTo: where the site says the page is for good (301, 308); nil when it is where it was.
  case found(status: Int, movedTo: String? = nil)
  /// An HTTP status of 400 or above, also to a GET.
  case refused(status: Int)
  /// No answer at all.
  case unreachable(LinkFailure)
  /// The site asks to be left alone for a while: 429, or 503 with Retry-After. Nothing is wrong with the address.
  case busy
  /// Nobody was asked.
  case skipped(SkipReason)

  public enum SkipReason: Sendable, Hashable {
    /// The run asks no more addresses than so many.
    case limit
    /// The run was over, or was cancelled, before an answer came.
    case time
    /// The address is within a private network, or on this machine.
    case privateNetwork
  }
}
