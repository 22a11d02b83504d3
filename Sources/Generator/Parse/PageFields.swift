import Diagnostics
import Fields
import Files
import Markdown
import Vietnamese

/// Reads the front matter of a page by the schema of its type.
struct PageFields {
  let file: ContentTree.PageFile
  /// What the section around the page says its pages are.
  let kind: Page.Kind?
  let project: Project
  let publication: PublicationRules
  let references: PageReferences
  /// The values that the unit has still to supply.
  let placeholders: [Placeholder]

  func read(_ reader: inout FieldReader, body: Document) -> Page {
    let kind = pageKind(&reader)
    let title = reader.requiredText("title")
    let date = reader.date("date")
    let publishOn = reader.date("publish_on")
    let expires = reader.date("expires")
    if let start = publishOn ?? date, let expires, expires < start {
      reader.report(FrontMatterProblem.expiresBeforeDate, at: reader.value("expires"))
    }
    let updated = reader.date("updated")
    reportDisorder(&reader, "date", date, "updated", updated, as: .warning)
    let isDraft = reader.truth("draft")
    let opening = max(publishOn ?? .first, date ?? .first)
    let state = publication.state(isDraft: isDraft, from: opening, to: expires)
    let pictures: Page.Picture? = reader.map("image", schema: .image) { picture(&$0) }
    let attachments = attachments(&reader)
    let slug = slug(&reader)
    checkName(slug, &reader)
    let header = Page.Header(
      path: file.shownPath, key: file.key, portal: file.portal, kind: kind, title: title,
      shortTitle: reader.text("short_title"),
      description: reader.text("description") ?? Self.summary(of: body.plainText(limit: 640)),
      date: date, updated: updated, slug: slug,
      weight: reader.number("weight", in: Page.weights),
      tags: tags(&reader), audiences: audiences(&reader), layout: layout(&reader),
      state: state, isPublished: publication.publishes(state),
      provenance: provenance(&reader, expires: expires), aliases: aliases(&reader), image: pictures,
      attachments: attachments, related: related(&reader), portals: portals(&reader),
      quickExit: reader.truthIfGiven("quick_exit"),
      sortKey: SortKey(title),
      files: (pictures.map { [$0.file] } ?? []) + attachments.map(\.file), ignores: ignores(&reader))
    let details = kind.type.details.readFields(self, &reader)
    reportUnlikelyYears(
      &reader,
      dates: [("date", date), ("updated", updated), ("review_by", header.provenance?.reviewBy)])
    reader.finish(kind.type.schema, elsewhere: Schema.allPageKeys)
    return Page(header, details, body: body, placeholders: placeholders)
  }

  // MARK: Fields

  private func slug(_ reader: inout FieldReader) -> String? {
    guard let slug = reader.text("slug") else { return nil }
    if Slug.isSlug(slug) {
      if let value = reader.value("slug") { reportLength(of: slug, slug: slug, at: value, &reader) }
      return slug
    }
    reader.report(FrontMatterProblem.badSlug(slug), at: reader.value("slug"))
    return nil
  }

