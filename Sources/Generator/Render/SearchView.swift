import Search
import Templates
import Vietnamese

/// What a search page says of the index, and where the client finds it.
struct SearchView: View {
  let edition: Edition
  let base: Base

  static let fields = Fields<SearchView>(
    "search",
    [
      .text("folder", "where the index lies") { $0.base.prefix($0.edition) + Site.searchFolder },
      .text("version", "changes with the index: a browser must not mix two") { $0.edition.search?.version },
      .number("count", "how many pages it searches") { $0.edition.search?.documentCount ?? 0 },
      .text("newest", "the date of the newest of them, in words") { view in
        view.edition.site.recent.first.flatMap { view.edition.page($0).date }.map(view.edition.words)
      },
      .text("newest_iso", "the same as 2026-11-23") { view in
        view.edition.site.recent.first.flatMap { view.edition.page($0).date }?.iso
      },
    ])
}

/// A letter of the index from A to Z.
struct LetterView: View {
  let edition: Edition
  let letter: Alphabet.Letter
  /// Which page of the letter's list, from 1; 0 where the list is not shown.
  let number: Int32
  let base: Base
  var isCurrent = false

  private var pageCount: Int { (letter.entries.count + Alphabet.longestList - 1) / Alphabet.longestList }
  private var route: String { "\(edition.site.words.search)/\(letter.slug).html" }

  private func href(_ number: Int) -> String? {
    guard number >= 1, number <= pageCount else { return nil }
    let prefix = base.prefix(edition)
    return number == 1
      ? prefix + route : "\(prefix)\(route.dropLast(5))/\(edition.site.words.page)-\(number).html"
  }

  private var entries: ArraySlice<Alphabet.Entry> {
    guard number > 0 else { return [] }
    let start = (Int(number) - 1) * Alphabet.longestList
    return letter.entries[start..<min(start + Alphabet.longestList, letter.entries.count)]
  }

  static let fields = Fields<LetterView>(
    "letter",
    [
      .text("name", "the letter, as Đ") { $0.letter.name },
      .text("id", "the letter for addresses, as dd") { $0.letter.slug },
      .text("href", "where its entries are") { view in
        view.edition.site.alphabet?.isOnePage == true ? "#" + view.letter.slug : view.href(1)
      },
      .flag("is_current", "whether this page is the letter's") { $0.isCurrent },
      .number("count", "how many entries it has") { $0.letter.entries.count },
      .flag("has_entries", "whether its entries stand here") { !$0.entries.isEmpty },
      .list("entries", "its entries; none on the list of letters of a big site", LetterEntryView.self) {
        view in
        view.entries.map { LetterEntryView(edition: view.edition, base: view.base, entry: $0) }
      },
      .text("previous_href", "the page of its list before") { $0.href(Int($0.number) - 1) },
      .text("next_href", "the page of its list after") { view in
        view.number > 0 ? view.href(Int(view.number) + 1) : nil
      },
    ])
}

/// A page or a tag in the index from A to Z.
struct LetterEntryView: View {
  let edition: Edition
  let base: Base
  let entry: Alphabet.Entry

  private var title: String {
    switch entry {
    case .page(let key): edition.page(key).title
    case .tag(let index): edition.site.tags[index].name
    }
  }

  private var route: String {
    switch entry {
    case .page(let key): edition.route(key)
    case .tag(let index): edition.site.tags[index].route
    }
  }

  static let fields = Fields<LetterEntryView>(
    "letter_entry",
    [
      .text("title", "the page's title, or the tag") { $0.title },
      .address("href", "where it leads") { ($0.base.prefix($0.edition), $0.route) },
      .flag("is_tag", "whether it is a tag") { if case .tag = $0.entry { true } else { false } },
    ])
}

extension RootView {
  /// All letters, with their entries where they fit on one page.
  var letters: [LetterView] {
    guard let alphabet = edition.site.alphabet else { return [] }
    let isWhole = if case .search = output.route { alphabet.isOnePage } else { false }
    let current = letter?.letter
    return alphabet.letters.map {
      LetterView(edition: edition, letter: $0, number: isWhole ? 1 : 0, base: base, isCurrent: $0 === current)
    }
  }

  var letter: LetterView? {
    guard case .letter(let index, let number) = output.route, let alphabet = edition.site.alphabet else {
      return nil
    }
    return LetterView(
      edition: edition, letter: alphabet.letters[index], number: Int32(number), base: base)
  }
}
