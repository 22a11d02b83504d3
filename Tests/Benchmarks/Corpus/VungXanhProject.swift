extension Corpus {
  /// Writes the content with its `site.yaml`, as one portal or as many that show all pages. The theme is
  /// `themes/bench`, which `scripts/bench` puts beside it.
  func writeVungXanhProject(to project: Folder) throws {
    let content = project.folder("content")
    try writeContent(to: content)
    let site = """
      language: vi
      theme: bench
      paginate: 20

      """
    if portals == 1 {
      let portal = Portal(number: 1)
      try content.write("site.yaml", site + "id: \(portal.id)\n" + fields(of: portal) + menuField)
      return
    }
    try content.write("site.yaml", "name: Vùng xanh\n" + site + "main_portal: portal-1\n" + menuField)
    for number in 1...portals {
      let portal = Portal(number: number)
      try content.write("portals/\(portal.id)/portal.yaml", fields(of: portal))
    }
  }

  private func fields(of portal: Portal) -> String {
    """
    name: \(portal.name)
    title: \(portal.title)
    description: \(Self.description)
    kind: ward
    url: \(portal.url)
    body: \(portal.body)
    parent_body: \(Portal.parentBody)
    responsible: \(Portal.responsible)
    address: \(portal.address)
    phone: "\(Portal.phone)"
    email: \(portal.email)
    accent: "#0b6e4f"

    """
  }

  private var menuField: String {
    menu.reduce(into: "menu:\n") { $0 += "  - { title: \($1.title), page: \($1.folder)/_index.md }\n" }
  }
}
