import Diagnostics

extension Relation {
  /// Every file of the site, each at an address of its own.
  mutating func outputs(
    children: [[Key]], recent: [Key], tags: [Site.Group], audiences: [Site.Group], theme: Theme?,
    alphabet: Alphabet?, files: [Int32]
  ) -> [Site.Output] {
    var addresses = Addresses(portal: portal.id, about: shown.count * 5 / 4)
    for key in keys {
      let page = page(key)
      addresses.add(routes[Int(key)], .page(key, number: 1), owner: page.path)
      guard page.kind.isSection, page.kind != .home else { continue }
      let size = page.section?.pageSize ?? project.pageSize
      addresses.addList(
        routes[Int(key)], entries: children[Int(key)].count, size: size, word: words.page, owner: page.path
      ) {
        .page(key, number: $0)
      }
      guard page.kind == .handbook, theme?.hasBooks == true, !children[Int(key)].isEmpty else { continue }
      addresses.add(words.book(at: routes[Int(key)]), .book(key), owner: page.path)
    }
    addresses.addAssets(files, of: content.tree)
    for (index, tag) in tags.enumerated() {
      addresses.add(tag.route, .tag(index, number: 1), owner: "“\(tag.name)”")
      addresses.addList(
        tag.route, entries: tag.keys.count, size: project.pageSize, word: words.page, owner: "“\(tag.name)”"
      ) {
        .tag(index, number: $0)
      }
    }
    for (index, group) in audiences.enumerated() {
      addresses.add(group.route, .audience(index, number: 1), owner: "“\(group.name)”")
      addresses.addList(
        group.route, entries: group.keys.count, size: project.pageSize, word: words.page,
        owner: "“\(group.name)”"
      ) {
        .audience(index, number: $0)
      }
    }
    if !tags.isEmpty { addresses.add("\(words.tags).html", .tagIndex, owner: Addresses.generator) }
    if !audiences.isEmpty {
      addresses.add("\(words.audiences).html", .audienceIndex, owner: Addresses.generator)
    }
    addresses.add("\(words.siteMap).html", .siteMap, owner: Addresses.generator)
    addSearch(alphabet, to: &addresses)
    addresses.add("404.html", .notFound, owner: Addresses.generator)
    addFeeds(children: children, recent: recent, to: &addresses)
    let pageCount = addresses.outputs.count { $0.route.isInSitemap }
    addresses.add("sitemap.xml", .sitemap(0), owner: Addresses.generator)
    for number in Sitemap.partNumbers(forPages: pageCount) {
      addresses.add("sitemap-\(number).xml", .sitemap(number), owner: Addresses.generator)
    }
    addresses.add("robots.txt", .robots, owner: Addresses.generator)
    addresses.add(WebManifest.route, .manifest, owner: Addresses.generator)
    addresses.add(".htaccess", .htaccess, owner: Addresses.generator)
    addresses.add("web.config", .webConfig, owner: Addresses.generator)
    // These two servers read no file of the site's own: an administrator includes them.
    addresses.add("server/nginx.conf", .nginx, owner: Addresses.generator)
    addresses.add("server/Caddyfile", .caddyfile, owner: Addresses.generator)
    for (index, asset) in (theme?.assets ?? []).enumerated() {
      addresses.add(asset.route, .themeFile(index), owner: "themes/")
    }
    // Aliases last: whatever stands at the address itself comes first.
    for key in keys {
      for alias in page(key).aliases {
        addresses.add(alias.route, .redirect(to: key), owner: page(key).path, place: alias.place)
      }
    }
    problems += addresses.problems
    return addresses.outputs.sorted { $0.path < $1.path }
  }

  /// A feed for the portal, and one for each section that has dated pages.
  private func addFeeds(children: [[Key]], recent: [Key], to addresses: inout Addresses) {
    guard !recent.isEmpty else { return }
    addresses.add("feed.xml", .feed(nil), owner: Addresses.generator)
    for key in keys where page(key).kind.isSection && page(key).kind != .home {
      guard children[Int(key)].contains(where: { !page($0).kind.isSection && page($0).date != nil }) else {
        continue
      }
      addresses.add(routes[Int(key)].dropLast(5) + "/feed.xml", .feed(key), owner: Addresses.generator)
    }
  }

  private func addSearch(_ alphabet: Alphabet?, to addresses: inout Addresses) {
    guard let alphabet else { return }
    addresses.add("\(words.search).html", .search, owner: Addresses.generator)
    guard !alphabet.isOnePage else { return }
    for (index, letter) in alphabet.letters.enumerated() {
      let route = "\(words.search)/\(letter.slug).html"
      addresses.add(route, .letter(index, number: 1), owner: Addresses.generator)
      addresses.addList(
        route, entries: letter.entries.count, size: Alphabet.longestList, word: words.page,
        owner: Addresses.generator
      ) {
        .letter(index, number: $0)
      }
    }
  }
}

/// The addresses given so far, each to one owner.
private struct Addresses {
  static let generator = "vungxanh"

  let portal: String
  private var owners: [String: String] = [:]
  private(set) var outputs: [Site.Output] = []
  private(set) var problems: [Diagnostic] = []

  init(portal: String, about count: Int) {
    self.portal = portal
    owners.reserveCapacity(count)
    outputs.reserveCapacity(count)
  }

  mutating func add(_ path: some StringProtocol, _ route: Route, owner: String, place: Place = .file) {
    let path = String(path)
    // Windows and macOS servers do not tell A from a.
    let hasCapitals = path.utf8.contains { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    if let other = owners.updateValue(owner, forKey: hasCapitals ? path.lowercased() : path) {
      problems.append(
        Diagnostic(SiteProblem.sameRoute(path, other: other, portal: portal), in: owner, at: place))
      return
    }
    outputs.append(Site.Output(path: path, route: route))
  }

  /// The further pages of a long list; the first is at its own address.
  mutating func addList(
    _ route: String, entries: Int, size: Int, word: String, owner: String, _ make: (Int) -> Route
  ) {
    let count = (entries + size - 1) / size
    guard count > 1 else { return }
    for number in 2...count { add("\(route.dropLast(5))/\(word)-\(number).html", make(number), owner: owner) }
  }

  mutating func addAssets(_ files: [Int32], of tree: ContentTree) {
    for index in files {
      let asset = tree.assets[Int(index)]
      let route = AssetRoute.route(of: asset.path)
      if let name = AssetRoute.partWithoutLetters(of: asset.path) {
        problems.append(Diagnostic(FileProblem.nameWithoutLetters(name), in: asset.shownPath))
        continue
      }
      add(route, .file(index), owner: asset.shownPath)
      if route.hasPrefix(Site.searchFolder) {
        let problem = SiteProblem.sameRoute(route, other: Self.generator, portal: portal)
        problems.append(Diagnostic(problem, in: asset.shownPath))
      }
    }
  }
}
