import Markdown

/// Takes the sources of pages, to keep them, and the texts that have been parsed, and puts them on disk when they are more than memory should hold: drawn
/// they are one after the other, and a big site has more of them than of all else together.
struct TextShelf {
  private(set) var stored: StoredPages
  private(set) var archive: PublishedSources?
  private let cache: BuildCache?
  private let budget: Int
  /// Pages whose texts are in memory, by their index in the tree.
  private var held: [Int] = []
  private var bytes = 0

  /// - Parameters:
  ///   - archive: where sources go; nil to keep none.
  ///   - cache: where the texts go; nil to leave all in memory.
  ///   - budget: so many bytes may stay in memory.
  init(_ stored: StoredPages, _ archive: PublishedSources?, _ cache: BuildCache?, budget: Int) {
    self.stored = stored
    self.archive = archive
    self.cache = cache
    self.budget = budget
  }

  /// - Parameters:
  ///   - indices: pages that have just been parsed, by their index in the tree.
  ///   - pages: those whose texts are put on disk come back changed.
  mutating func take(_ indices: [Int], from pages: inout [ParsedPage?], of tree: ContentTree) {
    guard let cache else { return }
    archive?.add(
      indices.compactMap { index in
        guard let page = pages[index], let source = page.source else { return nil }
        return (tree.pages[index].shownPath, page.bytes, source)
      })
    for index in indices { pages[index]?.source = nil }
    held += indices
    bytes += indices.reduce(0) { $0 + (pages[$1]?.page?.body.countInMemory ?? 0) }
    guard bytes > budget else { return }
    stored.putTextsAway(of: held, in: &pages, of: tree, in: cache)
    (held, bytes) = ([], 0)
  }
}
