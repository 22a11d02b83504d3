import Diagnostics
import Fields
import Files
import Generator
import Proofreading
import Vietnamese

/// Finds the Markdown and YAML files of content/, each once. Links are followed within the project only, and what editors
/// and systems keep for themselves is passed over, as `Discovery` does.
struct MendableFiles {
  struct File: Sendable {
    /// Without links on the way: what is replaced is the file, not a link to it.
    let diskPath: String
    let shownPath: String
    let kind: SourceKind
  }

  private(set) var files: [File] = []
  private(set) var problems: [Diagnostic] = []
  private let root: String
  /// Folders and files, without links on the way.
  private var seen: Set<String> = []

  init(root: String) { self.root = root }

  /// - Parameter paths: absolute; all of content/ when there are none.
  mutating func find(_ paths: [String]) {
    guard Disk.isFolder(root + "/content") else {
      problems.append(Diagnostic(FileProblem.noContent(folder: "content"), in: root))
      return
    }
    for path in paths.isEmpty ? [root + "/content"] : paths {
      let shown = shownPath(of: path)
      guard shown == "content" || shown.hasPrefix("content/") else {
        problems.append(Diagnostic(MendingProblem.notMendable, in: shown))
        continue
      }
      follow(path, shown: NFC.normalize(shown), isNamed: true)
    }
    files.sort { $0.shownPath.utf8.lexicographicallyPrecedes($1.shownPath.utf8) }
  }

  /// A path as the project knows it, whether the project was named by a link or not.
  private func shownPath(of path: String) -> String {
    for home in [root, (try? Disk.realPath(root)) ?? root] where path.hasPrefix(home + "/") {
      return String(path.dropFirst(home.count + 1))
    }
    return path
  }

  /// - Parameter isNamed: whether the user named the path, so that its being of no use is said.
  private mutating func follow(_ path: String, shown: String, isNamed: Bool) {
    do throws(Disk.Failure) {
      let target = try Disk.realPath(path)
      let home = try Disk.realPath(root)
      guard target.hasPrefix(home + "/") else {
        problems.append(Diagnostic(FileProblem.linkOutside, in: shown))
        return
      }
      switch try Disk.kind(of: target) {
      case .folder: try walk(target, shown: shown)
      case .file: add(target, shown: shown, isNamed: isNamed)
      case .other: if isNamed { problems.append(Diagnostic(MendingProblem.notMendable, in: shown)) }
      }
    } catch {
      problems.append(Diagnostic(FileProblem.unreadable(error.reason), in: shown))
    }
  }

  private mutating func walk(_ folder: String, shown: String) throws(Disk.Failure) {
    guard seen.insert(folder).inserted else { return }
    var walk = try TreeWalk(folder)
    while let step = walk.next() {
      if step.entry.isHidden { continue }
      let inner = shown + "/" + NFC.normalize(step.path)
      let path = folder + "/" + step.path
      switch step.entry.kind {
      case .file: add(path, shown: inner, isNamed: false)
      case .folder:
        guard seen.insert(path).inserted else { continue }
        do throws(Disk.Failure) { try walk.enter(step.path) } catch {
          problems.append(Diagnostic(FileProblem.unreadable(error.reason), in: inner))
        }
      case .link: follow(path, shown: inner, isNamed: false)
      case .other: break
      }
    }
  }

  private mutating func add(_ path: String, shown: String, isNamed: Bool) {
    let kind: SourceKind? =
      if path.hasSuffix(".md") { .markdown } else if path.hasSuffix(".yaml") || path.hasSuffix(".yml") {
        .yaml
      } else {
        nil
      }
    guard let kind else {
      if isNamed { problems.append(Diagnostic(MendingProblem.notMendable, in: shown)) }
      return
    }
    guard seen.insert(path).inserted else { return }
    files.append(File(diskPath: path, shownPath: shown, kind: kind))
  }
}
