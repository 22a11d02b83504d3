import Diagnostics
import Foundation
import Testing

/// The wording of every problem, against `problems.txt`; `UPDATE_GOLDEN=1 swift test` writes it and
/// `docs/problems.md` anew.
@Suite struct ProblemTests {
  static let isUpdating = ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
  static let root = folder.deletingLastPathComponent().deletingLastPathComponent()
  static let reports = ProblemSamples.all.map(\.report)

  @Test func wordingIsAsAgreed() throws {
    let text = Self.reports.map { report in
      """
      \(report.code)
        vi: \(report.vi.message)
            \(report.vi.remedy)
        en: \(report.en.message)
            \(report.en.remedy)

      """
    }.joined(separator: "\n")
    try expect(text, at: Self.folder.appending(path: "problems.txt"))
  }

  @Test func everyProblemIsDocumented() throws {
    try expect(Self.handbook(), at: Self.root.appending(path: "docs/problems.md"))
    try expect(Self.vietnameseHandbook(), at: Self.root.appending(path: "docs/problems.vi.md"))
  }

  /// Reads the source, since an enum with values cannot list its cases.
  @Test func everyCodeHasASample() throws {
    let sources = Self.root.appending(path: "Sources").path
    var codes: [String] = []
    for file in try FileManager.default.subpathsOfDirectory(atPath: sources) where file.hasSuffix(".swift") {
      let source = try String(contentsOfFile: sources + "/" + file, encoding: .utf8)
      codes += source.matches(of: /(?:\bReport\(|Rule\(\s*\.\w+,)\s*"([^"]+)"/).map { String($0.1) }
    }
    #expect(Set(codes).count == codes.count, "a code stands for one problem")
    #expect(Set(codes).symmetricDifference(Self.reports.map(\.code)).sorted() == [])
  }

  @Test func codesAreInKebabCase() {
    for report in Self.reports {
      #expect(report.code.wholeMatch(of: /[a-z]+(-[a-z0-9]+)*/) != nil, "\(report.code)")
    }
  }

  @Test func everyPhraseIsWholeAndHasNoFullStop() {
    for report in Self.reports {
      for phrase in [report.vi, report.en] {
        for text in [phrase.message, phrase.remedy] {
          // “1.” is Markdown for a numbered list.
          let isStopped = text.hasSuffix(".") && !text.hasSuffix(" 1.")
          #expect(!text.isEmpty && !isStopped && !text.contains("\n"), "\(report.code): \(text)")
        }
      }
      #expect(report.vi.message != report.en.message)
    }
  }

  private func expect(_ text: String, at place: URL, source: SourceLocation = #_sourceLocation) throws {
    if Self.isUpdating { try text.write(to: place, atomically: true, encoding: .utf8) }
    let known = try? String(contentsOf: place, encoding: .utf8)
    #expect(text == known, sourceLocation: source)
  }

  /// A section for each code, in order, with every remedy there is.
  private static func handbook() -> String {
    var text = """
      # Problems

      What the tool may report, by code: what it says in Vietnamese and in English, and what to do about it. Names
      and numbers are samples. This page is written by `UPDATE_GOLDEN=1 swift test --filter ProblemTests`.

      """
    for (code, reports) in Dictionary(grouping: reports, by: \.code).sorted(by: { $0.key < $1.key }) {
      text += "\n## \(code)\n\n"
      for language in Language.allCases {
        let phrases = reports.map { $0.phrase(in: language) }
        text += "- **\(language.rawValue)**: \(escaped(phrases[0].message))\n"
        var remedies: [String] = []
        for phrase in phrases where !remedies.contains(phrase.remedy) { remedies.append(phrase.remedy) }
        for remedy in remedies {
          text += "  - \(language == .vi ? "Cách sửa" : "Remedy"): \(escaped(remedy))\n"
        }
      }
    }
    return text
  }

  /// What `check` would find in the samples.
  private static let samplesOfMistakes = [
    "replacement-character", "wrong-quotes", "mixed-script-word", "paste-residue",
    "mixed-tone-placement", "spaced-punctuation",
  ]

  /// The same for editors: a page of their handbook, so it begins with front matter.
  private static func vietnameseHandbook() -> String {
    var text = """
      ---
      title: Danh sách lỗi và cách sửa
      description: Mỗi thông báo của VungXanh nghĩa là gì và sửa thế nào, xếp theo mã.
      slug: loi-va-cach-sua
      weight: 20
      check_ignore:
      \(samplesOfMistakes.map { "  - { rule: \($0), reason: câu mẫu của thông báo }" }.joined(separator: "\n"))
      ---

      Cuối mỗi thông báo có một mã trong ngoặc vuông, ví dụ `[impossible-date]`. Tìm mã ấy ở đây. Tên và số trong các câu dưới đây chỉ
      là ví dụ.

      """
    for (code, reports) in Dictionary(grouping: reports, by: \.code).sorted(by: { $0.key < $1.key }) {
      text += "\n## \(code)\n\n"
      let phrases = reports.map(\.vi)
      if phrases.allSatisfy({ $0.remedy == phrases[0].remedy }) {
        text += "\(sentence(phrases[0].message)).\n\n- Cách sửa: \(escaped(phrases[0].remedy))\n"
      } else {
        // Which remedy is meant shows only beside its message.
        for phrase in phrases {
          text += "- Khi máy báo: \(escaped(phrase.message)).\n  Cách sửa: \(escaped(phrase.remedy))\n"
        }
      }
    }
    return text
  }

  /// A message with a capital, unless it begins with a path or a command: those are typed as they are.
  private static func sentence(_ message: String) -> String {
    let first = message.prefix { $0 != " " }
    let isCode =
      first.contains(where: { "/_.{<".contains($0) })
      || ["vungxanh", "check", "libcmark-gfm", "layouts/"].contains(first)
    return isCode ? escaped(message) : escaped(message).firstUppercased
  }

  /// Marks that Markdown would take for its own; an address of a sample is no link.
  private static func escaped(_ text: String) -> String {
    text.replacing("://", with: "\u{0}//").reduce(into: "") { escaped, character in
      if "\\<>*_[]`#|{}".contains(character) { escaped += "\\" }
      escaped.append(character)
    }
    .replacing("\u{0}", with: "\\:")
  }
}

extension String {
  fileprivate var firstUppercased: String { prefix(1).uppercased() + dropFirst() }
}
