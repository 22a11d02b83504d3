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
