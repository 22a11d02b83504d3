/// What can be wrong in front matter, or in a YAML file of the project.
public enum FrontMatterProblem: Problem, Error {
  case syntax(SyntaxMistake)
  case severalDocuments
  case anchorOrTag
  case repeatedKey(String)
  case missing
  case unclosed
  case notAMap
  case unknownKey(String, of: String, nearest: String?)
  case wrongPlace(String, of: String)
  case missingKey(String)
  case wrongType(String, expected: ExpectedType)
  case emptyValue(String)
  case impossibleDate(String)
  case unknownValue(String, of: String, nearest: String?, known: [String])
  case badSlug(String)
  case badAge(String)
  case badURL(String)
  case badColour(String)
  /// A portal's colour on which white text is hard to read, and the one that is taken in its place.
  case paleAccent(String, contrast: Double, instead: String, better: Double)
  case expiresBeforeDate
  /// Two keys whose dates stand the wrong way round.
  case datesOutOfOrder(first: String, last: String)
}

/// What a YAML parser's complaint most likely comes from.
public enum SyntaxMistake: Sendable {
  case colonInText, specialFirstCharacter, indentation, missingColon, unclosedQuoteOrBracket, tooDeep, other
}

/// What a value should have been.
public enum ExpectedType: Sendable {
  case text, truth, number, list, map, date, textOrList
}

