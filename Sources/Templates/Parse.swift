import Diagnostics

/// Reads a template's bytes into nodes, by the Mustache specification 1.4 with inheritance and dynamic names
/// (https://github.com/mustache/spec). Whatever is wrong is reported and parsing goes on behind it.
func parse(_ bytes: [UInt8], name: String, path: String) -> Syntax {
  var parser = Parser(Syntax(name: name, path: path, bytes: bytes))
  parser.run()
  return parser.syntax
}

struct Parser {
  var syntax: Syntax
  var scanner: Scanner
  /// Everything before this offset has been read.
  var cursor: Int
  var lineStart = true
  var open: [Open] = []

  /// A tag that waits for its closing one.
  struct Open {
    let node: Int
    let label: String
    /// The white space before the tag if it is the first on its line.
    let indentation: Range<Int>?
  }

  init(_ syntax: Syntax) {
    self.syntax = syntax
    scanner = Scanner(syntax.bytes)
    cursor = scanner.textStart
  }

  mutating func run() {
    reading: while true {
      switch scanner.tag(from: cursor) {
      case .tag(let tag): read(tag)
      case .unclosed(let range, let resume):
        report(.unclosedTag, at: range)
        text(to: range.lowerBound)
        cursor = resume ?? syntax.bytes.count
        if resume == nil { break reading }
      case .nothing: break reading
      }
    }
    text(to: syntax.bytes.count)
    for unclosed in open.reversed() {
      report(.unclosedSection(unclosed.label), at: syntax.nodes[unclosed.node].range)
      end(unclosed)
    }
  }

  mutating func read(_ tag: Scanner.Tag) {
    let content = syntax.bytes[tag.content]
    let alone = self.alone(tag.range)
    switch tag.sigil {
    case .comment: skip(tag, alone)
    case .delimiters:
      if !scanner.setDelimiters(tag.content) { report(.badDelimiters(shown(tag)), at: tag.range) }
      skip(tag, alone)
    case .variable, .unescaped, .triple:
      text(to: tag.range.lowerBound)
      guard let name = self.name(content, tag) else { return cursor = tag.range.upperBound }
      append(.variable(name, escaped: tag.sigil == .variable), tag, usesDot: name.isDot)
    case .section, .inverted:
      let name = self.name(content, tag)
      let kind = Node.Kind.section(name ?? Name(parts: []), inverted: tag.sigil == .inverted)
      openSection(kind, label: label(content), tag, alone)
    case .partial:
      guard let target = target(content, tag) else { return skip(tag, alone) }
      if let alone {
        text(to: alone.indentation.lowerBound)
        append(.partial(target, indentation: alone.indentation), tag, usesDot: true, next: alone.next)
      } else {
        text(to: tag.range.lowerBound)
        append(.partial(target, indentation: nil), tag, usesDot: true)
      }
    case .parent:
      // Whether it stands alone is known only at its closing tag.
      text(to: tag.range.lowerBound)
      let target = target(content, tag) ?? .named("")
      push(.parent(target, indentation: nil), label: label(content), tag)
      append(.parent(target, indentation: nil), tag, usesDot: true)
    case .block: openBlock(label(content), tag, alone)
    case .close: close(label(content), tag)
    }
  }

  mutating func openSection(_ kind: Node.Kind, label: String, _ tag: Scanner.Tag, _ alone: Alone?) {
    text(to: alone?.indentation.lowerBound ?? tag.range.lowerBound)
    push(kind, label: label, tag)
    append(kind, tag, next: alone?.next)
    if case .section(let name, _) = kind, name.isDot { syntax.nodes[syntax.nodes.count - 1].usesDot = true }
  }

