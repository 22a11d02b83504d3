import Foundation
import Vietnamese

@testable import Files
@testable import Generator
@testable import Starting

/// Three portals with a handbook, pictures and search, which are edited at random: each edit is one that people make.
struct EditedProject {
  let project: TemporaryProject
  private var random: SeededRandom
  /// How the build is asked.
  private(set) var publication = PublicationRules(today: TemporaryProject.today)
  private var undo: () throws -> Void = {}
  private var serial = 0

  init(seed: UInt64) throws {
    random = SeededRandom(state: seed)
    project = try TemporaryProject(copying: "three-portals")
    let themes = TemporaryProject.sites + "/../../themes/vung-xanh"
    try project.remove("themes/plain")
    try FileManager.default.copyItem(atPath: themes, toPath: project.root + "/themes/plain")
    try FileManager.default.copyItem(
      atPath: TemporaryProject.sites + "/handbook-and-lists/content/so-tay",
      toPath: project.root + "/content/so-tay")
    try project.write(Self.picture(1), to: "content/meo/anh.gif")
    try edit("content/meo/a.md") { $0 + "\n![Ảnh](anh.gif) và [mẹo b](b.md#mot)\n" }
    try edit("content/meo/b.md") { $0 + "\n## Một\n\nChữ.\n" }
  }

  /// Makes one edit.
  ///
  /// - Returns: what it was, for a failure to tell.
  mutating func editAtRandom() throws -> String {
    serial += 1
    let edits: [(String, (inout EditedProject) throws -> Void)] = [
      ("text", { try $0.editPage { $0 + "\nCâu \($1).\n" } }),
      ("same length", { try $0.editPage { text, _ in text.replacingOccurrences(of: "chữ", with: "chừ") } }),
      ("heading", { try $0.editPage { $0 + "\n## Đề mục \($1)?\n\nĐáp.\n\n## Hai \($1)?\n\nĐáp hai.\n" } }),
      ("title", { try $0.editFrontMatter("title", to: "Tên \($0.serial)") }),
      ("description", { try $0.editFrontMatter("description", to: "Mô tả \($0.serial) của trang này") }),
      ("date", { try $0.editFrontMatter("date", to: "2026-11-\(10 + $0.serial % 18)") }),
      ("expires", { try $0.editFrontMatter("expires", to: "2026-12-\(10 + $0.serial % 18)") }),
      ("draft", { try $0.editFrontMatter("draft", to: $0.random.chance(2) ? "true" : "false") }),
      ("weight", { try $0.editFrontMatter("weight", to: "\($0.serial % 7)") }),
      ("slug", { try $0.editFrontMatter("slug", to: "duong-\($0.serial)") }),
      ("tags", { try $0.editFrontMatter("tags", to: "[an toàn, thẻ \($0.serial % 3)]") }),
      ("alias", { try $0.editFrontMatter("aliases", to: "[/cu/\($0.serial).html]") }),
      ("quick exit", { try $0.editFrontMatter("quick_exit", to: "true") }),
      ("new page", { try $0.addPage() }), ("removed page", { try $0.removePage() }),
      ("renamed page", { try $0.renamePage() }),
      ("picture", { try $0.write(Self.picture(UInt8($0.serial % 250)), to: "content/meo/anh.gif") }),
      ("new picture", { try $0.write(Self.picture(9), to: "content/meo/anh-\($0.serial).gif") }),
      ("link", { try $0.editPage { "\($0)\n[đi](/meo/\(["a", "b", "c"][$1 % 3]).md)\n" } }),
      ("portal", { try $0.edit($0.portalFile) { $0 + "# ghi chú\n" } }),
      (
        "phone",
        { try $0.replaceLine("phone:", with: "phone: 024 0000 00\(10 + $0.serial % 80)", in: $0.portalFile) }
      ),
      (
        "colour",
        { try $0.replaceLine("accent:", with: "accent: \"#0b6e\($0.serial % 10)f\"", in: $0.portalFile) }
      ),
      (
        "site",
        { try $0.replaceLine("paginate:", with: "paginate: \(1 + $0.serial % 4)", in: "content/site.yaml") }
      ),
      (
        "words",
        {
          try $0.edit("themes/plain/words/vi.yaml") { $0.replacingOccurrences(of: "Chủ đề", with: "Đề tài") }
        }
      ),
      (
        "template",
        { try $0.edit("themes/plain/partials/footer.mustache") { $0 + "<p>{{portal.title}}</p>\n" } }
      ),
      ("style", { try $0.edit("themes/plain/assets/style.css") { $0 + "/* \($0.count) */\n" } }),
      (
        "own template",
        {
          try $0.write(
            Array("<p>{{title}}</p>\n".utf8), to: "content/portals/phuong/theme/partials/footer.mustache")
        }
      ),
      ("other day", { $0.otherDay() }), ("drafts", { $0.otherDrafts() }),
      ("touched", { try $0.touchPage() }), ("lost file", { try $0.losePublishedFile() }),
      ("damaged file", { try $0.damagePublishedFile() }), ("stray file", { try $0.strayFile() }),
    ]
    let (name, make) = edits[random.below(edits.count)]
    undo = {}
    try make(&self)
    return "\(serial) \(name)"
  }

