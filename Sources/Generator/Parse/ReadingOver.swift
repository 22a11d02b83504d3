import Diagnostics
import Synchronization

/// What is to be found out about a project beside what its site is made of. `Checking` has both halves.
package struct ReadingOver<Found: Sendable>: Sendable {
  /// What looks at each page; nil where no page of the project need be looked at.
  let look: @Sendable (Project) -> PageLook<Found>?
  /// Looks at all together, and says what is amiss.
  let findings: @Sendable (Snapshot, Rows<PageID, Found?>) async -> [Diagnostic]

  package init(
    look: @escaping @Sendable (Project) -> PageLook<Found>?,
    findings: @escaping @Sendable (Snapshot, Rows<PageID, Found?>) async -> [Diagnostic]
  ) {
    self.look = look
    self.findings = findings
  }
}

/// Looks at a page, which has a number.
typealias NumberedLook = @Sendable (Int, PageInHand) -> Void

/// What was kept of the looks at pages. The stages between know nothing of its type: a generic one in the hot path costs
/// all builds, and only `check` looks.
final class KeptLooks<Found: Sendable>: Sendable {
  private let found: Mutex<[Found?]>

  init(count: Int) { found = Mutex(Array(repeating: nil, count: count)) }

  /// The look as the parser takes it: what it finds is kept under the page's number.
  func keeping(_ look: @escaping PageLook<Found>) -> NumberedLook {
    { number, read in
      let value = look(read)
      self.found.withLock { $0[number] = value }
    }
  }

  subscript(index: Int) -> Found? { found.withLock { $0[index] } }
}
