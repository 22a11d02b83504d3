import Diagnostics
import Files
import Generator

extension ProjectCheck {
  /// What is wrong with the files that pages show and offer: reported where the first page names one, else on the
  /// file itself; and which files nobody needs.
  func files(workers: Int) async -> [Diagnostic] {
    let assets = library.tree.assets
    let checked = await inParallel(assets.count, workers: workers, run: 4, scratch: {}) { _, index in
      var check = FileCheck(assets[AssetID(index)])
      check.run()
      return (problems: check.problems, isNoPicture: check.isNoPicture)
    }
    let uses = firstUses()
    let published = snapshot.publishedFiles
    let found = assets.rows.flatMap { id, file -> [Diagnostic] in
      let use = uses[id] ?? (file.shownPath, .file, false)
      var (problems, isNoPicture) = checked[id.index]
      // Where it is shown the build says so.
      if use.isPicture, isNoPicture {
        problems.removeAll { ($0 as? AttachmentProblem)?.isOfNoPicture == true }
      }
      let isPage = problems.contains { ($0 as? AttachmentProblem)?.isOfAPage == true }
      if uses[id] == nil, !published.contains(id), !isPage {
        problems.append(AttachmentProblem.unused)
      }
      return problems.map { Diagnostic(found: $0, in: use.path, at: use.place) }
    }
    return found
      + library.tree.leftovers.map { Diagnostic(found: AttachmentProblem.leftover, in: $0.shownPath) }
  }

  private func firstUses() -> [AssetID: (path: String, place: Place, isPicture: Bool)] {
    var uses: [AssetID: (path: String, place: Place, isPicture: Bool)] = [:]
    for (page, checked) in zip(library.pages.values, pages.values) {
      for use in checked?.files ?? [] where uses[use.file] == nil {
        uses[use.file] = (page.path, use.place, use.isPicture)
      }
    }
    return uses
  }
}

extension AttachmentProblem {
  fileprivate var isOfNoPicture: Bool {
    switch self {
    case .wrongType, .empty: true
    default: false
    }
  }

  fileprivate var isOfAPage: Bool { if case .notAPage = self { true } else { false } }
}
