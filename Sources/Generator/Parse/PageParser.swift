import Diagnostics
import Fields
import Files
import Markdown
import Vietnamese

/// Turns one Markdown file into a `Page`.
package struct PageParser: Sendable {
  let tree: ContentTree
  package let project: Project
  let publication: PublicationRules
  let labels: Labels

  package init(tree: ContentTree, project: Project, publication: PublicationRules) {
    self.tree = tree
    self.project = project
    self.publication = publication
    labels = Labels.labels(for: project.language)
  }

  /// - Parameters:
  ///   - kind: what the section around the page says its pages are.
  ///   - stored: pages that were parsed before.
  package func parse(
    _ file: ContentTree.PageFile, childOf kind: Page.Kind?, stored: StoredPages = .none
  ) -> ParsedPage {
    var problems: [Diagnostic] = []
    guard let raw = PageSource.bytes(of: file, problems: &problems) else { return unread(file, problems) }
    var key = FingerprintBuilder()
    key.add(raw)
    key.add(kind?.rawValue ?? "")
    let bytes = key.fingerprint
    if let page = stored.page(of: file, key: bytes) { return page }
    guard let source = PageSource(raw, of: file, problems: &problems) else {
      return unread(file, problems, bytes)
    }
    let page = source.withBody { body in
      self.page(of: source, body, file, childOf: kind, problems: &problems)
    }
    guard let page else { return unread(file, problems, bytes) }
    var declaration = FingerprintBuilder()
    declaration.add(source.declaration)
    declaration.add(page.kind.rawValue)
    declaration.add(page.description)
    return ParsedPage(
      page: page, problems: problems, bytes: bytes, declaration: declaration.fingerprint)
  }

  private func unread(
    _ file: ContentTree.PageFile, _ problems: [Diagnostic], _ bytes: Fingerprint = .none
  ) -> ParsedPage {
    ParsedPage(
      page: nil, problems: problems, bytes: bytes, declaration: bytes,
      declaredAbsence: PageSource.declaredAbsence(of: file, on: publication))
  }

  private func page(
    of source: PageSource, _ body: UnsafeBufferPointer<UInt8>, _ file: ContentTree.PageFile,
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
    var fields = PageFields(
      file, childOf: kind, project: project, publication: publication, references: references, &reader)
    let page = fields.read(&reader, body: document, placeholders: Placeholder.all(in: source.text))
    problems += reader.problems
    return page
  }
}
