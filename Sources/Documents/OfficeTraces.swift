extension DocumentTraces {
  /// More XML than the text of a long book has; what stands behind it is not looked at.
  private static let longestXML = 32 << 20

  /// Of an Office Open XML file (ECMA-376, part 2, §8) or an OpenDocument one (ODF 1.3, part 3, §4.3).
  public init(office archive: ZipArchive) {
    func xml(_ name: String) -> XMLText { XMLText(bytes: archive.read(name, limit: Self.longestXML)) }
    let people = [
      ("docProps/core.xml", ["dc:creator", "cp:lastModifiedBy"]), ("docProps/app.xml", ["Manager"]),
      ("meta.xml", ["meta:initial-creator", "dc:creator"]),
    ]
    for (file, elements) in people where archive.names.contains(file) {
      let text = xml(file)
      for element in elements { text.contents(of: element).forEach { add(name: $0) } }
    }
    hasComments = Self.hasComments(archive)
    let text = xml("word/document.xml")
    hasTrackedChanges = text.holds(anyOf: ["w:ins", "w:del", "w:moveFrom"])
    if archive.names.contains("content.xml") {
      let text = xml("content.xml")
      if text.holds(anyOf: ["office:annotation"]) { hasComments = true }
      if text.holds(anyOf: ["text:changed-region"]) { hasTrackedChanges = true }
    }
  }

  /// In any of the files for comments, of which a workbook has one for each sheet.
  private static func hasComments(_ archive: ZipArchive) -> Bool {
    var room = longestXML
    for (index, name) in archive.names.enumerated()
    where name.hasSuffix(".xml") && name.lowercased().contains("comment") {
      let text = XMLText(bytes: archive.read(at: index, limit: room))
      if text.holds(anyOf: ["w:comment", "comment", "threadedComment", "p:cm", "p188:cm"]) { return true }
      room -= text.bytes.count
      if room <= 0 { break }
    }
    return false
  }
}
