import Fields
import Files
import Diagnostics
import Testing

@Suite struct PrinterTests {
  private func printed(
    _ diagnostic: Diagnostic, in text: String? = nil, language: Language = .vi, colour: Bool = false
  ) -> String {
    var printer = Printer(language: language, usesColour: colour) { _ in text.map { Array($0.utf8) } }
    return printer.text(diagnostic)
  }

  private let date = FrontMatterProblem.impossibleDate("2026-13-01")
  private let place = Place.position(line: 1, column: 6, length: 10)
  private let text = "---\ndate: 2026-13-01\n---\n"

  @Test func showsTheLineAndTheRemedy() {
    #expect(
      printed(Diagnostic(date, in: "content/x.md", at: place), in: text) == """
        content/x.md:2:7: lỗi: ngày “2026-13-01” không có thật [impossible-date]
          2 | date: 2026-13-01
            |       ^~~~~~~~~~
          cách sửa: viết năm-tháng-ngày, ví dụ 2026-11-23

        """)
  }

  @Test func speaksEnglish() {
    #expect(
      printed(Diagnostic(date, in: "content/x.md", at: place, as: .warning), in: text, language: .en) == """
        content/x.md:2:7: warning: “2026-13-01” is not a date [impossible-date]
          2 | date: 2026-13-01
            |       ^~~~~~~~~~
          remedy: write year-month-day, for example 2026-11-23

        """)
  }

  @Test func namesTheFileAloneWhereThereIsNoPlace() {
    let whole = """
      content/x.md: ghi chú: tệp trống [empty-page]
        cách sửa: viết phần khai báo và nội dung, hoặc xóa tệp

      """
    #expect(printed(Diagnostic(FileProblem.emptyPage, in: "content/x.md", as: .note), in: "") == whole)
    #expect(printed(Diagnostic(FileProblem.emptyPage, in: "content/x.md", at: place, as: .note)) == whole)
  }

  @Test func colours() {
    let coloured = printed(Diagnostic(date, in: "x.md", at: place), in: text, colour: true)
    #expect(coloured.hasPrefix("\u{1B}[1mx.md:2:7: \u{1B}[0m\u{1B}[1;31mlỗi: \u{1B}[0m"))
  }

  @Test func cutsALongLineAroundThePlace() {
    let long = String(repeating: "ạ", count: 300) + "LỖI" + String(repeating: "ă", count: 300)
    let lines = printed(Diagnostic(date, in: "x.md", at: .text("LỖI", fromLine: 1)), in: long).split(
      separator: "\n")
    #expect(lines[1].hasPrefix("  1 | …ạ") && lines[1].hasSuffix("ă…"))
    #expect(lines[1].count < 120)
    let caret = lines[2].distance(
      from: lines[2].startIndex, to: lines[2].firstIndex(of: "^") ?? lines[2].endIndex)
    #expect(lines[1].dropFirst(caret).hasPrefix("LỖI"))
    #expect(lines[2].hasSuffix("^~~"))
  }

  @Test func keepsControlCharactersFromTheTerminal() {
    let line = printed(Diagnostic(date, in: "x.md", at: .text("b", fromLine: 1)), in: "a\u{1B}[31m\tb")
    #expect(!line.contains("\u{1B}") && !line.contains("\t"))
    #expect(line.contains("  1 | a [31m b\n"))
  }

  /// What the file says may be quoted in the message.
  @Test(arguments: [Language.vi, .en]) func keepsControlCharactersOfTheMessageToo(_ language: Language) {
    let problem = FrontMatterProblem.impossibleDate("\u{1B}[31m\u{7}\n2026")
    let printed = printed(Diagnostic(problem, in: "x\u{1B}.md"), language: language)
    #expect(!printed.contains("\u{1B}") && !printed.contains("\u{7}"))
    #expect(printed.split(separator: "\n").count == 2)
  }
}
