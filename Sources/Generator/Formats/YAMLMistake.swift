import Diagnostics

/// What an editor most likely did wrong in a YAML text that libyaml could not read, and where.
///
/// libyaml says where it could not go on, which may be far below the mistake: each line from the first to that one
/// is looked at.
struct YAMLMistake {
  private let lines: [Substring.UTF8View]
  private let line: Int
  private let column: Int

  /// - Parameter place: where libyaml gave up: line and column from 0, in Unicode scalars.
  init(in text: UnsafeBufferPointer<UInt8>, at place: (line: Int, column: Int)) {
    let text = String(decoding: text, as: UTF8.self)
    lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { Substring($0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0).utf8 }
    (line, column) = place
  }

  /// - Parameter problem: libyaml's own words.
  func failure(libyaml problem: String) -> YAML.Failure {
    let (mistake, line, column) = found(problem) ?? (SyntaxMistake(libyaml: problem), line, column)
    return YAML.Failure(
      problem: FrontMatterProblem.syntax(mistake),
      mark: YAML.Mark(line: Int32(line), column: Int32(column), length: 1))
  }

  private typealias Found = (mistake: SyntaxMistake, line: Int, column: Int)

  private func found(_ problem: String) -> Found? {
    let last = min(line, lines.count - 1)
    guard last >= 0 else { return nil }
    for index in 0...last {
      if let found = quoteMistake(index) { return found }
    }
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
      return closesBelow(index, quote) ? nil : (.unclosedQuote, index, column)
    }
    let after = rest.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    guard let next = after.first, next != UInt8(ascii: "#"), next != UInt8(ascii: ":"),
      next != UInt8(ascii: ",")
    else { return nil }
    return after.contains(UInt8(ascii: "\"")) ? (.quoteInQuotes, index, column) : nil
  }

  /// Whether a text that goes on over several lines is closed before the next entry.
  private func closesBelow(_ index: Int, _ quote: UInt8) -> Bool {
    for line in lines[(index + 1)...] {
      if entry(line[...]) != nil { return false }
      if Self.rest(of: line[...], after: quote) != nil { return true }
    }
    return false
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
  fileprivate init(libyaml problem: String) {
    self =
      if problem.contains("tab character") {
        .tab
      } else if problem.contains("mapping values are not allowed") {
        .colonInText
      } else if problem.contains("cannot start any token") {
        .specialFirstCharacter
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
