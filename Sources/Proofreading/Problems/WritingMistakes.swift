import Diagnostics

/// A character that nobody sees, and that breaks searching and copying.
public enum InvisibleCharacter: Sendable, CaseIterable {
  case noBreakSpace, narrowNoBreakSpace, figureSpace, zeroWidthSpace, byteOrderMark, softHyphen, wordJoiner
  case direction

  var name: (vi: String, en: String) {
    switch self {
    case .noBreakSpace: ("dấu cách không ngắt (U+00A0)", "a no-break space (U+00A0)")
    case .narrowNoBreakSpace: ("dấu cách hẹp không ngắt (U+202F)", "a narrow no-break space (U+202F)")
    case .figureSpace: ("dấu cách rộng bằng chữ số (U+2007)", "a figure space (U+2007)")
    case .zeroWidthSpace: ("dấu cách vô hình (U+200B)", "a zero-width space (U+200B)")
    case .byteOrderMark: ("dấu BOM vô hình (U+FEFF) trong bài", "an invisible byte order mark (U+FEFF)")
    case .softHyphen: ("dấu gạch nối ẩn (U+00AD)", "a soft hyphen (U+00AD)")
    case .wordJoiner: ("dấu nối từ vô hình (U+2060)", "a word joiner (U+2060)")
    case .direction: ("ký tự đổi chiều chữ vô hình", "an invisible mark of writing direction")
    }
  }
}

/// White space that a reader does not see and an editor did not mean.
public enum BlankRun: Sendable, CaseIterable {
  case spaces, tab
  /// More than the two spaces that end a line within a paragraph.
  case lineEnd

  var words: (vi: String, en: String) {
    switch self {
    case .spaces: ("thừa dấu cách giữa hai từ", "there is more than one space between two words")
    case .tab: ("có dấu tab giữa hai từ", "there is a tab between two words")
    case .lineEnd: ("cuối dòng thừa dấu cách", "the line ends in too many spaces")
    }
  }

  var remedy: (vi: String, en: String) {
    switch self {
    case .spaces, .tab:
      (
        "để một dấu cách; muốn gióng cột thì dùng bảng",
        "leave one space; to align columns, use a table"
      )
    case .lineEnd:
      (
        "xóa đi; muốn xuống dòng thì để đúng hai dấu cách hoặc dấu \\",
        "delete them; to break the line, leave just two or a \\"
      )
    }
  }
}

/// Where a page's tone marks stand otherwise than they should.
public enum TonePlacementSlip: Sendable, CaseIterable {
  /// Both placements on one page.
  case mixed
  /// Nothing but the reformed one.
  case reformed

  func message(_ word: String, _ instead: String) -> (vi: String, en: String) {
    switch self {
    case .mixed:
      (
        "“\(word)” đặt dấu khác phần còn lại của bài, nơi viết kiểu “\(instead)”",
        "“\(word)” bears its tone mark unlike the rest of the page, which writes “\(instead)”"
      )
    case .reformed:
      (
        "bài đặt dấu kiểu mới: “\(word)”, trong khi các trang khác viết “\(instead)”",
        "the page places tone marks in the reformed way: “\(word)”, where other pages write “\(instead)”"
      )
    }
  }
}

/// How a quote mark can be wrong.
public enum QuoteMistake: Sendable {
  /// A straight one, on a page that uses curly ones.
  case straight(before: String)
  /// A closing mark where an opening one belongs, or the other way round.
  case reversed(beside: String)
  case unclosed, unopened
  /// Two commas, two apostrophes, a grave accent.
  case imitated(String)

  var words: (vi: String, en: String) {
    switch self {
    case .straight(let word):
      (
        "ngoặc thẳng \" trước “\(word)”, trong khi bài dùng ngoặc cong",
        "a straight \" before “\(word)”, on a page that uses curly quotes"
      )
    case .reversed(let word):
      ("dấu ngoặc kép cạnh “\(word)” quay ngược", "the quote mark beside “\(word)” is turned the wrong way")
    case .unclosed:
      ("dấu “ mở ra mà không có dấu ” đóng lại", "the “ that is opened here is never closed")
    case .unopened:
      ("dấu ” đóng lại mà không có dấu “ mở ra", "this ” closes a quotation that was never opened")
    case .imitated(let marks): ("\(marks) được dùng thay dấu ngoặc kép", "\(marks) stand for a quote mark")
    }
  }

