import Diagnostics
import Generator
import Vietnamese

/// What two pages have in common that they should not.
extension ProjectCheck {
  /// Titles and descriptions that stand on two pages of one portal; reported on the later one.
  func repeatedTexts() -> [Diagnostic] {
    var found: [Diagnostic] = []
    // A pair may meet on several portals.
    var seen: Set<Pair> = []
    for drawing in snapshot.drawings {
      var titles: [Repeated: PageID] = [:]
      var descriptions: [Repeated: PageID] = [:]
      for id in drawing.site.shown.values.compactMap(\.self).sorted() {
        guard let checked = pages[id] else { continue }
        let page = library.pages[id]
        // Chapters are told apart by their handbook.
        let scope = page.kind == .chapter ? drawing.site.parents[page.key] : nil
        if let first = titles.insert(id, Repeated(text: checked.title.words, scope: scope)),
          seen.insert(Pair(first: first, later: id, share: .title)).inserted
        {
          let problem = PageDataProblem.titleRepeated(page.title, other: library.pages[first].path)
          found.append(Diagnostic(found: problem, in: page.path, at: checked.title.place))
        }
        guard let description = checked.description,
          let first = descriptions.insert(id, Repeated(text: description.words, scope: nil)),
          seen.insert(Pair(first: first, later: id, share: .description)).inserted
        else { continue }
        let problem = PageDataProblem.descriptionRepeated(other: library.pages[first].path)
        found.append(Diagnostic(found: problem, in: page.path, at: description.place))
      }
    }
    return found
  }

  // MARK: Tags

  /// Tags that differ by one letter from one that more pages have, where few pages have them: most likely a slip.
  func nearTags() -> [Diagnostic] {
    var uses: [String: [(page: PageID, name: String)]] = [:]
    for (id, checked) in pages.rows where checked != nil {
      for tag in library.pages[id].tags { uses[tag.slug, default: []].append((id, tag.name)) }
    }
    // Two words one edit apart have a word in common among themselves and what is left of each without a letter.
    var near: [String: [String]] = [:]
    for slug in uses.keys.sorted() where Self.tagLengths.contains(slug.utf8.count) {
      for variant in Self.variants(of: slug) { near[variant, default: []].append(slug) }
    }
    return uses.sorted { $0.key < $1.key }.flatMap { slug, places -> [Diagnostic] in
      guard places.count <= Self.rareUses, Self.tagLengths.contains(slug.utf8.count) else { return [] }
      let others = Set(Self.variants(of: slug).flatMap { near[$0] ?? [] })
      let candidates = others.filter { other in
        (uses[other]?.count ?? 0) > places.count && Self.differsByASlip(slug, other)
      }
      let best = candidates.max { (uses[$0]?.count ?? 0, $1) < (uses[$1]?.count ?? 0, $0) }
      guard let best, let other = uses[best]?.first?.name else { return [] }
      return places.map { id, name in
        let place = pages[id]?.tagPlaces.first { $0.name == name }?.place ?? .file
        let problem = PageDataProblem.nearlySameTag(name, other: other)
        return Diagnostic(found: problem, in: library.pages[id].path, at: place)
      }
    }
  }

  /// Shorter words are near each other by chance; what is longer is a sentence, and has too many variants.
  private static let tagLengths = 6...64
  private static let rareUses = 2

  private static func variants(of slug: String) -> Set<String> {
    let bytes = Array(slug.utf8)
    return Set(
      [slug] + bytes.indices.map { String(decoding: bytes[..<$0] + bytes[($0 + 1)...], as: UTF8.self) })
  }

  /// Class 6 and class 7 are not a slip.
  private static func differsByASlip(_ one: String, _ other: String) -> Bool {
    one != other && one.filter(\.isNumber) == other.filter(\.isNumber)
      && editDistance(Array(one.unicodeScalars), Array(other.unicodeScalars), atMost: 1) == 1
  }
}

/// Two pages that have something in common.
private struct Pair: Hashable {
  enum Share { case title, description }

  let first: PageID
  let later: PageID
  let share: Share
}

private struct Repeated: Hashable {
  let text: String
  let scope: PageKey?
}

extension [Repeated: PageID] {
  /// Keeps the first; returns it for every later one.
  fileprivate mutating func insert(_ id: PageID, _ text: Repeated) -> PageID? {
    if let first = self[text] { return first }
    self[text] = id
    return nil
  }
}
