import Diagnostics
import Fields
import Vietnamese

/// What a page's type is, and the fields that only some types have.
extension PageFields {
  func pageKind(_ reader: inout FieldReader) -> Page.Kind {
    let isHome = file.isIndex && references.tree.places[file.key].isEmpty
    guard let value = reader.value("type") else {
      return isHome ? .home : file.isIndex ? .section : kind ?? .page
    }
    let kinds: [Page.Kind] =
      isHome
      ? [.home, .section]
      : file.isIndex ? [.section, .handbook, .campaign] : Page.Kind.leaves + [.chapter]
    guard let chosen = reader.choice("type", Page.Kind.self, offered: kinds) else {
      return file.isIndex ? .section : .page
    }
    if !kinds.contains(chosen) {
      let known = kinds.map(\.rawValue)
      reader.report(
        FrontMatterProblem.unknownValue(chosen.rawValue, of: "type", nearest: nil, known: known), at: value)
    }
    return isHome ? .home : chosen
  }

  /// - Parameter order: that of a section which names none.
  func section(_ reader: inout FieldReader, order: Page.Order = .weight) -> Page.SectionSettings {
    var settings = Page.SectionSettings()
    if let children = reader.choice("pages", Page.Kind.self, offered: Page.Kind.leaves) {
      settings.children = children
      if !Page.Kind.leaves.contains(children) {
        let known = Page.Kind.leaves.map(\.rawValue)
        reader.report(
          FrontMatterProblem.unknownValue(children.rawValue, of: "pages", nearest: nil, known: known),
          at: reader.value("pages"))
      }
    }
    settings.order = reader.choice("sort", Page.Order.self) ?? order
    settings.pageSize = reader.number("paginate", in: Project.pageSizes)
    return settings
  }

  func campaignDays(_ reader: inout FieldReader) -> Page.CampaignDays {
    let days = Page.CampaignDays(starts: reader.date("starts"), ends: reader.date("ends"))
    reportDisorder(&reader, "starts", days.starts, "ends", days.ends)
    return days
  }

  func issue(_ reader: inout FieldReader) -> Page.Issue {
    let issue = Page.Issue(
      number: reader.text("number"), issuer: reader.requiredText("issuer"), signer: reader.text("signed_by"),
      issued: reader.date("issued"), effective: reader.date("effective"), ended: reader.date("ended"))
    reportDisorder(&reader, "issued", issue.issued, "ended", issue.ended)
    reportDisorder(&reader, "effective", issue.effective, "ended", issue.ended)
    return issue
  }

  func reportDisorder(
    _ reader: inout FieldReader, _ first: String, _ start: CalendarDate?, _ last: String,
    _ end: CalendarDate?,
    as severity: Diagnostic.Severity = .error
  ) {
    guard let start, let end, end < start else { return }
    reader.report(
      FrontMatterProblem.datesOutOfOrder(first: first, last: last), at: reader.value(last), as: severity)
  }

  /// A slip of the year shows where it puts a page before the Web, or its review past anybody's term.
  func reportUnlikelyYears(_ reader: inout FieldReader, dates: [(key: String, date: CalendarDate?)]) {
    for case (let key, let date?) in dates {
      guard key == "review_by" ? date.year > publication.today.year + 10 : date.year < 1990 else { continue }
      reader.report(FrontMatterProblem.unlikelyYear(key, date.iso), at: reader.value(key), as: .warning)
    }
  }
}
