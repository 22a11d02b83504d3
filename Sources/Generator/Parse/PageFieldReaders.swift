import Files
import Diagnostics
import Fields
import Vietnamese

/// What the fields of a page are read by, beside its front matter.
final class PageContext: Sendable {
  let file: ContentTree.PageFile
  let project: Project
  let publication: PublicationRules
  let references: PageReferences

  init(
    _ file: ContentTree.PageFile, of project: Project, _ publication: PublicationRules,
    _ references: PageReferences
  ) {
    self.file = file
    self.project = project
    self.publication = publication
    self.references = references
  }
}

/// The fields that are more than a text, a date or a number.
extension PageContext {
  func slug(_ reader: inout FieldReader) -> String? {
    guard let slug = reader.text("slug") else { return nil }
    if Slug.isSlug(slug) {
      if let value = reader.value("slug") { reportLength(of: slug, slug: slug, at: value, &reader) }
      return slug
    }
    reader.report(FrontMatterProblem.badSlug(slug), at: reader.value("slug"))
    return nil
  }

  /// The name of the file or its folder becomes an address, unless the page has a slug.
  func checkName(slug: String?, _ reader: inout FieldReader) {
    let name = references.tree.places[file.key].lastComponent
    guard slug == nil, !name.isEmpty, reader.value("slug") == nil else { return }
    let own = Slug.make(name)
    if own.isEmpty {
      reader.report(FileProblem.nameWithoutLetters(name), at: nil)
    } else {
      reportLength(of: name, slug: own, at: nil, &reader)
    }
  }

  private func reportLength(of name: String, slug: String, at value: YAML?, _ reader: inout FieldReader) {
    let length = slug.utf8.count + ".html".utf8.count
    guard length > Site.longestName else { return }
    let shown = name.count > 40 ? name.prefix(40) + "…" : name[...]
    reader.report(
      SiteProblem.nameTooLong(String(shown), bytes: length, limit: Site.longestName), at: value)
  }

  func tags(_ reader: inout FieldReader) -> [Page.Tag] {
    var tags: [Page.Tag] = []
    for (written, value) in reader.names("tags") {
      if let entry = YAMLLine.bulleted(written) {
        reader.report(DeclarationProblem.syntax(.noListEntry(entry)), at: value)
        continue
      }
      let text = Self.unquoted(written)
      if text != written { reader.report(FrontMatterProblem.quotesInTag(text), at: value, as: .note) }
      let slug = Slug.make(text)
      if slug.isEmpty {
        reader.report(FrontMatterProblem.badSlug(text), at: value)
      } else if !tags.contains(where: { $0.slug == slug }) {
        reportLength(of: text, slug: slug, at: value, &reader)
        tags.append(Page.Tag(name: text, slug: slug))
      }
    }
    return tags
  }

  /// Curly quotes around a tag, which are letters to YAML.
  private static func unquoted(_ tag: String) -> String {
    guard tag.first == "“", tag.last == "”" else { return tag }
    return String(tag.dropFirst().dropLast())
  }

  func layout(_ reader: inout FieldReader) -> Page.ChosenLayout? {
    guard let value = reader.value("layout"), let name = reader.text("layout") else { return nil }
    return Page.ChosenLayout(name: name, place: reader.place(of: value))
  }

  func audiences(_ reader: inout FieldReader) -> [Int] {
    reader.names("audience").compactMap { text, value in
      if let index = project.audiences.firstIndex(where: { $0.id == text }) { return index }
      let known = project.audiences.map(\.id)
      reader.report(
        FrontMatterProblem.unknownValue(
          text, of: "audience", nearest: nearest(to: text, among: known), known: known),
        at: value)
      return nil
    }
  }

  func aliases(_ reader: inout FieldReader) -> [Page.Alias] {
    reader.texts("aliases").compactMap { text, value in
      var route = text.hasPrefix("/") ? String(text.dropFirst()) : text
      if route.hasSuffix("/") { route += "index.html" }
      if !route.hasSuffix(".html") { route += ".html" }
      let parts = route.dropLast(5).split(separator: "/", omittingEmptySubsequences: false)
      let isSafe =
        !parts.isEmpty
        && parts.allSatisfy { part in
          !part.isEmpty
            && part.utf8.allSatisfy {
              $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
            }
        }
      guard isSafe else {
        reader.report(SiteProblem.badAlias(text), at: value)
        return nil
      }
      for part in parts { reportLength(of: text, slug: String(part), at: value, &reader) }
      return Page.Alias(route: route, place: reader.place(of: value))
    }
  }

  func portals(_ reader: inout FieldReader) -> [String] {
    let known = project.portals.map(\.id)
    return reader.texts("portals").map { text, value in
      if !known.contains(text) {
        reader.report(PortalProblem.unknownPortal(text, nearest: nearest(to: text, among: known)), at: value)
      }
      return text
    }
  }

  func ignores(_ reader: inout FieldReader) -> [Page.Ignore] {
    reader.list("check_ignore", IgnoreFields.fields, into: IgnoreFields()) { fields, reader, _ in
      let code = fields.rule
      guard !code.isEmpty, let value = reader.value("rule") else { return nil }
      if let rules = project.rules, rules.named(code) == nil {
        reader.report(rules.unknown(code), at: value)
        return nil
      }
      return Page.Ignore(rule: code, place: reader.place(of: value))
    }
  }

  func sources(_ reader: inout FieldReader) -> [Page.Source] {
    reader.list("source", Page.Source.fields, into: Page.Source(), orText: { Page.Source(name: $0) }) {
      source, _, _ in source
    }
  }

  /// A slip of the year shows where it puts a page before the Web, or its review past anybody's term.
  func reportUnlikelyYears(
    _ reader: inout FieldReader, dates: [(key: String, date: CalendarDate?)]
  ) {
    for case (let key, let date?) in dates {
      guard key == "review_by" ? date.year > publication.today.year + 10 : date.year < 1990 else { continue }
      reader.report(FrontMatterProblem.unlikelyYear(key, date.iso), at: reader.value(key), as: .warning)
    }
  }
}
