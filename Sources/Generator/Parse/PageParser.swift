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

  /// - Parameter kind: what the section around the page says its pages are.
  package func parse(_ file: ContentTree.PageFile, childOf kind: Page.Kind?) -> ParsedPage {
    parse(file, childOf: kind, look: nil)
  }

  /// - Parameters:
  ///   - kind: what the section around the page says its pages are.
  ///   - stored: pages that were parsed before.
  ///   - kept: sources that need not be kept once more; nil where none are.
  ///   - number: what `look` is to call the page.
  func parse(
    _ file: ContentTree.PageFile, childOf kind: Page.Kind?, stored: StoredPages = .none,
    kept: PublishedSources? = nil, number: Int = 0, look: NumberedLook?
  ) -> ParsedPage {
    var problems: [Diagnostic] = []
    switch file.substitute {
    case .absent?: return ParsedPage(notPublished: .heldBack)
    case .withdrawn(let day)?: return ParsedPage(notPublished: .withdrawn(on: day))
    case .source?, .published?, nil: break
    }
    guard let raw = PageSource.bytes(of: file, problems: &problems) else { return unread(file, problems) }
    var key = FingerprintBuilder()
    key.add(raw)
    key.add(kind?.rawValue ?? "")
    let bytes = key.fingerprint
    let isKept = kept?.holds(file.shownPath, bytes) ?? true
    if var known = stored.page(of: file, key: bytes) {
      if let look, let read = known.page?.inHand(raw, of: file, in: tree) { look(number, read) }
      if !isKept { known.source = raw }
      return known
    }
    guard let source = PageSource(raw, of: file, problems: &problems) else {
      return unread(file, problems, bytes)
    }
    let references = PageReferences(tree: tree, file: file)
    let read = source.withBody { body in
      self.page(of: source, body, references, childOf: kind, isOutlined: look != nil, problems: &problems)
    }
    guard let (page, outline) = read else { return unread(file, problems, bytes) }
    if let look, let outline {
      look(number, PageInHand(page: page, source: source, outline: outline, references: references))
    }
    var declaration = FingerprintBuilder()
    declaration.add(source.declaration)
    declaration.add(page.kind.rawValue)
    declaration.add(page.description)
    return ParsedPage(
      page: page, problems: problems, bytes: bytes, declaration: declaration.fingerprint,
      source: isKept ? nil : raw)
  }

  private func unread(
    _ file: ContentTree.PageFile, _ problems: [Diagnostic], _ bytes: Fingerprint = .none
  ) -> ParsedPage {
    ParsedPage(
      page: nil, problems: problems, bytes: bytes, declaration: bytes,
      declaredAbsence: PageSource.declaredAbsence(of: file, on: publication))
  }

  private func page(
    of source: PageSource, _ body: UnsafeBufferPointer<UInt8>, _ references: PageReferences,
    childOf kind: Page.Kind?, isOutlined: Bool, problems: inout [Diagnostic]
  ) -> (Page, Outline?)? {
    let (file, parts) = (references.file, source.parts)
    if let costly = costlyMarkdown(body) {
      // Both count from 1, places from 0.
      let place = Place.position(line: costly.line + parts.bodyLine - 2, column: 0, length: 1)
      problems.append(Diagnostic(costly.problem, in: file.shownPath, at: place))
      return nil
    }
    let (document, outline) = Document.parsing(
      body, survey: source.survey, path: file.shownPath, firstLine: parts.bodyLine, isOutlined: isOutlined,
      references: references, labels: labels, problems: &problems)
    var reader = FieldReader(source.entries, path: file.shownPath, firstLine: parts.yamlLine)
    var fields = PageFields(
      PageContext(file, of: project, publication, references), childOf: kind, &reader)
    let page = fields.read(&reader, body: document, placeholders: Placeholder.all(in: source.text))
    problems += reader.problems
    return (page, outline)
  }
}

extension Page {
  /// A page that was kept from an earlier build, with what is read of its file again to look at it.
  fileprivate func inHand(_ raw: [UInt8], of file: ContentTree.PageFile, in tree: ContentTree) -> PageInHand?
  {
    // They were reported with the page.
    var known: [Diagnostic] = []
    guard let source = PageSource(raw, of: file, problems: &known),
      let outline = source.withBody({ Outline(parsing: $0, firstLine: source.parts.bodyLine) })
    else { return nil }
    return PageInHand(
      page: self, source: source, outline: outline, references: PageReferences(tree: tree, file: file))
  }
}
