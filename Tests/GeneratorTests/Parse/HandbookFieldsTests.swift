import Foundation
import Proofreading
import Testing

@testable import Fields
@testable import Generator

/// Every field is declared once. What is told of it elsewhere is made of that, or agrees with it.
@Suite struct HandbookFieldsTests {
  // MARK: The handbook of editors

  /// The fields that a table of the handbook may tell of, in the order of its tables.
  private static let tables: [[FieldNote]] = {
    let page = Page.Kind.page.type.notes
    let section = Page.Kind.campaign.type.details.notes
    let paper = Page.Kind.document.type.details.notes
    let site = ProjectFields.several.notes + ProjectFields.single.notes
    return [page, page, page, page, section, paper, PortalFields.fields.notes, site]
  }()

  @Test func theHandbookTellsOfEveryField() throws {
    let file = Repository.root.appending(path: "docs/editors.vi.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    var lines: [String] = []
    var told: Set<String> = []
    var table: [FieldNote]?
    var count = 0
    for line in text.components(separatedBy: "\n") {
      if line == "| Dòng khai báo | Ý nghĩa | Ví dụ |" {
        table = try #require(count < Self.tables.count ? Self.tables[count] : nil)
        count += 1
      } else if let notes = table, line.hasPrefix("| `"), let end = line.dropFirst(3).firstIndex(of: "`") {
        let key = String(line[line.index(line.startIndex, offsetBy: 3)..<end])
        let note = try #require(notes.first { $0.key == key }, "no field “\(key)” in table \(count)")
        #expect(told.insert("\(count < 5 ? 1 : count) \(key)").inserted, "“\(key)” is told of twice")
        lines.append(note.row)
        continue
      } else if !line.hasPrefix("|") {
        table = nil
      }
      lines.append(line)
    }
    #expect(count == Self.tables.count)
    for (index, notes) in Self.tables.enumerated() {
      for note in notes {
        #expect(told.contains("\(index < 4 ? 1 : index + 1) \(note.key)"), "nothing of “\(note.key)”")
      }
    }
    try expect(text, equals: lines.joined(separator: "\n"), in: file)
  }

  @Test func theHandbookNamesWhatStandsInGroups() throws {
    let handbook = try String(
      contentsOf: Repository.root.appending(path: "docs/editors.vi.md"), encoding: .utf8)
    for (name, notes) in Self.groups {
      for note in notes { #expect(handbook.contains("`\(note.key)`"), "\(name): \(note.key)") }
    }
  }

  // MARK: The reference

  private static let groups: [(name: String, notes: [FieldNote])] = [
    ("source", Page.Source.fields.notes), ("image", PictureFields.fields.notes),
    ("attachments", AttachmentFields.fields.notes), ("check_ignore", IgnoreFields.fields.notes),
    ("menu", MenuItemFields.fields.notes), ("audiences", Project.Audience.fields.notes),
    ("show", ShowFields.fields.notes),
  ]

  @Test func theReferenceIsMadeOfTheDeclarations() throws {
    let file = Repository.root.appending(path: "docs/fields.md")
    var text = """
      # Fields

      What front matter, `site.yaml` and `portal.yaml` may say. This page is made of the declarations in the code
      (`UPDATE_GOLDEN=1 swift test --filter HandbookFieldsTests`); editors read
      [their handbook](editors.vi.md). A field marked with * must be there.

      ## Every page


      """
    text += Self.table(PageFields.common.notes)
    for kind in Page.Kind.allCases {
      let form = kind.type
      let missing = PageFields.common.notes.filter { note in !form.notes.contains { $0.key == note.key } }
      text += "\n## `type: \(kind.rawValue)` – \(form.label.en)\n\n"
      if !missing.isEmpty {
        text += "Without " + missing.map { "`\($0.key)`" }.joined(separator: ", ") + ".\n"
      }
      if form.details.notes.isEmpty {
        text += missing.isEmpty ? "No fields of its own.\n" : ""
      } else {
        text += Self.table(form.details.notes)
      }
    }
    text += "\n## portal.yaml\n\n" + Self.table(PortalFields.fields.notes)
    text += "\n## site.yaml\n\n" + Self.table(ProjectFields.several.notes)
    text +=
      "\nA project without `content/portals/` has one portal, which `site.yaml` describes with the fields of\n"
    text += "`portal.yaml`, and with `id`, which names its folder in `site/`.\n"
    for group in Self.groups { text += "\n## In `\(group.name)`\n\n" + Self.table(group.notes) }
    let written = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    try expect(written, equals: text, in: file)
  }

  private static func table(_ notes: [FieldNote]) -> String {
    notes.reduce(into: "| Field | What stands in it | Meaning |\n|---|---|---|\n") { text, note in
      text += "| `\(note.key)`\(note.isRequired ? " *" : "") | \(note.content.rawValue) | \(note.en) |\n"
    }
  }

  private func expect(_ text: String, equals made: String, in file: URL) throws {
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
      try made.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(text == made, "\(file.lastPathComponent) is out of date: run the tests with UPDATE_GOLDEN=1")
  }

  // MARK: Keys whose values are words

  private static let all: [FieldNote] =
    Page.Kind.allCases.flatMap(\.type.notes) + PortalFields.fields.notes + ProjectFields.single.notes
    + ProjectFields.several.notes + groups.flatMap(\.notes)

  @Test func theRulesOfProseLookAtWhatIsDeclaredAsProse() {
    let prose = Set(Self.all.filter { $0.content == .prose }.map(\.key))
    #expect(YAMLReader.proseKeys.sorted() == prose.sorted())
  }

  @Test func aSignBehindABlankIsNoCommentInWords() {
    let words = Set(Self.all.filter(\.content.isWords).map(\.key))
    #expect(YAMLReader.wordKeys.sorted() == words.sorted())
  }

  // MARK: Archetypes

  /// Keys of archetypes, those in comments too, belong to their type; and what must be there is there.
  @Test func archetypesHaveFieldsOfTheirType() throws {
    let folder = Repository.root.appending(path: "themes/vung-xanh/archetypes")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
      $0.hasSuffix(".md")
    }
    #expect(files.count > 8)
    for file in files.sorted() {
      let kind = try #require(Page.Kind(rawValue: Self.kinds[file] ?? String(file.dropLast(3))))
      let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      let lines = text.components(separatedBy: "\n").dropFirst().prefix { $0 != "---" }
      var keys: Set<String> = []
      for line in lines {
        let isComment = line.hasPrefix("# ")
        let key = (isComment ? line.dropFirst(2) : line[...]).prefix {
          $0.isASCII && $0.isLowercase || $0 == "_"
        }
        guard !key.isEmpty, line.dropFirst(key.count + (isComment ? 2 : 0)).first == ":" else { continue }
        #expect(kind.type.schema.keys.contains(String(key)), "\(file): \(key)")
        if !isComment { keys.insert(String(key)) }
      }
      for note in kind.type.notes where note.isRequired {
        #expect(keys.contains(note.key), "\(file) lacks \(note.key)")
      }
    }
  }

  /// Archetypes of which the type of page is another.
  private static let kinds = ["event.md": "page", "news.md": "page"]
}

extension FieldNote {
  /// As a row of the handbook's tables.
  fileprivate var row: String {
    let example = examples.map { "`\($0)`" }.joined(separator: " hoặc ")
    return "| `\(key)` | \(vi) |\(example.isEmpty ? "" : " " + example) |"
  }
}