  /// The name of the file or its folder becomes an address, unless the page has a slug.
  private func checkName(_ slug: String?, _ reader: inout FieldReader) {
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

  private func tags(_ reader: inout FieldReader) -> [Page.Tag] {
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

  private func layout(_ reader: inout FieldReader) -> Page.ChosenLayout? {
    guard let value = reader.value("layout"), let name = reader.text("layout") else { return nil }
    return Page.ChosenLayout(name: name, place: reader.place(of: value))
  }

  private func audiences(_ reader: inout FieldReader) -> [Int] {
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

  func age(_ reader: inout FieldReader) -> Page.Age? {
    guard let text = reader.text("age") else { return nil }
    func years(_ text: Substring) -> Int? {
      text.utf8.allSatisfy(\.isASCIIDigit) ? Int(text).flatMap { Page.ages.contains($0) ? $0 : nil } : nil
    }
    if text.hasSuffix("+"), let from = years(text.dropLast()) { return Page.Age(from: from, to: nil) }
    let parts = text.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "-" || $0 == "–" })
      .map(years)
    if parts.count == 2, let from = parts[0], let to = parts[1], from <= to {
      return Page.Age(from: from, to: to)
    }
    reader.report(FrontMatterProblem.badAge(text), at: reader.value("age"))
    return nil
  }

  private func provenance(_ reader: inout FieldReader, expires: CalendarDate?) -> Page.Provenance? {
    let schema = Schema.source
    let provenance = Page.Provenance(
      owner: reader.text("owner"), author: reader.text("author"),
      sources: reader.list(
        "source", schema: schema, orText: { Page.Source(name: $0, url: nil, date: nil) },
        { reader, _ in
          let url = reader.text("url")
          if let url, !url.hasPrefix("https://"), !url.hasPrefix("http://") {
            reader.report(FrontMatterProblem.badURL(url), at: reader.value("url"))
          }
          return Page.Source(name: reader.requiredText("name"), url: url, date: reader.date("date"))
        }),
      approvedBy: reader.text("approved_by"), approvedOn: reader.date("approved_on"),
      reviewBy: reader.date("review_by"), expires: expires)
    let isEmpty =
      provenance.owner == nil && provenance.author == nil && provenance.sources.isEmpty
      && provenance.approvedBy == nil && provenance.approvedOn == nil && provenance.reviewBy == nil
      && expires == nil
    return isEmpty ? nil : provenance
  }

  private func aliases(_ reader: inout FieldReader) -> [Page.Alias] {
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

  private func portals(_ reader: inout FieldReader) -> [String] {
    let known = project.portals.map(\.id)
    return reader.texts("portals").map { text, value in
      if !known.contains(text) {
        reader.report(PortalProblem.unknownPortal(text, nearest: nearest(to: text, among: known)), at: value)
      }
      return text
    }
  }

  private func ignores(_ reader: inout FieldReader) -> [Page.Ignore] {
    reader.list("check_ignore", schema: .ignore) { reader, _ in
      let code = reader.requiredText("rule")
      _ = reader.requiredText("reason")
      guard !code.isEmpty, let value = reader.value("rule") else { return nil }
      guard Rule.named(code) != nil else {
        reader.report(Rule.unknown(code), at: value)
        return nil
      }
      return Page.Ignore(rule: code, place: reader.place(of: value))
    }
  }

  /// The first sentences of a page that has no description, at most 160 characters, cut at a word. What an archetype
  /// put there for its author is no description.
  static func summary(of plainText: [UInt8]) -> String {
    let lines = plainText.split(separator: UInt8(ascii: "\n"))
      .filter { Placeholder.next(in: Array($0)) == nil }.prefix(2)
    var text = String(decoding: Array(lines.joined(separator: [UInt8(ascii: " ")])), as: UTF8.self)
    // The cut may have fallen inside a character.
    while text.unicodeScalars.last == "\u{FFFD}" { text.unicodeScalars.removeLast() }
    guard text.count > 160 else { return text }
    let cut = text.prefix(160)
    return (cut.lastIndex(of: " ").map { String(cut[..<$0]) } ?? String(cut)) + "…"
  }
}

extension PublicationRules {
  /// - Parameters:
  ///   - opening: the first day on which the page may be seen.
  ///   - expires: the last.
  fileprivate func state(isDraft: Bool, from opening: CalendarDate, to expires: CalendarDate?) -> Page.State {
    if let expires, expires < today { return .expired(after: expires) }
    if isDraft { return .draft }
    return opening > today ? .future(from: opening) : .published
  }

  fileprivate func publishes(_ state: Page.State) -> Bool {
    switch state {
    case .published: true
    case .draft: includesDrafts
    case .future: includesFuture
    case .expired: false
    }
  }
}
