import Files
import Vietnamese

/// The pages and tags of a portal by their first letter: what a reader without JavaScript searches with.
struct Alphabet: Sendable {
  /// A class so that a view holds it in one word.
  final class Letter: Sendable {
    /// As readers see it: `Đ`, `0–9`, or `#` for what begins with no letter of the alphabet.
    let name: String
    /// In addresses, as Telex types it: `dd`.
    let slug: String
    let entries: [Entry]

    init(name: String, slug: String, entries: [Entry]) {
      self.name = name
      self.slug = slug
      self.entries = entries
    }
  }

  enum Entry: Sendable {
    case page(PageKey)
    /// By its place among the site's tags.
    case tag(Int)
  }

  /// In Vietnamese order, those that have entries.
  let letters: [Letter]
  let count: Int

  /// A list that is longer is spread over a page for each letter.
  static let longestList = 500

  var isOnePage: Bool { count <= Self.longestList }

  init(pages: [(key: PageKey, title: String, sortKey: SortKey)], tags: [String]) {
    let entries =
      pages.map { (title: $0.title, sortKey: $0.sortKey, entry: Entry.page($0.key)) }
      + tags.enumerated().map { (title: $1, sortKey: SortKey($1), entry: Entry.tag($0)) }
    let order = entries.indices.sorted { (entries[$0].sortKey, $0) < (entries[$1].sortKey, $1) }
    var letters: [(initial: Initial, entries: [Entry])] = []
    for index in order {
      let initial = Initial(of: entries[index].title)
      if let place = letters.lastIndex(where: { $0.initial == initial }) {
        letters[place].entries.append(entries[index].entry)
      } else {
        letters.append((initial, [entries[index].entry]))
      }
    }
    self.letters = letters.map { Letter(name: $0.initial.name, slug: $0.initial.slug, entries: $0.entries) }
    count = entries.count
  }

  private struct Initial: Equatable {
    let name: String
    let slug: String

    init(of title: String) {
      guard let first = title.first(where: { $0.isLetter || $0.isNumber }) else {
        (name, slug) = ("#", "khac")
        return
      }
      if first.isNumber {
        (name, slug) = ("0–9", "so")
        return
      }
      let letter = Folding.foldTones(String(first))
      if let slug = Self.telex[letter] {
        self.slug = slug
        name = letter.uppercased()
      } else if let base = Folding.fold(letter).utf8.first, base.isASCIILetter {
        slug = String(decoding: [base], as: UTF8.self)
        name = slug.uppercased()
      } else {
        (name, slug) = ("#", "khac")
      }
    }

    private static let telex = [
      "ă": "aw", "â": "aa", "đ": "dd", "ê": "ee", "ô": "oo", "ơ": "ow", "ư": "uw",
    ]
  }
}
