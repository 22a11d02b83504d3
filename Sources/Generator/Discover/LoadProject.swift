import Addresses
import Diagnostics
import Fields
import Files
import Vietnamese

/// Reads site.yaml and the portals' portal.yaml.
package struct ProjectLoader {
  let root: String
  package private(set) var problems: [Diagnostic] = []
  /// What was read so far.
  private var said = FingerprintBuilder()

  package init(root: String) { self.root = root }

  /// Returns nil when there is no project to speak of; `problems` says why.
  package mutating func load() -> Project? {
    guard Disk.isFolder(root + "/content") else {
      problems.append(Diagnostic(FileProblem.noContent(folder: "content"), in: root))
      return nil
    }
    if leadsOut("content") { return nil }
    let sitePath = "content/site.yaml"
    guard Disk.exists(root + "/" + sitePath) else {
      problems.append(Diagnostic(FileProblem.noSite, in: sitePath))
      return nil
    }
    guard var site = reader(sitePath) else { return nil }
    defer { problems += site.problems }
    let ids = portalIDs()
    let language = site.choice("language", Language.self) ?? .vi
    let audiences: [Project.Audience] = site.list("audiences", schema: .audience) { reader, _ in
      Project.Audience(id: reader.requiredText("id"), name: reader.requiredText("name"))
    }
    let defaults = Defaults(
      language: language, theme: theme(&site) ?? "vung-xanh", menu: menu(&site), audiences: audiences)
    var portals: [Portal] = []
    if ids.isEmpty {
      let id = site.text("id") ?? "main"
      if !Slug.isSlug(id) { site.report(FrontMatterProblem.badSlug(id), at: site.value("id")) }
      portals = [portal(id: id, path: sitePath, &site, defaults)]
      site.finish(.sitePortal)
    } else {
      _ = site.text("name")
      for id in ids {
        if hasNoFile(portal: id, ids) { continue }
        guard var reader = reader("content/portals/\(id)/portal.yaml") else { continue }
        portals.append(portal(id: id, path: "content/portals/\(id)/portal.yaml", &reader, defaults))
        reader.finish(.portal)
        problems += reader.problems
      }
      checkPlaceholders(&site, isLive: portals.contains { $0.state == .live })
      site.finish(.site)
    }
    var main = 0
    if !ids.isEmpty, let id = site.text("main_portal") {
      if let index = portals.firstIndex(where: { $0.id == id }) {
        main = index
      } else {
        site.report(
          PortalProblem.unknownPortal(id, nearest: nearest(to: id, among: ids)), at: site.value("main_portal")
        )
      }
    }
    let pageSize = site.number("paginate", in: Project.pageSizes) ?? 20
    return Project(
      fingerprint: said.fingerprint, root: root, language: language, audiences: audiences, portals: portals,
      hasPortalFolders: !ids.isEmpty, mainPortal: main, pageSize: pageSize,
      quickExitURL: quickExitURL(&site), helpPage: references("help_page", &site).first,
      alsoPublished: ids.isEmpty ? [] : references("also_publish", &site), checkLevels: checkLevels(&site))
  }

  /// What site.yaml says for portals that do not say it themselves.
  struct Defaults {
    let language: Language
    let theme: String
    let menu: [Portal.MenuItem]
    let audiences: [Project.Audience]
  }

  private mutating func portalIDs() -> [String] {
    let folder = "content/portals"
    guard Disk.exists(root + "/" + folder), !leadsOut(folder) else { return [] }
    let entries: [Disk.Entry]
    do throws(Disk.Failure) { entries = try Disk.entries(of: root + "/" + folder) } catch {
      problems.append(Diagnostic(FileProblem.unreadableFolder(error.reason), in: folder))
      return []
    }
    for entry in entries where entry.kind == .file && !Discovery.isPassedOver(entry.name) {
      problems.append(Diagnostic(PortalProblem.outsidePortal, in: folder + "/" + entry.name))
    }
    return entries.filter { !$0.name.hasPrefix(".") && Disk.isFolder(root + "/" + folder + "/" + $0.name) }
      .compactMap {
        if leadsOut(folder + "/" + $0.name) { return nil }
        guard Slug.isSlug($0.name) else {
          problems.append(Diagnostic(PortalProblem.badPortalID($0.name), in: folder + "/" + $0.name))
          return nil
        }
        return $0.name
      }
  }

  /// Whether a folder is not made a portal by its portal.yaml, which is reported.
  private mutating func hasNoFile(portal id: String, _ ids: [String]) -> Bool {
    func hasFile(_ id: String) -> Bool { Disk.exists(root + "/content/portals/\(id)/portal.yaml") }
    if hasFile(id) { return false }
    let near = nearest(to: id, among: ids.filter(hasFile))
    problems.append(Diagnostic(PortalProblem.noPortalFile(id, nearest: near), in: "content/portals/" + id))
    return true
  }

  /// Whether a folder is a link out of the project, which is reported.
  private mutating func leadsOut(_ folder: String) -> Bool {
    guard let home = try? Disk.realPath(root), let place = try? Disk.realPath(root + "/" + folder),
      !Disk.isPath(place, within: home)
    else { return false }
    problems.append(Diagnostic(FileProblem.linkOutside, in: folder))
    return true
  }

  /// The name of a folder in themes/, and no path out of it.
  func theme(_ reader: inout FieldReader) -> String? {
    guard let name = reader.text("theme") else { return nil }
    if !name.isEmpty, !name.hasPrefix("."), !name.contains("/") { return name }
    reader.report(ThemeProblem.badThemeName(name), at: reader.value("theme"))
    return nil
  }

  private mutating func reader(_ path: String) -> FieldReader? {
    switch YAMLFile.read(path, of: root, keys: Schema.allKeys, warnings: &problems) {
    case .success(let entries):
      said.add(path)
      entries.add(to: &said)
      return FieldReader(entries, path: path, firstLine: 0)
    case .failure(let failure):
      problems.append(failure.diagnostic)
      return nil
    }
  }

  func menu(_ reader: inout FieldReader) -> [Portal.MenuItem] {
    reader.list("menu", schema: .menuItem) { reader, item in
      let title = reader.requiredText("title")
      if let url = reader.text("url") {
        guard PortalURL(url) != nil || url.hasPrefix("https://") || url.hasPrefix("http://") else {
          reader.report(FrontMatterProblem.badURL(url), at: reader.value("url"))
          return nil
        }
        return Portal.MenuItem(title: title, target: .url(url, reader.place(of: reader.value("url") ?? item)))
      }
      let place = reader.value("page").map { reader.place(of: $0) } ?? reader.place(of: item)
      return Portal.MenuItem(
        title: title, target: .page(PathReference(path: reader.requiredText("page"), place: place)))
    }
  }

  /// Where “leave quickly” leads: a page that anybody may have open.
  private func quickExitURL(_ reader: inout FieldReader) -> String {
    guard let url = reader.text("quick_exit_url") else { return "https://www.google.com/" }
    if !url.hasPrefix("https://") || PortalURL(url) == nil {
      reader.report(FrontMatterProblem.badURL(url), at: reader.value("quick_exit_url"))
    }
    return url
  }

  private func checkLevels(_ reader: inout FieldReader) -> [String: Diagnostic.Severity?] {
    reader.map("check", schema: nil) { reader -> [String: Diagnostic.Severity?]? in
      var levels: [String: Diagnostic.Severity?] = [:]
      for entry in reader.entries {
        guard Rule.named(entry.key) != nil else {
          reader.report(Rule.unknown(entry.key), mark: entry.keyMark)
          continue
        }
        guard let level = reader.choice(entry.key, Rule.Level.self) else { continue }
        levels.updateValue(level.severity, forKey: entry.key)
      }
      return levels
    } ?? [:]
  }

  func references(_ key: String, _ reader: inout FieldReader) -> [PathReference] {
    reader.texts(key).map { PathReference(path: $0.text, place: reader.place(of: $0.value)) }
  }
}
