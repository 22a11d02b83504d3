import Diagnostics
import Fields
import Files
import Generator
import Vietnamese

/// The work of making the portal of a unit.
struct NewPortal {
  private let order: PageOrder
  private let unit: UnitName
  private let outline: ProjectOutline
  private let archetypes: ArchetypeShelf
  private let id: String

  init(_ order: PageOrder, _ title: String, _ outline: ProjectOutline, _ home: HomeTheme?)
    throws(StartFailure)
  {
    self.order = order
    self.outline = outline
    unit = UnitName(title)
    id = try TitleText.slug(order.slug ?? (unit.id.isEmpty ? nil : unit.id), title: title)
    archetypes = ArchetypeShelf(outline.project, portal: nil, home: home)
  }

  func make() throws(StartFailure) -> MadePage {
    let folder = "content/portals/" + id
    if Disk.exists(outline.root + "/" + folder) {
      throw StartFailure(NewPageProblem.pageExists(folder), in: folder)
    }
    let found = try archetypes.portalFolder()
    let blanks = blanks
    var files = NewFiles()
    try files.add(filesOf: found.disk, shown: found.path, at: outline.root + "/" + folder) {
      (_, disk, shown) throws(StartFailure) in
      try Archetype.copy(path: shown, disk: disk, with: blanks)
    }
    do throws(Disk.Failure) { try files.write() } catch { throw StartFailure(error, in: folder) }
    return MadePage(path: folder + "/portal.yaml", archetype: found, replaced: nil)
  }

  private var blanks: Archetype.Blanks {
    let main = outline.project.portals[outline.project.mainPortal]
    return [
      "id": id, "name": unit.name.quotedAsYAML,
      "title": "Vùng xanh \(unit.name.lowercasedFirst)".quotedAsYAML,
      "kind": unit.kind.rawValue, "url": "https://\(id).example/".quotedAsYAML,
      "body": (unit.body ?? "CẦN ĐIỀN – cơ quan quản lý cổng").quotedAsYAML,
      "parent_body": main.body.quotedAsYAML, "date": order.date.iso,
      "review_by": order.date.inHalfAYear.iso,
      "audiences": outline.project.audiences.map(\.id).joined(separator: ", "),
    ]
  }

}

extension ProjectOutline {
  /// Whether site.yaml declares the only portal there is.
  package var hasSinglePortal: Bool { !project.hasPortalFolders }

  /// What it takes to have several portals, step by step: a decision that changes where the site lies.
  package var stepsToSeveralPortals: (vi: [String], en: [String]) {
    let id = project.portals[project.mainPortal].id
    let moved = ProjectFields.keysOfPortals.joined(separator: ", ")
    return (
      [
        "Tạo thư mục content/portals/\(id)/ cho cổng đang có; giữ mã “\(id)” thì site/\(id)/ không đổi chỗ.",
        "Tạo tệp content/portals/\(id)/portal.yaml. Chuyển từ content/site.yaml sang đó những dòng nào đang có trong: "
          + moved + ". Dòng name thì chép sang, dòng id thì xóa.",
        "Thêm vào content/site.yaml dòng main_portal: \(id).",
        "Chạy vungxanh build: cổng cũ phải như trước. Rồi chạy lại lệnh này để thêm cổng mới.",
      ],
      [
        "Make the folder content/portals/\(id)/ for the portal you have; with the id “\(id)” site/\(id)/ stays where it is.",
        "Make the file content/portals/\(id)/portal.yaml. Move there, from content/site.yaml, those lines that it has of: "
          + moved + ". Copy the line name, delete the line id.",
        "Add the line main_portal: \(id) to content/site.yaml.",
        "Run vungxanh build: the old portal must be as it was. Then run this again to add the new one.",
      ]
    )
  }
}

extension String {
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
