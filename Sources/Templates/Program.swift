import Diagnostics

/// One step of a render. Offsets are 32 bits so that an instruction is sixteen bytes.
///
/// Most steps act on the loaded value, which `load…` and `step` set.
enum Instruction: Sendable {
  /// Appends bytes of the pool.
  case literal(start: Int32, count: Int32)
  /// Appends the indentation of the partials being rendered.
  case indent
  /// Appends a field of the record in a register.
  case print(register: Int32, slot: Int32)
  case printUnescaped(register: Int32, slot: Int32)
  case load(register: Int32, slot: Int32)
  case loadRecord(register: Int32)
  case loadDot
  /// Goes from a loaded record, of the shape of a register, to a field of it.
  case step(register: Int32, slot: Int32)
  case printLoaded
  case printLoadedUnescaped
  /// Jumps if the loaded value is false or empty.
  case skipUnless(to: Int32)
  case skipIf(to: Int32)
  /// Opens the loaded record, or jumps if there is none.
  case openRecord(register: Int32, end: Int32)
  case closeRecord(register: Int32)
  /// Makes the loaded value `{{.}}`, or jumps if it is empty.
  case openDot(end: Int32)
  case closeDot
  /// Opens the first record of the loaded list, or jumps if there is none.
  case openRecords(register: Int32, end: Int32)
  case nextRecord(register: Int32, start: Int32)
  case openDots(end: Int32)
  case nextDot(start: Int32)
  case call(Int32)
  /// Calls with bytes of the pool as indentation: added to the one in force, or in its place.
  case callIndented(Int32, start: Int32, count: Int32)
  case callIndentedAnew(Int32, start: Int32, count: Int32)
  /// Calls the template that the loaded text names.
  case callNamed(table: Int32)
  case `return`
}

/// What a template compiles to.
struct Program: Sendable {
  var code: [Instruction] = []
  /// The bytes that templates print as they stand.
  var pool: [UInt8] = []
  /// The shape whose records a register holds.
  var shapes: [Shape] = []
  var tables: [Table] = []
  /// The calls, for reporting what is found only at render time.
  var sites: [Int: Site] = [:]

  /// The templates that a dynamic name may call.
  struct Table: Sendable {
    var candidates: [String: Candidate] = [:]
    /// Bytes of the pool that are added to the indentation in force, or put in its place.
    var indentation: Range<Int>
    var anew: Bool
  }

  struct Candidate: Sendable {
    var entry: Int32
    /// What is wrong with it in the scope of this call; it matters only if it is called.
    var problems: [Diagnostic]
  }

  /// The tag an instruction comes from.
  struct Site: Sendable {
    let path: String
    let range: Range<Int>
    let target: String
  }
}
