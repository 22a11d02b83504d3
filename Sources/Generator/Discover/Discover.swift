import Diagnostics
import Files
import Vietnamese

/// What a project declares, and which files it has.
package struct Sources: Sendable {
  package var project: Project
  package let tree: ContentTree
}

extension Run {
  /// Finds the project, its portals and its files.
  ///
  /// - Parameter substitutes: what stands for files of the project.
  /// - Returns: nil when there is no project to speak of; `problems` says why.
  package mutating func discover(with substitutes: Substitutes = .none) -> Sources? {
    begin(.discover)
    let sources = Sources(
      discovering: options.project, with: substitutes, rules: options.rules, problems: &problems)
    language = sources?.project.language
    return sources
  }
}

extension Sources {
  /// - Parameters:
  ///   - root: the project's folder.
  ///   - substitutes: what stands for files of the project.
  ///   - rules: those of `check` that its files may speak of; nil where nobody minds.
  ///   - problems: receives what is wrong with it; where there is no project to speak of, why.
  package init?(
    discovering root: String, with substitutes: Substitutes = .none, rules: RuleBook? = nil,
    problems: inout [Diagnostic]
  ) {
    guard let project = Project(declaredIn: root, with: substitutes, rules: rules, problems: &problems)
    else { return nil }
    var discovery = Discovery(root: root, substitutes: substitutes.with(project.withdrawals))
    discovery.run(portals: project.hasPortalFolders ? project.portals.map(\.id) : [])
    problems += discovery.problems
    self.init(project: project, tree: discovery.tree)
  }
}

extension Project {
  /// What the project and its portals declare, and no more.
  package init?(
    declaredIn root: String, with substitutes: Substitutes = .none, rules: RuleBook? = nil,
    problems: inout [Diagnostic]
  ) {
    var loader = ProjectLoader(root: root, substitutes: substitutes, rules: rules)
    let project = loader.load()
    problems += loader.problems
    guard let project else { return nil }
    self = project
  }
}

/// Walks content/ and the portals' folders in it.
///
/// Files whose names begin with a dot or end with `~` are editors' and systems' own, and passed over.
struct Discovery {
  let root: String
  private let substitutes: Substitutes
  private(set) var tree: ContentTree
  private(set) var problems: [Diagnostic] = []
  /// Folders that links led to within what is walked now, by their real paths.
  private var linked: Set<String> = []
  /// Where content/ really is.
  private let content: String

  /// Deeper ones come from a copy that went round, and make paths that no system takes.
  private static let deepest = 64

  /// - Parameter substitutes: what stands for pages.
  init(root: String, substitutes: Substitutes) {
    self.root = root
    self.substitutes = substitutes
    tree = ContentTree(home: (try? Disk.realPath(root)) ?? root)
    content = (try? Disk.realPath(root + "/content")) ?? root + "/content"
  }

  /// - Parameter portals: ids of the portals, in order.
  mutating func run(portals: [String]) {
    walk("content", below: "", portal: nil, ancestors: [])
    for (index, id) in portals.enumerated() {
      linked = []
      walk("content/portals/\(id)", below: "", portal: index, ancestors: [])
    }
    if !substitutes.files.isEmpty { tree = tree.with(substitutes, portals: portals) }
  }

