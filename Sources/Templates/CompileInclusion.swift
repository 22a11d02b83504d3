import Diagnostics

extension Compiler {
  /// The blocks directly in a parent tag; anything else in it counts for nothing.
  func replacements(in parent: Int, of syntax: Syntax) -> [String: Routine.Source] {
    var found: [String: Routine.Source] = [:]
    var index = parent + 1
    while index < syntax.nodes[parent].end {
      if case .block(let block) = syntax.nodes[index].kind {
        found[block.name] = .init(template: routines[body.routine].key.source.template, block: index)
      }
      index = syntax.nodes[index].end
    }
    return found
  }

  /// Compiles a block as what replaces it, or its own content; returns the index of the next node.
  mutating func block(_ block: Block, _ node: Node, at index: Int, in syntax: Syntax, startsLine: Bool) -> Int
  {
    let isEmpty = node.end == index + 1
    guard let source = body.replacements[block.name] else {
      let tail = isEmpty || block.endsLine ? 0..<0 : block.tail
      if !isEmpty, block.opensInline, startsLine {
        if let indentation = block.indentation {
          text(indentation, in: syntax, startsLine: true)
        } else {
          startLine()
        }
      }
      open(.block(tail: tail), to: node, jump: nil)
      return index + 1
    }
    guard case .block(let replacement) = syntaxes[source.template].nodes[source.block!].kind else {
      return node.end
    }
    // Inside its replacement the block is its own again, so that it can be wrapped.
    var others = body.replacements
    others[block.name] = nil
    let site = Program.Site(path: syntax.path, range: node.range, target: block.name)
    call(source, indentation: block.indentation.map { syntax.bytes[$0] }, replacements: others, site)
    let replacementIsEmpty = syntaxes[source.template].nodes[source.block!].end == source.block! + 1
    if !replacement.endsLine, !replacementIsEmpty { program.pool += syntax.bytes[block.tail] }
    return node.end
  }

  mutating func include(
    _ target: Target, indentation: Range<Int>?, replacements: [String: Routine.Source], _ node: Node,
    in syntax: Syntax
  ) {
    let indentation = indentation.map { syntax.bytes[$0] }
    let site = Program.Site(path: syntax.path, range: node.range, target: "\(target)")
    switch target {
    case .named(""): break
    case .named(let name):
      guard let template = indices[name] else {
        let near = nearest(to: name, among: indices.keys.sorted())
        return report(.missingPartial(name, nearest: near), at: node)
      }
      call(.init(template: template), indentation: indentation, replacements: replacements, site)
    case .dynamic(let name):
      guard let reference = resolve(name, node) else { return }
      guard reference.type == .text else { return report(.notText("\(name)"), at: node) }
      load(reference)
      callNamed(indentation: indentation, replacements: replacements, site)
    }
  }

  /// Emits the call of a template or block.
  ///
  /// - Parameter indentation: the white space before each line of it, if it starts on a line of its own.
  private mutating func call(
    _ source: Routine.Source, indentation: ArraySlice<UInt8>?, replacements: [String: Routine.Source],
    _ site: Program.Site
  ) {
    let added = indentation.map { $0.dropFirst(removedCount(at: $0)) }
    let inForce = compiledIndentation(with: added)
    let isRendered = inForce.map { grows(source, to: $0) } ?? true
    let key = Routine.Key(
      source: source, scope: body.scope, indentation: isRendered ? .rendered : .compiled(inForce ?? []),
      replacements: replacements)
    guard let callee = routine(key, calledBy: body.routine) else {
      return routines[body.routine].diagnostics.append(endless(site))
    }
    let number = Int32(callee)
    let instruction: Int
    if !isRendered {
      instruction = emit(.call(number))
    } else if let inForce {
      let (start, count) = pooled(inForce)
      instruction = emit(.callIndentedAnew(number, start: start, count: count))
    } else {
      let (start, count) = pooled(Array(added ?? []))
      instruction = emit(.callIndented(number, start: start, count: count))
    }
    routines[body.routine].calls.append(
      .init(callee: callee, instruction: instruction, advances: body.advances > 0, site: site))
  }

  /// Emits the call of whatever template the loaded text will name.
  private mutating func callNamed(
    indentation: ArraySlice<UInt8>?, replacements: [String: Routine.Source], _ site: Program.Site
  ) {
    let added = indentation.map { $0.dropFirst(removedCount(at: $0)) }
    let inForce = compiledIndentation(with: added)
    // Any template may be meant, this one included, so indentation could grow without end.
    let isRendered = inForce.map { !$0.isEmpty } ?? true
    let table = program.tables.count
    let (start, count) = pooled(inForce ?? Array(added ?? []))
    program.tables.append(
      Program.Table(indentation: Int(start)..<Int(start + count), anew: inForce != nil))
    for (name, template) in indices.sorted(by: { $0.key < $1.key }) {
      let key = Routine.Key(
        source: .init(template: template), scope: body.scope,
        indentation: isRendered ? .rendered : .compiled([]), replacements: replacements)
      guard let callee = routine(key, calledBy: body.routine) else {
        return routines[body.routine].diagnostics.append(endless(site))
      }
      candidates.append(Candidates(table: table, name: name, routine: callee))
    }
    program.sites[emit(.callNamed(table: Int32(table)))] = site
  }

  /// The indentation of a callee, or nil when it is known only at render time. A callee in the middle of a
  /// line has none.
  private func compiledIndentation(with added: ArraySlice<UInt8>?) -> [UInt8]? {
    guard let added else { return [] }
    guard case .compiled(let own) = body.indentation else { return nil }
    return own + added
  }

  /// Whether a callee would include itself at another indentation, and so on without end.
  private func grows(_ source: Routine.Source, to indentation: [UInt8]) -> Bool {
    guard !indentation.isEmpty else { return false }
    var caller: Int? = body.routine
    while let index = caller {
      let key = routines[index].key
      if key.source == source, key.indentation != .compiled(indentation) { return true }
      caller = routines[index].caller
    }
    return false
  }
}
