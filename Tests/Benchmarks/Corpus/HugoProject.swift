extension Corpus {
  /// Writes the content with a `portal-N.toml` for each portal. What all portals share is
  /// `Tests/Benchmarks/hugo/`, which `scripts/bench` puts beside it.
  func writeHugoProject(to project: Folder) throws {
    try writeContent(to: project.folder("content"))
    for number in 1...portals {
      let portal = Portal(number: number)
      try project.write(
        "portal-\(number).toml",
        """
        baseURL = "\(portal.url)"
        title = "\(portal.title)"

        [params]
        body = "\(portal.body)"
        parent_body = "\(Portal.parentBody)"
        responsible = "\(Portal.responsible)"
        address = "\(portal.address)"
        phone = "\(Portal.phone)"
        email = "\(portal.email)"

        """ + menuTables)
    }
  }

  private var menuTables: String {
    menu.enumerated().reduce(into: "") { text, item in
      text += """

        [[menus.main]]
        name = "\(item.element.title)"
        pageRef = "/\(item.element.folder)"
        weight = \(item.offset + 1)

        """
    }
  }
}
