import Diagnostics
import Files

/// What an editor most likely did wrong in a YAML text that libyaml could not read, and where.
///
/// libyaml says where it could not go on, which may be far below the mistake: each line from the first to that one
/// is looked at.
package struct YAMLMistake {
  private let lines: [Substring.UTF8View]
  private let line: Int
  private let column: Int
  private let keys: Set<String>

  /// - Parameters:
  ///   - place: where libyaml gave up: line and column from 0, in Unicode scalars.
  ///   - keys: the words that are keys where they begin a line.
  package init(in text: UnsafeBufferPointer<UInt8>, at place: (line: Int, column: Int), keys: Set<String>) {
    let text = String(decoding: text, as: UTF8.self)
    lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { Substring($0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0).utf8 }
    (line, column) = place
    self.keys = keys
  }

  /// - Parameter problem: libyaml's own words.
  package func failure(libyaml problem: String) -> YAML.Failure {
    let shown = lines.indices.contains(line) ? YAMLLine(Substring(lines[line])).quoted : nil
    return failure(found(problem) ?? (SyntaxMistake(libyaml: problem, mended: shown), line, column))
  }

  private func failure(_ found: Found) -> YAML.Failure {
    YAML.Failure(
      problem: DeclarationProblem.syntax(found.mistake),
      mark: YAML.Mark(line: Int32(found.line), column: Int32(found.column), length: 1))
  }

  /// What is wrong with a text that libyaml takes for one sentence: `title:A`, `title：A`.
  package var failureOfSentence: YAML.Failure? {
    guard let found = slip(lines.count - 1) else { return nil }
    if case .missingColon = found.mistake { return nil }
    return failure(found)
  }

  private typealias Found = (mistake: SyntaxMistake, line: Int, column: Int)

  private func found(_ problem: String) -> Found? {
    let last = min(line, lines.count - 1)
    guard last >= 0 else { return nil }
    for index in 0...last {
      if let found = quoteMistake(index) { return found }
    }
    if let found = slip(last) { return found }
    // Where libyaml gives up, or the line above: a word without a colon is missed when the next line begins.
    for index in [last, last - 1] where index >= 0 {
      let line = lines[index]
      let blanks = line.prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
      if let tab = blanks.firstIndex(of: UInt8(ascii: "\t")) {
        return (.tab, index, line.distance(from: line.startIndex, to: tab))
      }
      guard let (key, value) = entry(line.dropFirst(blanks.count)) else { continue }
      if let first = value.first, first > UInt8(ascii: " ") {
        // `https://…` is no key.
        if first == UInt8(ascii: "/") { continue }
        let mistake = SyntaxMistake.noSpaceAfterColon(key: key, value: String(Substring(value)))
        return (mistake, index, blanks.count)
      }
    }
    return indentedKey(problem, last)
  }

  /// The first line that breaks the text by itself, whatever libyaml makes of those below it.
  private func slip(_ last: Int) -> Found? {
    var index = 0
    while index <= last {
      let line = YAMLLine(Substring(lines[index]))
      if let column = line.noBreakSpaceColumn { return (.noBreakSpace, index, column) }
      if let value = line.value, let opening = value.first {
        if opening == "[" || opening == "{" {
          if value.dropFirst().drop(while: { $0 == " " }).first == "#" {
            return (.hashInList(line.withoutHashes), index, line.valueColumn)
          }
          guard let end = closingBracket(of: value, index) else {
            return (.unclosedBracket, index, line.valueColumn)
          }
          if let behind = end.behind.first, !"#,]}:".contains(behind), end.line == index, index == last {
            return (.wholeInQuotes(line.quoted), index, line.valueColumn)
          }
          index = end.line + 1
          continue
        }
        let quote = opening == "\"" ? UInt8(ascii: "\"") : opening == "'" ? UInt8(ascii: "'") : nil
        if let quote, Self.rest(of: value.utf8.dropFirst(), after: quote) == nil {
          index = (closing(below: index, quote) ?? last) + 1
          continue
        }
      }
      if let mistake = slip(of: line) { return (mistake, index, 0) }
      index += 1
      if line.opensLiteral { index = endOfLiteral(index, line.indentation) }
    }
    return nil
  }

  /// The first line that does not belong to a block of text below `|`.
  private func endOfLiteral(_ start: Int, _ indentation: Int) -> Int {
    lines[start...].firstIndex {
      let line = YAMLLine(Substring($0))
      return !line.isBlank && line.indentation <= indentation
    } ?? lines.count
  }

  /// A line that begins in the first column, and with no key.
  private func slip(of line: YAMLLine) -> SyntaxMistake? {
    guard let first = line.text.first, !" \t#\"'[]{}|>?@%`&!".contains(first), !line.isEntry,
      !line.text.hasPrefix("---"), !line.text.hasPrefix("...")
    else { return nil }
    if let entry = YAMLLine.bulleted(line.text) { return .noListEntry(entry) }
    if let (key, value, isFullWidth) = line.withoutColon(keys: keys) {
      return isFullWidth ? .fullWidthColon(key: key, value: value) : .noColon(key: key, value: value)
    }
    if let key = line.key, let value = line.value, value.first != "/" {
      return .noSpaceAfterColon(key: String(key), value: String(value))
    }
    return .missingColon
  }

  /// The line that closes a bracket, before the next entry, and what stands behind it there.
  private func closingBracket(of value: Substring, _ index: Int) -> (line: Int, behind: Substring)? {
    var depth = 0
    var quote: Character?
    for number in index..<lines.count {
      var rest = number == index ? value : Substring(lines[number])
      if number > index, entry(lines[number]) != nil { return nil }
      var before: Character = " "
      while let character = rest.popFirst() {
        if let open = quote {
          if character == open { quote = nil }
        } else if (character == "\"" || character == "'") && " [{,:".contains(before) {
          quote = character
        } else if character == "[" || character == "{" {
          depth += 1
        } else if character == "]" || character == "}" {
          depth -= 1
          if depth == 0 { return (number, rest.drop { $0 == " " || $0 == "\t" }) }
        } else if character == "#", before == " " {
          break
        }
        before = character
      }
    }
    return nil
  }

  /// `  owner: …` below an entry of the first level, or before the first one.
  private func indentedKey(_ problem: String, _ last: Int) -> Found? {
    // What follows the first entry fails where that is the one that is indented.
    let index = problem.contains("document start") ? 0 : last
    let isWhereItFails = problem.contains("mapping values are not allowed") || index == 0
    let blanks = lines[index].prefix { $0 == UInt8(ascii: " ") }
    guard isWhereItFails, !blanks.isEmpty, let (key, _) = entry(lines[index].dropFirst(blanks.count)),
      index == 0 || column == blanks.count + key.utf8.count
    else { return nil }
    return (.indentedKey(key), index, blanks.count)
  }

  /// A value that begins with a quote which is closed too early or not at all.
  private func quoteMistake(_ index: Int) -> Found? {
    let line = lines[index]
    var value = line.drop { $0 == UInt8(ascii: " ") }
    let start = value.startIndex
    while value.starts(with: "- ".utf8) { value = value.dropFirst(2).drop { $0 == UInt8(ascii: " ") } }
    if let entry = entry(value) { value = entry.value.drop { $0 == UInt8(ascii: " ") } }
    guard value.startIndex > start, let quote = value.first,
      quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    else { return nil }
    let column = Substring(line[..<value.startIndex]).unicodeScalars.count
    guard let rest = Self.rest(of: value.dropFirst(), after: quote) else {
      return closing(below: index, quote) == nil ? (.unclosedQuote, index, column) : nil
    }
    let after = rest.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    guard let next = after.first, next != UInt8(ascii: "#"), next != UInt8(ascii: ":"),
      next != UInt8(ascii: ",")
    else { return nil }
    if quote == UInt8(ascii: "\""), after.last == quote { return (.quoteInQuotes, index, column) }
    return index == self.line
      ? (.wholeInQuotes(YAMLLine(Substring(line)).quoted), index, column) : nil
  }

  /// The line that closes a text which goes on over several, before the next entry.
  private func closing(below index: Int, _ quote: UInt8) -> Int? {
    for number in (index + 1)..<max(index + 1, lines.count) {
      if entry(lines[number]) != nil { return nil }
      if Self.rest(of: lines[number], after: quote) != nil { return number }
    }
    return nil
  }

  /// What follows the closing quote; nil without one.
  private static func rest(of text: Substring.UTF8View, after quote: UInt8) -> Substring.UTF8View? {
    var rest = text
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        _ = rest.popFirst()
      } else if byte == quote {
        // A doubled one stands for itself within single quotes.
        if quote == UInt8(ascii: "'"), rest.first == quote { _ = rest.popFirst() } else { return rest }
      }
    }
    return nil
  }

  /// A key as the project's files have them, and what stands after its colon.
  private func entry(_ text: Substring.UTF8View) -> (key: String, value: Substring.UTF8View)? {
    let key = text.prefix { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || $0 == UInt8(ascii: "_") }
    let rest = text.dropFirst(key.count)
    guard !key.isEmpty, rest.first == UInt8(ascii: ":") else { return nil }
    return (String(Substring(key)), rest.dropFirst())
  }
}

extension SyntaxMistake {
  /// Sorts libyaml's English messages by what an editor most likely did.
  ///
  /// - Parameter mended: the line on which it gave up, its value in quotes.
  fileprivate init(libyaml problem: String, mended: String?) {
    self =
      if problem.contains("tab character") {
        .tab
      } else if problem.contains("mapping values are not allowed") {
        .colonInText(mended)
      } else if problem.contains("cannot start any token") {
        .specialFirstCharacter(mended)
      } else if problem.contains("expected key") || problem.contains("block end")
        || problem.contains("block mapping") || problem.contains("document start")
      {
        .indentation
      } else if problem.contains("':'") || problem.contains("simple key") {
        .missingColon
      } else if problem.contains("end of stream") || problem.contains("quoted") {
        .unclosedQuote
      } else if problem.contains("',' or") {
        .unclosedBracket
      } else { .other }
  }
}
