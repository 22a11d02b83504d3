import Escaping
import Vietnamese

/// A portal's pages for search engines (sitemaps.org, protocol 0.9).
///
/// One file holds them all as long as they fit; beyond that `sitemap.xml` is the index of `sitemap-1.xml`,
/// `sitemap-2.xml` …
struct Sitemap {
  struct Entry {
    /// Absolute.
    let url: String
    /// The day the page was last changed.
    let modified: CalendarDate?
  }

  let entries: [Entry]
  /// The absolute address of the folder in which the files stand, with its last slash.
  let folderURL: String
  /// The protocol allows 50,000 addresses in a file, and 50 MB, which so many addresses of ours never reach.
  var limit = Self.mostEntries

  static let mostEntries = 50_000

  /// Below the portal's root: 0 is the file that crawlers ask for, 1 and up its parts.
  static func path(ofFile number: Int) -> String { number == 0 ? "sitemap.xml" : "sitemap-\(number).xml" }

  /// The numbers of the files beside `sitemap.xml`; none as long as that one holds everything.
  static func partNumbers(forPages count: Int, limit: Int = mostEntries) -> [Int] {
    count <= limit ? [] : Array(1...(count + limit - 1) / limit)
  }

  /// Appends one file: 0 is `sitemap.xml`, 1 and up the parts.
  func append(file number: Int, to output: inout [UInt8]) {
    let parts = Self.partNumbers(forPages: entries.count, limit: limit)
    output += "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n".utf8
    if number == 0, !parts.isEmpty {
      output += "<sitemapindex \(Self.namespace)>\n".utf8
      for part in parts {
        let newest = slice(part).compactMap(\.modified).max()
        append(Entry(url: folderURL + Self.path(ofFile: part), modified: newest), in: "sitemap", to: &output)
      }
      output += "</sitemapindex>\n".utf8
      return
    }
    output += "<urlset \(Self.namespace)>\n".utf8
    for entry in number == 0 ? entries[...] : slice(number) { append(entry, in: "url", to: &output) }
    output += "</urlset>\n".utf8
  }

  private func slice(_ part: Int) -> ArraySlice<Entry> {
    entries[min((part - 1) * limit, entries.count)..<min(part * limit, entries.count)]
  }

  private static let namespace = "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\""

  private func append(_ entry: Entry, in element: String, to output: inout [UInt8]) {
    output += "<\(element)><loc>".utf8
    output.append(xml: entry.url)
    output += "</loc>".utf8
    if let modified = entry.modified { output += "<lastmod>\(modified.iso)</lastmod>".utf8 }
    output += "</\(element)>\n".utf8
  }
}

/// `robots.txt` (RFC 9309).
enum Robots {
  /// Appends a file that lets every crawler read everything and names the sitemap by its absolute address.
  ///
  /// Crawlers read it at the root of a host only: that of a portal in a sub-folder has no effect.
  static func append(sitemapURL: String, to output: inout [UInt8]) {
    output += "User-agent: *\nAllow: /\n\nSitemap: ".utf8
    // A line break would begin a rule of its own.
    output += sitemapURL.utf8.filter { $0 > 0x20 }
    output.append(UInt8(ascii: "\n"))
  }
}
