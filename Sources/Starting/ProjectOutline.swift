import Diagnostics
import Files
import Generator
import Vietnamese

/// A project's portals and sections: what one has to know to put a new page into it.
package struct ProjectOutline: Sendable {
  /// A place that pages can be put into.
  package struct Section: Sendable {
    /// Its path below content/; empty for the home page.
    package let place: String
    package let title: String
    /// Index of the portal that alone has it, nil for a shared one.
    let portal: Int?
    let kind: Page.Kind
    /// What pages in it are when they do not say it themselves.
    let children: Page.Kind
    /// Its folder on disk, relative to the project.
    let folder: String

    /// As `--section` takes it.
    package var argument: String { place.isEmpty ? "/" : place }
  }

  let root: String
  let project: Project
  let tree: ContentTree
  /// Shared ones first, each group in the order of the tree.
  private let sections: [Section]
  /// What keeps a section from being read, by its path.
  private let unreadable: [String: [Diagnostic]]

  package var language: Language { project.language }
  /// Ids of the portals.
  package var portals: [String] { project.portals.map(\.id) }

  /// Reads what a project declares and its sections' own pages, no others.
  ///
  /// - Parameters:
  ///   - root: the project's folder, absolute.
  ///   - today: the day on which it is looked at.
  package static func read(_ root: String, on today: CalendarDate) -> Result<ProjectOutline, StartFailure> {
    let publication = PublicationRules(today: today)
    var problems: [Diagnostic] = []
    guard let sources = Sources(discovering: root, problems: &problems) else {
      return .failure(StartFailure(problems))
    }
    return .success(ProjectOutline(root: root, sources, problems: problems, on: publication))
  }

  /// - Parameter problems: what was wrong when the project was discovered.
  private init(root: String, _ sources: Sources, problems: [Diagnostic], on publication: PublicationRules) {
    self.root = root
    project = sources.project
    tree = sources.tree
    let parser = PageParser(tree: tree, project: project, publication: publication)
    var sections: [Section] = []
    var unreadable = Dictionary(grouping: problems) { String($0.path.dropFirst("content/".count)) }
    for file in tree.pages where file.isIndex {
      let place = tree.places[file.key]
      let parsed = parser.parse(file, childOf: nil)
      guard let page = parsed.page else {
        unreadable[place] = parsed.problems
        continue
      }
      let folder = String(file.diskPath.dropFirst(root.count + 1).dropLast("/_index.md".count))
      sections.append(
        Section(
          place: place, title: page.shortTitle ?? page.title, portal: file.portal, kind: page.kind,
          children: page.childKind, folder: folder))
    }
    if !sections.contains(where: { $0.place.isEmpty && $0.portal == nil }) {
      sections.insert(
        Section(
          place: "", title: project.portals[project.mainPortal].title, portal: nil, kind: .home,
          children: .page, folder: "content"), at: 0)
    }
    self.sections = sections
    self.unreadable = unreadable
  }

  // MARK: Places

  /// A failure when an order names a portal or a section that will not do, or when there is no place for it yet. What
  /// it does not name yet is no failure.
  package func checkPlace(of order: PageOrder) throws(StartFailure) {
    if order.type == .portal {
      if project.hasPortalFolders { return }
      throw StartFailure(NewPageProblem.singlePortal, in: "content/site.yaml")
    }
    if order.section == nil {
      _ = try portal(order.portal)
      if choices(for: order.type, portal: order.portal).isEmpty { throw noSection(for: order.type) }
    } else {
      _ = try place(of: order)
    }
  }

  /// Where an order goes: the portal whose own page it is, nil for a shared one, and the section.
  func place(of order: PageOrder) throws(StartFailure) -> (portal: Int?, section: Section) {
    let portal = try portal(order.portal)
    return (portal, try section(order.section, for: order.type, portal: portal))
  }

  /// The portal whose own page is ordered, nil for a shared one; the single portal's pages are the shared ones.
  private func portal(_ id: String?) throws(StartFailure) -> Int? {
    guard let id else { return nil }
    guard let index = project.portals.firstIndex(where: { $0.id == id }) else {
      let near = nearest(to: id, among: portals) ?? nearest(to: Slug.make(id), among: portals)
      throw StartFailure(PortalProblem.unknownPortal(id, nearest: near), in: "--portal")
    }
    return project.hasPortalFolders ? index : nil
  }

  /// What a portal sees, its own sections in place of shared ones; what is shared for nil.
  private func sections(of portal: Int?) -> [Section] {
    let own = sections.filter { $0.portal == portal && portal != nil }
    let replaced = Set(own.map(\.place))
    return sections.filter { $0.portal == nil && !replaced.contains($0.place) } + own
  }

  /// The sections to choose from for a page of that type: those meant for it, or else all that can hold it.
  ///
  /// - Parameter portal: an id; what is shared for nil or an id that is not known.
  package func choices(for type: NewType, portal id: String?) -> [Section] {
    let all = sections(of: (try? portal(id)) ?? nil).filter(type.fits)
    if type.isSection { return all }
    let meant = all.filter { $0.children == type.kind }
    return meant.isEmpty ? all : meant
  }

  /// Every section of the project and of a portal, for completion.
  package func sectionArguments(portal id: String?) -> [String] {
    sections(of: (try? portal(id)) ?? nil).map(\.argument)
  }

  /// The section that an order names: `huong-dan`, `content/huong-dan/_index.md`, or `/` for the home page.
  private func section(_ text: String?, for type: NewType, portal: Int?) throws(StartFailure) -> Section {
    let id = portal.map { project.portals[$0].id }
    guard let text else {
      let choices = choices(for: type, portal: id)
      if type.isSection, let home = choices.first(where: \.place.isEmpty) { return home }
      throw StartFailure(
        NewPageProblem.missingArgument(.section, choices: choices.map(\.argument)), in: "vungxanh new")
    }
    let place = Self.place(text)
    guard let section = sections(of: portal).first(where: { $0.place == place }) else {
      throw unknownSection(text, place, for: type, portal: portal)
    }
    guard type.fits(section) else {
      let choices = choices(for: type, portal: id)
      guard !choices.isEmpty else { throw noSection(for: type) }
      throw StartFailure(
        NewPageProblem.wrongSection(
          section.argument, type: type.rawValue, choices: choices.map(\.argument)), in: "--section")
    }
    return section
  }

  private func noSection(for type: NewType) -> StartFailure {
    StartFailure(
      NewPageProblem.noSection(type: type.rawValue, needed: type.home.rawValue), in: "vungxanh new")
  }

  private func unknownSection(
    _ text: String, _ place: String, for type: NewType, portal: Int?
  ) -> StartFailure {
    if let problems = unreadable[place] { return StartFailure(problems) }
    let owners = sections.filter { $0.place == place }.compactMap(\.portal)
    if !owners.isEmpty {
      let ids = owners.map { project.portals[$0].id }
      return StartFailure(NewPageProblem.sectionOfPortals(place, portals: ids), in: "--section")
    }
    let all = sections(of: portal)
    let known = all.filter(type.fits)
    return StartFailure(
      NewPageProblem.unknownSection(
        text, nearest: Self.nearestSection(to: place, among: all),
        known: (known.isEmpty ? all : known).map(\.argument)),
      in: "--section")
  }

  /// People write a section's title, the last part of its path, or something near it.
  private static func nearestSection(to place: String, among sections: [Section]) -> String? {
    let slug = Slug.make(place)
    let sections = sections.filter { !$0.place.isEmpty }
    return
      (sections.first { Slug.make($0.title) == slug || $0.place.lastComponent == place }
      ?? nearest(to: place, among: sections.map(\.place)).flatMap { near in
        sections.first { $0.place == near }
      }
      ?? nearest(to: slug, among: sections.map(\.place.lastComponent)).flatMap { near in
        sections.first { $0.place.lastComponent == near }
      })?.place
  }

  private static func place(_ text: String) -> String {
    var parts = NFC.normalize(text).split(separator: "/").filter { $0 != "." }
    if parts.first == "content" { parts.removeFirst() }
    return ContentTree.place(of: parts.joined(separator: "/"))
  }
}
