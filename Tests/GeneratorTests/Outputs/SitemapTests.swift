import Testing
import Vietnamese

@testable import Files
@testable import Generator

@Suite struct SitemapTests {
  static let day = CalendarDate(iso: "2026-11-23")!

  static func sitemap(_ count: Int, limit: Int = Sitemap.mostEntries) -> Sitemap {
    let entries = (0..<count).map {
      Sitemap.Entry(url: "https://vd.vn/x/\($0).html", modified: day.adding(days: $0 - count))
    }
    return Sitemap(entries: entries, folderURL: "https://vd.vn/x/", limit: limit)
  }

  static func file(_ number: Int, of sitemap: Sitemap) -> String {
    var bytes: [UInt8] = []
    sitemap.append(file: number, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  static func pages(in file: String) -> [Substring] {
    file.split(separator: "\n").filter { $0.hasPrefix("<url>") }
  }

  @Test func writesOneFile() {
    let entries = [
      Sitemap.Entry(url: "https://vd.vn/a.html?b&c", modified: Self.day),
      Sitemap.Entry(url: "https://vd.vn/", modified: nil),
    ]
    #expect(
      Self.file(0, of: Sitemap(entries: entries, folderURL: "https://vd.vn/")) == """
        <?xml version="1.0" encoding="utf-8"?>
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
        <url><loc>https://vd.vn/a.html?b&amp;c</loc><lastmod>2026-11-23</lastmod></url>
        <url><loc>https://vd.vn/</loc></url>
        </urlset>

        """)
  }

  @Test func keepsFiftyThousandInOneFileAndNoMore() {
    #expect(Sitemap.partNumbers(forPages: 0) == [])
    #expect(Sitemap.partNumbers(forPages: 50_000) == [])
    #expect(Sitemap.partNumbers(forPages: 50_001) == [1, 2])
    #expect(Sitemap.partNumbers(forPages: 100_000) == [1, 2])
    #expect(Sitemap.partNumbers(forPages: 100_001) == [1, 2, 3])
  }

  @Test func namesThePartsInAnIndex() {
    let sitemap = Self.sitemap(5, limit: 2)
    #expect(
      Self.file(0, of: sitemap) == """
        <?xml version="1.0" encoding="utf-8"?>
        <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
        <sitemap><loc>https://vd.vn/x/sitemap-1.xml</loc><lastmod>2026-11-19</lastmod></sitemap>
        <sitemap><loc>https://vd.vn/x/sitemap-2.xml</loc><lastmod>2026-11-21</lastmod></sitemap>
        <sitemap><loc>https://vd.vn/x/sitemap-3.xml</loc><lastmod>2026-11-22</lastmod></sitemap>
        </sitemapindex>

        """)
    let parts = [1, 2, 3].map { Self.pages(in: Self.file($0, of: sitemap)) }
    #expect(parts.map(\.count) == [2, 2, 1])
    #expect(parts.joined().map { $0 } == Self.pages(in: Self.file(0, of: Self.sitemap(5))))
  }

  @Test func letsCrawlersReadEverything() {
    var bytes: [UInt8] = []
    Robots.append(sitemapURL: "https://vd.vn/sitemap.xml\nDisallow: /", to: &bytes)
    let expected = "User-agent: *\nAllow: /\n\nSitemap: https://vd.vn/sitemap.xmlDisallow:/\n"
    #expect(String(decoding: bytes, as: UTF8.self) == expected)
  }
}
