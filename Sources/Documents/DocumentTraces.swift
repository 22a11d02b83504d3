/// What a document tells of the people who worked on it, beside its text.
public struct DocumentTraces: Sendable, Equatable {
  /// Authors and last editors, each once.
  public private(set) var names: [String] = []
  public internal(set) var hasComments = false
  /// Insertions and deletions that were neither accepted nor rejected.
  public internal(set) var hasTrackedChanges = false

  /// What programs write where they know nobody.
  private static let nobody: Set = [
    "author", "unknown", "un-named", "anonymous", "none", "python-docx", "microsoft office user",
    "windows user",
    "user", "admin", "administrator", "openpyxl",
  ]

  mutating func add(name: String) {
    let name = String(
      name.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : Character($0) }
    ).trimmed
    guard !name.isEmpty, !Self.nobody.contains(name.lowercased()), !names.contains(name) else { return }
    names.append(name)
  }
}

extension String {
  fileprivate var trimmed: String {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
