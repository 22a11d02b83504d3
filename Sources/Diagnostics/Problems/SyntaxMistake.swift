/// What an editor most likely did where a YAML parser gave up.
public enum SyntaxMistake: Sendable {
  case colonInText, specialFirstCharacter, indentation, missingColon, unclosedBracket, tooDeep, other
  case tab
  /// A key of the first level that does not begin its line.
  case indentedKey(String)
  /// A quote that is opened on this line and closed nowhere near.
  case unclosedQuote
  case quoteInQuotes
  /// `date:2026-11-25`.
  case noSpaceAfterColon(key: String, value: String)
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
    }
  }

  var remedy: (vi: String, en: String) {
    switch self {
    case .colonInText:
      (
        "đặt cả giá trị trong ngoặc kép: title: \"Ba bước: dừng, nghĩ, hỏi\"",
        "put all of it in quotes: title: \"Three steps: stop, think, ask\""
      )
    case .specialFirstCharacter: ("đặt cả giá trị trong ngoặc kép", "put all of it in quotes")
    case .indentation:
      ("kiểm tra dấu cách đầu dòng này và dòng trên", "check the spaces before this line and the one above")
    case .missingColon:
      (
        "viết tên, dấu hai chấm, dấu cách rồi giá trị, ví dụ title: Tên trang",
        "write the key, a colon, a space and the value, as in title: Name of the page"
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
    case .noSpaceAfterColon(let key, let value): ("viết \(key): \(value)", "write \(key): \(value)")
    }
  }
}
