import Diagnostics
import Files
import Vietnamese

/// Reads a YAML map field by field, each as what it should be, and notes everything that is not.
///
/// Keys must be asked for through the schema's list: what is in the map and not in the schema is reported by
/// `finish()`, so a misspelt key is never passed over.
package struct FieldReader {
  package let path: String
  /// The line of the file, from 0, on which the YAML starts.
  package let firstLine: Int
  package let entries: [YAML.Entry]
  package private(set) var problems: [Diagnostic] = []
  /// Where each key stands in `entries`; empty for the few keys of most files, which are looked through as fast.
  private let places: [String: Int]

  package init(_ entries: [YAML.Entry], path: String, firstLine: Int) {
    self.entries = entries
    self.path = path
    self.firstLine = firstLine
    let isLong = entries.count > 64
    places = isLong ? Dictionary(entries.indices.map { (entries[$0].key, $0) }) { first, _ in first } : [:]
  }

  // MARK: Values

  private func entry(_ key: String) -> YAML.Entry? {
    places.isEmpty ? entries.first { $0.key == key } : places[key].map { entries[$0] }
  }

  /// Whether the key is there, with or without a value.
  package func holds(_ key: String) -> Bool { entry(key) != nil }

  /// nil when the key is absent or its value is empty (`key:`).
  package func value(_ key: String) -> YAML? {
    guard let entry = entry(key) else { return nil }
    if case .scalar(let text, let isPlain) = entry.value.content, isPlain, text.isEmpty || text == "~" {
      return nil
    }
    return entry.value
  }

  package mutating func text(_ key: String) -> String? {
    guard let value = value(key) else { return nil }
    return text(value, key)
  }

  /// Text that must be there.
  package mutating func requiredText(_ key: String) -> String {
    if let text = text(key) {
      if text.isEmpty { report(.emptyValue(key), at: value(key)) }
      return text
    }
    if let entry = entry(key) {
      if case .scalar = entry.value.content { report(.emptyValue(key), mark: entry.keyMark) }
    } else {
      // Where the map begins; an empty front matter has only its first line.
      let place =
        entries.first?.keyMark.place(firstLine: firstLine)
        ?? .position(line: max(0, firstLine - 1), column: 0, length: 1)
      problems.append(Diagnostic(FrontMatterProblem.missingKey(key), in: path, at: place))
    }
    return ""
  }

  package mutating func truth(_ key: String) -> Bool { truthIfGiven(key) ?? false }

  /// nil when the key is absent. One without a value is refused: who writes `draft:` does not mean `false`.
  package mutating func truthIfGiven(_ key: String) -> Bool? {
    guard let entry = entry(key) else { return nil }
    switch entry.value.content {
    case .scalar("true", isPlain: true): return true
    case .scalar("false", isPlain: true): return false
    case .scalar("", _), .scalar("~", isPlain: true): report(.emptyTruth(key), mark: entry.keyMark)
    default: report(.wrongType(key, expected: .truth), at: entry.value)
    }
    return nil
  }

  package mutating func number(_ key: String, in bounds: ClosedRange<Int>) -> Int? {
    guard let value = value(key) else { return nil }
    var digits = value.text?.utf8[...] ?? Substring().utf8
    if digits.first == UInt8(ascii: "-") { digits.removeFirst() }
    guard let text = value.text, !digits.isEmpty, digits.allSatisfy(\.isASCIIDigit) else {
      report(.wrongType(key, expected: .number), at: value)
      return nil
    }
    if let number = Int(text), bounds.contains(number) { return number }
    report(.numberOutOfBounds(key, text, least: bounds.lowerBound, most: bounds.upperBound), at: value)
    return nil
  }

  package mutating func date(_ key: String) -> CalendarDate? {
    guard let value = value(key) else { return nil }
    guard case .scalar(let text, _) = value.content else {
      report(.wrongType(key, expected: .date), at: value)
      return nil
    }
    switch WrittenDate(text) {
    case .iso(let date): return date
    case .other(let date):
      report(FrontMatterProblem.dateNotISO(text, taken: date.iso), at: value, as: .note)
      return date
    case .impossible: report(.impossibleDate(text), at: value)
    case .unreadable: report(.unreadableDate(text), at: value)
    }
    return nil
  }

  /// A list of texts; a single text counts as a list of one.
  package mutating func texts(_ key: String) -> [(text: String, value: YAML)] {
    guard let value = value(key) else { return [] }
    switch value.content {
    case .scalar: return text(value, key).map { [($0, value)] } ?? []
    case .list(let items):
      return items.compactMap { item in
        guard case .scalar(let text, _) = item.content, !text.isEmpty else {
          report(.wrongType(key, expected: .textOrList), at: item)
          return nil
        }
        return (NFC.normalize(text), item)
      }
    case .map:
      report(.wrongType(key, expected: .textOrList), at: value)
      return []
    }
  }

  /// A list of names; a single text is parted at its commas.
  package mutating func names(_ key: String) -> [(text: String, value: YAML)] {
    let texts = texts(key)
    guard case .scalar? = value(key)?.content else { return texts }
    return texts.flatMap { text, value in
      text.split(separator: ",").map { $0.trimming(while: \.isWhitespace) }.filter { !$0.isEmpty }.map {
        (String($0), value)
      }
    }
  }

  /// A list of maps, each read by `read` with a reader of its own; without a schema that sees to its keys itself.
  package mutating func list<Item>(
    _ key: String, schema: Schema?, orText: (String) -> Item? = { _ in nil },
    _ read: (inout FieldReader, YAML) -> Item?
  ) -> [Item] {
    guard let value = value(key) else { return [] }
    var items = [value]
    if case .list(let several) = value.content { items = several }
    return items.compactMap { item in
      switch item.content {
      case .map(let entries):
        var reader = FieldReader(entries, path: path, firstLine: firstLine)
        let result = read(&reader, item)
        if let schema { reader.finish(schema) }
        problems += reader.problems
        return result
      case .scalar(let text, _):
        if let result = orText(NFC.normalize(text)) { return result }
        fallthrough
      case .list:
        report(.wrongType(key, expected: .map), at: item)
        return nil
      }
    }
  }

  /// A map read by `read` with a reader of its own.
  package mutating func map<Item>(_ key: String, schema: Schema?, _ read: (inout FieldReader) -> Item?)
    -> Item?
  {
    guard let value = value(key) else { return nil }
    guard case .map = value.content else {
      report(.wrongType(key, expected: .map), at: value)
      return nil
    }
    return list(key, schema: schema) { reader, _ in read(&reader) }.first
  }

  /// One of the raw values of an enumeration, or of those of them that are offered here.
  package mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String, _: Choice.Type, offered: [Choice] = Array(Choice.allCases)
  ) -> Choice? where Choice.RawValue == String {
    guard let value = value(key), let text = text(value, key) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let known = offered.map(\.rawValue)
    report(.unknownValue(text, of: key, nearest: nearest(to: text, among: known), known: known), at: value)
    return nil
  }

  private mutating func text(_ value: YAML, _ key: String) -> String? {
    guard case .scalar(let text, _) = value.content else {
      report(.wrongType(key, expected: .text), at: value)
      return nil
    }
    return NFC.normalize(text)
  }

  // MARK: Problems

  package mutating func report(
    _ problem: any Problem, at value: YAML?, as severity: Diagnostic.Severity = .error
  ) {
    if let value {
      problems.append(Diagnostic(problem, in: path, at: place(of: value), as: severity))
    } else {
      problems.append(Diagnostic(problem, in: path, as: severity))
    }
  }

  package mutating func report(_ problem: FrontMatterProblem, at value: YAML?) {
    report(problem as any Problem, at: value)
  }

  private mutating func report(_ problem: FrontMatterProblem, mark: YAML.Mark) {
    report(problem as any Problem, mark: mark)
  }

  package mutating func report(_ problem: any Problem, mark: YAML.Mark) {
    problems.append(Diagnostic(problem, in: path, at: mark.place(firstLine: firstLine)))
  }

  /// A map with more unknown keys is no slip of one hand.
  private static let mostSuggestions = 50

  package func place(of value: YAML) -> Place { value.mark.place(firstLine: firstLine) }

  /// What made a known key an unknown one: `{ file:a.pdf }`, and no-break spaces as indentation.
  private func slip(in entry: YAML.Entry, _ schema: Schema) -> SyntaxMistake? {
    if entry.key.unicodeScalars.first == "\u{A0}" { return .noBreakSpace }
    let key = entry.key.prefix { $0 != ":" }
    guard key.endIndex < entry.key.endIndex, schema.keys.contains(String(key)) else { return nil }
    return .noSpaceAfterColon(key: String(key), value: String(entry.key[key.endIndex...].dropFirst()))
  }

  /// Reports the keys that the schema does not know.
  ///
  /// - Parameter elsewhere: keys that maps of another type have: no slip of the pen, but in the wrong place.
  package mutating func finish(_ schema: Schema, elsewhere: Set<String> = []) {
    lazy var keys = KnownNames(schema.keys)
    var unknown = 0
    for entry in entries where !schema.keys.contains(entry.key) {
      if let slip = slip(in: entry, schema) {
        report(DeclarationProblem.syntax(slip), mark: entry.keyMark)
      } else if elsewhere.contains(entry.key) {
        report(.wrongPlace(entry.key, of: schema.name), mark: entry.keyMark)
      } else {
        unknown += 1
        let near = unknown <= Self.mostSuggestions ? keys.nearest(to: entry.key) : nil
        report(.unknownKey(entry.key, of: schema.name, nearest: near), mark: entry.keyMark)
      }
    }
  }
}

extension Substring {
  fileprivate func trimming(while isDropped: (Character) -> Bool) -> Substring {
    let start = drop(while: isDropped)
    return start.prefix(start.reversed().drop(while: isDropped).count)
  }
}
