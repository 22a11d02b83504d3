import Diagnostics

/// What an editor most likely did where a YAML parser gave up.
public enum SyntaxMistake: Sendable {
  case indentation, missingColon, unclosedBracket, tooDeep, other
  /// With the line as it should be, where it can be shown, here and below.
  case colonInText(String?), specialFirstCharacter(String?)
  /// A value that begins with something in quotes or brackets, and goes on.
  case wholeInQuotes(String?)
  /// `tags: [#a, #b]`.
  case hashInList(String?)
  case tab
  /// A key of the first level that does not begin its line.
  case indentedKey(String)
  /// A quote that is opened on this line and closed nowhere near.
  case unclosedQuote
  case quoteInQuotes
  /// `date:2026-11-25`.
  case noSpaceAfterColon(key: String, value: String)
  /// `description Bài thử`.
  case noColon(key: String, value: String)
  /// `title：Bài thử`, as input methods of other languages write it.
  case fullWidthColon(key: String, value: String)
  /// `-mật khẩu` or `• mật khẩu`, with the entry that was meant.
  case noListEntry(String)
  /// One that stands for a blank, after a colon or before a key.
  case noBreakSpace
}

extension SyntaxMistake {
  var message: (vi: String, en: String) {
    switch self {
    case .colonInText:
      ("giá trị có dấu hai chấm mà không đặt trong ngoặc kép", "the value has a colon, and no quotes")
    case .specialFirstCharacter:
      ("giá trị bắt đầu bằng ký tự đặc biệt (@, %, `)", "the value starts with a special character (@, %, `)")
    case .indentation:
      (
        "dòng này không thẳng hàng với các dòng cùng cấp",
        "this line is out of column with those of its level"
      )
    case .missingColon: ("dòng này không có dạng “tên: giá trị”", "this is no line of “key: value”")
    case .unclosedBracket:
      ("dấu ngoặc vuông hoặc ngoặc nhọn mở ra mà không đóng lại", "a bracket is opened and never closed")
    case .tooDeep: ("khai báo lồng nhau quá nhiều cấp", "there are too many levels")
    case .other: ("máy không đọc được dòng khai báo này", "this is not valid YAML")
    case .tab: ("đầu dòng này có phím Tab", "this line begins with a tab")
    case .indentedKey(let key): ("dòng “\(key)” bị thụt vào", "the line “\(key)” is indented")
    case .unclosedQuote: ("dấu ngoặc mở ở đây không có dấu đóng", "the quote that opens here is never closed")
    case .quoteInQuotes: ("trong ngoặc kép lại có ngoặc kép", "there are quotes within quotes")
    case .noSpaceAfterColon: ("thiếu dấu cách sau dấu hai chấm", "there is no space after the colon")
    case .wholeInQuotes:
      (
        "giá trị mở đầu bằng dấu ngoặc nhưng sau dấu đóng còn chữ",
        "the value begins with a quote or bracket, and goes on after it is closed"
      )
    case .hashInList:
      (
        "dấu # mở đầu một chú thích, nên máy không đọc tiếp",
        "the # begins a comment, so the rest is not read"
      )
    case .noColon(let key, _): ("thiếu dấu hai chấm sau “\(key)”", "there is no colon after “\(key)”")
    case .fullWidthColon(let key, _):
      (
        "sau “\(key)” là dấu hai chấm toàn khổ (：), không phải dấu hai chấm thường",
        "the colon after “\(key)” is a full-width one (：)"
      )
    case .noListEntry:
      (
        "mục của danh sách phải mở đầu bằng dấu gạch nối và một dấu cách",
        "an entry of a list begins with a hyphen and a space"
      )
    case .noBreakSpace:
      (
        "ở đây là dấu cách không ngắt, thường do dán từ Word, không phải dấu cách thường",
        "this is a no-break space, as word processors have it, and not a plain one"
      )
    }
  }

  var remedy: (vi: String, en: String) {
    switch self {
    case .colonInText(let line):
      Self.quotes(
        line ?? "title: \"Ba bước: dừng, nghĩ, hỏi\"", line ?? "title: \"Three steps: stop, think, ask\"")
    case .specialFirstCharacter(let line):
      Self.quotes(line ?? "title: \"@vungxanh\"", line ?? "title: \"@vungxanh\"")
    case .wholeInQuotes(let line):
      Self.quotes(line ?? "title: \"[Khẩn] Họp\"", line ?? "title: \"[Urgent] Meeting\"")
    case .hashInList(let line):
      ("bỏ dấu #: \(line ?? "tags: [mật khẩu]")", "drop the #: \(line ?? "tags: [mật khẩu]")")
    case .indentation:
      ("kiểm tra dấu cách đầu dòng này và dòng trên", "check the spaces before this line and the one above")
    case .missingColon:
      (
        "nếu là phần tiếp của dòng trên thì thụt vào hai dấu cách; nếu không thì viết tên, dấu hai chấm, dấu cách rồi giá trị, ví dụ title: Tên trang",
        "if it goes on with the line above, indent it by two spaces; if not, write the key, a colon, a space and the value, as in title: Name of the page"
      )
    case .unclosedBracket: ("thêm dấu đóng ở cuối giá trị", "close it at the end of the value")
    case .tooDeep: ("bớt số cấp lồng nhau", "use fewer levels")
    case .other:
      (
        "xem lại dòng này: dấu ngoặc kép, dấu hai chấm, dấu cách đầu dòng",
        "look at this line's quotes, colons and leading spaces"
      )
    case .tab:
      ("xóa phím Tab; cần thụt vào thì gõ dấu cách", "delete the tab, and indent with spaces where needed")
    case .indentedKey:
      (
        "xóa dấu cách ở đầu dòng, cho thẳng hàng với các dòng khai báo khác",
        "delete the spaces before it, so that it stands in one column with the other entries"
      )
    case .unclosedQuote: ("thêm dấu đóng vào cuối dòng này", "close it at the end of this line")
    case .quoteInQuotes:
      (
        "bên trong dùng ngoặc cong, ví dụ title: \"Bài “hay” tuần này\"",
        "use curly ones inside, as in title: \"A “good” page\""
      )
    case .noSpaceAfterColon(let key, let value), .noColon(let key, let value),
      .fullWidthColon(let key, let value):
      ("viết \(key): \(value)", "write \(key): \(value)")
    case .noListEntry(let entry): ("viết \(entry)", "write \(entry)")
    case .noBreakSpace: ("xóa đi rồi gõ lại dấu cách", "delete it, and type a space")
    }
  }

  private static func quotes(_ vi: String, _ en: String) -> (vi: String, en: String) {
    ("đặt cả giá trị trong ngoặc kép: \(vi)", "put all of it in quotes: \(en)")
  }
}
