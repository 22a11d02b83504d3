import Diagnostics

/// Compiles a template, and all it includes, for the shapes of the records it will be rendered with.
///
/// Routines are compiled in the order they are first called, and every call of a routine that exists already
/// is a jump to it; nothing here recurses, however templates include each other.
struct Compiler {
  let syntaxes: [Syntax]
  let indices: [String: Int]
  var program = Program()
  var routines: [Routine] = []
  var known: [Routine.Key: Int] = [:]
  var registers: [Shape: Int32] = [:]
  var candidates: [Candidates] = []
  var body: Body

  /// A dynamic name's table while its routines are not yet compiled.
  struct Candidates {
    let table: Int
    let name: String
    let routine: Int
  }

  init(_ syntaxes: [Syntax], indices: [String: Int]) {
    self.syntaxes = syntaxes
    self.indices = indices
    body = Body(routine: 0, scope: Scope())
  }

  /// - Parameters:
  ///   - template: the index of the root template.
  ///   - types: what is in scope, the innermost last.
  mutating func compile(_ template: Int, for types: [FieldType]) -> (Program, [Diagnostic]) {
    for case .record(let shape) in types { _ = register(of: shape) }
    let scope = types.reduce(Scope()) { $0.opening($1) }
    _ = routine(
      Routine.Key(
        source: .init(template: template), scope: scope, indentation: .compiled([]), replacements: [:]),
      calledBy: nil)
    var next = 0
    while next < routines.count {
      compileBody(of: next)
      next += 1
    }
    cutEndlessInclusions()
    link()
    let syntaxProblems = Set(routines.map(\.key.source.template)).flatMap { syntaxes[$0].diagnostics }
    return (program, syntaxProblems + problems(reachedFrom: 0))
  }

  /// The register for records of a shape.
  mutating func register(of shape: Shape) -> Int32 {
    if let register = registers[shape] { return register }
    let register = Int32(program.shapes.count)
    program.shapes.append(shape)
    registers[shape] = register
    return register
  }

  /// The routine for a key, which is queued to be compiled if it is new; nil if there is no end of them.
  mutating func routine(_ key: Routine.Key, calledBy caller: Int?) -> Int? {
    if let index = known[key] { return index }
    let depth = caller.map { routines[$0].depth + 1 } ?? 0
    guard depth <= Routine.maximumDepth, routines.count < 20_000, program.pool.count < 1 << 28 else {
      return nil
    }
    known[key] = routines.count
    routines.append(Routine(key: key, caller: caller, depth: depth))
    return routines.count - 1
  }

  /// What is wrong with a routine or one it calls by a fixed name.
  func problems(reachedFrom root: Int) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var seen: Set<Int> = [root]
    var queue = [root]
    while let index = queue.popLast() {
      found += routines[index].diagnostics
      for call in routines[index].calls where seen.insert(call.callee).inserted { queue.append(call.callee) }
    }
    return found
  }

  /// Replaces routine numbers by where their code starts.
  private mutating func link() {
    for call in routines.lazy.flatMap(\.calls) {
      let entry = routines[call.callee].entry
      switch program.code[call.instruction] {
      case .call: program.code[call.instruction] = .call(entry)
      case .callIndented(_, let start, let count):
        program.code[call.instruction] = .callIndented(entry, start: start, count: count)
      case .callIndentedAnew(_, let start, let count):
        program.code[call.instruction] = .callIndentedAnew(entry, start: start, count: count)
      default: continue
      }
      program.sites[call.instruction] = call.site
    }
    var problemsOf: [Int: [Diagnostic]] = [:]
    for candidate in candidates {
      let problems = problemsOf[candidate.routine] ?? problems(reachedFrom: candidate.routine)
      problemsOf[candidate.routine] = problems
      program.tables[candidate.table].candidates[candidate.name] =
        Program.Candidate(entry: routines[candidate.routine].entry, problems: problems)
    }
  }
}
