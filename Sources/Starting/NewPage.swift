import Diagnostics
import Files
import Generator
import Vietnamese

/// What somebody wants to have made.
package struct PageOrder: Sendable {
  package var type: NewType
  package var title: String?
  /// Where it goes, as `--section` takes it.
  package var section: String?
  /// The portal whose own page it is; a shared one for nil.
  package var portal: String?
  package var date: CalendarDate
  /// The name of its file, when the title's is not wanted.
  package var slug: String?

  package init(type: NewType, date: CalendarDate) {
    self.type = type
    self.date = date
  }
}

/// What was made.
package struct MadePage: Sendable {
  /// Relative to the project.
  package let path: String
  /// The archetype it was made from.
  package let archetype: ArchetypeShelf.Found
  /// The shared page whose place it takes on its portal.
  package let replaced: String?
}

/// Makes the page or the portal that was ordered. Nothing that exists is overwritten, and of several files
/// either all come to be or none.
///
/// - Parameter home: the tool's own theme, for archetypes that the project's themes do not have.
package func make(_ order: PageOrder, in outline: ProjectOutline, home: HomeTheme?) throws(StartFailure)
  -> MadePage
{
  try outline.checkPlace(of: order)
  let title = try TitleText.cleaned(order.title ?? "", from: "TIÊU ĐỀ")
  guard !title.isEmpty else { throw everythingMissing(order, outline) }
  return order.type == .portal
    ? try NewPortal(order, title, outline, home).make() : try NewPage(order, title, outline, home).make()
}

/// The title, and the section if there is none either.
private func everythingMissing(_ order: PageOrder, _ outline: ProjectOutline) -> StartFailure {
  let title = StartFailure(NewPageProblem.missingArgument(.title, choices: []), in: "vungxanh new")
  guard order.type != .portal else { return title }
  do throws(StartFailure) {
    _ = try outline.place(of: order)
    return title
  } catch {
    return StartFailure(title.diagnostics + error.diagnostics)
  }
}

/// The work of making one page.
private struct NewPage {
  let order: PageOrder
  let title: String
  let outline: ProjectOutline
  let portal: Int?
  let section: ProjectOutline.Section
  let slug: String
  let archetypes: ArchetypeShelf

  init(_ order: PageOrder, _ title: String, _ outline: ProjectOutline, _ home: HomeTheme?)
    throws(StartFailure)
  {
    self.order = order
    self.title = title
    self.outline = outline
    (portal, section) = try outline.place(of: order)
    let slug = try TitleText.slug(order.slug, title: title)
    // A campaign's files stand in the order of their days.
    self.slug = order.type == .news ? "\(order.date.iso)-\(slug)" : slug
    archetypes = ArchetypeShelf(outline.project, portal: portal, home: home)
  }

  func make() throws(StartFailure) -> MadePage {
    let place = section.place.isEmpty ? slug : section.place + "/" + slug
    let replaced = try sharedPage(at: place)
    let found = try archetypes.file(of: order.type)
    let archetype = try Archetype(path: found.path, disk: found.disk)
    let typeLine = try typeLine(in: archetype)
    let path = folder + "/" + slug + (order.type.isSection ? "/_index.md" : ".md")
    var files = NewFiles()
    files.add(try archetype.filled(with: blanks(typeLine, asked: archetype)), at: outline.root + "/" + path)
    do throws(Disk.Failure) { try files.write() } catch { throw StartFailure(error, in: path) }
    return MadePage(path: path, archetype: found, replaced: replaced)
  }

  /// The section's folder on disk; for a portal's own page in a shared section, that folder's counterpart.
  private var folder: String {
    guard let portal, section.portal != portal else { return section.folder }
    let base = "content/portals/" + outline.project.portals[portal].id
    return section.place.isEmpty ? base : base + "/" + section.place
  }

  /// Refuses a place that is taken, whatever the form of the page there.
  ///
  /// - Returns: the shared page whose place a portal's own one takes.
  private func sharedPage(at place: String) throws(StartFailure) -> String? {
    // “index.md” is the section itself, and these folders at the top are not content.
    let kept =
      ["index"]
      + (section.place.isEmpty && order.type.isSection
        ? portal == nil ? ["portals", "facts"] : ["theme"] : [])
    if kept.contains(slug) {
      throw StartFailure(NewPageProblem.reservedName(slug), in: order.slug == nil ? "TIÊU ĐỀ" : "--slug")
    }
    var shared: String?
    for file in outline.tree.pages where outline.tree.places[file.key] == place {
      // A new shared page would silently not be seen where a portal has its own.
      guard portal != nil, file.portal != portal else {
        throw StartFailure(NewPageProblem.pageExists(file.shownPath), in: file.shownPath)
      }
      if file.portal == nil { shared = file.shownPath }
    }
    return shared
  }

  /// The line that says the type; empty when the page has it already from where it lies.
  private func typeLine(in archetype: Archetype) throws(StartFailure) -> String {
    guard let kind = order.type.kind, kind != (kind.isSection ? .section : section.children) else {
      return ""
    }
    guard archetype.asks(for: "type") else {
      throw StartFailure(StartProblem.archetypeWithoutType, in: archetype.path)
    }
    return "type: " + kind.rawValue
  }

  private func blanks(_ typeLine: String, asked archetype: Archetype) -> Archetype.Blanks {
    let project = outline.project
    return [
      "title": title.quotedAsYAML, "type": typeLine, "slug": slug, "date": order.date.iso,
      "review_by": order.date.inHalfAYear.iso,
      // All pages of the section are read for it.
      "weight": archetype.asks(for: "weight") ? "\(nextWeight)" : "", "section": section.argument,
      "section_title": section.title.quotedAsYAML,
      "body": project.portals[portal ?? project.mainPortal].body.quotedAsYAML,
      "audiences": project.audiences.map(\.id).joined(separator: ", "),
    ]
  }

  /// Behind the last page of the section, in steps of ten.
  private var nextWeight: Int {
    let tree = outline.tree
    let parser = PageParser(
      tree: tree, project: outline.project, publication: PublicationRules(today: order.date))
    let last = tree.pages.lazy.filter { file in
      (file.portal == nil || file.portal == portal)
        && tree.places[file.key].folder == section.place && !tree.places[file.key].isEmpty
    }
    .compactMap { parser.parse($0, childOf: section.children).page?.weight }.max()
    let (sum, overflow) = (last ?? 0).addingReportingOverflow(10)
    return overflow ? Int.max : sum / 10 * 10
  }
}

extension StartFailure {
  init(_ failure: Disk.Failure, in path: String) {
    self.init(
      failure.isTaken ? NewPageProblem.pageExists(path) : StartProblem.cannotCreate(failure.reason),
      in: path)
  }
}

extension CalendarDate {
  /// When a page should be looked at again: long enough not to be a burden, short enough to stay true.
  var inHalfAYear: CalendarDate { adding(days: 182) }
}

extension String {
  /// The path without its last part; empty when there is only one.
  fileprivate var folder: String { lastIndex(of: "/").map { String(self[..<$0]) } ?? "" }
}
