import Diagnostics
import Generator
import Glibc
import Starting

/// Questions to a person at a terminal. They go to standard error: what was made is told on standard output.
struct Asking {
  let language: Language

  /// Thrown when the person leaves: Ctrl-D, or the end of what is read.
  struct Cancelled: Error {}

  /// nil where there is nobody to ask.
  init?(in language: Language) {
    guard isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 else { return nil }
    self.language = language
  }

  /// Asks until the answer is accepted.
  ///
  /// - Parameters:
  ///   - usual: what an empty answer stands for.
  ///   - accept: gives the answer its value, or says what is wrong with it.
  func answer<Value>(
    _ question: (vi: String, en: String), usual: String? = nil,
    accept: (String) throws(StartFailure) -> Value
  ) throws -> Value {
    while true {
      writeError(words(question) + (usual.map { $0.isEmpty ? "" : " [\($0)]" } ?? "") + ": ")
      guard let line = try line() else {
        writeError(
          words(("Chữ vừa gõ không phải UTF-8, mời gõ lại.", "That was not UTF-8, please type it again."))
            + "\n")
        continue
      }
      let text = line.isEmpty ? usual ?? "" : line
      if text.isEmpty, usual == nil { continue }
      do throws(StartFailure) { return try accept(text) } catch {
        for diagnostic in error.diagnostics {
          let phrase = diagnostic.problem.report.phrase(in: language)
          writeError("  \(phrase.message): \(phrase.remedy)\n")
        }
      }
    }
  }

  /// Asks for one of several, by its number or its name.
  ///
  /// - Parameters:
  ///   - options: a name and what it means.
  ///   - byOtherName: the index of an option by another of its names.
  /// - Returns: an index into the options.
  func choice(
    _ question: (vi: String, en: String), among options: [(name: String, meaning: String)],
    byOtherName: (String) -> Int? = { _ in nil }
  ) throws -> Int {
    let widest = options.map(\.name.count).max() ?? 0
    writeError(words(question) + "\n")
    for (index, option) in options.enumerated() {
      let number = String(index + 1)
      let margin = String(repeating: " ", count: 4 - min(3, number.count))
      let gap = String(repeating: " ", count: widest - option.name.count + 2)
      writeError("\(margin)\(number). \(option.name)\(gap)\(option.meaning)\n")
    }
    let only = options.count == 1 ? "1" : nil
    while true {
      let text = try answer(("Chọn số hoặc tên", "Number or name"), usual: only) {
        (text) throws(StartFailure) in text
      }
      if let number = Int(text), options.indices.contains(number - 1) { return number - 1 }
      if let index = options.firstIndex(where: { $0.name == text }) ?? byOtherName(text) { return index }
      let near = nearest(to: text, among: options.map(\.name))
      writeError(
        near.map { words(("  Có phải “\($0)”?\n", "  Did you mean “\($0)”?\n")) }
          ?? words(
            (
              "  Gõ một số từ 1 đến \(options.count), hoặc tên.\n",
              "  A number from 1 to \(options.count), or a name.\n"
            ))
      )
    }
  }

  private func words(_ phrase: (vi: String, en: String)) -> String { language == .vi ? phrase.vi : phrase.en }

  /// One line without its end and outer spaces; nil when it is not UTF-8.
  private func line() throws -> String? {
    var bytes: [UInt8] = []
    while true {
      var byte: UInt8 = 0
      let got = read(STDIN_FILENO, &byte, 1)
      if got < 0, errno == EINTR { continue }
      if got <= 0 {
        if bytes.isEmpty { throw Cancelled() }
        break
      }
      if byte == UInt8(ascii: "\n") { break }
      bytes.append(byte)
    }
    return String(validating: bytes, as: UTF8.self).map {
      $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
  }
}