extension FrontMatterProblem {
  public var report: Report {
    switch self {
    case .syntax(let mistake):
      Report(
        "yaml-syntax",
        vi: .init("phần khai báo viết sai cú pháp YAML", remedy: mistake.remedy.vi),
        en: .init("this is not valid YAML", remedy: mistake.remedy.en))
    case .severalDocuments:
      Report(
        "yaml-several-documents",
        vi: .init(
          "có thêm dòng “---” ở giữa phần khai báo", remedy: "chỉ để một dòng --- ở đầu và một ở cuối"),
        en: .init("there is another “---” inside", remedy: "keep one --- at the start and one at the end"))
    case .anchorOrTag:
      Report(
        "yaml-anchor",
        vi: .init(
          "không dùng neo (&), bí danh (*) hay thẻ (!) của YAML",
          remedy: "viết giá trị ra, hoặc đặt cả giá trị trong dấu ngoặc kép"),
        en: .init(
          "YAML anchors (&), aliases (*) and tags (!) are not used here",
          remedy: "write the value out, or put all of it in quotes"))
    case .repeatedKey(let key):
      Report(
        "yaml-repeated-key",
        vi: .init("khóa “\(key)” viết hai lần", remedy: "giữ một dòng, xóa dòng kia"),
        en: .init("“\(key)” is given twice", remedy: "keep one and delete the other"))
    case .missing:
      Report(
        "front-matter-missing",
        vi: .init(
          "trang chưa có phần khai báo ở đầu", remedy: "thêm ba dòng ở đầu tệp: ---, title: Tên trang, ---"),
        en: .init(
          "the page has no front matter",
          remedy: "start the file with three lines: ---, title: Name of the page, ---"))
    case .unclosed:
      Report(
        "front-matter-unclosed",
        vi: .init(
          "phần khai báo mở bằng --- mà không có --- đóng lại",
          remedy: "thêm một dòng --- sau khai báo cuối cùng"),
        en: .init(
          "the front matter opened by --- is never closed", remedy: "add a line --- after its last entry"))
    case .notAMap:
      Report(
        "front-matter-not-a-map",
        vi: .init("phần khai báo phải gồm các dòng “khóa: giá trị”", remedy: "viết ví dụ: title: Tên trang"),
        en: .init(
          "this should be lines of “key: value”", remedy: "write, for example, title: Name of the page"))
    case .unknownKey(let key, let schema, let near):
      Report(
        "unknown-key",
        vi: .init(
          "\(schema) không có khóa “\(key)”",
          remedy: near.map { "có phải “\($0)”?" } ?? "xóa dòng này; các khóa có trong docs/editors.vi.md"),
        en: .init(
          "\(schema) has no key “\(key)”",
          remedy: near.map { "did you mean “\($0)”?" } ?? "delete it; docs/editors.vi.md lists the keys"))
    case .wrongPlace(let key, let schema):
      Report(
        "key-of-another-type",
        vi: .init(
          "khóa “\(key)” không dùng cho \(schema)", remedy: "xóa dòng này, hoặc đổi loại trang (type)"),
        en: .init("“\(key)” is not for \(schema)", remedy: "delete it, or change the type of the page"))
    case .missingKey(let key):
      Report(
        "missing-key",
        vi: .init("thiếu “\(key)”", remedy: "thêm dòng \(key): …"),
        en: .init("“\(key)” is missing", remedy: "add a line \(key): …"))
    case .wrongType(let key, let expected):
      Report(
        "wrong-type",
        vi: .init(
          "“\(key)” phải là \(expected.name.vi)", remedy: "viết ví dụ: \(key): \(expected.example(of: key))"),
        en: .init(
          "“\(key)” should be \(expected.name.en)",
          remedy: "write, for example, \(key): \(expected.example(of: key))"))
    case .emptyValue(let key):
      Report(
        "empty-value",
        vi: .init("“\(key)” để trống", remedy: "điền giá trị, hoặc viết “CẦN ĐIỀN – …” nếu chưa có"),
        en: .init("“\(key)” is empty", remedy: "fill it in, or write “CẦN ĐIỀN – …” while it is unknown"))
    case .impossibleDate(let text):
      Report(
        "impossible-date",
        vi: .init("ngày “\(text)” không có thật", remedy: "viết năm-tháng-ngày, ví dụ 2026-11-23"),
        en: .init("“\(text)” is not a date", remedy: "write year-month-day, for example 2026-11-23"))
    case .unknownValue(let value, let key, let near, let known):
      Report(
        "unknown-value",
        vi: .init(
          "“\(key)” không có giá trị “\(value)”",
          remedy: near.map { "có phải “\($0)”?" } ?? "chọn một trong: \(known.joined(separator: ", "))"),
        en: .init(
          "“\(value)” is no value of “\(key)”",
          remedy: near.map { "did you mean “\($0)”?" } ?? "choose one of: \(known.joined(separator: ", "))"))
    case .badSlug(let slug):
      Report(
        "bad-slug",
        vi: .init(
          "đường dẫn “\(slug)” không hợp lệ",
          remedy: "chỉ dùng chữ thường không dấu, số và dấu gạch nối, ví dụ mat-khau-manh"),
        en: .init(
          "“\(slug)” is not a slug",
          remedy: "use lower-case letters without tones, digits and hyphens, as in mat-khau-manh"))
    case .badAge(let text):
      Report(
        "bad-age",
        vi: .init("độ tuổi “\(text)” không đọc được", remedy: "viết ví dụ 6-10 hoặc 16+"),
        en: .init("“\(text)” is not an age band", remedy: "write, for example, 6-10 or 16+"))
    case .badURL(let text):
      Report(
        "bad-url",
        vi: .init("“\(text)” không phải địa chỉ trang đầy đủ", remedy: "viết ví dụ https://phuong.example/"),
        en: .init("“\(text)” is not a full web address", remedy: "write, for example, https://ward.example/"))
    case .paleAccent(let text, let contrast, let instead, let better):
      Report(
        "pale-accent",
        vi: .init(
          "màu \(text) quá nhạt: chữ trắng trên nền ấy chỉ đạt tương phản \(Self.ratio(contrast, ","))",
          remedy:
            "trang đang dùng \(instead), tương phản \(Self.ratio(better, ",")); viết màu này vào, hoặc chọn màu đạt từ 4,5:1"
        ),
        en: .init(
          "the colour \(text) is too pale: white text on it has a contrast of only \(Self.ratio(contrast, "."))",
          remedy:
            "the pages use \(instead), with \(Self.ratio(better, ".")); write that, or choose one of at least 4.5:1"
        ))
    case .badColour(let text):
      Report(
        "bad-colour",
        vi: .init(
          "“\(text)” không phải mã màu", remedy: "viết dấu # và sáu chữ số trong ngoặc kép, ví dụ \"#0b6e4f\""
        ),
        en: .init(
          "“\(text)” is not a colour",
          remedy: "write # and six hexadecimal digits in quotes, as in \"#0b6e4f\""))
    case .expiresBeforeDate:
      Report(
        "expires-before-date",
        vi: .init("ngày hết hạn (expires) đứng trước ngày đăng", remedy: "sửa lại một trong hai ngày"),
        en: .init("“expires” is before the page's date", remedy: "mend one of the two dates"))
    case .datesOutOfOrder(let first, let last):
      Report(
        "dates-out-of-order",
        vi: .init("ngày ở \(last) đứng trước ngày ở \(first)", remedy: "sửa lại một trong hai ngày"),
        en: .init("“\(last)” is before “\(first)”", remedy: "mend one of the two dates"))
    }
  }
}

