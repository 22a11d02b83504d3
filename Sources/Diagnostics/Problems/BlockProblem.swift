/// Lines that were meant as a heading, a list, a table or a paragraph and become something else. As with
/// `WritingProblem`, `more` counts the further places of the kind on a page.
public enum BlockProblem: Problem {
  case heading(HeadingSlip, more: Int)
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
    case .heading(let slip, let more):
      Report(
        "heading-not-made",
        vi: .init("\(slip.words.vi)\(more.others.vi)", remedy: slip.remedy.vi),
        en: .init("\(slip.words.en)\(more.others.en)", remedy: slip.remedy.en))
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
