import Diagnostics

extension Compiler {
  /// Appends an instruction behind the literal that precedes it, and returns its place.
  @discardableResult
  mutating func emit(_ instruction: Instruction) -> Int {
    flush()
    program.code.append(instruction)
    return program.code.count - 1
  }

  /// Turns what was added to the pool since the last instruction into one.
  mutating func flush() {
    let count = program.pool.count - body.literalStart
    if count > 0 { program.code.append(.literal(start: Int32(body.literalStart), count: Int32(count))) }
    body.literalStart = program.pool.count
  }

  /// Puts bytes into the pool that are no literal of their own.
  mutating func pooled(_ bytes: [UInt8]) -> (start: Int32, count: Int32) {
    flush()
    let start = program.pool.count
    program.pool += bytes
    body.literalStart = program.pool.count
    return (Int32(start), Int32(bytes.count))
  }

  /// Adds the indentation that goes before the first thing on a line.
  mutating func startLine() {
    switch body.indentation {
    case .compiled(let bytes): program.pool += bytes
    case .rendered: emit(.indent)
    }
  }

  /// Adds text of a template, each of its lines with the white space that belongs there.
  mutating func text(_ range: Range<Int>, in syntax: Syntax, startsLine: Bool) {
    if body.removed.isEmpty, body.indentation == .compiled([]) {
      program.pool += syntax.bytes[range]
      return
    }
    var start = range.lowerBound
    var startsLine = startsLine
    while start < range.upperBound {
      let end = (syntax.bytes[start..<range.upperBound].firstIndex(of: newline) ?? range.upperBound - 1) + 1
      var line = syntax.bytes[start..<end]
      if startsLine {
        line = line.dropFirst(removedCount(at: line))
        // An empty line stays empty.
        if let first = line.first, first != newline, first != carriageReturn { startLine() }
      }
      program.pool += line
      start = end
      startsLine = true
    }
  }

  /// How much of a line's start is white space that a block leaves behind where it was written.
  func removedCount(at line: ArraySlice<UInt8>) -> Int {
    zip(line, body.removed).prefix { $0 == $1 }.count
  }

  /// Sets the loaded value.
  mutating func load(_ reference: Reference) {
    switch reference.base {
    case .field(let shape, let slot): emit(.load(register: register(of: shape), slot: Int32(slot)))
    case .record(let shape): emit(.loadRecord(register: register(of: shape)))
    case .dot: emit(.loadDot)
    }
    for step in reference.steps {
      emit(.step(register: register(of: step.shape), slot: Int32(step.slot)))
    }
  }

  /// Where a tag's name is found; a name that is nowhere is reported.
  mutating func resolve(_ name: Name, _ node: Node) -> Reference? {
    switch body.scope.resolve(name) {
    case .found(let reference): return reference
    case .unknown(let nearest):
      report(.unknownField("\(name)", nearest: nearest), at: node)
      return nil
    }
  }

  mutating func report(
    _ problem: TemplateProblem, at node: Node, as severity: Diagnostic.Severity = .error
  ) {
    routines[body.routine].diagnostics.append(
      Diagnostic(problem, in: syntax.path, at: .bytes(node.range), as: severity))
  }
}
