import Testing

@testable import Generator

/// What a slip of the hand in front matter is told: the line it was made on, and how to mend that very slip.
@Suite struct DeclarationMistakeTests {
  /// What is printed of one more page.
  private func told(_ text: String) async throws -> String {
    let project = try TemporaryProject()
    try project.write(text, to: "content/x.md")
    return project.printed(await project.build())
  }

  @Test(arguments: [
    ("title: A\n  owner: B\ndate: 2026-11-01", "3:3", "dòng “owner” bị thụt vào"),
    ("  title: A\nowner: B", "2:3", "dòng “title” bị thụt vào"),
    ("\ttitle: A", "2:1", "đầu dòng này có phím Tab"),
    ("title: A\n\tdate: 2026-11-01", "3:1", "đầu dòng này có phím Tab"),
    ("title: A\ntags:\n\t- a", "4:1", "đầu dòng này có phím Tab"),
    ("title: A\nsource:\n  - name: x\n\turl: y", "5:1", "đầu dòng này có phím Tab"),
    ("title: \"A\nowner: B\ndate: 2026-11-01", "2:8", "thêm dấu đóng vào cuối dòng này"),
    ("title: \"A\nowner: \"B\"\ndate: 2026-11-01", "2:8", "thêm dấu đóng vào cuối dòng này"),
    ("title: 'A\nowner: B", "2:8", "thêm dấu đóng vào cuối dòng này"),
    ("title: \"Bài \"hay\" lắm\"\nowner: B", "2:8", "bên trong dùng ngoặc cong"),
    ("title: \"Bài \"hay\"\"\nowner: B", "2:8", "bên trong dùng ngoặc cong"),
    ("tags:\n  - \"a \"b\" c\"\ntitle: A", "3:5", "bên trong dùng ngoặc cong"),
    ("title: A\ndate:2026-11-05\nowner: B", "3:1", "viết date: 2026-11-05"),
    ("date:2026-11-05\ntitle: B", "2:1", "viết date: 2026-11-05"),
    ("title: A\ndate:2026-11-05", "3:1", "viết date: 2026-11-05"),
    ("title: Ba bước: dừng", "2:15", "đặt cả giá trị trong ngoặc kép"),
    ("title: A\ndescription: Xem\n  chú ý: dừng", "4:8", "đặt cả giá trị trong ngoặc kép"),
    ("title: A\ntags: [a, b\nowner: B", "4:6", "dấu ngoặc vuông hoặc ngoặc nhọn mở ra"),
    ("title: \"A\n  vẫn A\"\nsource: https://a.example\n b", "", ""),
  ])
  func aSlipIsShownWhereItWasMade(_ front: String, _ place: String, _ remedy: String) async throws {
    let text = try await told("---\n\(front)\n---\n\nChữ.\n")
    guard !place.isEmpty else {
      #expect(text == "")
      return
    }
    #expect(text.hasPrefix("content/x.md:\(place): lỗi: "), "\(text)")
    #expect(text.contains(remedy), "\(text)")
  }

  @Test func aMapWithoutBlanksIsShownWhereItIs() async throws {
    #expect(try await told("---\ntitle:A\n---\n").hasPrefix("content/x.md:2:1: lỗi: phần khai báo phải gồm"))
  }

  @Test(arguments: [
    ("\n\n---\ntitle: A\n---\n", "1:1", "front-matter-not-first"),
    ("–––\ntitle: A\n–––\n", "1:1", "front-matter-wrong-dashes"),
    ("\n———\ntitle: A\n———\n", "2:1", "front-matter-wrong-dashes"),
    ("---\ntitle: A\n–––\n\nChữ.\n", "3:1", "front-matter-wrong-dashes"),
    ("---\ntitle: A\n\nChữ.\n", "1:1", "front-matter-unclosed"),
    ("Chữ.\n\n---\n", "1:1", "front-matter-missing"),
  ])
  func theFencesAreNamed(_ text: String, _ place: String, _ code: String) async throws {
    let text = try await told(text)
    #expect(text.hasPrefix("content/x.md:\(place): ") && text.contains("[\(code)]"), "\(text)")
  }

