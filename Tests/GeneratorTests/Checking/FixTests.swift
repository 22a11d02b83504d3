import Diagnostics
import Foundation
import ProblemCodes
import TestTraits
import Testing

@testable import Checking
@testable import Files
@testable import Generator
@testable import Proofreading

/// Which files `fix` reads, what it shows, and how it writes.
@Suite struct FixTests {
  private static let isRoot = geteuid() == 0
  private let project: TemporaryProject

  init() throws { project = try TemporaryProject() }

  private func plan(_ paths: [String] = [], tones: Bool = false) async -> Mending {
    var options = MendingOptions(project: project.root, workers: 2)
    options.paths = paths.map { project.root + "/" + $0 }
    options.movesTones = tones
    return await Mending(options)
  }

  private func codes(_ problems: [Diagnostic]) -> [String] {
    problems.map { $0.path + ": " + $0.problem.code }
  }

  private func text(_ path: String) -> String? {
    FileManager.default.contents(atPath: project.root + "/" + path).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// Every file of content/, with those whose names begin with a dot.
  private var names: [String] { TemporaryProject.files(in: project.root + "/content").keys.sorted() }

  // MARK: - Writing

  @Test func mendsAndThenFindsNothing() async throws {
    try project.write("---\r\ntitle: A\r\n---\r\n\r\nHà\u{A0}Nội \r\n", to: "content/a.md")
    try project.write("name: \u{200B}X", to: "content/facts/x.yaml")
    try project.write("a: b  \n", to: "content/facts/y.yml")
    try project.write("x  \r\n", to: "content/khac.txt")
    let mending = await plan()
    #expect(mending.files.map(\.path) == ["content/a.md", "content/facts/x.yaml", "content/facts/y.yml"])
    #expect(codes(mending.problems) == [] && mending.language == .vi)
    let before = names
    let (written, problems) = mending.apply()
    #expect(written == mending.files.map(\.path) && codes(problems) == [])
    #expect(text("content/a.md") == "---\ntitle: A\n---\n\nHà Nội\n")
    #expect(text("content/facts/x.yaml") == "name: X\n")
    #expect(text("content/facts/y.yml") == "a: b\n")
    #expect(text("content/khac.txt") == "x  \r\n")
    #expect(names == before, "no file is left over")
    #expect(await plan().files.isEmpty)
  }

  @Test func movesTonesOnlyWhenAsked() async throws {
    try project.write("---\ntitle: Hoà\n---\n\n`hoà` và thuỷ\n", to: "content/a.md")
    #expect(await plan().files.isEmpty)
    _ = await plan(tones: true).apply()
    #expect(text("content/a.md") == "---\ntitle: Hòa\n---\n\n`hoà` và thủy\n")
  }

  @Test(arguments: [0o644, 0o600, 0o755, 0o664]) func keepsTheMode(_ mode: mode_t) async throws {
    try project.write("a \n", to: "content/a.md")
    let path = project.root + "/content/a.md"
    chmod(path, mode)
    #expect(await plan().apply().written == ["content/a.md"])
    var info = stat()
    stat(path, &info)
    #expect(info.st_mode & 0o7777 == mode)
  }

  @Test func leavesAFileThatChangedMeanwhile() async throws {
    try project.write("a \n", to: "content/a.md")
    try project.write("b \n", to: "content/b.md")
    let mending = await plan()
    try project.write("mới \n", to: "content/a.md")
    let (written, problems) = mending.apply()
    #expect(written == ["content/b.md"])
    #expect(codes(problems) == ["content/a.md: changed-meanwhile"])
    #expect(text("content/a.md") == "mới \n")
    #expect(names == ["_index.md", "a.md", "b.md", "site.yaml"])
  }

  @Test func leavesAFileThatIsGone() async throws {
    try project.write("a \n", to: "content/a.md")
    let mending = await plan()
    try project.remove("content/a.md")
    #expect(codes(mending.apply().problems) == ["content/a.md: cannot-mend"])
    #expect(names == ["_index.md", "site.yaml"])
  }

  @Test(.disabled(if: isRoot, "root writes everything")) func leavesWhatMayNotBeWritten() async throws {
    try project.write("a \n", to: "content/a.md")
    try project.write("b \n", to: "content/b/b.md")
    chmod(project.root + "/content/a.md", 0o444)
    chmod(project.root + "/content/b", 0o555)
    defer { chmod(project.root + "/content/b", 0o755) }
    #expect(
      codes(await plan().apply().problems) == ["content/a.md: cannot-mend", "content/b/b.md: cannot-mend"])
    #expect(text("content/a.md") == "a \n" && text("content/b/b.md") == "b \n")
  }

  /// A reader at any moment finds the old text or the new one.
  @Test(.slow) func replacesAtOnce() async throws {
    let old = String(repeating: "chữ \n", count: 100_000)
    try project.write(old, to: "content/a.md")
    let path = project.root + "/content/a.md"
    let mending = await plan()
    async let sizes = Task.detached {
      (0..<300).map { _ in FileManager.default.contents(atPath: path)?.count ?? 0 }
    }.value
    _ = mending.apply()
    #expect(await Set(sizes).isSubset(of: [old.utf8.count, old.utf8.count - 100_000]))
  }

  // MARK: - Reading

  @Test func reportsWhatIsNotUTF8() async throws {
    let bytes = Array("a \r\n".utf8) + [0xFF]
    try project.write(bytes, to: "content/a.md")
    try project.write([UInt8](repeating: 0x20, count: 2 << 20), to: "content/b.md")
    let mending = await plan()
    #expect(codes(mending.problems) == ["content/a.md: invalid-utf8", "content/b.md: file-too-large"])
    #expect(mending.files.isEmpty)
    #expect(FileManager.default.contents(atPath: project.root + "/content/a.md") == Data(bytes))
  }

