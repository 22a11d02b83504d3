import Files
import Diagnostics

extension Library {
  /// The place of every folder of pages has a page of its own, and a page's own folder holds no pages.
  ///
  /// A folder is told of once: at a page that readers meet, if it holds one.
  func checkSections(problems: inout [Diagnostic]) {
    var homeless: [(folder: String, file: ContentTree.PageFile)] = []
    for file in tree.pages {
      guard let slash = tree.places[file.key].lastIndex(of: "/") else { continue }
      let folder = String(tree.places[file.key][..<slash])
      let section = tree.key(ofPlace: folder).flatMap { tree.page(at: $0, for: file.portal) }
      if let section, !section.isIndex {
        problems.append(Diagnostic(FileProblem.pageInsidePage(page: section.shownPath), in: file.shownPath))
      } else if section == nil {
        homeless.append((folder, file))
      }
    }
    guard !homeless.isEmpty else { return }
    let unmet = unmet
    var reported: Set<String> = []
    for isMet in [true, false] {
      for (folder, file) in homeless
      where unmet.contains(file.shownPath) != isMet && reported.insert(folder).inserted {
        problems.append(Diagnostic(FileProblem.missingSection(folder: folder), in: file.shownPath))
      }
    }
  }
}