  private mutating func walk(_ folder: String, below path: String, portal: Int?, ancestors: [String]) {
    let entries: [Disk.Entry]
    var ancestors = ancestors
    guard path.utf8.count(where: { $0 == UInt8(ascii: "/") }) < Self.deepest else {
      problems.append(Diagnostic(FileProblem.foldersTooDeep(limit: Self.deepest), in: NFC.normalize(folder)))
      return
    }
    do throws(Disk.Failure) {
      entries = try Disk.entries(of: root + "/" + folder)
      let place = try Disk.realPath(root + "/" + folder)
      guard Disk.isPath(place, within: tree.home) else {
        problems.append(Diagnostic(FileProblem.linkOutside, in: folder))
        return
      }
      ancestors.append(place)
    } catch {
      problems.append(Diagnostic(FileProblem.unreadableFolder(error.reason), in: NFC.normalize(folder)))
      return
    }
    for entry in entries where !Self.passesOver(entry.name) {
      let disk = folder + "/" + entry.name
      let shown = NFC.normalize(disk)
      guard entry.isUTF8 else {
        problems.append(Diagnostic(FileProblem.nameNotUTF8, in: shown))
        continue
      }
      let inner = path.isEmpty ? NFC.normalize(entry.name) : path + "/" + NFC.normalize(entry.name)
      switch entry.kind == .link ? followed(disk, shown: shown, ancestors: ancestors) : entry.kind {
      case .folder:
        // What is not content: the portals themselves, the facts, and a portal's own templates.
        if path.isEmpty, portal == nil ? ["portals", "facts"].contains(inner) : inner == "theme" {
          if inner == "facts", holdsFiles(disk) {
            problems.append(Diagnostic(FileProblem.factsNotRead, in: shown))
          }
          continue
        }
        walk(disk, below: inner, portal: portal, ancestors: ancestors)
      case .file:
        if path.isEmpty, ["site.yaml", "portal.yaml", "withdrawn.yaml"].contains(inner) { continue }
        if Leftover.isLeftover(entry.name) {
          tree.leftovers.append(
            ContentTree.File(
              path: inner, diskPath: root + "/" + disk, shownPath: shown, portal: portal,
              home: tree.home))
          continue
        }
        // It is not published, and must not stand in the way of what has its place.
        if substitutes.isAbsent(shown) || substitutes.withdrawal(shown) != nil {
          tree.absent.append(
            ContentTree.File(
              path: inner, diskPath: root + "/" + disk, shownPath: shown, portal: portal, home: tree.home))
          continue
        }
        tree.add(inner, disk: root + "/" + disk, shown: shown, portal: portal, problems: &problems)
      case .other: problems.append(Diagnostic(FileProblem.notRegular, in: shown))
      case .link: break
      }
    }
  }

  private func holdsFiles(_ folder: String) -> Bool {
    guard var walk = try? TreeWalk(root + "/" + folder) else { return false }
    while let step = walk.next() {
      if Self.isPassedOver(step.entry.name) { continue }
      guard step.entry.kind == .folder else { return true }
      try? walk.enter(step.path)
    }
    return false
  }

  /// Whether a name is an editor's or a system's own.
  static func isPassedOver(_ name: String) -> Bool {
    passesOver(name) || Leftover.isLeftover(name)
  }

  /// Whether a path has a name that no content has.
  static func passesOver(_ path: String) -> Bool {
    path.split(separator: "/").contains { Disk.isHidden($0) }
  }

  /// What a link leads to; reported and `.link` where it must not be followed.
  private mutating func followed(_ disk: String, shown: String, ancestors: [String]) -> Disk.Entry.Kind {
    do throws(Disk.Failure) {
      let target = try Disk.realPath(root + "/" + disk)
      if ancestors.contains(where: { Disk.isPath($0, within: target) }) {
        problems.append(Diagnostic(FileProblem.linkLoop, in: shown))
        return .link
      }
      guard Disk.isPath(target, within: tree.home) else {
        problems.append(Diagnostic(FileProblem.linkOutside, in: shown))
        return .link
      }
      switch try Disk.kind(of: target) {
      case .file:
        // The text of a page, or what is a secret of another place, would go out under another name.
        guard Disk.isPath(target, within: content) else { return .file }
        let other = String(target.dropFirst(tree.home.utf8.count + 1))
        problems.append(Diagnostic(FileProblem.linkRepeats(other: other), in: shown))
        return .link
      case .folder:
        // Many links to folders with links to folders would be many thousand folders.
        let isRead = Disk.isPath(target, within: content) || !linked.insert(target).inserted
        guard isRead else { return .folder }
        let other = String(target.dropFirst(tree.home.utf8.count + 1))
        problems.append(Diagnostic(FileProblem.linkRepeats(other: other), in: shown))
        return .link
      case .other: return .other
      }
    } catch {
      let problem: FileProblem =
        if case .linkLoop = error.reason { .linkLoop } else { .unreadable(error.reason) }
      problems.append(Diagnostic(problem, in: shown))
      return .link
    }
  }
}
