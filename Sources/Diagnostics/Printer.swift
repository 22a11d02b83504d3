/// Writes diagnostics as people read them.
///
/// ```
/// content/x.md:4:7: lỗi: ngày "2026-13-01" không có thật [impossible-date]
///   4 | date: 2026-13-01
///     |       ^~~~~~~~~~
///   cách sửa: viết năm-tháng-ngày, ví dụ 2026-11-23
/// ```
public struct Printer {
  let language: Language
  private let usesColour: Bool
  private let read: (String) -> [UInt8]?
  private var open: (path: String, text: SourceText)?

  /// - Parameter read: the text of a file that diagnostics name, in NFC; nil where there is none.
  public init(language: Language, usesColour: Bool, read: @escaping (String) -> [UInt8]?) {
    self.language = language
    self.usesColour = usesColour
    self.read = read
  }

  public mutating func text(_ diagnostic: Diagnostic) -> String {
    let phrase = diagnostic.problem.report.phrase(in: language)
    let excerpt = excerpt(of: diagnostic)
    let place = excerpt.map { ":\($0.line):\($0.column)" } ?? ""
    var text = coloured("\(diagnostic.path.shown)\(place): ", .bold)
    text += coloured(diagnostic.severity.word(in: language) + ": ", diagnostic.severity.style)
    text += coloured(phrase.message.shown, .bold) + " [\(diagnostic.problem.report.code)]\n"
    if let excerpt {
      let margin = String(repeating: " ", count: String(excerpt.line).count)
      let (line, caret) = Self.window(excerpt)
      text += "  \(excerpt.line) | \(line)\n  \(margin) | \(coloured(caret, diagnostic.severity.style))\n"
    }
    return text + "  \(language == .vi ? "cách sửa" : "remedy"): \(phrase.remedy.shown)\n"
  }

  /// Where a diagnostic points, with the file's text; nil for a file as a whole.
  public mutating func excerpt(of diagnostic: Diagnostic) -> SourceText.Excerpt? {
    if case .file = diagnostic.place { return nil }
    if open?.path != diagnostic.path {
      guard let bytes = read(diagnostic.path) else { return nil }
      open = (diagnostic.path, SourceText(bytes))
    }
    return open?.text.excerpt(of: diagnostic.place)
  }

  fileprivate enum Style: String {
    case bold = "1"
    case red = "1;31"
    case yellow = "1;33"
    case cyan = "1;36"
  }

  private func coloured(_ text: String, _ style: Style) -> String {
    usesColour ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }

  private static let widest = 100

  /// The line with the caret under it, cut to what a terminal shows around the place.
  private static func window(_ excerpt: SourceText.Excerpt) -> (line: String, caret: String) {
    let start = excerpt.column - 1 > widest * 3 / 4 ? excerpt.column - 1 - widest / 2 : 0
    // Cut first: a line may be as long as a page.
    let rest = excerpt.text.dropFirst(start)
    let window = rest.prefix(widest)
    let shown = String(window).shown
    let end = start + window.count
    let left = excerpt.column - 1 - start + (start > 0 ? 1 : 0)
    let length = max(1, min(excerpt.length, end - (excerpt.column - 1)))
    let caret = String(repeating: " ", count: max(0, left)) + "^" + String(repeating: "~", count: length - 1)
    return ((start > 0 ? "…" : "") + shown + (window.endIndex < rest.endIndex ? "…" : ""), caret)
  }
}

extension String {
  /// Without characters that would move the cursor or change colours if a terminal received them.
  fileprivate var shown: String { String(map { $0.isControl ? " " : $0 }) }
}

extension Character {
  fileprivate var isControl: Bool { unicodeScalars.contains { $0.properties.generalCategory == .control } }
}

extension Diagnostic.Severity {
  fileprivate func word(in language: Language) -> String {
    switch self {
    case .error: language == .vi ? "lỗi" : "error"
    case .warning: language == .vi ? "cảnh báo" : "warning"
    case .note: language == .vi ? "ghi chú" : "note"
    }
  }

  fileprivate var style: Printer.Style {
    switch self {
    case .error: .red
    case .warning: .yellow
    case .note: .cyan
    }
  }
}
