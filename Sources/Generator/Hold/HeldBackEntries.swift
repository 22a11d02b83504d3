import Diagnostics
import Files

/// What becomes of changes that are held back: what the next build remembers, and what people are told.
extension HeldBack {
  /// Keeps the sources that were published just now, and since when which are held back.
  ///
  /// - Parameter now: seconds since 1970.
  mutating func keep(_ parsed: ParsedTree, now: Int64) {
    // What portals show that stay as they were is not what lies here: another time it must not be taken for it.
    if isForgotten, !portals.isEmpty { return }
    guard let declarations = Self.declarations(of: parsed.project, with: substitutes) else { return }
    sources.add(declarations.filter { !sources.holds($0.path, $0.key) })
    let known = Set(parsed.project.portals.map(\.id))
    let withdrawn = parsed.project.withdrawals.map(\.path)
    let unsound = portals.values.compactMap { if case .error(let error) = $0 { error.path } else { nil } }
    // These are as they were, and so are pages of a portal that this build knew nothing of.
    let passedOver = sources.entries.filter { path, _ in
      if withdrawn.contains(path) { return false }
      return unsound.contains(path)
        || path.hasPrefix("content/portals/")
          && !known.contains(path.split(separator: "/").dropFirst(2).first.map(String.init) ?? "")
          && !path.hasSuffix("/portal.yaml")
    }
    let unsaid = withdrawn + substitutes.files.keys.filter(substitutes.isAbsent) + unsound
    sources.publish(
      parsed.sources.filter { !unsaid.contains($0.path) } + declarations.map { ($0.path, $0.key) }
        + passedOver.map { ($0.key, $0.value.key) },
      since: Dictionary(
        uniqueKeysWithValues: entries(now: now).filter { !isNotAskedFor($0.path) }.map { ($0.path, $0.since) }
      ))
  }

  /// Frees what is known of sources, when nobody asks any more.
  mutating func letGoOfSources() { sources = PublishedSources(in: nil, named: "") }

  /// What is held back, in the order of paths, portals last.
  func entries(now: Int64) -> [Entry] {
    let files = files.map { path, cause in
      let isGone = !Disk.exists(root + "/" + path)
      let state: Entry.State =
        isGone ? .stillPublished : substitutes.isAbsent(path) ? .notPublished : .lastPublished
      return Entry(path: path, state: state, cause: cause, since: sources.since[path] ?? now)
    }
    let portals = portals.map { id, cause in
      let path = id + "/"
      return Entry(path: path, state: .portalAsItWas, cause: cause, since: sources.since[path] ?? now)
    }
    return files.sorted { $0.path < $1.path } + portals.sorted { $0.path < $1.path }
  }

  /// What people are told.
  struct Outcome: Sendable {
    let entries: [Entry]
    let isForgotten: Bool
    /// The pages as they were before anything was held back; nil where nothing had to be.
    let library: Library?
  }

  /// - Parameter now: seconds since 1970.
  func outcome(now: Int64) -> Outcome {
    Outcome(entries: entries(now: now), isForgotten: isForgotten, library: library)
  }

  /// A change that is not published yet.
  package struct Entry: Sendable {
    package enum State: String, Sendable {
      /// A changed file: readers still meet what it said before.
      case lastPublished = "last-published"
      /// A new one.
      case notPublished = "not-published"
      /// One that is gone from content/ and that readers still meet.
      case stillPublished = "still-published"
      case portalAsItWas = "portal-as-it-was"
    }

    /// Below the project; of a portal below the output's folder.
    package let path: String
    package let state: State
    package let cause: Cause
    /// Seconds since 1970.
    package let since: Int64
  }

  /// Whether a change waits since only others were asked for.
  private func isNotAskedFor(_ path: String) -> Bool {
    if case .notAskedFor? = files[path] { true } else { false }
  }
}
