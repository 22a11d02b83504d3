import Diagnostics

/// Markdown that was meant and is none, so that readers see its characters.
public enum MarkupProblem: Problem {
  /// `file`, if it is known, is the path that was most likely meant.
  /// `right` is how to write it, in angle brackets where the blanks are to stay.
  case blankInAddress(String, isPicture: Bool, file: String?, right: String)
  case emphasis(EmphasisSlip, String, more: Int)
  case linkApart(String, more: Int)
  case linkReversed(String, more: Int)
  case pictureApart(String, more: Int)
  case curlyTitle(String, more: Int)
  case footnoteWithoutText(String, more: Int)
  case taskBox(String, more: Int)
  case shortcode(String, more: Int)
  case alertMark(String, AlertSlip, more: Int)
}

/// Why bold or italic text is none.
public enum EmphasisSlip: Sendable, CaseIterable {
  case blankInside, gluedBehind, unclosed
}

/// What an alert lacks.
public enum AlertSlip: Sendable, CaseIterable {
  case exclamationMark, quoteMark
}

extension MarkupProblem {
  public var report: Report {
    switch self {
    case .blankInAddress(let address, let isPicture, let file, let right):
      Report(
        .addressWithBlanks,
        vi: .init(
          "\(isPicture ? "ảnh" : "liên kết") “\(address)” không hiện được vì địa chỉ có dấu cách; người đọc thấy cả dấu ngoặc",
          remedy: file.map { "có phải tệp “\($0)”? Viết (<\($0)>), hoặc đổi tên tệp cho khỏi dấu cách" }
            ?? (right.hasPrefix("<")
              ? "viết (\(right)), hoặc đổi tên tệp cho khỏi dấu cách" : "viết (\(right))")),
        en: .init(
          "the \(isPicture ? "picture" : "link") “\(address)” is none, since its address has blanks; readers see the brackets",
          remedy: file.map { "did you mean the file “\($0)”? Write (<\($0)>), or rename it without blanks" }
            ?? (right.hasPrefix("<")
              ? "write (\(right)), or rename the file without blanks" : "write (\(right))")))
    case .emphasis(let slip, let sample, let more):
      Report(
        .brokenEmphasis,
        vi: .init("“\(sample)” \(slip.words.vi)\(more.others.vi)", remedy: slip.remedy.vi),
        en: .init("“\(sample)” \(slip.words.en)\(more.others.en)", remedy: slip.remedy.en))
    case .linkApart(let sample, let more):
      Report(
        .linkApart,
        vi: .init(
          "“\(sample)” không thành liên kết vì có dấu cách giữa ] và (\(more.others.vi)",
          remedy: "viết liền: [chữ hiện ra](địa chỉ)"),
        en: .init(
          "“\(sample)” is no link, since there is a blank between ] and (\(more.others.en)",
          remedy: "write them together: [text](address)"))
    case .linkReversed(let sample, let more):
      Report(
        .linkReversed,
        vi: .init(
          "“\(sample)” viết ngược hai loại ngoặc nên không thành liên kết\(more.others.vi)",
          remedy: "chữ trong ngoặc vuông, địa chỉ trong ngoặc tròn: [chữ hiện ra](địa chỉ)"),
        en: .init(
          "“\(sample)” has its brackets the wrong way round, and is no link\(more.others.en)",
          remedy: "the text in square brackets, the address in round ones: [text](address)"))
    case .pictureApart(let sample, let more):
      Report(
        .pictureApart,
        vi: .init(
          "“\(sample)” không thành ảnh vì có dấu cách giữa ! và [\(more.others.vi)",
          remedy: "viết liền: ![mô tả ảnh](tệp.jpg); vungxanh fix cũng sửa được"),
        en: .init(
          "“\(sample)” is no picture, since there is a blank between ! and [\(more.others.en)",
          remedy: "write them together: ![description](file.jpg); vungxanh fix does it too"))
    case .curlyTitle(let sample, let more):
      Report(
        .linkTitleQuotes,
        vi: .init(
          "\(sample) sau địa chỉ nằm trong ngoặc kép cong, nên không thành liên kết\(more.others.vi)",
          remedy:
            "riêng chỗ này dùng ngoặc kép thẳng: [chữ](địa chỉ \"Tiêu đề\"); vungxanh fix cũng sửa được"),
        en: .init(
          "\(sample) behind the address is in curly quotes, so this is no link\(more.others.en)",
          remedy: "only here use straight ones: [text](address \"Title\"); vungxanh fix does it too"))
    case .footnoteWithoutText(let sample, let more):
      Report(
        .footnoteMissing,
        vi: .init(
          "chú thích “\(sample)” không có lời, nên dấu ngoặc hiện nguyên thành chữ\(more.others.vi)",
          remedy: "thêm ở cuối trang, trên một dòng riêng: \(sample): lời chú thích; hoặc xóa dấu này"),
        en: .init(
          "the footnote “\(sample)” has no text, so its brackets are shown\(more.others.en)",
          remedy: "add a line of its own at the end of the page: \(sample): its text; or delete the mark"))
    case .taskBox(let sample, let more):
      Report(
        .taskNotMade,
        vi: .init(
          "“\(sample)” không thành ô đánh dấu vì thiếu dấu cách\(more.others.vi)",
          remedy: "viết “- [ ] việc”, việc đã xong là “- [x] việc”; vungxanh fix cũng sửa được"),
        en: .init(
          "“\(sample)” is no box of a check list for want of a blank\(more.others.en)",
          remedy: "write “- [ ] task”, or “- [x] task” for what is done; vungxanh fix does it too"))
    case .shortcode(let sample, let more):
      Report(
        .foreignShortcode,
        vi: .init(
          "“\(sample)” là mã của Hugo hoặc Jekyll, ở đây hiện nguyên thành chữ\(more.others.vi)",
          remedy: "xóa đi và viết bằng Markdown; muốn hiện chính đoạn mã thì đặt trong dấu `"),
        en: .init(
          "“\(sample)” is a code of Hugo or Jekyll, and shows as it is here\(more.others.en)",
          remedy: "delete it and use Markdown; to show the code itself, put it between `"))
    case .alertMark(let marker, let slip, let more):
      Report(
        .alertMarkMissing,
        vi: .init("“\(marker)” không thành khung\(more.others.vi)", remedy: slip.remedy(marker).vi),
        en: .init("“\(marker)” makes no alert\(more.others.en)", remedy: slip.remedy(marker).en))
    }
  }
}

