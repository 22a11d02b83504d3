import ProblemCodes
import Testing

@testable import Files
@testable import Generator
@testable import Proofreading

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
    ("title: A\ntags: [a, b\nowner: B", "3:7", "dấu ngoặc vuông hoặc ngoặc nhọn mở ra"),
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
    #expect(try await told("---\ntitle:A\n---\n").contains("viết title: A\n"))
    #expect(try await told("---\ntitle\n---\n").hasPrefix("content/x.md:2:1: lỗi: phần khai báo phải gồm"))
  }

  /// libyaml gives up below the mistake, or far from it.
  @Test(arguments: [
    (
      "title: A\ndescription Bài thử của phường\nowner: UBND", "3:1",
      "viết description: Bài thử của phường\n"
    ),
    ("title: A\nowner: B\ndescription Bài thử", "4:1", "viết description: Bài thử\n"),
    ("title Bài thử\nowner: B", "2:1", "viết title: Bài thử\n"),
    ("title： Bài thử\nowner: B", "2:1", "dấu hai chấm toàn khổ (：)"),
    ("title：Bài thử", "2:1", "viết title: Bài thử\n"),
    ("title: A\ndescription: Một câu\nlừa đảo qua mạng\nowner: B", "4:1", "thụt vào hai dấu cách"),
    ("title: A\nTITLE\nowner: B", "3:1", "không có dạng “tên: giá trị”"),
    ("title: A\ntags: [mật khẩu, tài khoản\n", "3:7", "mở ra mà không đóng lại"),
    ("title: A\ntags: [a,\n  b\nowner: B", "3:7", "mở ra mà không đóng lại"),
    ("title: A\ndescription: |\n  - [x\n  -y\n\n  z: [\nowner B\nslug: c", "8:1", "viết owner: B\n"),
    ("title: A\ntags: [a,\nb]\nowner B\nslug: c", "5:1", "viết owner: B\n"),
    ("title: 'A\nb'\nowner B\nslug: c", "4:1", "viết owner: B\n"),
    ("title: A\ntags:\n-mật khẩu\n- b", "4:1", "viết - mật khẩu\n"),
    ("title: A\ntags:\n• mật khẩu\n• b\nowner: B", "4:1", "viết - mật khẩu\n"),
    ("title: A\ntags:\n* mật khẩu\nowner: B", "4:1", "viết - mật khẩu\n"),
    ("title: A\ntags:\n  • mật khẩu\n  • b\nowner: B", "4:3", "viết - mật khẩu"),
    ("title:\u{A0}Bài thử\nowner: B", "2:7", "dấu cách không ngắt, thường do dán từ Word"),
    ("title: A\nowner:\u{A0}B", "3:7", "dấu cách không ngắt"),
    ("title: A\ntags:\n\u{A0}\u{A0}- a", "4:1", "dấu cách không ngắt"),
    ("title: A\nsource:\n\u{A0} name: x", "4:1", "dấu cách không ngắt"),
    ("title: A\ntags: [#matkhau, #taikhoan]\nowner: B", "3:7", "bỏ dấu #: tags: [matkhau, taikhoan]\n"),
  ])
  func aSlipIsNotBlamedOnTheNextLine(_ front: String, _ place: String, _ remedy: String) async throws {
    let text = try await told("---\n\(front)\n---\n\nChữ.\n")
    #expect(text.hasPrefix("content/x.md:\(place): lỗi: "), "\(text)")
    #expect(text.contains(remedy), "\(text)")
  }

  @Test(arguments: [
    ("title: \"Vùng xanh\" của phường\nowner: B", "2:8", "title: '\"Vùng xanh\" của phường'"),
    (
      "title: [Khẩn] Họp tổ dân phố số 5\nowner: B", "2:8", "title: \"[Khẩn] Họp tổ dân phố số 5\""
    ),
    ("title: A\ntags:\n  - [a] b\nowner: B", "4:5", "- \"[a] b\""),
    ("title: Ba bước: dừng\nowner: B", "2:15", "title: \"Ba bước: dừng\""),
    ("title: Nói \"a\": dừng, '90\nowner: B", "2:15", "title: 'Nói \"a\": dừng, ''90'"),
    ("title: A\nowner: @phuong", "3:8", "owner: \"@phuong\""),
  ])
  func theOwnLineIsShownInQuotes(_ front: String, _ place: String, _ line: String) async throws {
    let text = try await told("---\n\(front)\n---\n\nChữ.\n")
    #expect(text.hasPrefix("content/x.md:\(place): lỗi: "), "\(text)")
    #expect(text.contains("đặt cả giá trị trong ngoặc kép: \(line)\n"), "\(text)")
    // What is shown must be right.
    let mended = front.split(separator: "\n").map { $0.hasPrefix(line.prefix(6)) ? line : String($0) }
    if !line.hasPrefix("-") {
      #expect(try await told("---\n\(mended.joined(separator: "\n"))\n---\n\nChữ.\n") == "")
    }
  }

  @Test func aBlankMissingInBracesIsNamed() async throws {
    let text = try await told("---\ntitle: A\nattachments:\n  - { file:a.pdf, title:Đơn }\n---\n")
    #expect(text.contains("viết file: a.pdf\n") && text.contains("viết title: Đơn\n"), "\(text)")
  }

  @Test(arguments: [
    ("draft:", "3:1", "viết draft: true (bản nháp) hoặc bỏ dòng này"),
    ("draft: ~", "3:1", "viết draft: true (bản nháp) hoặc bỏ dòng này"),
    ("draft: \"\"", "3:1", "viết draft: true (bản nháp) hoặc bỏ dòng này"),
    ("draft: # chưa biết", "3:1", "“draft” để trống, nên máy không biết là có hay không [empty-truth]"),
    ("quick_exit:", "3:1", "viết quick_exit: true hoặc bỏ dòng này"),
    ("check_ignore: x", "3:15", "viết ví dụ: check_ignore: [{ rule: …, reason: … }]"),
    ("type: tin", "3:7", "tin là bài có ngày (date)"), ("type: news", "3:7", "tin là bài có ngày (date)"),
    ("type: event", "3:7", "sự kiện là trang thường"), ("type: hướng dẫn", "3:7", "có phải “guide”?"),
    ("type: bài thơ", "3:7", "guide (hướng dẫn), tip (mẹo), document (văn bản), chapter (chương cẩm nang)\n"),
  ])
  func aWrongValueIsTold(_ front: String, _ place: String, _ remedy: String) async throws {
    let text = try await told("---\ntitle: A\n\(front)\n---\n\nChữ.\n")
    #expect(text.hasPrefix("content/x.md:\(place): lỗi: "), "\(text)")
    #expect(text.contains(remedy), "\(text)")
  }

  @Test func onlyWhatASectionMayHaveIsOffered() async throws {
    let project = try TemporaryProject()
    try project.write("---\ntitle: A\npages: thơ\n---\n", to: "content/a/_index.md")
    let text = project.printed(await project.build())
    #expect(text.contains("guide (hướng dẫn), tip (mẹo), document (văn bản)\n"), "\(text)")
  }

  @Test(arguments: [
    ("date: 0206-11-05", "unlikely-year"), ("updated: 1926-11-05", "unlikely-year"),
    ("review_by: 2126-11-05", "unlikely-year"),
    ("date: 2026-11-05\nupdated: 2026-11-04", "dates-out-of-order"), ("date: 1990-01-01", nil),
    ("review_by: 2036-12-31", nil), ("date: 2026-11-05\nupdated: 2026-11-05", nil),
  ])
  func aSlipOfTheYearIsAWarning(_ front: String, _ code: String?) async throws {
    let text = try await told("---\ntitle: A\n\(front)\n---\n\nChữ.\n")
    if let code {
      #expect(text.contains("cảnh báo: ") && text.contains("[\(code)]"), "\(text)")
    } else {
      #expect(text == "")
    }
  }

  @Test func quotesAreNoPartOfATag() async throws {
    let project = try TemporaryProject()
    try project.write("---\ntitle: A\ntags: [“an toàn”, Nói “thật” là tốt]\n---\n", to: "content/x.md")
    let told = await project.build().diagnostics.map(\.problem.met)
    #expect(told.contains { $0.code == "quotes-in-tag" && $0.vi.message.contains("“an toàn”") })
    #expect(told.count { $0.code == "quotes-in-tag" } == 1)
    let tag = try #require(project.published["main/chu-de/an-toan.html"])
    #expect(String(decoding: tag, as: UTF8.self).contains("“an toàn”") == false)
  }

  @Test(arguments: [
    ("email: ubnd.vn", "bad-contact"), ("phone: chưa có", "bad-contact"), ("kind: phường", "unknown-value"),
  ])
  func aPortalIsToldWhatIsWrong(_ line: String, _ code: String) async throws {
    let project = try TemporaryProject()
    let key = line.prefix { $0 != ":" }
    let lines = TemporaryProject.portal.split(separator: "\n").filter { !$0.hasPrefix(key) }
    try project.write(lines.joined(separator: "\n") + "\n\(line)\n", to: "content/site.yaml")
    let text = project.printed(await project.build())
    #expect(text.contains("lỗi: ") && text.contains("[\(code)]"), "\(text)")
    if key == "kind" { #expect(text.contains("có phải “ward”?")) }
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
      report.diagnostics.map(\.problem.code).filter { $0 == "date-not-iso" }.count
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
