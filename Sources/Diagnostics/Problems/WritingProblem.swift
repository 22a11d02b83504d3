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
        "text-nfd",
        vi: .init(
          "“\(word)” viết bằng chữ và dấu rời nhau (NFD)\(more.others.vi)",
          remedy: "trang vẫn dựng đúng; muốn tệp cũng gọn thì chạy vungxanh fix"),
        en: .init(
          "“\(word)” is written with separate marks (NFD)\(more.others.en)",
          remedy: "the build composes it; to mend the file too, run vungxanh fix"))
    case .invisible(let character, let word, let more):
      Report(
        "no-break-space",
        vi: .init(
          "có \(character.name.vi) \(word.isEmpty ? "ở đầu dòng" : "sau “\(word)”")\(more.others.vi)",
          remedy: "chạy vungxanh fix, hoặc xóa đi rồi gõ lại dấu cách thường nếu cần"),
        en: .init(
          "there is \(character.name.en) \(word.isEmpty ? "at the start of a line" : "after “\(word)”")\(more.others.en)",
          remedy: "run vungxanh fix, or delete it and type a plain space if one is needed"))
    case .blanks(let run, let more):
      Report(
        "double-space",
        vi: .init("\(run.words.vi)\(more.others.vi)", remedy: run.remedy.vi),
        en: .init("\(run.words.en)\(more.others.en)", remedy: run.remedy.en))
    case .tones(let slip, let word, let instead, let more):
      Report(
        "mixed-tone-placement",
        vi: .init(
          "\(slip.message(word, instead).vi)\(more.others.vi)",
          remedy: "viết thống nhất kiểu cũ (hòa, thủy); vungxanh fix --tone sửa cả bài"),
        en: .init(
          "\(slip.message(word, instead).en)\(more.others.en)",
          remedy: "keep to the traditional placement (hòa, thủy); vungxanh fix --tone mends the page"))
    case .quotes(let mistake, let more):
      Report(
        "wrong-quotes",
        vi: .init("\(mistake.words.vi)\(more.others.vi)", remedy: mistake.remedy.vi),
        en: .init("\(mistake.words.en)\(more.others.en)", remedy: mistake.remedy.en))
    case .residue(let residue, let more):
      Report(
        "paste-residue",
        vi: .init("\(residue.words.vi)\(more.others.vi)", remedy: residue.remedy.vi),
        en: .init("\(residue.words.en)\(more.others.en)", remedy: residue.remedy.en))
    case .punctuation(let slip, let sample, let more):
      Report(
        "spaced-punctuation",
        vi: .init("“\(sample)”: \(slip.words.vi)\(more.others.vi)", remedy: slip.remedy.vi),
        en: .init("“\(sample)”: \(slip.words.en)\(more.others.en)", remedy: slip.remedy.en))
    case .replacementCharacter(let more):
      Report(
        "replacement-character",
        vi: .init(
          "có ký tự “\u{FFFD}”: chữ ở đây đã mất khi chép hoặc đổi bảng mã\(more.others.vi)",
          remedy: "mở bản gốc và gõ lại chữ bị mất"),
        en: .init(
          "there is a “\u{FFFD}”: a letter was lost here in copying or conversion\(more.others.en)",
          remedy: "look at the original and type the letter again"))
    case .mixedScript(let word, let letter, let script, let more):
      Report(
        "mixed-script-word",
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
