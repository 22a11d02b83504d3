import Publishing
import Diagnostics
import Files

/// The page to search on.
struct SearchPage: HTMLSource {
  var isInSitemap: Bool { false }

  func declare(_ draft: SiteDraft, into addresses: inout AddressBook) {
    guard draft.site.alphabet != nil else { return }
    addresses.add("\(draft.words.search).html", .search)
  }

  /// It names the version of the index.
  func particulars(_ output: Output, of drawing: Drawing) -> [Fingerprint] {
    drawing.search.map { [$0.made] } ?? []
  }

  func layout(_ output: Output, of drawing: Drawing) -> Layout { .search }
  func title(_ output: Output, of drawing: Drawing) -> String { drawing.theme.word("search") }
}

/// The index from A to Z, where it is too long for one page: a page for each letter.
struct LetterPages: HTMLSource {
  var isInSitemap: Bool { false }

  func declare(_ draft: SiteDraft, into addresses: inout AddressBook) {
    guard let alphabet = draft.site.alphabet, !alphabet.isOnePage else { return }
    for (index, letter) in alphabet.letters.enumerated() {
      addresses.addList(
        "\(draft.words.search)/\(letter.slug).html", entries: letter.entries.count,
        size: Alphabet.longestList,
        .letter, item: Int32(index))
    }
  }

  func layout(_ output: Output, of drawing: Drawing) -> Layout { .letter }
  func title(_ output: Output, of drawing: Drawing) -> String { drawing.theme.word("search") }
  func trail(_ view: RootView) -> [LinkView] { [view.link(.search)] }
}

/// The files of the search index. They are declared when it is made: `Drawing.indexed(by:)`.
struct SearchFiles: OutputSource {
  var turn: PublishingTurn { .file }

  func declare(_ draft: SiteDraft, into addresses: inout AddressBook) {}

  /// Nothing else: where the index is known, its files need not be told apart.
  func fingerprint(_ output: Output, of drawing: Drawing) -> Fingerprint { drawing.search?.made ?? .none }

  func append(_ output: Output, of drawing: Drawing, to bytes: inout [UInt8]) throws(Disk.Failure)
    -> [Diagnostic]
  {
    bytes += drawing.search?.files[Int(output.item)].bytes ?? []
    return []
  }
}
