/// An absolute path for one that may be relative to where the process stands, without `.`, `..` or a last slash.
package func absolutePath(_ path: String) -> String {
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
package func relativePath(_ path: String, below folder: String) -> String? {
  if path == folder { return "" }
  let folder = folder.hasSuffix("/") ? folder : folder + "/"
  return path.hasPrefix(folder) ? String(path.dropFirst(folder.count)) : nil
}

extension String {
  /// What stands after the last slash.
  package var lastComponent: String { lastIndex(of: "/").map { String(self[index(after: $0)...]) } ?? self }

  /// The path of the folder around; empty for a name alone.
  package var folderPath: String { lastIndex(of: "/").map { String(self[..<$0]) } ?? "" }
}