  /// Takes the last edit back.
  func takeBack() throws { try undo() }

  // MARK: Edits

  /// A GIF of one pixel and another length.
  private static func picture(_ width: UInt8) -> [UInt8] {
    Array("GIF89a".utf8) + [
      width, 0, 1, 0, 0, 0, 0, 0x2C, 0, 0, 0, 0, width, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3B,
    ]
  }

  private var portalFile: String { "content/portals/phuong/portal.yaml" }

  /// Pages that are no sections, sorted so that a seed chooses the same.
  private var pages: [String] {
    TemporaryProject.files(in: project.root + "/content").keys.filter {
      $0.hasSuffix(".md") && !$0.hasSuffix("_index.md")
    }.sorted().map { "content/" + $0 }
  }

  private mutating func anyPage() -> String { pages[random.below(pages.count)] }

  private mutating func write(_ bytes: [UInt8], to path: String) throws {
    let (project, old) = (project, FileManager.default.contents(atPath: project.root + "/" + path))
    try project.write(bytes, to: path)
    undo = {
      if let old { try project.write(Array(old), to: path) } else { try project.remove(path) }
    }
  }

  private mutating func edit(_ path: String, _ change: (String) -> String) throws {
    let text = String(
      decoding: FileManager.default.contents(atPath: project.root + "/" + path) ?? Data(), as: UTF8.self)
    try write(Array(change(text).utf8), to: path)
  }

  private mutating func editPage(_ change: (String, Int) -> String) throws {
    let serial = serial
    try edit(anyPage()) { change($0, serial) }
  }

  private mutating func replaceLine(_ key: String, with line: String, in path: String) throws {
    try edit(path) { text in
      text.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix(key) }
        .joined(separator: "\n") + line + "\n"
    }
  }

  private mutating func editFrontMatter(_ key: String, to value: String) throws {
    try edit(anyPage()) { text in
      var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      let end = lines.dropFirst().firstIndex(of: "---") ?? 1
      if let old = lines[..<end].firstIndex(where: { $0.hasPrefix(key + ":") }) { lines.remove(at: old) }
      lines.insert("\(key): \(value)", at: 1)
      return lines.joined(separator: "\n")
    }
  }

  private mutating func addPage() throws {
    let folder = ["content/meo", "content/portals/phuong/tin", "content/so-tay"][random.below(3)]
    let text =
      "---\ntitle: Trang mới \(serial)\ndate: 2026-11-\(10 + serial % 12)\n---\n\nChữ của trang mới.\n"
    try write(Array(text.utf8), to: "\(folder)/moi-\(serial).md")
  }

  private mutating func removePage() throws {
    let (path, project) = (anyPage(), project)
    guard let old = FileManager.default.contents(atPath: project.root + "/" + path) else { return }
    try project.remove(path)
    undo = { try project.write(Array(old), to: path) }
  }

  private mutating func renamePage() throws {
    let (path, project) = (anyPage(), project)
    let new = path.dropLast(3) + "-\(serial).md"
    let files = FileManager.default
    try files.moveItem(atPath: project.root + "/" + path, toPath: project.root + "/" + new)
    undo = { try files.moveItem(atPath: project.root + "/" + new, toPath: project.root + "/" + path) }
  }

  private mutating func touchPage() throws {
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: Double(1_700_000_000 + serial))],
      ofItemAtPath: project.root + "/" + anyPage())
  }

  private mutating func otherDay() {
    publication = PublicationRules(
      today: TemporaryProject.today.adding(days: random.below(40) - 20),
      includesDrafts: publication.includesDrafts,
      includesFuture: publication.includesFuture)
  }

  private mutating func otherDrafts() {
    publication = PublicationRules(
      today: publication.today, includesDrafts: random.chance(2), includesFuture: random.chance(2))
  }

  // MARK: What others do to the output

  private mutating func anyPublishedFile() -> String? {
    let files = project.published.keys.sorted()
    return files.isEmpty ? nil : project.output + "/" + files[random.below(files.count)]
  }

  private mutating func losePublishedFile() throws {
    if let path = anyPublishedFile() { try FileManager.default.removeItem(atPath: path) }
  }

  /// With the length and the time that it had.
  private mutating func damagePublishedFile() throws {
    guard let path = anyPublishedFile(), var bytes = FileManager.default.contents(atPath: path),
      !bytes.isEmpty
    else { return }
    let time = try FileManager.default.attributesOfItem(atPath: path)[.modificationDate]
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: URL(filePath: path))
    try FileManager.default.setAttributes([.modificationDate: time as Any], ofItemAtPath: path)
  }

  private mutating func strayFile() throws {
    try Data("lạ".utf8).write(to: URL(filePath: project.output + "/phuong/la-\(serial).txt"))
  }
}

/// SplitMix64: the same edits for the same seed.
struct SeededRandom {
  var state: UInt64

  mutating func below(_ count: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
    return Int((word ^ word >> 31) % UInt64(count))
  }

  mutating func chance(_ count: Int) -> Bool { below(count) == 0 }
}
