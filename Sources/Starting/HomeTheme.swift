import Diagnostics
import Files

/// The theme that comes with the tool: what a new project gets, and the archetypes for themes that have none.
package struct HomeTheme: Sendable {
  static let name = "vung-xanh"

  /// Its folder, absolute.
  package let folder: String

  /// What starts the tool: the launcher in its folder, else the program itself.
  ///
  /// - Parameter executable: the path of the running program.
  package func tool(executable: String) -> String? {
    let launcher = folder.dropLast("/themes/\(Self.name)".count) + "/vungxanh"
    if Disk.exists(String(launcher)) { return String(launcher) }
    return try? Disk.realPath(executable)
  }

  /// Looks in the tool's own folder, which the launcher knows; without a launcher, in the folders above the
  /// executable and, for a tool that is installed in `bin`, in their `share/vungxanh`.
  ///
  /// - Parameters:
  ///   - home: the value of `VUNGXANH_HOME`; one that is set and wrong is not passed over.
  ///   - executable: the path of the running program.
  package static func find(home: String?, executable: String) -> Result<HomeTheme, StartFailure> {
    if let home, !home.isEmpty {
      if let theme = HomeTheme(in: absolutePath(home)) { return .success(theme) }
      return .failure(StartFailure(StartProblem.noHomeTheme, in: home))
    }
    let program = (try? Disk.realPath(executable)) ?? executable
    var folder = program
    while let slash = folder.lastIndex(of: "/") {
      folder = String(folder[..<slash])
      if let theme = HomeTheme(in: folder) ?? HomeTheme(in: folder + "/share/vungxanh") {
        return .success(theme)
      }
    }
    return .failure(StartFailure(StartProblem.noHomeTheme, in: program))
  }

  private init?(in home: String) {
    folder = "\(home)/themes/\(Self.name)"
    guard Disk.isFolder(folder + "/layouts") else { return nil }
  }
}
