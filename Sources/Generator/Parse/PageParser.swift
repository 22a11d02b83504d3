import Diagnostics
import Fields
import Markdown
import Vietnamese

/// Turns one Markdown file into a `Page`.
package struct PageParser: Sendable {
  let tree: ContentTree
  package let project: Project
  let calendar: Calendar
  let labels: Labels

  package init(tree: ContentTree, project: Project, calendar: Calendar) {
    self.tree = tree
    self.project = project
    self.calendar = calendar
    labels = Labels.labels(for: project.language)
  }

  /// - Parameter kind: what the section around the page says its pages are.
  package func parse(_ file: ContentTree.File, childOf kind: Page.Kind?) -> ParsedPage {
    var problems: [Diagnostic] = []
    guard let source = PageSource(reading: file, problems: &problems) else {
      return unread(file, problems)
    }
    let page = source.withBody { body in
      self.page(of: source, body, file, childOf: kind, problems: &problems)
    }
    guard page != nil else { return unread(file, problems) }
    return ParsedPage(page: page, problems: problems, declarationHash: source.declarationHash)
  }

  private func unread(_ file: ContentTree.File, _ problems: [Diagnostic]) -> ParsedPage {
    ParsedPage(
      page: nil, problems: problems,
      declaredAbsence: PageSource.declaredAbsence(of: file, on: calendar))
  }

  private func page(
    of source: PageSource, _ body: UnsafeBufferPointer<UInt8>, _ file: ContentTree.File,
    childOf kind: Page.Kind?, problems: inout [Diagnostic]
  ) -> Page? {
    let parts = source.parts
    if let costly = costlyMarkdown(body) {
      // Both count from 1, places from 0.
      let place = Place.position(line: costly.line + parts.bodyLine - 2, column: 0, length: 1)
      problems.append(Diagnostic(costly.problem, in: file.shownPath, at: place))
      return nil
    }
    let references = PageReferences(tree: tree, file: file)
    let document = Document(
      parsing: body, survey: source.survey, path: file.shownPath, firstLine: parts.bodyLine,
      references: references, labels: labels, problems: &problems)
    var reader = FieldReader(source.entries, path: file.shownPath, firstLine: parts.yamlLine)
    let page = PageFields(
      file: file, kind: kind, project: project, calendar: calendar, references: references,
      placeholders: Placeholder.all(in: source.text)
    )
    .read(&reader, body: document)
    problems += reader.problems
    return page
  }
}
