/// What programs leave in a folder while they work on its files, by name.
enum Leftover {
  /// Word's `~$a.docx`, LibreOffice's `.~lock.a.odt#`, Emacs' `#a.md#`, copies and half downloads, and what Windows
  /// keeps beside pictures.
  static func isLeftover(_ name: String) -> Bool {
    let name = name.lowercased()
    return name.hasPrefix("~$") || name.hasPrefix(".~lock.") || name.hasSuffix("~")
      || name.hasPrefix("#") && name.hasSuffix("#")
      || endings.contains(where: name.hasSuffix) || names.contains(name)
  }

  private static let endings = [
    ".bak", ".tmp", ".temp", ".swp", ".swo", ".orig", ".rej", ".part", ".crdownload",
  ]
  private static let names: Set = ["thumbs.db", "desktop.ini"]
}
