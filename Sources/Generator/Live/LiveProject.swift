import Diagnostics
import Vietnamese

/// A project under an editor's hands: draws the address that is asked for, and takes in what is saved.
package actor LiveProject {
  private let options: BuildOptions
  /// The project's folder.
  package var root: String { options.project }
  private let origin: String
  package private(set) var state: LiveState?
  /// Why the project cannot be read as it is now; the last one that could is shown meanwhile.
  private var failures: [Diagnostic] = []

  /// - Parameters:
  ///   - options: its output and portals play no part.
  ///   - origin: where the preview has all portals, as `http://127.0.0.1:4000`.
  package init(_ options: BuildOptions, origin: String) async {
    self.options = options
    self.origin = origin
    var problems: [Diagnostic] = []
    state = await LiveState(options, origin: origin, problems: &problems)
    failures = problems
  }

  package var language: Language? { state?.project.language }

  package struct PortalName: Sendable, Encodable {
    package let id: String
    package let title: String
  }

  /// The main one first.
  package var portals: [PortalName] {
    guard let project = state?.project else { return [] }
    let names = project.portals.map { PortalName(id: $0.id, title: $0.title) }
    return [names[project.mainPortal]] + names[..<project.mainPortal] + names[(project.mainPortal + 1)...]
  }

  /// Everything that is wrong; links of all portals are looked at, which takes a moment on a big site.
  package func allProblems() -> [Diagnostic] {
    for index in state?.project.portals.indices ?? 0..<0 { _ = state?.drawing(of: index) }
    return knownProblems
  }

  private var knownProblems: [Diagnostic] { failures + (state?.problems ?? []) }

  /// Takes in that files were saved, made or removed.
  ///
  /// - Parameter paths: below the project.
  /// - Returns: whether anything on a page may differ.
  package func apply(_ paths: Set<String>) async -> Bool {
    let change = state?.apply(Set(paths.map(NFC.normalize))) ?? .readAgain
    guard change == .readAgain else { return change == .redrawn }
    var problems: [Diagnostic] = []
    if let fresh = await LiveState(options, origin: origin, problems: &problems) { state = fresh }
    failures = problems
    return true
  }

  // MARK: Answers

  package struct Answer: Sendable {
    package enum Content: Sendable {
      case bytes([UInt8])
      /// The page has nothing to show but what is wrong.
      case broken
      /// Nothing has this address; the bytes are the portal's own page that says so.
      case missing([UInt8])
      /// The address that was meant.
      case elsewhere(String)
    }
    package let content: Content
    /// The address below the portal's root, with its ending.
    package let path: String
  }

  /// What stands at an address.
  ///
  /// - Parameter path: below the portal's root, decoded.
  package func answer(portal id: String, path: String) async -> Answer? {
    guard let portal = state?.project.portals.firstIndex(where: { $0.id == id }) else { return nil }
    var path = path.isEmpty || path.hasSuffix("/") ? path + Site.home : path
    guard var drawing = state?.drawing(of: portal) else { return Answer(content: .broken, path: path) }
    var output = drawing.outputs.output(at: path)
    if output == nil,
      let other = [path + ".html", path.droppingIndex + ".html"].first(where: {
        drawing.outputs.output(at: $0) != nil
      })
    {
      return Answer(content: .elsewhere(other), path: other)
    }
    if drawing.search == nil, let library = state?.library,
      output.map({ $0.kind == .search }) ?? path.hasPrefix(Site.searchFolder)
    {
      // It takes as long as reading all pages: only who searches needs it.
      let indexed = await drawing.indexed(
        from: .reading(library, workers: options.workers), workers: options.workers)
      state?.keep(indexed, insteadOf: drawing)
      drawing = indexed
      output = drawing.outputs.output(at: path)
    }
    var isMissing = false
    if output == nil {
      if state?.unreadableFile(at: path, of: portal) != nil { return Answer(content: .broken, path: path) }
      isMissing = true
      path = Site.notFound
      output = drawing.outputs.output(at: path)
    }
    var bytes: [UInt8] = []
    guard let output, (try? drawing.append(output, to: &bytes)) != nil else {
      return Answer(content: .broken, path: path)
    }
    return Answer(content: isMissing ? .missing(bytes) : .bytes(bytes), path: path)
  }

  /// What the preview's panel says of the page at an address; nil for what is no page of the content.
  package func facts(portal id: String, path: String) -> PageFacts? {
    guard let portal = state?.project.portals.firstIndex(where: { $0.id == id }),
      let drawing = state?.drawing(of: portal)
    else { return nil }
    let path = path.isEmpty || path.hasSuffix("/") ? path + Site.home : path
    if let file = state?.unreadableFile(at: path, of: portal) {
      return PageFacts(unreadable: file.shownPath)
    }
    return drawing.outputs.output(at: path).flatMap { PageFacts(of: $0, in: drawing) }
  }

  /// What keeps a page from being as it should: its own problems, and those of files that all pages share.
  package func problems(of source: String?) -> [Diagnostic] {
    knownProblems.filter { problem in
      problem.path == source || problem.severity == .error && !problem.path.hasSuffix(".md")
    }
  }

  /// How many problems there are on pages that were looked at, by severity: errors, warnings.
  package var counts: (errors: Int, warnings: Int) {
    let problems = knownProblems
    return (problems.count { $0.severity == .error }, problems.count { $0.severity == .warning })
  }
}

extension String {
  /// `a/index.html` and `a/index` as `a`.
  fileprivate var droppingIndex: String {
    for ending in ["/index.html", "/index"] where hasSuffix(ending) { return String(dropLast(ending.count)) }
    return self
  }
}
