import Files

/// A line of a YAML text as its author sees it, and how it would read once mended.
package struct YAMLLine {
  package let text: Substring
  /// Without the blanks before it.
  private let shown: Substring
  /// A key as the project's files have them.
  package let key: Substring?
  /// What stands behind the key's colon, or a list entry's dash; nil where there is neither.
  package let value: Substring?

  /// More is no line that a message can show.
  private static let longestShown = 200

  package init(_ text: Substring) {
    self.text = text
    shown = text.drop { $0 == " " }
    var body = shown
    while body.hasPrefix("- ") { body = body.dropFirst(2).drop { $0 == " " } }
    let name = body.prefix { ("a"..."z").contains($0) || $0 == "_" }
    let rest = body.dropFirst(name.count)
    if !name.isEmpty, rest.first == ":" {
      key = name
      value = rest.dropFirst().drop { $0 == " " }
    } else {
      key = nil
      value = body.startIndex > shown.startIndex ? body : nil
    }
  }

  /// Begins in the first column with a key, whatever its letters, or opens a list's entry there.
  package var isEntry: Bool {
    text.contains(": ") || text.hasSuffix(":") || text == "-" || text.hasPrefix("- ")
  }

  package var indentation: Int { text.count - shown.count }

  package var isBlank: Bool { shown.isEmpty }

  package var opensLiteral: Bool { value?.first == "|" || value?.first == ">" }

  /// In Unicode scalars, as libyaml counts.
  package var valueColumn: Int { value.map { text[..<$0.startIndex].unicodeScalars.count } ?? 0 }

  /// The line with its whole value in quotes.
  package var quoted: String? {
    guard let value, !value.isEmpty, isShort, value.first != "{" else { return nil }
    return shown[..<value.startIndex] + Self.quoted(String(value).trimmingBlanks)
  }

  /// `[#a, #b]` without the marks that begin a comment.
  package var withoutHashes: String? {
    guard let value, isShort else { return nil }
    return shown[..<value.startIndex] + value.filter { $0 != "#" }
  }

  private var isShort: Bool { text.utf8.count <= Self.longestShown }

  private static func quoted(_ value: String) -> String {
    if !value.contains("\""), !value.contains("\\") { return "\"\(value)\"" }
    return "'" + value.replacing("'", with: "''") + "'"
  }

  // MARK: Slips

  /// `description Bài thử`, `title：Bài`: the key and the value that were meant.
  package func withoutColon(keys: Set<String>) -> (key: String, value: String, isFullWidth: Bool)? {
    let name = text.prefix { $0.isASCII && ($0.isLetter || $0 == "_") }
    let rest = text.dropFirst(name.count)
    guard isShort, keys.contains(name.lowercased()), let mark = rest.first, " =;：".contains(mark) else {
      return nil
    }
    let value = rest.drop { " =;：\u{A0}".contains($0) }
    return (name.lowercased(), String(value), rest.prefix(2).contains("："))
  }

  /// `-mật khẩu` or `• mật khẩu`: the entry that was meant.
  package static func bulleted(_ text: some StringProtocol) -> String? {
    guard let mark = text.first, "-•–—*+·●▪".contains(mark), text.utf8.count <= longestShown else {
      return nil
    }
    let rest = text.dropFirst().drop { $0 == " " || $0 == "\u{A0}" }
    guard let first = rest.first, !"-–—*".contains(first) else { return nil }
    return "- " + rest
  }

  /// Whether a no-break space stands where a blank tells keys from values, or one level from another.
  package var noBreakSpaceColumn: Int? {
    let blanks = text.prefix { $0 == " " || $0 == "\u{A0}" }
    if let first = blanks.firstIndex(of: "\u{A0}") {
      return text[..<first].unicodeScalars.count
    }
    return key != nil && value?.first == "\u{A0}" ? valueColumn : nil
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    var text = self
    while text.last == " " || text.last == "\t" { text.removeLast() }
    return text
  }
}