  var remedy: (vi: String, en: String) {
    switch self {
    case .unclosed:
      ("thêm ” ở cuối lời trích, hoặc bỏ dấu “", "add a ” at the end of the quotation, or drop the “")
    case .unopened:
      ("thêm “ ở đầu lời trích, hoặc bỏ dấu ”", "add a “ at the start of the quotation, or drop the ”")
    default: ("mở bằng “ và đóng bằng ”", "open with “ and close with ”")
    }
  }
}

/// What comes along when text is pasted from another program.
public enum PasteResidue: Sendable {
  case pageNumber(String)
  case brokenWord(String)
  case officeField(String)
  case bullet(String)
  case seeMore
  case feedFooter(String)
  case privateCharacter(code: String)
  case leaders
  /// “[09:12, 24/11/2026]” before a message.
  case chatStamp(String)

  var words: (vi: String, en: String) {
    switch self {
    case .pageNumber(let text):
      ("“\(text)” có vẻ là số trang của tệp PDF", "“\(text)” looks like a PDF's page number")
    case .brokenWord(let text):
      ("“\(text)” bị ngắt ở cuối dòng", "“\(text)” is broken at the end of the line")
    case .officeField(let text): ("“\(text)” là mã còn sót của Word", "“\(text)” is left over from Word")
    case .bullet(let mark):
      ("dấu “\(mark)” ở đầu dòng không tạo thành danh sách", "“\(mark)” at the start of a line makes no list")
    case .seeMore:
      (
        "đoạn này bị cắt ở “Xem thêm” khi chép từ mạng xã hội",
        "this text was cut off at “See more” when it was copied"
      )
    case .feedFooter(let text):
      ("“\(text)” còn sót khi chép từ mạng xã hội", "“\(text)” was copied along from a social network")
    case .privateCharacter(let code):
      ("có ký tự riêng của một phông chữ (\(code))", "there is a character of one font's own (\(code))")
    case .leaders: ("có hàng dấu chấm để điền tay", "there is a row of dots to be filled in by hand")
    case .chatStamp(let text):
      (
        "“\(text)” là giờ của tin nhắn, còn sót khi chép từ Zalo",
        "“\(text)” is a message's time, copied along from a chat"
      )
    }
  }

  var remedy: (vi: String, en: String) {
    switch self {
    case .pageNumber, .feedFooter: ("xóa đi", "delete it")
    case .brokenWord:
      ("bỏ dấu gạch nối và viết liền một dòng", "drop the hyphen and keep the words on one line")
    case .officeField: ("viết ra điều định nói ở đây", "write out what was meant here")
    case .bullet: ("bắt đầu dòng bằng “- ”", "start the line with “- ”")
    case .seeMore:
      ("mở bài gốc, bấm “Xem thêm” rồi chép lại", "open the original, press “See more” and copy it again")
    case .privateCharacter:
      (
        "xóa đi, hoặc thay bằng một ký hiệu Unicode thường, ví dụ → hay ✓",
        "delete it, or use an ordinary Unicode sign, such as → or ✓"
      )
    case .leaders:
      (
        "để mẫu điền tay thành tệp đính kèm, hoặc viết chỗ cần điền trong ngoặc: [họ tên]",
        "attach the form as a file, or name what is to be filled in: [name]"
      )
    case .chatStamp:
      (
        "xóa giờ và tên người nhắn; tên người chỉ đăng khi người đó đồng ý",
        "delete the time and the sender's name; publish a name only with that person's consent"
      )
    }
  }
}

/// A space on the wrong side of a punctuation mark.
public enum PunctuationSlip: Sendable, CaseIterable {
  case spaceBefore, noSpaceAfter

  var words: (vi: String, en: String) {
    switch self {
    case .spaceBefore: ("thừa dấu cách trước dấu câu", "there is a space before the punctuation")
    case .noSpaceAfter: ("thiếu dấu cách sau dấu câu", "there is no space after the punctuation")
    }
  }

  var remedy: (vi: String, en: String) {
    switch self {
    case .spaceBefore: ("viết dấu câu liền sau chữ", "write the mark right after the word")
    case .noSpaceAfter: ("thêm một dấu cách sau dấu câu", "add a space after the mark")
    }
  }
}

/// A script with letters that look like Latin ones.
public enum ForeignScript: Sendable, CaseIterable {
  case cyrillic, greek

  var name: (vi: String, en: String) {
    switch self {
    case .cyrillic: ("Kirin", "Cyrillic")
    case .greek: ("Hy Lạp", "Greek")
    }
  }
}