extension EmphasisSlip {
  fileprivate var words: (vi: String, en: String) {
    switch self {
    case .blankInside:
      (
        "không đậm, nghiêng được vì có dấu cách bên trong dấu * hoặc _",
        "is not bold or italic, since there are blanks inside the marks"
      )
    case .gluedBehind:
      (
        "không thành chữ đậm vì chữ sau dính liền vào dấu **",
        "is not bold, since the next word is glued to its **"
      )
    case .unclosed:
      ("mở ** mà không có ** đóng lại trong đoạn", "opens with ** that is not closed in its paragraph")
    }
  }

  fileprivate var remedy: (vi: String, en: String) {
    switch self {
    case .blankInside:
      ("đặt dấu sát chữ: **chữ đậm**, *chữ nghiêng*", "put the marks next to the words: **bold**, *italic*")
    case .gluedBehind: ("thêm một dấu cách sau ** đóng", "put a space behind the closing **")
    case .unclosed:
      (
        "thêm ** ở cuối chỗ đậm, mỗi đoạn đóng riêng; muốn hiện dấu * thì viết \\*",
        "close it with **, in each paragraph anew; to show a *, write \\*"
      )
    }
  }
}

extension AlertSlip {
  fileprivate func remedy(_ marker: String) -> (vi: String, en: String) {
    switch self {
    case .exclamationMark:
      let right = "[!" + marker.dropFirst()
      return ("thêm dấu chấm than: > \(right)", "add the exclamation mark: > \(right)")
    case .quoteMark:
      return ("bắt đầu mỗi dòng của khung bằng “> ”", "begin each line of the alert with “> ”")
    }
  }
}

extension Rule {
  package static let addressWithBlanks = Rule(
    .writing, "address-with-blanks", .error, vi: "địa chỉ liên kết, ảnh có dấu cách nên không hiện được",
    en: "a link or picture that is none, since its address has blanks")
  package static let brokenEmphasis = Rule(
    .writing, "broken-emphasis", .warning, vi: "dấu **, *, __ viết sai nên hiện nguyên thành chữ",
    en: "marks **, * or __ that make nothing bold or italic")
  package static let linkApart = Rule(
    .writing, "link-apart", .warning, vi: "[chữ] (địa chỉ) có dấu cách ở giữa",
    en: "a blank in [text] (address)")
  package static let linkReversed = Rule(
    .writing, "link-reversed", .warning, vi: "(chữ)[địa chỉ] ngược hai loại ngoặc",
    en: "brackets the wrong way round, (text)[address]")
  package static let pictureApart = Rule(
    .writing, "picture-apart", .warning, vi: "! [mô tả](ảnh) có dấu cách ở giữa",
    en: "a blank in ! [description](picture)")
  package static let linkTitleQuotes = Rule(
    .writing, "link-title-quotes", .warning, vi: "tiêu đề của liên kết trong ngoặc kép cong",
    en: "a link's title in curly quotes")
  package static let footnoteMissing = Rule(
    .writing, "footnote-missing", .warning, vi: "dấu chú thích [^1] không có lời chú thích",
    en: "a mark [^1] of a footnote that has no text")
  package static let taskNotMade = Rule(
    .writing, "task-not-made", .warning, vi: "ô đánh dấu viết thiếu dấu cách: - [] việc, - [x]việc",
    en: "a box of a check list that lacks a blank: - [] task, - [x]task")
  package static let foreignShortcode = Rule(
    .writing, "foreign-shortcode", .warning, vi: "mã của Hugo, Jekyll", en: "a shortcode of Hugo or Jekyll")
  package static let alertMarkMissing = Rule(
    .writing, "alert-mark-missing", .warning, vi: "khung thiếu dấu > hoặc dấu chấm than",
    en: "an alert without its > or its exclamation mark")
}
