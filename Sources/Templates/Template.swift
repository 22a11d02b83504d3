import Diagnostics

/// A compiled template: immutable, and rendered by any number of threads at once.
public struct Template: Sendable {
  public let name: String
  let types: [FieldType]
  let program: Program

  init(name: String, types: [FieldType], _ program: Program) {
    self.name = name
    self.types = types
    self.program = program
  }

  /// Appends the rendered bytes.
  ///
  /// - Parameters:
  ///   - root: a record of the shape the template was compiled for.
  ///   - globals: records of the shapes given as `globals` when it was compiled, in that order.
  ///   - output: keeps what it holds already.
  /// - Returns: what only the data could show: a dynamic name without a template, and inclusions without end,
  ///   at which rendering stops. Nearly always empty.
  public func render(_ root: any Record, globals: [any Record] = [], into output: inout [UInt8])
    -> [Diagnostic]
  {
    precondition(globals.count == types.count - 1, "template “\(name)” was compiled for other globals")
    var rendering = Rendering(registers: program.shapes.count)
    for (index, record) in globals.enumerated() { set(record, as: index, in: &rendering) }
    set(root, as: globals.count, in: &rendering)
    rendering.run(program, into: &output)
    return rendering.problems.isEmpty ? [] : ordered(rendering.problems)
  }

  private func set(_ record: any Record, as index: Int, in rendering: inout Rendering) {
    guard case .record(let shape) = types[index], shape === record.shape else {
      preconditionFailure("template “\(name)” was compiled for another shape than “\(record.shape.name)”")
    }
    // The registers of the first shapes are given out in order.
    rendering.registers[program.shapes.firstIndex { $0 === shape }!] = record
  }

  /// Renders a value that is no record, as the Mustache specification's tests do.
  package func render(value: Value, into output: inout [UInt8]) -> [Diagnostic] {
    var rendering = Rendering(registers: program.shapes.count)
    if case .record(let record) = value { set(record, as: 0, in: &rendering) }
    rendering.dot = value
    rendering.run(program, into: &output)
    return rendering.problems.isEmpty ? [] : ordered(rendering.problems)
  }
}
