import ArgumentParser
import Files
import Generator
import Glibc
import Vietnamese

/// Where the project is that a command works on.
struct ProjectFolder: ParsableArguments {
  @Option(
    help: "Thư mục của dự án; mặc định là dự án chứa nơi đang đứng. (The project's folder.)",
    completion: .directory)
  var project: String?

  /// The project's folder, an absolute path.
  var root: String { Self.root(project) }

  /// What was named, else the nearest folder upwards that holds a project, else where the process stands, of which
  /// messages then say what it lacks.
  static func root(_ named: String?) -> String {
    let here = absolutePath(named ?? ".")
    guard named == nil else { return here }
    var folder = here
    while access(folder + "/content/site.yaml", F_OK) != 0 {
      guard let slash = folder.lastIndex(of: "/"), folder != "/" else { return here }
      folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
    }
    return folder
  }

  /// A path of the project as it was typed, from where the process stands or, as messages name files, from the project:
  /// absolute. nil when there is none.
  func place(_ path: String) -> String? {
    [absolutePath(path), absolutePath(root + "/" + path)].first { full in
      access(full, F_OK) == 0 && relativePath(full, below: root) != nil
    }
  }

  /// A path of content/ as messages name it, of what may be gone already.
  func pathInContent(_ typed: String) throws(UsageFailure) -> String {
    let full = place(typed) ?? absolutePath(typed)
    let paths = [full, absolutePath(root + "/" + typed)].compactMap {
      relativePath($0, below: root)
    }
    guard let path = paths.first(where: { $0.hasPrefix("content/") }) else {
      throw UsageFailure(.notInProject(typed, project: root))
    }
    return NFC.normalize(path)
  }
}
