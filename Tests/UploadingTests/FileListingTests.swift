import Testing

@testable import Uploading

@Suite struct FileListingTests {
  private func listing(_ text: String) -> FileListing { FileListing(Array(text.utf8)) }

  @Test func readsWhatIsForPrograms() {
    let listing = listing(
      "type=cdir;modify=1; .\r\nType=file;Size=12;Modify=20261127101500;perm=r; tên có  dấu.txt\r\ntype=dir;modify=1; mục\r\ntype=OS.unix=slink:/x; lối\r\n"
    )
    #expect(
      listing.entries == [
        .init(name: "tên có  dấu.txt", kind: .file, size: 12, mark: "20261127101500"),
        .init(name: "mục", kind: .folder),
        .init(name: "lối", kind: .other),
      ])
    #expect(listing.unknown.isEmpty)
  }

  @Test func readsUnixLines() {
    let listing = listing(
      "total 8\ndrwxr-xr-x    2 1000 1000     4096 Nov 27 10:15 .\n-rw-r--r--    1 web      www-data      120 Nov 27  2025 a b.html\ndrwxr-xr-x+   2 1000 1000     4096 Nov 27 10:15 assets\nlrwxrwxrwx 1 a a 3 Nov 27 10:15 x -> /etc\n"
    )
    #expect(
      listing.entries == [
        .init(name: "a b.html", kind: .file, size: 120, mark: "Nov 27 2025"),
        .init(name: "assets", kind: .folder),
        .init(name: "x -> /etc", kind: .other),
      ])
    #expect(listing.unknown.isEmpty)
  }

  @Test func readsLinesOfIIS() {
    let listing = listing(
      "11-27-26  10:15AM       <DIR>          assets\r\n11-27-2026  10:15AM                  512 trang chủ.html\r\n"
    )
    #expect(
      listing.entries == [
        .init(name: "assets", kind: .folder),
        .init(name: "trang chủ.html", kind: .file, size: 512, mark: "11-27-2026 10:15AM"),
      ])
  }

  @Test(arguments: ["???", "-rw", "type=file;size=9", "11-27-26 10:15AM", "\u{0}", "drwx 1 2 3 x a b c d"])
  func saysWhatItCannotRead(_ line: String) {
    #expect(listing(line).unknown == [line] && listing(line).entries.isEmpty)
  }
}
