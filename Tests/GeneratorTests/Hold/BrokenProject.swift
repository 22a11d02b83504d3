import Foundation
import Vietnamese

@testable import Files
@testable import Generator
@testable import Publishing

/// Three portals that are edited and broken at random, and what of that should be published.
struct BrokenProject {
  let project: TemporaryProject
  /// The same project as it would be with what is held back as it was published last: a folder of its own.
  let sound: TemporaryProject
  private var random: SeededRandom
  private var serial = 0
  /// What each file of content/ was when it was published last.
  private var published: [String: Data] = [:]
  /// What broken files were before.
  private var undo: [(path: String, data: Data?)] = []

  init(seed: UInt64) throws {
    random = SeededRandom(state: seed)
    project = try TemporaryProject(copying: "three-portals")
    sound = try TemporaryProject(copying: nil)
    try project.remove("themes/plain")
    try FileManager.default.copyItem(
      atPath: TemporaryProject.sites + "/../../themes/vung-xanh", toPath: project.root + "/themes/plain")
    try FileManager.default.copyItem(
      atPath: TemporaryProject.sites + "/handbook-and-lists/content/so-tay",
      toPath: project.root + "/content/so-tay")
    try FileManager.default.copyItem(
      atPath: project.root + "/themes/plain", toPath: project.root + "/themes/rieng")
    let portal = try String(
      contentsOfFile: project.root + "/content/portals/quan/portal.yaml", encoding: .utf8)
    try project.write(portal + "theme: rieng\n", to: "content/portals/quan/portal.yaml")
    try project.write(Self.picture, to: "content/meo/anh.gif")
    try add("\n![Ảnh](anh.gif) và [mẹo b](b.md#mot)\n", to: "content/meo/a.md")
    try add("\n## Một\n\nChữ.\n", to: "content/meo/b.md")
  }

  private static let picture =
    Array("GIF89a".utf8) + [3, 0, 1, 0, 0, 0, 0, 0x2C, 0, 0, 0, 0, 3, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3B]

  // MARK: Breaking

  /// Makes one change, good or bad.
  ///
  /// - Returns: what it was, for a failure to tell.
  mutating func change() throws -> String {
    serial += 1
    let changes: [(String, (inout BrokenProject) throws -> Void)] = [
      ("good text", { try $0.addToAny("\nCâu \($0.serial).\n") }),
      (
        "good page",
        { try $0.write("---\ntitle: Hay \($0.serial)\n---\n\nTốt.\n", to: "content/meo/hay-\($0.serial).md") }
      ),
      ("good title", { try $0.replaceInAny("title: ", with: "title: Tên \($0.serial) ") }),
      ("misspelt key", { try $0.replaceInAny("title:", with: "titel:") }),
      ("broken link", { try $0.addToAny("\nXem [kia](khong-co-\($0.serial).md).\n") }),
      ("missing anchor", { try $0.addToAny("\nXem [kia](/meo/b.md#khong-\($0.serial)).\n") }),
      ("raw HTML", { try $0.addToAny("\n<script>alert(1)</script>\n") }),
      ("no UTF-8", { try $0.write([0x2D, 0xFF, 0xFE], to: $0.anyPage()) }),
      ("empty", { try $0.write("", to: $0.anyPage()) }),
      ("removed page", { try $0.remove($0.anyPage()) }),
      ("removed target", { try $0.remove("content/meo/b.md") }),
      ("changed heading", { try $0.replace("## Một", with: "## Hai", in: "content/meo/b.md") }),
      (
        "new broken page",
        { try $0.write("---\ntitel: x\n---\n\nA.\n", to: "content/meo/hong-\($0.serial).md") }
      ),
      (
        "link to a new broken page",
        {
          let name = "hong-\($0.serial).md"
          try $0.write("---\ntitle: Hỏng\n---\n\n<b>A</b>\n", to: "content/meo/" + name)
          try $0.write("---\ntitle: Dẫn\n---\n\n[A](\(name))\n", to: "content/meo/dan-\($0.serial).md")
        }
      ),
      (
        "same address",
        { try $0.write("---\ntitle: Trùng\nslug: b\n---\n\nA.\n", to: "content/meo/trung-\($0.serial).md") }
      ),
      ("same place", { try $0.write("---\ntitle: Trùng\n---\n\nA.\n", to: "content/meo/a/index.md") }),
      (
        "new broken section",
        {
          try $0.write("---\ntitel: Mục\n---\n", to: "content/muc-\($0.serial)/_index.md")
          try $0.write("---\ntitle: Trong\n---\n\nA.\n", to: "content/muc-\($0.serial)/trong.md")
        }
      ),
      ("portal.yaml", { try $0.add("khong_co: 1\n", to: $0.anyPortal()) }),
      ("no YAML", { try $0.add("a: [b\n", to: $0.anyPortal()) }),
      ("no portal.yaml", { try $0.remove($0.anyPortal()) }),
      (
        "new broken portal", { try $0.write("name: [\n", to: "content/portals/moi-\($0.serial)/portal.yaml") }
      ),
      ("site.yaml", { try $0.add("khong_co: 1\n", to: "content/site.yaml") }),
      ("good site.yaml", { try $0.replace("paginate: ", with: "paginate: 1", in: "content/site.yaml") }),
      ("no home", { try $0.remove("content/_index.md") }),
      ("template", { try $0.add("{{#khong}}", to: "themes/plain/layouts/page.mustache") }),
      (
        "own template",
        { try $0.write("{{khong_co}}", to: "content/portals/phuong/theme/partials/footer.mustache") }
      ),
      ("no picture", { try $0.remove("content/meo/anh.gif") }),
      (
        "script in a picture",
        {
          let name = "hinh-\($0.serial).svg"
          try $0.write(
            "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>1</script></svg>", to: "content/meo/" + name)
          try $0.addToAny("\n![Hình](/meo/\(name))\n")
        }
      ),
      ("draft", { try $0.replaceInAny("title:", with: "draft: true\ntitle:") }),
      (
        "broken draft",
        { try $0.write("---\ntitel: x\ndraft: true\n---\n\n<b>\n", to: "content/meo/nhap-\($0.serial).md") }
      ),
      ("expired", { try $0.replaceInAny("title:", with: "expires: 2026-01-01\ntitle:") }),
      ("mended", { try $0.mend() }), ("mended", { try $0.mend() }), ("mended", { try $0.mend() }),
      ("all mended", { try $0.mendAll() }), ("all mended", { try $0.mendAll() }),
    ]
    let (name, make) = changes[random.below(changes.count)]
    try make(&self)
    return "\(serial) \(name)"
  }

