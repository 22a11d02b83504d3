import Diagnostics
import Fields
import Files
import Vietnamese

/// A text with blanks `{{name}}`, from which a new file is made.
struct Archetype {
  /// A value for each name that may stand in a text.
  typealias Blanks = [String: String]

  /// As messages call it: relative to the project, or absolute where it lies outside.
  let path: String
  private let text: [UInt8]
  private let spans: [Span]

  /// Where a blank stands; without a name one that is not closed.
  private struct Span {
    let range: Range<Int>
    let name: String?
  }

  init(path: String, disk: String) throws(StartFailure) {
    let bytes = try Self.read(disk, path: path)
    if let offset = bytes.firstInvalidUTF8 {
      throw StartFailure([
        Diagnostic(FileProblem.invalidUTF8, in: path, at: .bytes(offset..<offset + 1))
      ])
    }
    self.path = path
    text = NFC.normalize(bytes)
    spans = Self.spans(in: text)
  }

  /// A file's bytes, whatever they are.
  static func read(_ disk: String, path: String) throws(StartFailure) -> [UInt8] {
    do throws(Disk.Failure) { return try Disk.read(disk) } catch {
      throw StartFailure(FileProblem.unreadable(error.reason), in: path)
    }
  }

  /// A file as a new project or portal gets it: texts filled in, pictures as they are.
  static func copy(path: String, disk: String, with blanks: Blanks) throws(StartFailure) -> [UInt8] {
    path.hasSuffix(".md") || path.hasSuffix(".yaml")
      ? try Archetype(path: path, disk: disk).filled(with: blanks) : try read(disk, path: path)
  }

  /// Whether a blank of that name stands in it.
  func asks(for name: String) -> Bool { spans.contains { $0.name == name } }

  /// The text with every blank filled in. A line that holds nothing but a blank without a value is left out.
  func filled(with blanks: Blanks) throws(StartFailure) -> [UInt8] {
    var problems: [Diagnostic] = []
    var result: [UInt8] = []
    var copied = 0
    for span in spans {
      guard let name = span.name, let value = blanks[name] else {
        problems.append(Diagnostic(Self.problem(span, blanks), in: path, at: .bytes(span.range)))
        continue
      }
      let range = value.isEmpty ? wholeLine(around: span.range) ?? span.range : span.range
      result += text[copied..<range.lowerBound]
      result += value.utf8
      copied = range.upperBound
    }
    if !problems.isEmpty { throw StartFailure(problems) }
    return result + text[copied...]
  }

  private static func problem(_ span: Span, _ blanks: Blanks) -> StartProblem {
    guard let name = span.name else { return .unclosedPlaceholder }
    let known = blanks.keys.sorted()
    return .unknownPlaceholder(name, nearest: nearest(to: name, among: known), known: known)
  }

  private static func spans(in text: [UInt8]) -> [Span] {
    let (open, close, lineEnd) = (UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "\n"))
    var spans: [Span] = []
    var start: Int?
    for index in text.indices.dropLast() {
      if let opened = start {
        if text[index] == close, text[index + 1] == close, index >= opened + 2 {
          let name = String(decoding: text[opened + 2..<index], as: UTF8.self)
          spans.append(Span(range: opened..<index + 2, name: name.trimmed))
          start = nil
        } else if text[index] == lineEnd {
          spans.append(Span(range: opened..<opened + 2, name: nil))
          start = nil
        }
      } else if text[index] == open, text[index + 1] == open {
        start = index
      }
    }
    if let opened = start { spans.append(Span(range: opened..<opened + 2, name: nil)) }
    return spans
  }

  /// The line of a span with its end, when there is only white space beside the span.
  private func wholeLine(around span: Range<Int>) -> Range<Int>? {
    let lineEnd = UInt8(ascii: "\n")
    let start = text[..<span.lowerBound].lastIndex(of: lineEnd).map { $0 + 1 } ?? 0
    let end = text[span.upperBound...].firstIndex(of: lineEnd).map { $0 + 1 } ?? text.count
    let around = text[start..<span.lowerBound] + text[span.upperBound..<end]
    return around.allSatisfy { $0 <= UInt8(ascii: " ") } ? start..<end : nil
  }
}

extension String {
  /// Without white space at either end.
  var trimmed: String {
    let isSpace = { (character: Character) in character.isWhitespace }
    return String(drop(while: isSpace).reversed().drop(while: isSpace).reversed())
  }

  /// As a YAML scalar in double quotes. The text has no control characters; `TitleText` sees to that.
  var quotedAsYAML: String {
    "\"" + unicodeScalars.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined() + "\""
  }
}
