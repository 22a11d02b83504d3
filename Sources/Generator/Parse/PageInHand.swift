import Diagnostics
import Files
import Markdown

/// A page together with all that was read of its file: for who reads it over while it is at hand, since the build
/// keeps only the page.
package struct PageInHand {
  package let page: Page
  package let source: PageSource
  /// What stands in its text, and where.
  package let outline: Outline
  package let references: PageReferences
}

/// Looks at each page while it is at hand, on whichever thread reads it; nil of a page where nothing is to be kept.
package typealias PageLook<Found: Sendable> = @Sendable (PageInHand) -> Found?

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
