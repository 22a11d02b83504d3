import Diagnostics

extension Compiler {
  /// What is known while one routine is compiled.
  struct Body {
    let routine: Int
    var scope: Scope
    /// White space taken off the start of each line, and put there.
    var removed: ArraySlice<UInt8> = []
    var indentation: Routine.Indentation = .compiled([])
    var replacements: [String: Routine.Source] = [:]
    var open: [Open] = []
    /// How many of the open sections go on to other data.
    var advances = 0
    /// Where in the pool the literal starts that is not yet an instruction.
    var literalStart = 0
  }

  /// A section or block whose content is being compiled.
  struct Open {
    let end: Int
    let closing: Closing
    /// The instruction that jumps behind it.
    let jump: Int?
    let outerScope: Scope
  }

  enum Closing {
    case condition
    case record(Int32)
    case records(Int32)
    case dot
    case dots
    case block(tail: Range<Int>)
  }

  var syntax: Syntax { syntaxes[routines[body.routine].key.source.template] }

  mutating func compileBody(of index: Int) {
    let key = routines[index].key
    let syntax = syntaxes[key.source.template]
    var nodes = syntax.nodes.indices
    body = Body(
      routine: index, scope: key.scope, indentation: key.indentation, replacements: key.replacements,
      literalStart: program.pool.count)
    var startsInline = false
    if let node = key.source.block, case .block(let block) = syntax.nodes[node].kind {
      nodes = node + 1..<syntax.nodes[node].end
      body.removed = syntax.bytes[block.ownIndentation]
      startsInline = block.opensInline
    }
    routines[index].entry = Int32(program.code.count)
    var next = nodes.lowerBound
    while true {
      while let top = body.open.last, top.end == next { close(top, in: syntax) }
      if next == nodes.upperBound { break }
      let startsLine = syntax.nodes[next].startsLine || (startsInline && next == nodes.lowerBound)
      next = compile(next, in: syntax, startsLine: startsLine)
    }
    emit(.return)
  }

  /// Compiles a node, and returns the index of the next one.
  private mutating func compile(_ index: Int, in syntax: Syntax, startsLine: Bool) -> Int {
    let node = syntax.nodes[index]
    switch node.kind {
    case .text: text(node.range, in: syntax, startsLine: startsLine)
    case .variable(let name, let escaped):
      if startsLine { startLine() }
      print(name, escaped: escaped, node)
    case .section(let name, let inverted):
      if startsLine { startLine() }
      return section(name, inverted: inverted, node, at: index)
    case .partial(let target, let indentation):
      if startsLine { startLine() }
      include(target, indentation: indentation, replacements: body.replacements, node, in: syntax)
    case .parent(let target, let indentation):
      if startsLine { startLine() }
      let own = replacements(in: index, of: syntax)
      // The outermost includer has the last word.
      let all = own.merging(body.replacements) { _, outer in outer }
      include(target, indentation: indentation, replacements: all, node, in: syntax)
      return node.end
    case .block(let block): return self.block(block, node, at: index, in: syntax, startsLine: startsLine)
    }
    return index + 1
  }

  private mutating func print(_ name: Name, escaped: Bool, _ node: Node) {
    guard let reference = resolve(name, node) else { return }
    switch reference.type {
    case .text where !escaped: report(.unescapedText("\(name)"), at: node, as: .warning)
    case .text, .html: break
    case .flag, .record, .list: return report(.notText("\(name)"), at: node)
    }
    if case .field(let shape, let slot) = reference.base, reference.steps.isEmpty {
      let (register, slot) = (register(of: shape), Int32(slot))
      emit(escaped ? .print(register: register, slot: slot) : .printUnescaped(register: register, slot: slot))
    } else {
      load(reference)
      emit(escaped ? .printLoaded : .printLoadedUnescaped)
    }
  }

  private mutating func section(_ name: Name, inverted: Bool, _ node: Node, at index: Int) -> Int {
    guard let reference = resolve(name, node) else {
      // Nothing is known of what stands inside, so nothing in it is wrong either.
      guard inverted else { return node.end }
      open(.condition, to: node, jump: nil)
      return index + 1
    }
    load(reference)
    guard !inverted else {
      open(.condition, to: node, jump: emit(.skipIf(to: 0)))
      return index + 1
    }
    switch reference.type {
    case .text, .html:
      guard node.usesDot else { fallthrough }
      open(.dot, to: node, jump: emit(.openDot(end: 0)), opening: reference.type)
    case .flag: open(.condition, to: node, jump: emit(.skipUnless(to: 0)))
    case .record(let shape):
      let register = register(of: shape)
      let jump = emit(.openRecord(register: register, end: 0))
      open(.record(register), to: node, jump: jump, opening: reference.type)
    case .list(.record(let shape)):
      let register = register(of: shape)
      let jump = emit(.openRecords(register: register, end: 0))
      open(.records(register), to: node, jump: jump, opening: .record(shape))
    case .list(let element): open(.dots, to: node, jump: emit(.openDots(end: 0)), opening: element)
    }
    return index + 1
  }

  mutating func open(_ closing: Closing, to node: Node, jump: Int?, opening type: FieldType? = nil) {
    body.open.append(Open(end: node.end, closing: closing, jump: jump, outerScope: body.scope))
    if let type { body.scope = body.scope.opening(type) }
    if closing.advances { body.advances += 1 }
  }

  private mutating func close(_ open: Open, in syntax: Syntax) {
    body.open.removeLast()
    body.scope = open.outerScope
    if open.closing.advances { body.advances -= 1 }
    let start = Int32((open.jump ?? 0) + 1)
    switch open.closing {
    case .condition: flush()
    case .record(let register): emit(.closeRecord(register: register))
    case .records(let register): emit(.nextRecord(register: register, start: start))
    case .dot: emit(.closeDot)
    case .dots: emit(.nextDot(start: start))
    case .block(let tail): program.pool += syntax.bytes[tail]
    }
    if let jump = open.jump { program.code[jump] = program.code[jump].jumping(to: program.code.count) }
  }
}

extension Compiler.Closing {
  fileprivate var advances: Bool {
    switch self {
    case .condition, .dot, .block: false
    case .record, .records, .dots: true
    }
  }
}

extension Instruction {
  fileprivate func jumping(to target: Int) -> Instruction {
    let target = Int32(target)
    switch self {
    case .skipUnless: return .skipUnless(to: target)
    case .skipIf: return .skipIf(to: target)
    case .openRecord(let register, _): return .openRecord(register: register, end: target)
    case .openDot: return .openDot(end: target)
    case .openRecords(let register, _): return .openRecords(register: register, end: target)
    case .openDots: return .openDots(end: target)
    default: return self
    }
  }
}