  /// Takes a change back.
  private mutating func mend() throws {
    guard let (path, data) = undo.popLast() else { return }
    if let data { return try project.write(Array(data), to: path) }
    try? project.remove(path)
    // With its folder, where it was alone there.
    rmdir(project.root + "/" + path.folderPath)
  }

  /// Takes all changes back.
  mutating func mendAll() throws { while !undo.isEmpty { try mend() } }

  private mutating func anyPage() -> String {
    let pages = contentFiles.keys.filter { $0.hasSuffix(".md") }.sorted()
    return pages[random.below(pages.count)]
  }

  private mutating func anyPortal() -> String {
    "content/portals/\(["phuong", "quan", "truong"][random.below(3)])/portal.yaml"
  }

  private mutating func write(_ bytes: [UInt8], to path: String) throws {
    undo.append((path, FileManager.default.contents(atPath: project.root + "/" + path)))
    try project.write(bytes, to: path)
  }

  private mutating func write(_ text: String, to path: String) throws {
    try write(Array(text.utf8), to: path)
  }

  private mutating func remove(_ path: String) throws {
    guard let data = FileManager.default.contents(atPath: project.root + "/" + path) else { return }
    undo.append((path, data))
    try project.remove(path)
  }

  private mutating func add(_ text: String, to path: String) throws {
    guard let data = FileManager.default.contents(atPath: project.root + "/" + path) else { return }
    try write(Array(data) + Array(text.utf8), to: path)
  }

  private mutating func addToAny(_ text: String) throws { try add(text, to: anyPage()) }

  private mutating func replace(_ old: String, with new: String, in path: String) throws {
    guard let data = FileManager.default.contents(atPath: project.root + "/" + path),
      let text = String(data: data, encoding: .utf8)
    else { return }
    try write(text.replacingOccurrences(of: old, with: new), to: path)
  }

  private mutating func replaceInAny(_ old: String, with new: String) throws {
    try replace(old, with: new, in: anyPage())
  }

  // MARK: What should be published

  private var contentFiles: [String: Data] {
    Dictionary(
      uniqueKeysWithValues: TemporaryProject.files(in: project.root + "/content").map {
        ("content/" + $0, $1)
      })
  }

  /// Lays out the project as it is, with what a build held back as it was published last; a new page counts as a draft.
  mutating func layOut(_ held: [HeldBack.Entry]) throws {
    var files = contentFiles
    for entry in held {
      switch entry.state {
      case .lastPublished, .stillPublished: files[entry.path] = published[entry.path]
      case .notPublished:
        // Beside the page whose place it wants there is no room for a draft.
        let isPage = entry.path.hasSuffix(".md") && !entry.path.hasSuffix("/a/index.md")
        files[entry.path] = isPage ? Data("---\ntitle: Nháp\ndraft: true\n---\n\nA.\n".utf8) : nil
      case .portalAsItWas: break
      }
    }
    for entry in held where entry.state == .notPublished && entry.path.hasSuffix("/portal.yaml") {
      let folder = entry.path.dropLast("portal.yaml".count)
      files = files.filter { !$0.key.hasPrefix(folder) }
    }
    try? sound.remove("content")
    try? sound.remove("themes")
    for (path, data) in files { try sound.write(Array(data), to: path) }
    try FileManager.default.copyItem(atPath: project.root + "/themes", toPath: sound.root + "/themes")
  }

  /// What was laid out is published now.
  mutating func remember() {
    published = Dictionary(
      uniqueKeysWithValues: TemporaryProject.files(in: sound.root + "/content").map { ("content/" + $0, $1) })
  }
}
