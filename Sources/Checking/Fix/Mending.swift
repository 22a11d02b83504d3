import Diagnostics
import Files
import Generator
import Proofreading

/// What `fix` is asked to do.
package struct MendingOptions: Sendable {
  /// The project's folder, an absolute path.
  package var project: String
  /// Files and folders of content/, absolute paths; all of content/ when empty.
  package var paths: [String] = []
  /// Whether hoà becomes hòa.
  package var movesTones = false
  package var workers: Int

  package init(project: String, workers: Int) {
    self.project = project
    self.workers = workers
  }
}

/// What could be mended in a project's source files; nothing is written yet.
package struct Mending: Sendable {
  /// A file that is not as it should be.
  package struct File: Sendable {
    /// Relative to the project.
    package let path: String
    fileprivate let diskPath: String
    let original: [UInt8]
    let mended: [UInt8]

    /// What would change, line by line, for a person to look at.
    package func difference(in language: Language) -> String {
      LineDifference(from: original, to: mended).text(of: path, in: language)
    }
  }

  /// In the order of their paths.
  package let files: [File]
  /// Files that cannot be mended, and why.
  package let problems: [Diagnostic]
  /// The project's language, when it says.
  package let language: Language?

  /// Reads the files that options name and finds out what to mend.
  package init(_ options: MendingOptions) async {
    var search = MendableFiles(root: options.project)
    search.find(options.paths)
    let found = search.files
    let movesTones = options.movesTones
    let results = await inParallel(found.count, workers: options.workers, scratch: {}) { _, index in
      Self.read(found[index], movesTones: movesTones)
    }
    var files: [File] = []
    var problems = search.problems
    for result in results {
      switch result {
      case .success(let file): if let file { files.append(file) }
      case .failure(let failure): problems.append(failure.diagnostic)
      }
    }
    // `build` and `check` tell of them.
    var undeclared: [Diagnostic] = []
    self.language = Project(declaredIn: options.project, problems: &undeclared)?.language
    self.files = files
    self.problems = problems
  }

  private struct Failure: Error { let diagnostic: Diagnostic }

  /// Nil when there is nothing to mend.
  private static func read(_ found: MendableFiles.File, movesTones: Bool) -> Result<File?, Failure> {
    func fail(_ problem: FileProblem, at place: Place = .file) -> Result<File?, Failure> {
      .failure(Failure(diagnostic: Diagnostic(problem, in: found.shownPath, at: place)))
    }
    do throws(Disk.Failure) {
      if case .file(let size) = try Disk.kind(of: found.diskPath), size > largestSource {
        return fail(.tooLarge(size: size, limit: largestSource))
      }
      let original = try Disk.read(found.diskPath)
      if let offset = original.firstInvalidUTF8 { return fail(.invalidUTF8, at: .bytes(offset..<offset + 1)) }
      let mendedText = mended(original, as: found.kind, movesTones: movesTones)
      guard mendedText != original else { return .success(nil) }
      return .success(
        File(path: found.shownPath, diskPath: found.diskPath, original: original, mended: mendedText))
    } catch {
      return fail(.unreadable(error.reason))
    }
  }

  /// Writes the mended files, each whole or not at all.
  ///
  /// - Returns: the paths of those that were written, and why others were not.
  package func apply() -> (written: [String], problems: [Diagnostic]) {
    var written: [String] = []
    var problems: [Diagnostic] = []
    for file in files {
      do throws(Disk.Failure) {
        if try Disk.replace(file.diskPath, holding: file.original, with: file.mended) {
          written.append(file.path)
        } else {
          problems.append(Diagnostic(MendingProblem.changedMeanwhile, in: file.path))
        }
      } catch {
        problems.append(Diagnostic(MendingProblem.notWritten(error.reason), in: file.path))
      }
    }
    return (written, problems)
  }
}
