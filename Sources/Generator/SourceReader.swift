import Diagnostics
import Vietnamese

/// The text of a file that a diagnostic names, in NFC, as the parser saw it.
public func sourceText(_ path: String, of project: String) -> [UInt8]? {
  // What was too large to be parsed is too large to be shown.
  guard case .file(let size)? = try? Disk.kind(of: project + "/" + path), size <= PageSource.largestPage
  else {
    return nil
  }
  let home = project.isEmpty ? nil : try? Disk.realPath(project)
  return (try? Disk.read(project + "/" + path, within: home)).map {
    $0.firstInvalidUTF8 == nil ? NFC.normalize($0) : $0
  }
}

/// An absolute path for one that may be relative to where the process stands, without `.`, `..` or a last slash.
public func absolutePath(_ path: String) -> String {
  let full = path.hasPrefix("/") ? path : Disk.workingFolder + "/" + path
  var parts: [Substring] = []
  for part in full.split(separator: "/") where part != "." {
    if part == ".." { _ = parts.popLast() } else { parts.append(part) }
  }
  return "/" + parts.joined(separator: "/")
}

/// A path below a folder as it is called from there; empty for the folder itself, nil for what lies elsewhere.
///
/// Both are absolute paths as `absolutePath` gives them.
public func relativePath(_ path: String, below folder: String) -> String? {
  if path == folder { return "" }
  let folder = folder.hasSuffix("/") ? folder : folder + "/"
  return path.hasPrefix(folder) ? String(path.dropFirst(folder.count)) : nil
}
