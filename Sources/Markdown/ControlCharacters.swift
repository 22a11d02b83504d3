import Diagnostics
import Vietnamese

extension Transformation {
  /// Control characters show nothing and are no part of HTML or XML. Reports the first one of each line.
  ///
  /// - Parameter html: what became of the text. A numeric reference (`&#2;`) is there the character itself.
  mutating func refuseControlCharacters(
    in text: UnsafeBufferPointer<UInt8>, _ survey: TextSurvey, html: [UInt8]
  ) {
    let isReferred = survey.holdsNumericReference && html.contains { $0.isControlCharacter }
    guard isReferred || survey.holdsControlCharacter else { return }
    var line = firstLine
    var isReported = false
    for (index, byte) in text.enumerated() {
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        let isHalf =
          byte == UInt8(ascii: "\r") && index + 1 < text.count && text[index + 1] == UInt8(ascii: "\n")
        line += isHalf ? 0 : 1
        isReported = false
      } else if !isReported, let found = controlCharacter(in: text[index...], allowingReference: isReferred) {
        problems.append(
          Diagnostic(
            MarkdownProblem.controlCharacter(found.code), in: path, at: .text(found.written, fromLine: line)))
        isReported = true
      }
    }
  }

  /// The control character with which `rest` starts, and how it is written.
  private func controlCharacter(
    in rest: Slice<UnsafeBufferPointer<UInt8>>, allowingReference: Bool
  ) -> (code: UInt8, written: String)? {
    guard let first = rest.first else { return nil }
    if first.isControlCharacter { return (first, String(decoding: [first], as: UTF8.self)) }
    guard allowingReference, rest.starts(with: "&#".utf8),
      let end = rest.prefix(12).firstIndex(of: UInt8(ascii: ";"))
    else { return nil }
    let digits = String(decoding: rest[(rest.startIndex + 2)..<end], as: UTF8.self)
    let isHexadecimal = digits.hasPrefix("x") || digits.hasPrefix("X")
    guard let code = UInt8(isHexadecimal ? digits.dropFirst() : digits[...], radix: isHexadecimal ? 16 : 10),
      code.isControlCharacter
    else { return nil }
    return (code, "&#\(digits);")
  }
}

extension UInt8 {
  fileprivate var isControlCharacter: Bool {
    self < 0x20 && self != UInt8(ascii: "\t") && self != UInt8(ascii: "\n") && self != UInt8(ascii: "\r")
      || self == 0x7F
  }
}
