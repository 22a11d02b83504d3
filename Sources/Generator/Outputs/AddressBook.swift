import Diagnostics

/// The addresses given so far, each to one owner.
struct AddressBook {
  static let generator = "vungxanh"

  let portal: String
  private let word: String
  private var owners: [String: String] = [:]
  private(set) var outputs: [Output] = []
  private(set) var problems: [Diagnostic] = []

  init(_ draft: SiteDraft) {
    portal = draft.portal.id
    word = draft.words.page
    let count = draft.site.shown.count * 5 / 4
    owners.reserveCapacity(count)
    outputs.reserveCapacity(count)
  }

  /// Whether an address is still to be had.
  func isFree(_ path: String) -> Bool { owners[path.lowercased()] == nil && owners[path] == nil }

  /// - Parameters:
  ///   - owner: whom a clash is told to: the file of a page, or a name.
  ///   - place: where in the owner's file the address is asked for.
  mutating func add(
    _ path: some StringProtocol, _ kind: OutputKind, item: Int32 = 0, number: Int32 = 1,
    owner: String = generator, place: Place = .file
  ) {
    let path = String(path)
    // Windows and macOS servers do not tell A from a.
    let hasCapitals = path.utf8.contains { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    if let other = owners.updateValue(owner, forKey: hasCapitals ? path.lowercased() : path) {
      problems.append(
        Diagnostic(SiteProblem.sameRoute(path, other: other, portal: portal), in: owner, at: place))
      return
    }
    outputs.append(Output(path: path, kind: kind, item: item, number: number))
  }

  /// All pages of a list, the first at the list's own address.
  mutating func addList(
    _ first: String, entries: Int, size: Int, _ kind: OutputKind, item: Int32, owner: String = generator
  ) {
    for number in 1...max(1, PagedList.pageCount(of: entries, size: size)) {
      add(
        PagedList.route(number, from: first, word: word), kind, item: item, number: Int32(number),
        owner: owner)
    }
  }

  mutating func report(_ problem: any Problem, in path: String) {
    problems.append(Diagnostic(problem, in: path))
  }
}

extension SiteDraft {
  /// Every file of the site but those of its search index, in the order of their paths.
  func outputs(problems: inout [Diagnostic]) -> [Output] {
    var addresses = AddressBook(self)
    for kind in OutputKind.inOrder { kind.source.declare(self, into: &addresses) }
    problems += addresses.problems
    return addresses.outputs.sorted { $0.path < $1.path }
  }
}
