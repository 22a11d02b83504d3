import Diagnostics
import Files
import Vietnamese

/// What is wrong in how a Markdown page is typed: invisible characters, spaces, quote marks, tone placement, what
/// pasting left behind, headings and lists and tables that are none. Each kind is reported once a page, at its first place, with the number of the others.
///
/// - Parameters:
///   - raw: the file's bytes as they are on disk. What is not UTF-8 has no problems here: the build reports it.
///   - path: the file as the user knows it.
///   - file: the file that an address with blanks stands for; nil where there is none.
/// - Returns: problems at byte offsets of the text that `sourceText` gives, in NFC.
package func textProblems(
  in raw: [UInt8], at path: String, file: (_ address: String) -> String? = { _ in nil }
) -> [Diagnostic] {
  let survey = raw.withUnsafeBufferPointer(TextSurvey.init)
  guard survey.isUTF8 else { return [] }
  let text = survey.mayBeOutOfNFC ? NFC.normalize(raw) : raw
  let prose = Prose(markdown: text)
  var problems: [Diagnostic] = []
  if survey.mayBeOutOfNFC, text != raw { problems += decomposedWords(of: raw, in: text, at: path) }
  problems += invisibleCharacters(in: prose, at: path)
  problems += foreignLetters(in: prose, at: path)
  problems += blankRuns(in: prose, at: path)
  problems += punctuationSlips(in: prose, at: path)
  problems += toneSlips(in: prose, at: path)
  problems += quoteMistakes(in: prose, at: path)
  problems += pasteResidue(in: prose, at: path)
  problems += blockSlips(in: prose, at: path)
  problems += markupMistakes(in: prose, at: path, file: file)
  return problems
}

/// The first word that normalization changed, and how many more there are.
///
/// Normalization neither makes nor removes ASCII white space, so words stand in the same order on both sides.
private func decomposedWords(of raw: [UInt8], in text: [UInt8], at path: String) -> [Diagnostic] {
  func isWhite(_ byte: UInt8) -> Bool { byte <= 0x20 }
  let typed = raw.split(whereSeparator: isWhite)
  let composed = text.split(whereSeparator: isWhite)
  let changed = zip(typed, composed).filter { !$0.elementsEqual($1) }.map(\.1)
  guard let first = changed.first else { return [] }
  let word = String(decoding: first, as: UTF8.self)
  return [
    Diagnostic(
      found: WritingProblem.decomposed(word: word, more: changed.count - 1), in: path,
      at: .bytes(first.startIndex..<first.endIndex))
  ]
}
