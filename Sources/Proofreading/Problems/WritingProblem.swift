import Diagnostics

/// What can be wrong in how a page is typed. Each stands for all the places of its kind on a page: the first is
/// shown, and `more` counts the others.
public enum WritingProblem: Problem {
  /// Text that is not in NFC; `word` is in NFC.
  case decomposed(word: String, more: Int)
  /// `word` stands before the character; empty at the start of a line.
  case invisible(InvisibleCharacter, after: String, more: Int)
  case blanks(BlankRun, more: Int)
  /// A word of the reformed placement (hoà), or of whichever is rarer on the page; `instead` is the other spelling.
  case tones(TonePlacementSlip, word: String, instead: String, more: Int)
  case quotes(QuoteMistake, more: Int)
  case residue(PasteResidue, more: Int)
  case punctuation(PunctuationSlip, sample: String, more: Int)
  case replacementCharacter(more: Int)
  /// `letter` of another script passes for a Latin one in `word`.
  case mixedScript(word: String, letter: String, ForeignScript, more: Int)
}

extension WritingProblem {
  public var report: Report {
    switch self {
    case .decomposed(let word, let more):
      Report(
        .textNfd,
        vi: .init(
          "“\(word)” viết bằng chữ và dấu rời nhau (NFD)\(more.others.vi)",
          remedy: "trang vẫn dựng đúng; muốn tệp cũng gọn thì chạy vungxanh fix"),
        en: .init(
          "“\(word)” is written with separate marks (NFD)\(more.others.en)",
          remedy: "the build composes it; to mend the file too, run vungxanh fix"))
    case .invisible(let character, let word, let more):
      Report(
        .noBreakSpace,
        vi: .init(
          "có \(character.name.vi) \(word.isEmpty ? "ở đầu dòng" : "sau “\(word)”")\(more.others.vi)",
          remedy: "chạy vungxanh fix, hoặc xóa đi rồi gõ lại dấu cách thường nếu cần"),
        en: .init(
          "there is \(character.name.en) \(word.isEmpty ? "at the start of a line" : "after “\(word)”")\(more.others.en)",
          remedy: "run vungxanh fix, or delete it and type a plain space if one is needed"))
    case .blanks(let run, let more):
      Report(
        .doubleSpace,
        vi: .init("\(run.words.vi)\(more.others.vi)", remedy: run.remedy.vi),
        en: .init("\(run.words.en)\(more.others.en)", remedy: run.remedy.en))
    case .tones(let slip, let word, let instead, let more):
      Report(
        slip == .mixed ? .mixedTonePlacement : .reformedTonePlacement,
        vi: .init(
          "\(slip.message(word, instead).vi)\(more.others.vi)",
          remedy: "viết thống nhất kiểu cũ (hòa, thủy); vungxanh fix --tone sửa cả bài"),
        en: .init(
          "\(slip.message(word, instead).en)\(more.others.en)",
          remedy: "keep to the traditional placement (hòa, thủy); vungxanh fix --tone mends the page"))
    case .quotes(let mistake, let more):
      Report(
        .wrongQuotes,
        vi: .init("\(mistake.words.vi)\(more.others.vi)", remedy: mistake.remedy.vi),
        en: .init("\(mistake.words.en)\(more.others.en)", remedy: mistake.remedy.en))
    case .residue(let residue, let more):
      Report(
        .pasteResidue,
        vi: .init("\(residue.words.vi)\(more.others.vi)", remedy: residue.remedy.vi),
        en: .init("\(residue.words.en)\(more.others.en)", remedy: residue.remedy.en))
    case .punctuation(let slip, let sample, let more):
      Report(
        .spacedPunctuation,
        vi: .init("“\(sample)”: \(slip.words.vi)\(more.others.vi)", remedy: slip.remedy.vi),
        en: .init("“\(sample)”: \(slip.words.en)\(more.others.en)", remedy: slip.remedy.en))
    case .replacementCharacter(let more):
      Report(
        .replacementCharacter,
        vi: .init(
          "có ký tự “\u{FFFD}”: chữ ở đây đã mất khi chép hoặc đổi bảng mã\(more.others.vi)",
          remedy: "mở bản gốc và gõ lại chữ bị mất"),
        en: .init(
          "there is a “\u{FFFD}”: a letter was lost here in copying or conversion\(more.others.en)",
          remedy: "look at the original and type the letter again"))
    case .mixedScript(let word, let letter, let script, let more):
      Report(
        .mixedScriptWord,
        vi: .init(
          "“\(word)” có chữ “\(letter)” của bảng chữ \(script.name.vi), trông như chữ Latinh\(more.others.vi)",
          remedy: "tự gõ lại từ này; nếu chép từ trang khác thì xem trang đó có giả mạo không"),
        en: .init(
          "“\(word)” has a \(script.name.en) “\(letter)” that looks like a Latin letter\(more.others.en)",
          remedy: "type the word anew; if it came from another site, see whether that site is a fraud"))
    }
  }
}

extension Int {
  /// How many further places there are, as the end of a message.
  var others: (vi: String, en: String) {
    guard self > 0 else { return ("", "") }
    return (", và \(self) chỗ nữa", self == 1 ? ", and in 1 more place" : ", and in \(self) more places")
  }
}

extension Rule {
  package static let textNfd = Rule(
    .writing, "text-nfd", .note, vi: "chữ và dấu rời nhau (NFD)", en: "text with separate marks (NFD)")
  package static let noBreakSpace = Rule(
    .writing, "no-break-space", .warning, vi: "dấu cách không ngắt và ký tự vô hình",
    en: "no-break spaces and invisible characters")
  package static let doubleSpace = Rule(
    .writing, "double-space", .note, vi: "thừa dấu cách, dấu tab", en: "double spaces, tabs")
  package static let reformedTonePlacement = Rule(
    .writing, "reformed-tone-placement", .note, vi: "cả bài đặt dấu kiểu mới (hoà, thuỷ)",
    en: "only the reformed tone placement (hoà, thuỷ) on a page")
  package static let mixedTonePlacement = Rule(
    .writing, "mixed-tone-placement", .warning, vi: "hai cách đặt dấu (hòa, hoà) trong một bài",
    en: "both tone placements (hòa, hoà) on a page")
  package static let wrongQuotes = Rule(
    .writing, "wrong-quotes", .warning, vi: "dấu ngoặc kép lẫn lộn, quay ngược, không đóng",
    en: "quote marks mixed, turned or left open")
  package static let pasteResidue = Rule(
    .writing, "paste-residue", .warning, vi: "dấu vết khi dán từ PDF, Word, mạng xã hội",
    en: "what pasting from PDF, Word or a social network left")
  package static let spacedPunctuation = Rule(
    .writing, "spaced-punctuation", .warning, vi: "dấu câu thừa hoặc thiếu dấu cách",
    en: "a space too many or too few at a mark")
  package static let replacementCharacter = Rule(
    .writing, "replacement-character", .error, vi: "ký tự \u{FFFD}: chữ đã mất khi chép",
    en: "a \u{FFFD}: a letter lost in copying")
  package static let mixedScriptWord = Rule(
    .writing, "mixed-script-word", .warning, vi: "chữ cái Kirin hay Hy Lạp lẫn trong một từ",
    en: "a Cyrillic or Greek letter inside a word")
}