extension SyntaxMistake {
  fileprivate var remedy: (vi: String, en: String) {
    switch self {
    case .colonInText:
      (
        "giá trị có dấu hai chấm thì đặt trong ngoặc kép: title: \"Ba bước: dừng, nghĩ, hỏi\"",
        "put a value that has a colon in quotes: title: \"Three steps: stop, think, ask\""
      )
    case .specialFirstCharacter:
      (
        "giá trị bắt đầu bằng ký tự đặc biệt (@, %, `, phím Tab) thì đặt trong ngoặc kép",
        "put a value that starts with a special character (@, %, `, a tab) in quotes"
      )
    case .indentation:
      (
        "kiểm tra khoảng trắng đầu dòng: các dòng cùng cấp phải thẳng hàng, không dùng phím Tab; giá trị có dấu \" hay [ đứng đầu phải đóng lại",
        "check the spaces before each line: entries of one level stand in one column, without tabs; a value that opens with \" or [ must close"
      )
    case .missingColon:
      (
        "mỗi dòng viết “khóa: giá trị”, có khoảng trắng sau dấu hai chấm",
        "each line is “key: value”, with a space after the colon"
      )
    case .unclosedQuoteOrBracket:
      ("đóng dấu ngoặc kép hoặc ngoặc vuông còn mở", "close the quote or bracket that is still open")
    case .tooDeep: ("bớt số cấp lồng nhau", "use fewer levels")
    case .other:
      (
        "xem lại dòng này: dấu ngoặc kép, dấu hai chấm, khoảng trắng đầu dòng",
        "look at this line's quotes, colons and leading spaces"
      )
    }
  }
}

extension ExpectedType {
  fileprivate var name: (vi: String, en: String) {
    switch self {
    case .text: ("một dòng chữ", "text")
    case .truth: ("true hoặc false", "true or false")
    case .number: ("một số nguyên", "a whole number")
    case .list: ("một danh sách", "a list")
    case .map: ("một nhóm “khóa: giá trị”", "a group of “key: value”")
    case .date: ("một ngày", "a date")
    case .textOrList: ("chữ hoặc danh sách chữ", "text, or a list of texts")
    }
  }

  fileprivate func example(of key: String) -> String {
    switch self {
    case .text: "Mật khẩu mạnh"
    case .truth: "true"
    case .number: "10"
    case .list, .textOrList: "[an toàn, mật khẩu]"
    case .map where key == "image": "{ src: cay.jpg, alt: … }"
    case .map where key == "show": "{ sections: [cam-nang/_index.md] }"
    case .map where key == "menu": "[{ title: …, page: … }]"
    case .map where key == "attachments": "[{ file: …, title: … }]"
    case .map where key == "audiences": "[{ id: …, name: … }]"
    case .map: "{ name: …, url: … }"
    case .date: "2026-11-23"
    }
  }
}

extension FrontMatterProblem {
  /// `4,5:1`, cut rather than rounded, so that what fails never reads as if it passed.
  fileprivate static func ratio(_ contrast: Double, _ point: String) -> String {
    let tenths = Int(contrast * 10)
    return "\(tenths / 10)\(point)\(tenths % 10):1"
  }
}
