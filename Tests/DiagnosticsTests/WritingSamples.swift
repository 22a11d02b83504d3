import Checking
import Proofreading
import Diagnostics

extension ProblemSamples {
  static let writing: [any Problem] = slips + blocks + markup + mending

  private static let mending: [MendingProblem] = [
    .changedMeanwhile, .notWritten(.noPermission), .notMendable,
  ]

  private static let blocks: [BlockProblem] = [
    .heading(.noSpace(marks: "##", words: "Đề mục"), more: 2),
    .list(.noSpace(mark: "-", words: "Khóa màn hình"), more: 3),
    .list(.wrongMark("–", words: "Khóa màn hình"), more: 3), .list(.runTogether("a)", "b)"), more: 1),
    .list(.lateNumber("2."), more: 0), .table(.noRule(rule: "|---|---|"), more: 0),
    .table(.otherColumns(names: 3, dashes: 2, rule: "|---|---|---|"), more: 0),
    .table(.tabs(row: "| Họ tên | Lớp |", rule: "|---|---|"), more: 0),
    .heading(.bold(words: "1. Mục đích"), more: 0), .cellsLost("024 3733 1234", columns: 2),
    .indented(words: "Sáng 24 tháng 11, phường …", more: 0),
  ]

  private static let markup: [MarkupProblem] =
    [
      .blankInAddress("cay da.jpg", isPicture: true, file: "cay-da.jpg", right: "<cay da.jpg>"),
      .blankInAddress("khoa man hinh.md", isPicture: false, file: nil, right: "<khoa man hinh.md>"),
      .blankInAddress("tel: 113", isPicture: false, file: nil, right: "tel:113"),
    ] + EmphasisSlip.allCases.map { .emphasis($0, "** đậm **", more: 0) } + [
      .linkApart("[Đơn] (https://a.example/)", more: 0), .linkReversed("(Đơn)[https://a.example/]", more: 1),
      .pictureApart("! [Cây đa](cay-da.jpg)", more: 0), .curlyTitle("“Mẫu đơn”", more: 0),
      .footnoteWithoutText("[^2]", more: 1), .taskBox("[]", more: 3),
      .shortcode("{{< figure >}}", more: 2),
    ] + AlertSlip.allCases.map { .alertMark("[CẢNH BÁO]", $0, more: 0) }

  private static let slips = texts + characters + quotes + residue + spaces

  private static let texts: [WritingProblem] = [
    .decomposed(word: "Tiếng", more: 0), .decomposed(word: "Tiếng", more: 1),
    .decomposed(word: "Tiếng", more: 57), .tones(.mixed, word: "hoà", instead: "hòa", more: 0),
    .tones(.reformed, word: "thuỷ", instead: "thủy", more: 4), .replacementCharacter(more: 0),
    .mixedScript(word: "fаcebook", letter: "а", .cyrillic, more: 0),
    .mixedScript(word: "fαcebook", letter: "α", .greek, more: 0),
  ]

  private static let characters: [WritingProblem] =
    [.invisible(.noBreakSpace, after: "", more: 12)]
    + InvisibleCharacter.allCases.map { .invisible($0, after: "địa", more: 0) }

  private static let quotes: [WritingProblem] =
    [QuoteMistake.straight(before: "vùng"), .reversed(beside: "xanh"), .unclosed, .unopened, .imitated(",,")]
    .map { .quotes($0, more: 0) }

  private static let residue: [WritingProblem] =
    [
      PasteResidue.pageNumber("- 12 -"), .brokenWord("thông-"), .officeField("MERGEFIELD"), .bullet("•"),
      .seeMore, .feedFooter("Thích · Phản hồi"), .privateCharacter(code: "U+F0B7"), .leaders,
      .chatStamp("[09:12, 24/11/2026]"),
    ].map { .residue($0, more: 0) }

  private static let spaces: [WritingProblem] =
    BlankRun.allCases.map { .blanks($0, more: 0) } + [
      .punctuation(.spaceBefore, sample: "chào ,bạn", more: 0),
      .punctuation(.noSpaceAfter, sample: "chào,bạn", more: 0),
    ]
}
