import Diagnostics
import Files
import Templates

extension Edition {
  /// Appends what stands at an address: the site as a function from route to bytes.
  ///
  /// - Returns: what only the data could show; nearly always empty.
  func render(_ output: Site.Output, into bytes: inout [UInt8]) throws(Disk.Failure) -> [Diagnostic] {
    switch output.route {
    case .page(let key, _): return renderPage(output, chosen: page(key).layout?.name, into: &bytes)
    case .book, .tag, .audience, .tagIndex, .audienceIndex, .siteMap, .search, .letter, .notFound,
      .redirect:
      return renderPage(output, chosen: nil, into: &bytes)
    case .feed(let section): feed(section, path: output.path).appendAtom(to: &bytes)
    case .sitemap(let number): appendSitemap(number, to: &bytes)
    case .robots: Robots.append(sitemapURL: portal.url.absolute + "sitemap.xml", to: &bytes)
    case .manifest: WebManifest(portal: portal, assets: theme.assets).append(to: &bytes)
    case .htaccess: serverRules.appendHtaccess(to: &bytes)
    case .webConfig: serverRules.appendWebConfig(to: &bytes)
    case .nginx: serverRules.appendNginx(to: &bytes)
    case .caddyfile: serverRules.appendCaddyfile(to: &bytes)
    case .searchFile(let number): bytes += search?.files[number].bytes ?? []
    case .file(let index): bytes += try content.tree.assets[Int(index)].publishedBytes()
    case .themeFile(let index): bytes += theme.assets[index].bytes
    }
    return []
  }

  private func renderPage(_ output: Site.Output, chosen: String?, into bytes: inout [UInt8]) -> [Diagnostic] {
    let base: Base = if case .notFound = output.route { .absolute } else { Base(route: output.path) }
    let view = RootView(edition: self, base: base, output: output)
    guard let layout = theme.layout(for: view.kind, chosen: chosen) else { return [] }
    return layout.render(view, globals: [theme.globals], into: &bytes)
  }

  // MARK: For machines

  private func feed(_ section: Key?, path: String) -> Feed {
    let keys = section.map {
      site.children[Int($0)].filter { !page($0).kind.isSection && page($0).date != nil }
    }
    let newest =
      (keys.map { keys in keys.sorted { (page($0).date ?? .first, $0) > (page($1).date ?? .first, $1) } }
      ?? site.recent)
      .prefix(Self.feedLength)
    let entries = newest.map { key in
      let page = page(key)
      let date = page.date ?? .first
      return Feed.Entry(
        title: page.title, url: portal.url.absolute + route(key), id: canonical(key),
        summary: page.description,
        published: date, updated: max(page.updated ?? date, date), categories: page.tags.map(\.name))
    }
    let title = section.map { page($0).title + " – " + portal.title } ?? portal.title
    return Feed(
      title: title, subtitle: section.map { page($0).description } ?? portal.description,
      id: portal.url.absolute + path,
      siteURL: portal.url.absolute + (section.map(route) ?? ""), author: portal.body,
      language: portal.language.rawValue, entries: Array(entries))
  }

  /// Enough for a reader that looks in once a week.
  private static let feedLength = 30

  private func appendSitemap(_ number: Int, to bytes: inout [UInt8]) {
    let entries = site.outputs.filter(\.route.isInSitemap).map { output in
      let url = portal.url.absolute + Self.address(output.path)
      guard case .page(let key, 1) = output.route else { return Sitemap.Entry(url: url, modified: nil) }
      return Sitemap.Entry(url: url, modified: page(key).updated ?? page(key).date)
    }
    Sitemap(entries: entries, folderURL: portal.url.absolute).append(file: number, to: &bytes)
  }

  /// What a web server is told.
  var serverRules: ServerRules {
    let redirects = site.outputs.compactMap { output -> (from: String, to: String)? in
      if case .redirect(let key) = output.route { (output.path, route(key)) } else { nil }
    }
    return ServerRules(
      path: portal.url.path, redirects: redirects, isSecureOnly: portal.isSecureOnly,
      isPage: { site.outputs.output(at: $0)?.route.isPage == true })
  }
}
