import Diagnostics

/// The state of one render. It keeps its own stacks, so depth in templates or data costs no call stack.
struct Rendering: ~Copyable {
  /// The record last opened of each shape. In memory of its own, where a record can be asked without being copied.
  let registers: UnsafeMutablePointer<any Record>
  private let registerCount: Int
  var dot = Value.none
  var problems: [Diagnostic] = []
  private var frames: [Frame] = []
  private var calls: [Call] = []
  private var callCount = 0
  private var indentation: [UInt8] = []
  /// Where the indentation in force starts.
  private var indentationStart = 0

  /// An open section: what its register held before, and how far it has come in a list.
  private struct Frame {
    var saved: Value
    var items: [Value] = []
    var next = 0
  }

  private struct Call {
    let instruction: Int
    let indentationStart: Int
    let indentationEnd: Int
  }

  init(registers count: Int) {
    registers = .allocate(capacity: count)
    registers.initialize(repeating: nothing, count: count)
    registerCount = count
  }

  deinit {
    registers.deinitialize(count: registerCount)
    registers.deallocate()
  }

  mutating func run(_ program: Program, into output: inout [UInt8]) {
    program.code.withUnsafeBufferPointer { code in
      program.pool.withUnsafeBufferPointer { pool in
        run(program, code, pool, into: &output)
      }
    }
  }

  private mutating func run(
    _ program: Program, _ code: UnsafeBufferPointer<Instruction>, _ pool: UnsafeBufferPointer<UInt8>,
    into output: inout [UInt8]
  ) {
    var loaded = Value.none
    var next = 0
    while true {
      let instruction = code[next]
      next += 1
      switch instruction {
      case .literal(let start, let count):
        output.append(contentsOf: UnsafeBufferPointer(rebasing: pool[Int(start)..<Int(start + count)]))
      case .indent: output.append(contentsOf: indentation[indentationStart...])
      case .print(let register, let slot):
        registers[Int(register)].print(slot: Int(slot), escaped: true, into: &output)
      case .printUnescaped(let register, let slot):
        registers[Int(register)].print(slot: Int(slot), escaped: false, into: &output)
      case .printLoaded: output.append(loaded, escaped: true)
      case .printLoadedUnescaped: output.append(loaded, escaped: false)

      case .load(let register, let slot): loaded = registers[Int(register)].value(at: Int(slot))
      case .loadRecord(let register): loaded = .record(registers[Int(register)])
      case .loadDot: loaded = dot
      case .step(let register, let slot):
        guard case .record(let record) = loaded, record.shape === program.shapes[Int(register)] else {
          loaded = .none
          continue
        }
        loaded = record.value(at: Int(slot))

      case .skipUnless(let target): if !loaded.isTruthy { next = Int(target) }
      case .skipIf(let target): if loaded.isTruthy { next = Int(target) }
      case .openRecord(let register, let end):
        if !open(loaded, register, of: program) { next = Int(end) }
      case .closeRecord(let register): restore(register)
      case .openDot(let end):
        if loaded.isTruthy {
          frames.append(Frame(saved: dot))
          dot = loaded
        } else {
          next = Int(end)
        }
      case .closeDot, .nextDot, .nextRecord, .openRecords, .openDots:
        repeatSection(instruction, loaded, &next, program)

      case .call, .callIndented, .callIndentedAnew, .callNamed:
        guard call(instruction, loaded, &next, program, pool) else { return }
      case .return:
        guard let call = calls.popLast() else { return }
        next = call.instruction
        indentation.removeLast(indentation.count - call.indentationEnd)
        indentationStart = call.indentationStart
      }
    }
  }
}

// MARK: Sections

extension Rendering {
  private mutating func open(_ value: Value, _ register: Int32, of program: Program) -> Bool {
    guard case .record(let record) = value else { return false }
    guard record.shape === program.shapes[Int(register)] else {
      assertionFailure("a field of type “\(program.shapes[Int(register)].name)” holds “\(record.shape.name)”")
      return false
    }
    frames.append(Frame(saved: .record(registers[Int(register)])))
    registers[Int(register)] = record
    return true
  }

  private mutating func restore(_ register: Int32) {
    guard case .record(let record) = frames.removeLast().saved else { return }
    registers[Int(register)] = record
  }

  private mutating func repeatSection(
    _ instruction: Instruction, _ loaded: Value, _ next: inout Int, _ program: Program
  ) {
    switch instruction {
    case .openRecords(let register, let end):
      guard case .list(let items) = loaded, !items.isEmpty else { return next = Int(end) }
      frames.append(Frame(saved: .record(registers[Int(register)]), items: items))
      if !advance(register, of: program) { next = Int(end) }
    case .nextRecord(let register, let start):
      if advance(register, of: program) { next = Int(start) }
    case .openDots(let end):
      guard case .list(let items) = loaded, !items.isEmpty else { return next = Int(end) }
      frames.append(Frame(saved: dot, items: items, next: 1))
      dot = items[0]
    case .nextDot(let start):
      let top = frames.count - 1
      let index = frames[top].next
      guard index < frames[top].items.count else { return dot = frames.removeLast().saved }
      dot = frames[top].items[index]
      frames[top].next = index + 1
      next = Int(start)
    default: dot = frames.removeLast().saved
    }
  }

  /// Puts the next item of the innermost list into a register; false, and all as before, behind the last.
  private mutating func advance(_ register: Int32, of program: Program) -> Bool {
    let top = frames.count - 1
    while frames[top].next < frames[top].items.count {
      let item = frames[top].items[frames[top].next]
      frames[top].next += 1
      if case .record(let record) = item, record.shape === program.shapes[Int(register)] {
        registers[Int(register)] = record
        return true
      }
    }
    restore(register)
    return false
  }
}

// MARK: Calls

extension Rendering {
  /// Goes to a callee; false when rendering must stop.
  private mutating func call(
    _ instruction: Instruction, _ loaded: Value, _ next: inout Int, _ program: Program,
    _ pool: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let returning = Call(
      instruction: next, indentationStart: indentationStart, indentationEnd: indentation.count)
    callCount += 1
    guard calls.count < Routine.maximumDepth, callCount <= Routine.maximumCalls else {
      if let site = program.sites[next - 1] { problems.append(endless(site)) }
      return false
    }
    switch instruction {
    case .call(let entry): next = Int(entry)
    case .callIndented(let entry, let start, let count):
      indentation.append(contentsOf: pool[Int(start)..<Int(start + count)])
      next = Int(entry)
    case .callIndentedAnew(let entry, let start, let count):
      indentationStart = indentation.count
      indentation.append(contentsOf: pool[Int(start)..<Int(start + count)])
      next = Int(entry)
    case .callNamed(let index):
      guard case .text(let name) = loaded, !name.isEmpty else { return true }
      let table = program.tables[Int(index)]
      guard let callee = table.candidates[name] else {
        if let site = program.sites[next - 1] { problems.append(missing(name, site, table)) }
        return true
      }
      problems += callee.problems
      if table.anew { indentationStart = indentation.count }
      indentation.append(contentsOf: pool[table.indentation])
      next = Int(callee.entry)
    default: return true
    }
    calls.append(returning)
    return true
  }

  private func missing(_ name: String, _ site: Program.Site, _ table: Program.Table) -> Diagnostic {
    let near = nearest(to: name, among: table.candidates.keys.sorted())
    return Diagnostic(
      TemplateProblem.missingPartial(name, nearest: near), in: site.path, at: .bytes(site.range))
  }
}

/// What a register holds before its first section.
private let nothing: any Record = Table(Shape("nothing", []), [])
