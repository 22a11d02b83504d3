import Diagnostics
import Files

extension ProjectCheck {
  /// Published pages that by their names are copies of the page beside them.
  func copies() -> [Diagnostic] {
    let published = library.pages.values.filter(\.isPublished)
    let paths = Set(published.map(\.path))
    return published.compactMap { page in
      let name = page.path.lastComponent
      let folder = page.path.dropLast(name.count)
      let original = name.copiedNames.first { paths.contains(folder + $0) }
      return original.map { Diagnostic(found: UpkeepProblem.copy(name, of: $0), in: page.path) }
    }
  }
}

extension String {
  private static let leads = ["copy of ", "bản sao của ", "ban sao cua "]
  private static let words: Set<String> = ["copy", "sao chép", "sao chep", "bản sao", "ban sao"]

  /// The names that a page's file may have had before somebody or a program made a copy of it under this one.
  fileprivate var copiedNames: [String] {
    guard hasSuffix(".md") else { return [] }
    var stem = dropLast(3)
    var names: [String] = []
    func add(_ rest: Substring) {
      stem = rest
      names.append(rest + ".md")
    }
    if let lead = Self.leads.first(where: { stem.lowercased().hasPrefix($0) }) {
      add(stem.dropFirst(lead.count))
    }
    if let rest = stem.withoutNumber { add(rest) }
    if let rest = stem.withoutLast(where: Self.words.contains, after: " - ") { add(rest) }
    while let rest = stem.withoutLast(where: { $0 == "copy" || $0.isVersion }) {
      add(rest)
    }
    return names
  }

  /// “final”, “v2”
  private var isVersion: Bool {
    self == "final"
      || first == "v" && (2...3).contains(utf8.count) && utf8.dropFirst().allSatisfy(\.isASCIIDigit)
  }
}

extension Substring {
  /// “bai (1)” without its end.
  fileprivate var withoutNumber: Substring? {
    guard last == ")", let open = lastIndex(of: "("), open > startIndex else { return nil }
    let digits = self[index(after: open)...].dropLast()
    guard (1...2).contains(digits.utf8.count), digits.utf8.allSatisfy(\.isASCIIDigit) else { return nil }
    return self[..<open].trimmedEnd
  }

  /// The text before its last word of a kind, with what parts the two.
  fileprivate func withoutLast(where isMeant: (String) -> Bool, after sign: String) -> Substring? {
    guard let range = ranges(of: sign).last, range.lowerBound > startIndex,
      isMeant(self[range.upperBound...].lowercased())
    else { return nil }
    return self[..<range.lowerBound].trimmedEnd
  }

  fileprivate func withoutLast(where isMeant: (String) -> Bool) -> Substring? {
    guard let gap = lastIndex(where: { " _-".contains($0) }), gap > startIndex,
      isMeant(self[index(after: gap)...].lowercased())
    else { return nil }
    return self[..<gap].trimmedEnd
  }

  private var trimmedEnd: Substring {
    var text = self
    while let last = text.last, " _-".contains(last) { text.removeLast() }
    return text
  }
}