  @Test func followsLinksOnlyWithinTheProject() async throws {
    let outside = try TemporaryProject()
    try outside.write("x \n", to: "content/x.md")
    try project.write("s \n", to: "chung/s.md")
    try project.write("a \n", to: "content/a.md")
    try project.link("content/ngoai.md", to: outside.root + "/content/x.md")
    try project.link("content/ngoai", to: outside.root + "/content")
    try project.link("content/trong", to: "../chung")
    try project.link("content/b.md", to: "a.md")
    try project.link("content/vong", to: ".")
    let mending = await plan()
    #expect(codes(mending.problems) == ["content/ngoai: link-outside", "content/ngoai.md: link-outside"])
    #expect(mending.apply().written == ["content/a.md", "content/trong/s.md"])
    #expect(text("chung/s.md") == "s\n" && text("content/b.md") == "a\n")
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: project.root + "/content/b.md") == "a.md")
    let untouched = FileManager.default.contents(atPath: outside.root + "/content/x.md")
    #expect(untouched == Data("x \n".utf8))
  }

  @Test func readsTheNamedPathsOnly() async throws {
    for path in ["content/a.md", "content/b/c.md", "content/b/d.md", "content/.an/e.md", "docs/f.md"] {
      try project.write("x \n", to: path)
    }
    try project.write("x \n", to: "content/anh.svg")
    #expect(
      await plan(["content/b", "content/b/c.md"]).files.map(\.path) == ["content/b/c.md", "content/b/d.md"])
    #expect(await plan().files.map(\.path) == ["content/a.md", "content/b/c.md", "content/b/d.md"])
    #expect(
      codes(await plan(["docs/f.md", "content/anh.svg", "content/khong.md"]).problems)
        == ["docs/f.md: not-mendable", "content/anh.svg: not-mendable", "content/khong.md: file-unreadable"])
  }

  @Test func knowsAProjectThatIsNamedByALink() async throws {
    try project.write("x \n", to: "content/a.md")
    let link = try TemporaryProject()
    try link.link("lien-ket", to: project.root)
    var options = MendingOptions(project: link.root + "/lien-ket", workers: 1)
    options.paths = [project.root + "/content/a.md"]
    #expect(await Mending(options).files.map(\.path) == ["content/a.md"])
  }

  @Test func saysThatThereIsNoProject() async throws {
    try project.remove("content")
    #expect(codes(await plan().problems) == ["\(project.root): no-content"])
  }

  // MARK: - Showing

  private func difference(_ text: String, tones: Bool = false, language: Language = .vi) -> String {
    let bytes = Array(text.utf8)
    return LineDifference(from: bytes, to: mended(bytes, as: .markdown, movesTones: tones))
      .text(of: "content/a.md", in: language)
  }

  @Test func showsWhatIsNotSeen() {
    let page =
      "\u{FEFF}---\r\ntitle: Trang\r\n---\r\n\r\nDòng một.\r\n\r\nHà\u{A0}Nội, an\u{200B} toàn \t\r\nhoà bình  \r\n\r\n"
      + "Dòng \u{1B}[31mgiữa.\r\n\r\nDòng khác.\r\n\r\nCuối dòng."
    #expect(
      difference(page, tones: true) == """
        --- content/a.md
        +++ content/a.md
        # bỏ ký hiệu BOM ở đầu tệp
        # cuối dòng kiểu CR → LF: 13 dòng
        # thêm dấu xuống dòng ở cuối tệp
        @@ -6,4 +6,4 @@
         
        -Hà·(nbsp)Nội, an(zwsp) toàn·→
        -hoà bình··
        +Hà Nội, an toàn
        +hòa bình
         

        """)
  }

  @Test func showsDecomposedText() {
    let page = "Một.\n\nTiê\u{301}ng Vie\u{323}\u{302}t\n\nHai.\n\nBa\u{1B}.\n\nBốn \n"
    #expect(
      difference(page, language: .en) == """
        --- content/a.md
        +++ content/a.md
        @@ -2,3 +2,3 @@
         
        -Tiê\u{301}ng Vie\u{323}\u{302}t  (NFD → NFC)
        +Tiếng Việt
         
        @@ -8,2 +8,2 @@
         
        -Bốn·
        +Bốn

        """)
  }

  @Test func namesEveryHiddenCharacter() {
    let hidden = "\u{A0}\u{202F}\u{2007}\u{AD}\u{200B}\u{2060}\u{FEFF}\u{202E}\u{8}"
    #expect(
      difference("x\(hidden)y\n").contains(
        "-x·(nbsp)·(nnbsp)·(U+2007)(shy)(zwsp)(wj)(bom)(U+202E)(U+0008)y\n+x (U+0008)y\n"))
  }

  /// Each row of dashes moves what is below it down by a line.
  @Test func showsTheRowATableLacked() {
    let table = "| a | b |\n| c | d |\n| e | f |\n"
    #expect(
      difference(table + "\n\n\n" + table + "\n\n– x;\n– y\n") == """
        --- content/a.md
        +++ content/a.md
        @@ -1,2 +1,3 @@
         | a | b |
        +|---|---|
         | c | d |
        @@ -7,2 +8,3 @@
         | a | b |
        +|---|---|
         | c | d |
        @@ -11,3 +13,3 @@
         
        -– x;
        -– y
        +- x;
        +- y

        """)
  }

  @Test func showsALastLineOfBlanks() {
    #expect(
      difference("a\n  ") == "--- content/a.md\n+++ content/a.md\n@@ -1,2 +1,2 @@\n a\n-··\n+\n")
  }
}
