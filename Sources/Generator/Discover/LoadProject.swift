import Addresses
import Diagnostics
import Fields
import Files
import Vietnamese

/// Reads site.yaml and the portals' portal.yaml.
struct ProjectLoader {
  let root: String
  private let substitutes: Substitutes
  private let rules: RuleBook?
  var problems: [Diagnostic] = []
  /// What was read so far.
  private var said = FingerprintBuilder()

  /// - Parameters:
  ///   - substitutes: what stands for its files.
  ///   - rules: those that the project may speak of; nil where nobody minds.
  init(root: String, substitutes: Substitutes, rules: RuleBook?) {
    self.root = root
    self.substitutes = substitutes
    self.rules = rules
  }

  /// Returns nil when there is no project to speak of; `problems` says why.
  mutating func load() -> Project? {
    guard Disk.isFolder(root + "/content") else {
      problems.append(Diagnostic(FileProblem.noContent(folder: "content"), in: root))
      return nil
    }
    if leadsOut("content") { return nil }
    let sitePath = "content/site.yaml"
    guard substitutes.exists(sitePath, of: root) else {
      problems.append(Diagnostic(FileProblem.noSite, in: sitePath))
      return nil
    }
    guard let withdrawals = withdrawals(), var site = reader(sitePath) else { return nil }
    defer { problems += site.problems }
    let ids = portalIDs()
    var fields = ProjectFields(rules: rules)
    var portals: [Portal] = []
    if ids.isEmpty {
      ProjectFields.single.read(into: &fields, &site)
      portals = [portal(id: fields.id, path: sitePath, &site, fields)]
      site.finish(ProjectFields.singleSchema)
      // It is the portal's own.
      fields.alsoPublished = []
    } else {
      ProjectFields.several.read(into: &fields, &site)
      for id in ids {
        if hasNoFile(portal: id, ids) { continue }
        let path = "content/portals/\(id)/portal.yaml"
        guard !substitutes.isAbsent(path), var reader = reader(path) else { continue }
        portals.append(portal(id: id, path: path, &reader, fields))
        reader.finish(PortalFields.fields.schema)
        problems += reader.problems
      }
      checkPlaceholders(&site, isLive: portals.contains { $0.state == .live })
      site.finish(ProjectFields.several.schema)
    }
    let main = fields.mainPortal.map { id in portals.firstIndex { $0.id == id } }
    if case .some(nil) = main, let id = fields.mainPortal {
      site.report(
        PortalProblem.unknownPortal(id, nearest: nearest(to: id, among: ids)), at: site.value("main_portal"))
    }
    return Project(
      fingerprint: said.fingerprint, root: root, rules: rules, language: fields.language,
      audiences: fields.audiences,
      portals: portals, hasPortalFolders: !ids.isEmpty, mainPortal: (main ?? 0) ?? 0,
      pageSize: fields.pageSize, quickExitURL: fields.quickExitURL, helpPage: fields.helpPage,
      alsoPublished: fields.alsoPublished, withdrawals: withdrawals, checkLevels: fields.checkLevels)
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
    func hasFile(_ id: String) -> Bool {
      substitutes.exists("content/portals/\(id)/portal.yaml", of: root)
    }
    if hasFile(id) || substitutes.isAbsent("content/portals/\(id)/portal.yaml") { return false }
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

  mutating func reader(_ path: String) -> FieldReader? {
    switch YAMLFile.read(
      path, of: root, keys: Schema.allKeys, substitute: substitutes.source(path), warnings: &problems)
    {
    case .success(let entries):
      said.add(path)
      entries.add(to: &said)
      return FieldReader(entries, path: path, firstLine: 0)
    case .failure(let failure):
      problems.append(failure.diagnostic)
      return nil
    }
  }
}
