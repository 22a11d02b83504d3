import Files

/// What programs leave in a folder while they work on its files, by name.
enum Leftover {
  /// Word's `~$a.docx`, Emacs' `#a.md#`, copies and half downloads, and what Windows keeps beside pictures. What is
  /// hidden or ends with `~` is none of content/ at all (`Discovery.passesOver`).
  static func isLeftover(_ name: String) -> Bool {
    let name = name.lowercased()
    return name.hasPrefix("~$") || name.hasPrefix("#") && name.hasSuffix("#")
      || endings.contains(where: name.hasSuffix) || names.contains(name)
  }

  private static let endings = [
    ".bak", ".tmp", ".temp", ".swp", ".swo", ".orig", ".rej", ".part", ".crdownload",
  ]
  private static let names: Set = ["thumbs.db", "desktop.ini"]
}
