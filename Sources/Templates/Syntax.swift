import Diagnostics

/// A parsed template: its tags in a flat array, each followed by what it encloses. Flat, so that depth costs
/// no call stack anywhere.
struct Syntax: Sendable {
  let name: String
  let path: String
  let bytes: [UInt8]
  var nodes: [Node] = []
  var diagnostics: [Diagnostic] = []
}

struct Node: Sendable {
  var kind: Kind
  /// The tag's bytes; for text, all of it.
  var range: Range<Int>
  /// Whether this is the first thing its line shows, so that indentation goes before it.
  var startsLine: Bool
  /// The index after the last node this one encloses.
  var end: Int
  /// Whether something enclosed may print `{{.}}`, so that a section on a text must set it.
  var usesDot = false

  enum Kind: Sendable {
    case text
    case variable(Name, escaped: Bool)
    case section(Name, inverted: Bool)
    /// Alone on its line: the white space before it goes before each line of the partial.
    case partial(Target, indentation: Range<Int>?)
    case parent(Target, indentation: Range<Int>?)
    case block(Block)
  }
}

/// What a tag names: a path of field names, where no part at all stands for `.`, the current value.
struct Name: Sendable, Hashable {
  let parts: [String]
}

/// Which template a partial or a parent includes.
enum Target: Sendable {
  case named(String)
  case dynamic(Name)
}

/// A part of a template that an including one may replace, or (directly in a parent) the replacement.
struct Block: Sendable {
  let name: String
  /// The white space before each line of what replaces it; nil when it does not start its line.
  var indentation: Range<Int>?
  /// The white space before the first line of its content, which is taken off when it replaces another.
  var ownIndentation = 0..<0
  /// Whether the content starts right behind the tag.
  var opensInline = true
  /// Whether the content ends in a line end.
  var endsLine = false
  /// The line end after the closing tag, for content that has none of its own.
  var tail = 0..<0
}

extension Name {
  /// Reads `.` or names joined by dots; nil for anything else.
  init?(_ text: some Collection<UInt8>) {
    if text.elementsEqual(CollectionOfOne(UInt8(ascii: "."))) {
      parts = []
      return
    }
    let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(Name.allows) }) else { return nil }
    self.parts = parts.map { String(decoding: $0, as: UTF8.self) }
  }

  /// Letters of any script, digits, underscore, hyphen.
  private static func allows(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), 0x80...: true
    default: false
    }
  }

  var isDot: Bool { parts.isEmpty }
}

extension Name: CustomStringConvertible {
  var description: String { isDot ? "." : parts.joined(separator: ".") }
}

extension Target: CustomStringConvertible {
  var description: String {
    switch self {
    case .named(let name): name
    case .dynamic(let name): "*\(name)"
    }
  }
}
