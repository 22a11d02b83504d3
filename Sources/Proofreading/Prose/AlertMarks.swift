import Files
import Markdown
import Vietnamese

/// Alerts of which a mark is missing, and the labels of links on a page, which look the same.
struct AlertMarks {
  /// Of the definitions, `[nhãn]: địa-chỉ`.
  let labels: Set<String>
  private let prose: Prose

  init(_ prose: Prose) {
    self.prose = prose
    var labels: Set<String> = []
    for line in prose.lines[prose.bodyLine...] where line.kind == .paragraph {
      let text = prose.text[line.range].drop { $0.isBlank || $0 == UInt8(ascii: ">") }
      guard text.first == UInt8(ascii: "["), let close = text.firstIndex(of: UInt8(ascii: "]")),
        text[(close + 1)...].first == UInt8(ascii: ":")
      else { continue }
      labels.insert(Self.label(text[text.startIndex + 1..<close]))
    }
    self.labels = labels
  }

  /// As labels are compared: whatever their case.
  static func label(_ text: ArraySlice<UInt8>) -> String {
    String(decoding: text, as: UTF8.self).lowercased()
  }

  func slips() -> [MarkupSlip] {
    prose.lines[prose.bodyLine...].compactMap { line in
      guard line.kind == .paragraph, line.begins else { return nil }
      let marks = prose.text[line.range].prefix { $0.isBlank || $0 == UInt8(ascii: ">") }
      let text = prose.text[marks.endIndex..<line.range.upperBound].trimmedBlanks
      guard text.first == UInt8(ascii: "["), text.last == UInt8(ascii: "]"), text.count < 80 else {
        return nil
      }
      var word = text.dropFirst().dropLast()
      let isMarked = word.first == UInt8(ascii: "!")
      let isQuote = marks.contains(UInt8(ascii: ">"))
      if isMarked { word = word.dropFirst() }
      guard isMarked != isQuote, !labels.contains(Self.label(word)),
        AlertName(String(decoding: word, as: UTF8.self)) != nil
      else { return nil }
      let range = text.startIndex..<text.endIndex
      if isMarked { return MarkupSlip(.alertOutsideQuote, at: range) }
      let bracket = text.startIndex..<text.startIndex + 1
      return MarkupSlip(.alertWithoutMark, at: range, edits: [(bracket, Array("[!".utf8))])
    }
  }
}