  mutating func openBlock(_ label: String, _ tag: Scanner.Tag, _ alone: Alone?) {
    if Name(label.utf8)?.isDot ?? true { report(.badTag(shown(tag)), at: tag.range) }
    var block = Block(name: label)
    // What stands beside a replacement is dropped, so only the line end behind its tag matters.
    let isReplacement = opensInParent
    let next = isReplacement ? scanner.lineEnd(after: tag.range.upperBound) : alone?.next
    let indentation = isReplacement ? nil : scanner.indentation(before: tag.range.lowerBound)
    block.indentation = indentation
    block.opensInline = next == nil
    text(to: indentation?.lowerBound ?? tag.range.lowerBound)
    push(.block(block), label: label, tag)
    append(.block(block), tag, usesDot: true, next: next)
  }
}

// MARK: Building nodes

extension Parser {
  struct Alone {
    let indentation: Range<Int>
    let next: Int
  }

  /// The line around a tag that shares it with white space only.
  func alone(_ tag: Range<Int>) -> Alone? {
    guard let indentation = scanner.indentation(before: tag.lowerBound),
      let next = scanner.lineEnd(after: tag.upperBound)
    else { return nil }
    return Alone(indentation: indentation, next: next)
  }

  var opensInParent: Bool { open.last.map(isParent) ?? false }

  func isParent(_ opened: Open) -> Bool {
    if case .parent = syntax.nodes[opened.node].kind { true } else { false }
  }

  /// Adds what stands between the cursor and a tag.
  mutating func text(to end: Int) {
    guard cursor < end else { return }
    syntax.nodes.append(
      Node(kind: .text, range: cursor..<end, startsLine: lineStart, end: syntax.nodes.count + 1))
    lineStart = syntax.bytes[end - 1] == newline
    cursor = end
  }

  mutating func push(_ kind: Node.Kind, label: String, _ tag: Scanner.Tag) {
    open.append(
      Open(
        node: syntax.nodes.count, label: label,
        indentation: scanner.indentation(before: tag.range.lowerBound)))
  }

  /// Adds a tag's node; `next` is the start of the following line if the tag stands alone on its own.
  mutating func append(_ kind: Node.Kind, _ tag: Scanner.Tag, usesDot: Bool = false, next: Int? = nil) {
    let startsLine = next == nil && lineStart
    var node = Node(kind: kind, range: tag.range, startsLine: startsLine, end: syntax.nodes.count + 1)
    node.usesDot = usesDot
    syntax.nodes.append(node)
    if usesDot, let outer = open.last { syntax.nodes[outer.node].usesDot = true }
    lineStart = next != nil
    cursor = next ?? tag.range.upperBound
  }

  /// Passes over a tag that leaves no node.
  mutating func skip(_ tag: Scanner.Tag, _ alone: Alone?) {
    text(to: alone?.indentation.lowerBound ?? tag.range.lowerBound)
    cursor = alone?.next ?? tag.range.upperBound
    if alone != nil { lineStart = true }
  }

  mutating func name(_ content: ArraySlice<UInt8>, _ tag: Scanner.Tag) -> Name? {
    let name = Name(content)
    if name == nil { report(.badTag(shown(tag)), at: tag.range) }
    return name
  }

  mutating func target(_ content: ArraySlice<UInt8>, _ tag: Scanner.Tag) -> Target? {
    let label = label(content)
    if label.utf8.first == UInt8(ascii: "*") {
      return name(ArraySlice(label.utf8.dropFirst()), tag).map(Target.dynamic)
    }
    if label.isEmpty || content.count != label.utf8.count {
      report(.badTag(shown(tag)), at: tag.range)
      return nil
    }
    return .named(label)
  }

  /// A tag's name without white space, so that `{{<* a}}` is closed by `{{/*a}}`.
  func label(_ content: ArraySlice<UInt8>) -> String {
    String(decoding: content.filter { !isBlank($0) && $0 != newline && $0 != carriageReturn }, as: UTF8.self)
  }

  func shown(_ tag: Scanner.Tag) -> String {
    String(String(decoding: syntax.bytes[tag.range].prefix(120), as: UTF8.self).prefix(40))
  }

  mutating func report(_ problem: TemplateProblem, at range: Range<Int>) {
    syntax.diagnostics.append(Diagnostic(problem, in: syntax.path, at: .bytes(range)))
  }
}
