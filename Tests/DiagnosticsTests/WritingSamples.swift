import Diagnostics

extension ProblemSamples {
  static let writing: [any Problem] = texts + mistakes

  private static let texts: [WritingProblem] =
    [
      .decomposed(word: "Tiếng", more: 0), .decomposed(word: "Tiếng", more: 1),
      .decomposed(word: "Tiếng", more: 57),
      .mixedTones(word: "hoà", instead: "hòa", more: 0),
      .reformedTones(word: "thuỷ", instead: "thủy", more: 4),
      .replacementCharacter(more: 0), .invisible(.noBreakSpace, after: "", more: 12),
    ] + InvisibleCharacter.allCases.map { .invisible($0, after: "địa", more: 0) }
    + ForeignScript.allCases.map { .mixedScript(word: "fаcebook", letter: "а", $0, more: 0) }

  private static let mistakes: [WritingProblem] =
    BlankRun.allCases.map { .blanks($0, more: 0) }
    + [
      QuoteMistake.straight(before: "vùng"), .reversed(beside: "xanh"), .unclosed, .unopened, .imitated(",,"),
    ]
    .map { .quotes($0, more: 0) }
    + [
      PasteResidue.pageNumber("- 12 -"), .brokenWord("thông-"), .officeField("MERGEFIELD"), .bullet("•"),
      .seeMore, .feedFooter("Thích · Phản hồi"), .privateCharacter(code: "U+F0B7"), .leaders,
    ].map { .residue($0, more: 0) }
    + PunctuationSlip.allCases.map {
      .punctuation($0, sample: $0 == .spaceBefore ? "chào ,bạn" : "chào,bạn", more: 0)
    }
}
