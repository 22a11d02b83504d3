import Diagnostics
import Fields
import Vietnamese

extension Page.Kind {
  /// What front matter says the page is; else what its place says.
  ///
  /// - Parameter kind: what the section around the page says its pages are.
  init(
    of file: ContentTree.PageFile, isHome: Bool, childOf kind: Page.Kind?, _ reader: inout FieldReader
  ) {
    guard let value = reader.value("type") else {
      self = isHome ? .home : file.isIndex ? .section : kind ?? .page
      return
    }
    let kinds: [Page.Kind] =
      isHome
      ? [.home, .section]
      : file.isIndex ? [.section, .handbook, .campaign] : Page.Kind.leaves + [.chapter]
    guard let chosen = reader.choice("type", Page.Kind.self, offered: kinds) else {
      self = file.isIndex ? .section : .page
      return
    }
    if !kinds.contains(chosen) {
      let known = kinds.map(\.rawValue)
      reader.report(
        FrontMatterProblem.unknownValue(chosen.rawValue, of: "type", nearest: nil, known: known), at: value)
    }
    self = isHome ? .home : chosen
  }
}

extension FieldReader {
  mutating func reportDisorder(
    _ first: String, _ start: CalendarDate?, _ last: String, _ end: CalendarDate?,
    as severity: Diagnostic.Severity = .error
  ) {
    guard let start, let end, end < start else { return }
    report(FrontMatterProblem.datesOutOfOrder(first: first, last: last), at: value(last), as: severity)
  }
}
