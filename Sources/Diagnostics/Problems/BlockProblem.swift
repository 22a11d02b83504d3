/// Lines that were meant as a heading, a list, a table or a paragraph and become something else. As with
/// `WritingProblem`, `more` counts the further places of the kind on a page.
public enum BlockProblem: Problem {
  /// `##Đề mục`; `words` begin the heading.
  case heading(marks: String, words: String, more: Int)
  case list(ListSlip, more: Int)
  case table(TableSlip, more: Int)
  /// What stands in cells beyond the last column; it is shown nowhere.
  case cellsLost(String, columns: Int)
  /// Prose that its indentation makes code.
  case indented(words: String, more: Int)
}

extension BlockProblem {
  public var report: Report {
    switch self {
    case .heading(let marks, let words, let more):
      Report(
        "heading-not-made",
        vi: .init(
          "thiếu dấu cách sau “\(marks)”, nên dòng này không thành đề mục\(more.others.vi)",
          remedy: "thêm một dấu cách sau “\(marks)”: “\(marks) \(words)”; vungxanh fix cũng sửa được"),
        en: .init(
          "there is no space after “\(marks)”, so this line is no heading\(more.others.en)",
          remedy: "add a space after “\(marks)”: “\(marks) \(words)”; vungxanh fix does it too"))
    case .list(let slip, let more):
      Report(
        "list-not-made",
        vi: .init("\(slip.words.vi)\(more.others.vi)", remedy: slip.remedy.vi),
        en: .init("\(slip.words.en)\(more.others.en)", remedy: slip.remedy.en))
    case .table(let slip, let more):
      Report(
        "table-not-made",
        vi: .init("\(slip.words.vi)\(more.others.vi)", remedy: slip.remedy.vi),
        en: .init("\(slip.words.en)\(more.others.en)", remedy: slip.remedy.en))
    case .cellsLost(let words, let columns):
      Report(
        "table-cells-lost",
        vi: .init(
          "bảng có \(columns) cột mà dòng này nhiều ô hơn: “\(words)” sẽ mất, không hiện ra",
          remedy: "bỏ bớt dấu |, hoặc thêm cột ở hai dòng đầu bảng; muốn viết dấu | trong ô thì viết \\|"),
        en: .init(
          "the table has \(columns) columns and this row more cells: “\(words)” is lost",
          remedy: "take a | away, or add a column to the first two rows; a | within a cell is written \\|"))
    case .indented(let words, let more):
      Report(
        "prose-as-code",
        vi: .init(
          "dòng thụt vào nên bị coi là mã máy tính, sẽ hiện bằng chữ đều trong khung\(more.others.vi)",
          remedy: "xóa khoảng trống ở đầu dòng: “\(words)”"),
        en: .init(
          "the indentation makes computer code of this line\(more.others.en)",
          remedy: "delete the white space at its start: “\(words)”"))
    }
  }
}
