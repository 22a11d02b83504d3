import Diagnostics

extension ProblemSamples {
  static let writing: [any Problem] = slips + mending

  private static let mending: [MendingProblem] = [
    .changedMeanwhile, .notWritten(.noPermission), .notMendable,
  ]

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
    ].map { .residue($0, more: 0) }

  private static let spaces: [WritingProblem] =
    BlankRun.allCases.map { .blanks($0, more: 0) } + [
      .punctuation(.spaceBefore, sample: "chào ,bạn", more: 0),
      .punctuation(.noSpaceAfter, sample: "chào,bạn", more: 0),
    ]
}
