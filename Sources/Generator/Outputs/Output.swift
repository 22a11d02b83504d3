import Files

/// A file of a portal's site: where it stands, what makes it, and of what.
package struct Output: Sendable {
  /// Below the portal's folder, with its ending.
  package let path: String
  package let kind: OutputKind
  /// What it shows, as its kind counts: a page's key, a tag's place among the tags, a file's number.
  let item: Int32
  /// Which page of a list it is, from 1; which part of a sitemap, from 0.
  let number: Int32

  /// What it shows, of a kind that shows a page of the content tree.
  package var key: PageKey { PageKey(number: item) }
  /// What it is a copy of, of a kind that copies a file of the content tree.
  package var asset: AssetID { AssetID(number: item) }
}

/// Every kind of file that a site has. A new kind is a case here, a row in `row`, a place in
/// `inOrder`, and a file in this folder.
package enum OutputKind: UInt8, CaseIterable, Sendable {
  case page, book, tag, tagIndex, audience, audienceIndex, siteMap, search, letter, notFound, redirect, gone
  case feed, sitemap, robots, manifest, htaccess, webConfig, nginx, caddyfile
  case asset, themeFile, searchFile

  /// What declares and draws the files of this kind.
  var source: any OutputSource { Self.sources[Int(rawValue)] }

  private static let sources = allCases.map(\.row)

  private var row: any OutputSource {
    switch self {
    case .page: Pages()
    case .book: Books()
    case .tag: GroupPages(kind: .tag)
    case .tagIndex: GroupIndex(kind: .tagIndex)
    case .audience: GroupPages(kind: .audience)
    case .audienceIndex: GroupIndex(kind: .audienceIndex)
    case .siteMap: SiteMapPage()
    case .search: SearchPage()
    case .letter: LetterPages()
    case .notFound: NotFoundPage()
    case .redirect: Redirects()
    case .gone: GonePages()
    case .feed: Feeds()
    case .sitemap: Sitemaps()
    case .robots: RobotsFile()
    case .manifest: ManifestFile()
    case .htaccess: ServerFile(kind: .htaccess, path: ".htaccess") { $0.appendHtaccess(to: &$1) }
    case .webConfig: ServerFile(kind: .webConfig, path: "web.config") { $0.appendWebConfig(to: &$1) }
    // These two servers read no file of the site's own: an administrator includes them.
    case .nginx: ServerFile(kind: .nginx, path: "server/nginx.conf") { $0.appendNginx(to: &$1) }
    case .caddyfile: ServerFile(kind: .caddyfile, path: "server/Caddyfile") { $0.appendCaddyfile(to: &$1) }
    case .asset: Assets()
    case .themeFile: ThemeFiles()
    case .searchFile: SearchFiles()
    }
  }

  /// In which order kinds are given their addresses: of two that want the same one the first has it.
  static let inOrder: [OutputKind] = [
    .page, .book, .asset, .tag, .audience, .tagIndex, .audienceIndex, .siteMap, .search, .letter, .notFound,
    .feed, .sitemap, .robots, .manifest, .htaccess, .webConfig, .nginx, .caddyfile, .themeFile,
    // Aliases last: whatever stands at the address itself comes first.
    .redirect,
    // Only where nothing took over.
    .gone,
    // Known only when the index is made; alone in a folder that nothing else may use.
    .searchFile,
  ]
}

extension [Output] {
  /// What stands at an address, in the order of paths.
  package func output(at path: String) -> Output? {
    let place = partitioningIndex { $0.path >= path }
    return place < count && self[place].path == path ? self[place] : nil
  }
}
