import Publishing
import Diagnostics
import Files
import Generator

/// What a project is like from outside: what can be read, and whether it can be written to.
package struct Workplace: Sendable {
  /// A file or folder, and why the system refuses it.
  struct Refusal: Sendable {
    let path: String
    let reason: SystemReason
  }

  var output: String
  /// Folders that a preview has to watch.
  var folders = 0
  /// The first file or folder of the content or the themes that may not be read, relative to the project.
  var unreadable: Refusal?
  /// The first folder of the output that may not be written to.
  var unwritable: Refusal?
  var freeBytes: Int?
  var isLocked: Bool
  /// Themes that portals name, and whether they are there.
  var themes: [(name: String, exists: Bool)] = []
  /// Themes that are there.
  var knownThemes: [String] = []
  /// Why the project cannot be spoken of at all.
  var declaration: Diagnostic?
  var isProject: Bool
  /// The project's, when it can be read.
  package private(set) var language: Language?

  /// - Parameter root: the folder to look at, absolute, whether it holds a project or not.
  package init(_ root: String) {
    output = root + "/site"
    isProject = Disk.isFolder(root + "/content")
    isLocked = Disk.isLocked(output + "/" + Publisher.lockName)
    let existing = Disk.nearestExisting(output)
    freeBytes = Disk.freeBytes(at: existing)
    let written = [existing] + Self.folders(in: output).map { output + "/" + $0 }
    unwritable =
      written.lazy.compactMap { path in
        Disk.refusalToWrite(path).map { Refusal(path: path, reason: $0) }
      }.first
    guard isProject else { return }
    for name in ["content", "themes"] where Disk.exists(root + "/" + name) { walk(root, name) }
    knownThemes = Self.folders(in: root + "/themes")
    var problems: [Diagnostic] = []
    guard let project = Project(declaredIn: root, problems: &problems) else {
      declaration = problems.first
      return
    }
    language = project.language
    for portal in project.portals where !themes.contains(where: { $0.name == portal.theme }) {
      themes.append((portal.theme, Disk.isFolder("\(root)/themes/\(portal.theme)/layouts")))
    }
  }

  private static func folders(in path: String) -> [String] {
    ((try? Disk.entries(of: path)) ?? []).filter { $0.kind == .folder && !$0.name.hasPrefix(".") }.map(\.name)
  }

  /// Counts the folders below one, with it, and finds out whether all that they hold can be read.
  private mutating func walk(_ root: String, _ folder: String) {
    folders += 1
    do throws(Disk.Failure) {
      var walk = try TreeWalk(root + "/" + folder)
      while let step = walk.next() {
        let path = folder + "/" + step.path
        if step.entry.name.hasPrefix(".") { continue }
        if step.entry.kind == .folder {
          folders += 1
          do throws(Disk.Failure) { try walk.enter(step.path) } catch { refuse(path, error.reason) }
        } else if step.entry.kind == .file, unreadable == nil,
          let reason = Disk.refusalToRead(root + "/" + path)
        {
          refuse(path, reason)
        }
      }
    } catch {
      refuse(folder, error.reason)
    }
  }

  /// The first one is told.
  private mutating func refuse(_ path: String, _ reason: SystemReason) {
    unreadable = unreadable ?? Refusal(path: path, reason: reason)
  }
}
