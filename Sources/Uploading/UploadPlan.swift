/// What an upload does, in the order in which no page on the server ever names a file that is not there, and what somebody
/// asked to be taken away goes first.
struct UploadPlan: Sendable, Equatable {
  /// Files that were withdrawn.
  var first: [String] = []
  /// Files that are new or changed: what pages show and load, then pages from the deepest to the home page, then what
  /// leads to pages.
  var puts: [String] = []
  /// Files that no longer belong to the portal.
  var last: [String] = []
  /// Files that are not as they were sent, and not as they are to be: somebody else changed or removed them.
  var changedByOthers: [String] = []
  /// Files that were never sent. They are left alone.
  var foreign: [String] = []

  /// What a destination has at a path.
  enum Found: Sendable, Equatable {
    case file(Manifest.Entry)
    /// None of the files that were sent, or are to be.
    case another
  }

  /// - Parameters:
  ///   - local: what is to be there.
  ///   - sent: what was sent last; nil where nothing was.
  ///   - begun: what a run was to send that was cut off; nil where none was.
  ///   - there: what the destination has.
  ///   - withdrawn: paths of what was withdrawn.
  init(
    local: Manifest, sent: Manifest?, begun: Manifest?, there: [String: Found],
    withdrawn: Set<String>
  ) {
    func matches(_ path: String, _ entry: Manifest.Entry?) -> Bool {
      guard let entry, let found = there[path] else { return false }
      return found == .file(entry)
    }
    for (path, entry) in local.files {
      if !matches(path, entry) { puts.append(path) }
    }
    for (path, _) in sent?.files ?? [:] {
      let isOurs =
        matches(path, sent?.files[path]) || matches(path, begun?.files[path])
        || matches(path, local.files[path])
      // What was to be removed may be gone already.
      let mayBeGone = begun != nil && begun?.files[path] == nil
      if !isOurs, !(there[path] == nil && mayBeGone) { changedByOthers.append(path) }
    }
    let ours = Set((sent?.files ?? [:]).keys).union((begun?.files ?? [:]).keys)
    for path in there.keys where local.files[path] == nil {
      if !ours.contains(path) {
        if !Self.isPassedOver(path) { foreign.append(path) }
      } else if withdrawn.contains(path) {
        first.append(path)
      } else {
        last.append(path)
      }
    }
    // A withdrawn page has a page in its place that says so: it goes before all else as well.
    let urgent = puts.filter(withdrawn.contains).sorted()
    puts = urgent + puts.filter { !withdrawn.contains($0) }.sorted { Rank($0) < Rank($1) }
    first.sort()
    // A page goes before what it shows and loads.
    last.sort { (!$0.hasSuffix(".html") ? 1 : 0, $0) < (!$1.hasSuffix(".html") ? 1 : 0, $1) }
    changedByOthers.sort()
    foreign.sort()
  }

  /// What an administrator or this tool puts there.
  private static func isPassedOver(_ path: String) -> Bool {
    path == Manifest.name || path == Manifest.nextName || path.hasPrefix(".well-known/")
  }

  /// The order of what is sent.
  private struct Rank: Comparable {
    let turn: Int
    let depth: Int
    let path: String

    init(_ path: String) {
      self.path = path
      depth = path.utf8.count { $0 == UInt8(ascii: "/") }
      turn =
        path == "index.html"
        ? 2
        : path.hasSuffix(".html")
          ? 1
          : path.hasSuffix(".xml") || path.hasPrefix("assets/search/") || path.hasPrefix(".ht")
            || path == "web.config"
            || path.hasPrefix("server/") ? 3 : 0
    }

    static func < (a: Rank, b: Rank) -> Bool { (a.turn, -a.depth, a.path) < (b.turn, -b.depth, b.path) }
  }
}
