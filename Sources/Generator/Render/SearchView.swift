import Search
import Templates
import Vietnamese

/// What a search page says of the index, and where the client finds it.
struct SearchView: View {
  let drawing: Drawing
  let base: Base

  static let fields = Fields<SearchView>(
    "search",
    [
      .text("folder", "where the index lies") { $0.base.prefix($0.drawing) + Site.searchFolder },
      .text("version", "changes with the index: a browser must not mix two") { $0.drawing.search?.version },
      .number("count", "how many pages it searches") { $0.drawing.search?.documentCount ?? 0 },
      .text("newest", "the date of the newest of them, in words") { view in
        view.drawing.site.recent.first.flatMap { view.drawing.page($0).date }.map(view.drawing.words)
      },
      .text("newest_iso", "the same as 2026-11-23") { view in
        view.drawing.site.recent.first.flatMap { view.drawing.page($0).date }?.iso
      },
    ])
}

/// A letter of the index from A to Z.
struct LetterView: View {
  let drawing: Drawing
  let letter: Alphabet.Letter
  /// Which page of the letter's list, from 1; 0 where the list is not shown.
  let number: Int32
  let base: Base
  var isCurrent = false

  private var pageCount: Int {
    PagedList.pageCount(of: letter.entries.count, size: Alphabet.longestList)
  }
  private var route: String { "\(drawing.site.words.search)/\(letter.slug).html" }

  private func href(_ number: Int) -> String? {
    guard number >= 1, number <= pageCount else { return nil }
    return base.prefix(drawing) + PagedList.route(number, from: route, word: drawing.site.words.page)
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
        view.drawing.site.alphabet?.isOnePage == true ? "#" + view.letter.slug : view.href(1)
      },
      .flag("is_current", "whether this page is the letter's") { $0.isCurrent },
      .number("count", "how many entries it has") { $0.letter.entries.count },
      .flag("has_entries", "whether its entries stand here") { !$0.entries.isEmpty },
      .list("entries", "its entries; none on the list of letters of a big site", LetterEntryView.self) {
        view in
        view.entries.map { LetterEntryView(drawing: view.drawing, base: view.base, entry: $0) }
      },
      .text("previous_href", "the page of its list before") { $0.href(Int($0.number) - 1) },
      .text("next_href", "the page of its list after") { view in
        view.number > 0 ? view.href(Int(view.number) + 1) : nil
      },
    ])
}

/// A page or a tag in the index from A to Z.
struct LetterEntryView: View {
  let drawing: Drawing
  let base: Base
  let entry: Alphabet.Entry

  private var title: String {
    switch entry {
    case .page(let key): drawing.page(key).title
    case .tag(let index): drawing.site.tags[index].name
    }
  }

  private var route: String {
    switch entry {
    case .page(let key): drawing.route(key)
    case .tag(let index): drawing.site.tags[index].route
    }
  }

  static let fields = Fields<LetterEntryView>(
    "letter_entry",
    [
      .text("title", "the page's title, or the tag") { $0.title },
      .address("href", "where it leads") { ($0.base.prefix($0.drawing), $0.route) },
      .flag("is_tag", "whether it is a tag") { if case .tag = $0.entry { true } else { false } },
    ])
}

extension RootView {
  /// All letters, with their entries where they fit on one page.
  var letters: [LetterView] {
    guard let alphabet = drawing.site.alphabet else { return [] }
    let isWhole = output.kind == .search && alphabet.isOnePage
    let current = letter?.letter
    return alphabet.letters.map {
      LetterView(drawing: drawing, letter: $0, number: isWhole ? 1 : 0, base: base, isCurrent: $0 === current)
    }
  }

  var letter: LetterView? {
    guard output.kind == .letter, let alphabet = drawing.site.alphabet else { return nil }
    return LetterView(
      drawing: drawing, letter: alphabet.letters[Int(output.item)], number: output.number, base: base)
  }
}
