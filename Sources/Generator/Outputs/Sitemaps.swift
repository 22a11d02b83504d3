import Publishing
import Diagnostics
import Files

/// The portal's pages for search engines: one file, or an index and its parts.
struct Sitemaps: OutputSource {
  var turn: PublishingTurn { .pointer }

  func declare(_ draft: SiteDraft, into addresses: inout AddressBook) {
    let pages = addresses.outputs.count { $0.kind.source.isInSitemap }
    for number in [0] + Sitemap.partNumbers(forPages: pages) {
      addresses.add(Sitemap.path(ofFile: number), .sitemap, number: Int32(number))
    }
  }

  func append(_ output: Output, of drawing: Drawing, to bytes: inout [UInt8]) throws(Disk.Failure)
    -> [Diagnostic]
  {
    let root = drawing.portal.url.absolute
    let entries = drawing.outputs.filter(\.kind.source.isInSitemap).map { output in
      let page = output.kind == .page && output.number == 1 ? drawing.page(output.key) : nil
      return Sitemap.Entry(url: root + Drawing.address(output.path), modified: page?.updated ?? page?.date)
    }
    Sitemap(entries: entries, folderURL: root).append(file: Int(output.number), to: &bytes)
    return []
  }
}

/// What crawlers may read, and where the sitemap is.
struct RobotsFile: OutputSource {
  var turn: PublishingTurn { .pointer }

  func declare(_ draft: SiteDraft, into addresses: inout AddressBook) { addresses.add("robots.txt", .robots) }

  func append(_ output: Output, of drawing: Drawing, to bytes: inout [UInt8]) throws(Disk.Failure)
    -> [Diagnostic]
  {
    Robots.append(sitemapURL: drawing.portal.url.absolute + Sitemap.path(ofFile: 0), to: &bytes)
    return []
  }
}
