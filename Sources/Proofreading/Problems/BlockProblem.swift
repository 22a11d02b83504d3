import Diagnostics

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
        .headingNotMade,
        vi: .init("\(slip.words.vi)\(more.others.vi)", remedy: slip.remedy.vi),
        en: .init("\(slip.words.en)\(more.others.en)", remedy: slip.remedy.en))
    case .list(let slip, let more):
      Report(
        .listNotMade,
        vi: .init("\(slip.words.vi)\(more.others.vi)", remedy: slip.remedy.vi),
        en: .init("\(slip.words.en)\(more.others.en)", remedy: slip.remedy.en))
    case .table(let slip, let more):
      Report(
        .tableNotMade,
        vi: .init("\(slip.words.vi)\(more.others.vi)", remedy: slip.remedy.vi),
        en: .init("\(slip.words.en)\(more.others.en)", remedy: slip.remedy.en))
    case .cellsLost(let words, let columns):
      Report(
        .tableCellsLost,
        vi: .init(
          "bảng có \(columns) cột mà dòng này nhiều ô hơn: “\(words)” sẽ mất, không hiện ra",
          remedy: "bỏ bớt dấu |, hoặc thêm cột ở hai dòng đầu bảng; muốn viết dấu | trong ô thì viết \\|"),
        en: .init(
          "the table has \(columns) columns and this row more cells: “\(words)” is lost",
          remedy: "take a | away, or add a column to the first two rows; a | within a cell is written \\|"))
    case .indented(let words, let more):
      Report(
        .proseAsCode,
        vi: .init(
          "dòng thụt vào nên bị coi là mã máy tính, sẽ hiện bằng chữ đều trong khung\(more.others.vi)",
          remedy: "xóa khoảng trống ở đầu dòng: “\(words)”"),
        en: .init(
          "the indentation makes computer code of this line\(more.others.en)",
          remedy: "delete the white space at its start: “\(words)”"))
    }
  }
}

extension Rule {
  package static let headingNotMade = Rule(
    .writing, "heading-not-made", .warning, vi: "dòng định làm đề mục mà không thành đề mục",
    en: "a line meant as a heading that is none")
  package static let listNotMade = Rule(
    .writing, "list-not-made", .warning, vi: "các dòng định làm danh sách mà không thành danh sách",
    en: "lines meant as a list that are none")
  package static let tableNotMade = Rule(
    .writing, "table-not-made", .warning, vi: "các dòng định làm bảng mà không thành bảng",
    en: "lines meant as a table that are none")
  package static let tableCellsLost = Rule(
    .writing, "table-cells-lost", .error, vi: "dòng của bảng nhiều ô hơn số cột: ô thừa bị mất",
    en: "a table's row with more cells than columns: the rest is lost")
  package static let proseAsCode = Rule(
    .writing, "prose-as-code", .warning, vi: "đoạn văn thụt vào nên thành mã máy tính",
    en: "prose that its indentation makes code")
}
