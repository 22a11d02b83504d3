import Fields
import Addresses
import Diagnostics
import Files
import Generator
import Vietnamese

/// What a new project is to be called; a placeholder stands for whatever is nil.
package struct ProjectOrder: Sendable {
  package var name: String?
  package var url: String?
  package var body: String?
  /// The program, or its launcher, that the project's own `vungxanh` calls; without one there is none.
  package var tool: String?
  package let date: CalendarDate

  package init(date: CalendarDate) { self.date = date }

  /// The body in charge that a unit's name leads to expect: the UBND of a ward, a school itself.
  package static func likelyBody(for name: String) -> String? { UnitName(name).body }

  /// Whether an address can be a portal's; the failure says what is wrong with it.
  package static func checked(url: String) throws(StartFailure) -> String {
    let url = try TitleText.cleaned(url, from: "--url")
    guard PortalURL(url) != nil else { throw StartFailure(FrontMatterProblem.badURL(url), in: "--url") }
    return url
  }
}

/// What was begun.
package struct StartedProject: Sendable {
  /// Relative to the project: what to open first, in a sensible order.
  package let files: [String]
  /// Whether a .gitignore that was there has been left as it is.
  package let keptIgnoreFile: Bool
}

/// Begins a project of one portal: the starter's content and a copy of the theme. The folder is made, or has to be
/// empty but for dot files; on a failure nothing remains.
///
/// - Parameter folder: absolute.
package func startProject(_ order: ProjectOrder, in folder: String, from home: HomeTheme) throws(StartFailure)
  -> StartedProject
{
  try refuseUsed(folder)
  let blanks = try blanks(order)
  var files = NewFiles()
  let theme = "\(folder)/themes/\(HomeTheme.name)"
  try files.add(filesOf: home.folder, shown: home.folder, at: theme) {
    (path, disk, shown) throws(StartFailure) in
    // The starter has done its work; archetypes are the project's to change.
    path.hasPrefix("starter/") ? nil : try Archetype.read(disk, path: shown)
  }
  let starter = home.folder + "/starter"
  let copied = files.paths.count
  try files.add(filesOf: starter, shown: starter, at: folder) { (_, disk, shown) throws(StartFailure) in
    try Archetype.copy(path: shown, disk: disk, with: blanks)
  }
  let made = files.paths[copied...].map { String($0.dropFirst(folder.count + 1)) }
  let keepsIgnoreFile = Disk.exists(folder + "/.gitignore")
  if !keepsIgnoreFile { files.add(Array("/site/\n".utf8), at: folder + "/.gitignore") }
  if let tool = order.tool {
    files.add(
      ProjectLauncher.script(calling: tool), at: "\(folder)/\(ProjectLauncher.name)", isProgram: true)
  }
  do throws(Disk.Failure) { try files.write() } catch {
    throw StartFailure(error.isTaken ? StartProblem.notAFolder : .cannotCreate(error.reason), in: error.path)
  }
  return StartedProject(files: made, keptIgnoreFile: keepsIgnoreFile)
}

/// A failure when something stands in the folder already, or in its place.
package func refuseUsed(_ folder: String) throws(StartFailure) {
  guard Disk.exists(folder) else { return }
  guard Disk.isFolder(folder) else { throw StartFailure(StartProblem.notAFolder, in: folder) }
  let entries: [Disk.Entry]
  do throws(Disk.Failure) { entries = try Disk.entries(of: folder) } catch {
    throw StartFailure(FileProblem.unreadable(error.reason), in: folder)
  }
  if let entry = entries.first(where: { !$0.name.hasPrefix(".") }) {
    throw StartFailure(StartProblem.folderNotEmpty(holds: entry.name), in: folder)
  }
}

private func blanks(_ order: ProjectOrder) throws(StartFailure) -> Archetype.Blanks {
  func value(_ given: String?, _ argument: String, or placeholder: String) throws(StartFailure) -> String {
    let text = try given.map { text throws(StartFailure) in
      try TitleText.cleaned(text, from: argument)
    }
    return (text.flatMap { $0.isEmpty ? nil : $0 } ?? placeholder).quotedAsYAML
  }
  var url = "https://phuong.example/"
  if let given = order.url, !given.isEmpty { url = try ProjectOrder.checked(url: given) }
  return [
    "name": try value(order.name, "--name", or: "CẦN ĐIỀN – tên đơn vị, ví dụ Phường Cống Vị"),
    "body": try value(order.body, "--body", or: "CẦN ĐIỀN – cơ quan quản lý cổng"),
    "url": url.quotedAsYAML, "kind": UnitName(order.name ?? "").kind.rawValue, "date": order.date.iso,
    "review_by": order.date.inHalfAYear.iso,
  ]
}