  @Test(arguments: [
    ("---\ntitle: A\n---\n---\ntitle: B\ndraft: true\n---\n\nChữ.\n", "4:1"),
    ("---\ntitle: A\n---\n\n\n---\r\n# Tên\ntitle: B\ntags:\n  - a\n- b\n\n---\n", "6:1"),
  ])
  func aSecondDeclarationIsRefused(_ text: String, _ place: String) async throws {
    let text = try await told(text)
    #expect(
      text.hasPrefix("content/x.md:\(place): lỗi: ") && text.contains("[front-matter-twice]"), "\(text)")
  }

  @Test(arguments: [
    "---\n\nChữ.\n\n---\n", "---\ntitle: B\nChữ.\n---\n", "---\ntitle: B\n", "---\nLưu ý: a\n---\n",
    "---\nnote: a\n---\n", "Chữ.\n\n---\ntitle: B\n---\n", "```yaml\n---\ntitle: B\n---\n```\n",
  ])
  func otherRulesOfATextStay(_ body: String) async throws {
    #expect(try await told("---\ntitle: A\n---\n" + body) == "")
  }

  // MARK: What Git leaves

  @Test(arguments: [
    ("---\ntitle: A\n---\n\nMột.\n<<<<<<< HEAD\nHai.\n=======\nBa.\n>>>>>>> b\n", "6:1"),
    ("---\n<<<<<<< HEAD\ntitle: A\n=======\ntitle: B\n>>>>>>> b\n---\n", "2:1"),
    ("<<<<<<< HEAD\n---\ntitle: A\n---\n=======\n>>>>>>> b\n", "1:1"),
    ("---\ntitle: A\n---\n\n- Một.\n>>>>>>> b\n", "6:1"),
  ])
  func twoVersionsAreRefused(_ text: String, _ place: String) async throws {
    let text = try await told(text)
    #expect(
      text.hasPrefix("content/x.md:\(place): lỗi: hai người") && text.contains("[merge-marks]"), "\(text)")
  }

  @Test(arguments: [
    "Đề mục\n=======\n", "```\n<<<<<<< HEAD\n=======\n>>>>>>> b\n```\n", "    <<<<<<< HEAD\n",
    "Dòng <<<<<<< HEAD\n", "<<<<<<<< a\n", "> > > lời\n",
  ])
  func otherSignsAreLeft(_ body: String) async throws {
    #expect(!(try await told("---\ntitle: A\n---\n\n" + body)).contains("merge-marks"))
  }

  @Test func twoVersionsOfASiteAreRefused() async throws {
    let project = try TemporaryProject()
    let site = TemporaryProject.portal
    try project.write(site + "<<<<<<< HEAD\nlicense: A\n=======\n>>>>>>> b\n", to: "content/site.yaml")
    let line = site.split(separator: "\n", omittingEmptySubsequences: false).count
    let text = project.printed(await project.build())
    #expect(text.hasPrefix("content/site.yaml:\(line):1: lỗi: hai người"), "\(text)")
  }

  @Test(arguments: ["25/11/2026", "25-11-2026", "25.11.2026", "2026-11-25", "2026/11/25"])
  func aDayIsTakenAsPeopleWriteIt(_ date: String) async throws {
    let project = try TemporaryProject()
    try project.write("---\ntitle: A\nupdated: \(date)\n---\n", to: "content/x.md")
    let report = await project.build()
    #expect(report.errors == [])
    #expect(
      report.diagnostics.map(\.problem.report.code).filter { $0 == "date-not-iso" }.count
        == (date == "2026-11-25" ? 0 : 1))
  }

  @Test func aDayDecidesWhateverItsForm() async throws {
    let project = try TemporaryProject()
    try project.write("---\ntitle: A\ndate: 24/11/2026\n---\n", to: "content/mai.md")
    try project.write("---\ntitle: B\ndate: 2026-11-3\n---\n", to: "content/cu.md")
    #expect(await project.build().errors == [])
    #expect(project.published["main/mai.html"] == nil)
    #expect(project.published["main/cu.html"] != nil)
  }

  @Test(arguments: [
    ("31/02/2026", "impossible-date"), ("2026-2-30", "impossible-date"), ("25/11/26", "unreadable-date"),
    ("11-2026", "unreadable-date"), ("25/11-2026", "unreadable-date"), ("+5/11/2026", "unreadable-date"),
    ("hôm qua", "unreadable-date"),
  ])
  func whatIsNoDayIsRefused(_ date: String, _ code: String) async throws {
    #expect(try await told("---\ntitle: A\nupdated: \"\(date)\"\n---\n").contains("[\(code)]"))
  }

  @Test(arguments: ["a\\0b", "a\\x1b[31m", "a\\x9b", "a\\x7f", "C:\\bai"])
  func aCodeOfAnInvisibleCharacterIsRefused(_ title: String) async throws {
    let text = try await told("---\ntitle: \"\(title)\"\n---\n")
    #expect(text.hasPrefix("content/x.md:2:8: ") && text.contains("[yaml-control-character]"), "\(text)")
  }

  @Test func otherCodesStand() async throws {
    #expect(try await told("---\ntitle: \"Ngoặc \\\" và \\u1ea1\\tb\"\n---\n") == "")
  }

  @Test func aMissingTitleHasAPlace() async throws {
    #expect(
      try await told("---\nweight: 1\n---\n").hasPrefix(
        "content/x.md:2:1: lỗi: thiếu dòng “title:” (tiêu đề)"))
    #expect(try await told("---\n---\n").hasPrefix("content/x.md:1:1: lỗi: thiếu dòng “title:”"))
    #expect(
      try await told("---\ntitle: A\nsource:\n  - url: https://a.example/\n---\n").hasPrefix(
        "content/x.md:4:5: lỗi: thiếu dòng “name:” (tên)"))
  }

  @Test(arguments: ["-5+", "+5+", "5-", "-5-10", "121+", "10-6", "99999999999999999999+"])
  func whatIsNoAgeIsRefused(_ age: String) async throws {
    #expect(try await told("---\ntitle: A\nage: \"\(age)\"\n---\n").contains("[bad-age]"))
  }

  @Test(arguments: ["6-10", "6–10", "16+", "0-5"]) func agesAreTaken(_ age: String) async throws {
    #expect(try await told("---\ntitle: A\nage: \(age)\n---\n") == "")
  }
}
