import Diagnostics
import Files
import Generator

extension ReadingOver<CheckedPage> {
  /// What `build` is to know before it writes: why it must not, and what is still to be filled in. Pages are looked at
  /// only where the project makes an error of a finding.
  package static func ofBuild(_ options: BuildOptions) -> ReadingOver {
    ReadingOver(
      look: { $0.raisedRules.isEmpty ? nil : pageLook(today: options.publication.today) },
      findings: { await $0.refusals(options, on: $1) + $0.valuesToFillIn(of: options) })
  }
}

extension Project {
  /// Codes of rules of which the project makes errors.
  fileprivate var raisedRules: Set<String> { Set(checkLevels.filter { $0.value == .error }.keys) }
}

/// What `build` takes from `check`.
extension Snapshot {
  /// Findings for which nothing may be published: files that can run code on a reader's machine, texts of pages that
  /// would be handed out as they were written, drafts among them, and whatever the project makes an error of in
  /// `check:`. Pages that are not published are left alone.
  fileprivate func refusals(
    _ options: BuildOptions, on pages: Rows<PageID, CheckedPage?>
  ) async -> [Diagnostic] {
    let raised = project.raisedRules
    let dangerous = Self.dangerous.filter { project.checkLevels[$0, default: .error] == .error }
    let files = await publishedFiles(breaking: dangerous, workers: options.workers)
    guard !raised.isEmpty else { return files }
    let found = await findings(on: pages, options).verdict.diagnostics.filter {
      $0.severity == .error && raised.contains($0.problem.report.code)
    }
    let shown = Set(drawings.map(\.site.portal))
    let weighed = library.weighed(
      found, of: project, for: shown, selection, isPart: !options.portals.isEmpty)
    return files + weighed.filter { $0.severity == .error }
  }

  /// What is still to be supplied on pages of portals that are samples, a note a page.
  fileprivate func valuesToFillIn(of options: BuildOptions) -> [Diagnostic] {
    let shown = Set(drawings.map(\.site.portal))
    return library.withPlaceholders(on: shown, in: .sample, of: project, selection).flatMap { page, _ in
      page.placeholders.map {
        Diagnostic(UpkeepProblem.toFillIn($0.text), in: page.path, at: $0.place, as: .note)
      }
    }
  }

  private static let dangerous: Set = [
    "attachment-dangerous", "attachment-double-ending", "attachment-hidden-macro", "picture-script",
    "page-wrong-name",
  ]

  private func publishedFiles(breaking rules: Set<String>, workers: Int) async -> [Diagnostic] {
    let files = publishedFiles.sorted().map { library.tree.assets[$0] }
    return await inParallel(files.count, workers: workers, run: 4, scratch: {}) { _, index in
      var check = FileCheck(files[index])
      check.run()
      return check.problems.filter { rules.contains($0.report.code) }
        .map { Diagnostic($0, in: files[index].shownPath, as: .error) }
    }.flatMap { $0 }
  }
}
