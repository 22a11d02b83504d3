import Files
import Diagnostics
import LibYAML
import Vietnamese

/// A value of a YAML text, with the place it stands at.
package struct YAML: Sendable {
  package enum Content: Sendable {
    /// `isPlain` when it is written without quotes, so that `true` can mean a truth value.
    case scalar(String, isPlain: Bool)
    case list([YAML])
    case map([Entry])
  }

  package struct Entry: Sendable {
    package let key: String
    package let keyMark: Mark
    package let value: YAML
  }

  /// Line and column from 0, in Unicode scalars, as libyaml counts.
  package struct Mark: Sendable {
    package let line: Int32
    package let column: Int32
    package let length: Int32

    /// - Parameter firstLine: the line of the file, from 0, on which the YAML starts.
    package func place(firstLine: Int) -> Place {
      .position(line: Int(line) + firstLine, column: Int(column), length: Int(length))
    }
  }

  package let content: Content
  package let mark: Mark

  /// What is wrong with a YAML text as such.
  /// In NFC; nil for what is no single text.
  package var text: String? { if case .scalar(let text, _) = content { NFC.normalize(text) } else { nil } }

  package struct Failure: Error {
    package let problem: any Problem
    package let mark: Mark
  }

  /// Reads one document. Anchors, aliases, tags and repeated keys are refused: no editor needs them, and the
  /// first two can make a small file huge.
  package static func parse(_ text: UnsafeBufferPointer<UInt8>, keys: Set<String>) throws(Failure) -> YAML? {
    var parser = yaml_parser_t()
    yaml_parser_initialize(&parser)
    defer { yaml_parser_delete(&parser) }
    yaml_parser_set_input_string(&parser, text.baseAddress, text.count)
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
    var events = Events(parser: &parser, text: text, keys: keys)
    defer { events.end() }
    while true {
      try events.next()
      switch events.type {
      case YAML_STREAM_START_EVENT, YAML_DOCUMENT_START_EVENT: continue
      case YAML_STREAM_END_EVENT, YAML_DOCUMENT_END_EVENT: return nil
      default: break
      }
      let node = try events.node(depth: 0)
      try events.next()
      try events.next()
      guard events.type == YAML_STREAM_END_EVENT else {
        throw Failure(problem: DeclarationProblem.severalDocuments, mark: events.mark)
      }
      if case .scalar(_, isPlain: true) = node.content,
        let failure = YAMLMistake(in: text, at: (0, 0), keys: keys).failureOfSentence
      {
        throw failure
      }
      return node
    }
  }
}

/// libyaml's event stream, one event at a time.
private struct Events {
  let parser: UnsafeMutablePointer<yaml_parser_t>
  let text: UnsafeBufferPointer<UInt8>
  let keys: Set<String>
  private var event = yaml_event_t()

  init(
    parser: UnsafeMutablePointer<yaml_parser_t>, text: UnsafeBufferPointer<UInt8>, keys: Set<String>
  ) {
    self.parser = parser
    self.text = text
    self.keys = keys
  }

  static let deepest = 16

  var type: yaml_event_type_t { event.type }

  var mark: YAML.Mark {
    let start = event.start_mark
    let sameLine = event.end_mark.line == start.line
    return YAML.Mark(
      line: Int32(start.line), column: Int32(start.column),
      length: sameLine ? Int32(event.end_mark.column - start.column) : 1)
  }

  mutating func end() { yaml_event_delete(&event) }

  mutating func next() throws(YAML.Failure) {
    yaml_event_delete(&event)
    guard yaml_parser_parse(parser, &event) == 1 else {
      let mark = parser.pointee.problem_mark
      let problem = parser.pointee.problem.map { String(cString: $0) } ?? ""
      throw YAMLMistake(in: text, at: (mark.line, mark.column), keys: keys).failure(libyaml: problem)
    }
  }

  mutating func node(depth: Int) throws(YAML.Failure) -> YAML {
    let mark = mark
    guard depth <= Self.deepest else {
      throw YAML.Failure(problem: DeclarationProblem.syntax(.tooDeep), mark: mark)
    }
    switch type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      guard scalar.anchor == nil, scalar.tag == nil else {
        throw YAML.Failure(problem: DeclarationProblem.anchorOrTag, mark: mark)
      }
      let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      // libyaml refuses such characters themselves; only within double quotes can they be written as codes.
      if scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE, let code = bytes.firstControlCharacter {
        throw YAML.Failure(problem: FrontMatterProblem.controlCharacter(code), mark: mark)
      }
      let text = String(decoding: bytes, as: UTF8.self)
      // `"\u0301"` is a mark that nobody saw in the file.
      if scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE, NFC.tooLongRun(Array(text.utf8)) != nil {
        throw YAML.Failure(problem: FileProblem.tooManyMarks(limit: NFC.mostMarks), mark: mark)
      }
      return YAML(
        content: .scalar(text, isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE), mark: mark)
    case YAML_SEQUENCE_START_EVENT:
      let start = event.data.sequence_start
      guard start.anchor == nil, start.tag == nil else {
        throw YAML.Failure(problem: DeclarationProblem.anchorOrTag, mark: mark)
      }
      var items: [YAML] = []
      try next()
      while type != YAML_SEQUENCE_END_EVENT {
        items.append(try node(depth: depth + 1))
        try next()
      }
      return YAML(content: .list(items), mark: mark)
    case YAML_MAPPING_START_EVENT:
      let start = event.data.mapping_start
      guard start.anchor == nil, start.tag == nil else {
        throw YAML.Failure(problem: DeclarationProblem.anchorOrTag, mark: mark)
      }
      return YAML(content: .map(try entries(depth: depth)), mark: mark)
    default:
      throw YAML.Failure(problem: DeclarationProblem.anchorOrTag, mark: mark)
    }
  }

  private mutating func entries(depth: Int) throws(YAML.Failure) -> [YAML.Entry] {
    var entries: [YAML.Entry] = []
    entries.reserveCapacity(depth == 0 ? 12 : 4)
    // For the few keys of most maps a look at each is as fast.
    var names: Set<String> = []
    try next()
    while type != YAML_MAPPING_END_EVENT {
      let key = try node(depth: depth + 1)
      guard case .scalar(let name, _) = key.content else {
        throw YAML.Failure(problem: DeclarationProblem.syntax(.missingColon), mark: key.mark)
      }
      let isRepeated = names.isEmpty ? entries.contains { $0.key == name } : !names.insert(name).inserted
      if isRepeated {
        throw YAML.Failure(problem: DeclarationProblem.repeatedKey(name), mark: key.mark)
      }
      try next()
      entries.append(YAML.Entry(key: name, keyMark: key.mark, value: try node(depth: depth + 1)))
      if entries.count == 64 { names = Set(entries.map(\.key)) }
      try next()
    }
    return entries
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The first one that is neither a tab nor the end of a line, C1 included; takes UTF-8.
  fileprivate var firstControlCharacter: UInt8? {
    for (index, byte) in enumerated() {
      let isControl =
        byte < 0x20 ? !(0x09...0x0A).contains(byte) && byte != 0x0D : byte == 0x7F
      if isControl { return byte }
      // U+0085 is an end of line to YAML.
      if byte == 0xC2, (0x80...0x9F).contains(self[index + 1]), self[index + 1] != 0x85 {
        return self[index + 1]
      }
    }
    return nil
  }
}
