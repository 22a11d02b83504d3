import Diagnostics

/// What names mean at a place in a template: the shapes that enclosing sections have opened.
///
/// Each shape occurs once. Opening a shape again moves it to the top, because what it held before can no
/// longer be named; so there are finitely many scopes, and a recursive partial needs finitely many
/// compilations.
struct Scope: Hashable, Sendable {
  /// The innermost last.
  private(set) var shapes: [Shape] = []
  /// The type of `{{.}}` if the innermost section is on a text or another value that is no record.
  private(set) var dot: FieldType?

  func opening(_ type: FieldType) -> Scope {
    var inner = self
    if case .record(let shape) = type {
      inner.shapes.removeAll { $0 === shape }
      inner.shapes.append(shape)
      inner.dot = nil
    } else {
      inner.dot = type
    }
    return inner
  }
}

/// Where a name's value is found at render time.
struct Reference {
  enum Base {
    /// A field of the record last opened of a shape.
    case field(Shape, slot: Int)
    case record(Shape)
    case dot
  }

  let base: Base
  /// The further parts of a dotted name.
  var steps: [(shape: Shape, slot: Int)] = []
  var type: FieldType
}

enum Resolution {
  case found(Reference)
  /// With the name in scope that was probably meant.
  case unknown(nearest: String?)
}

extension Scope {
  func resolve(_ name: Name) -> Resolution {
    guard let first = name.parts.first else { return resolveDot() }
    for shape in shapes.reversed() {
      if let slot = shape.slot(of: first) {
        let type = shape.fields[slot].type
        return resolve(name, from: Reference(base: .field(shape, slot: slot), type: type))
      }
    }
    let candidates = shapes.reversed().lazy.flatMap { $0.fields.lazy.map(\.name) }
    let near = nearest(to: first, among: candidates)
    return .unknown(nearest: near.map { ([$0] + name.parts.dropFirst()).joined(separator: ".") })
  }

  private func resolveDot() -> Resolution {
    if let dot { return .found(Reference(base: .dot, type: dot)) }
    guard let shape = shapes.last else { return .unknown(nearest: nil) }
    return .found(Reference(base: .record(shape), type: .record(shape)))
  }

  private func resolve(_ name: Name, from start: Reference) -> Resolution {
    var reference = start
    for (index, part) in name.parts.enumerated().dropFirst() {
      guard case .record(let shape) = reference.type else { return .unknown(nearest: nil) }
      guard let slot = shape.slot(of: part) else {
        let near = nearest(to: part, among: shape.fields.lazy.map(\.name))
        return .unknown(
          nearest: near.map {
            (name.parts[..<index] + [$0] + name.parts[(index + 1)...]).joined(separator: ".")
          })
      }
      reference.steps.append((shape, slot))
      reference.type = shape.fields[slot].type
    }
    return .found(reference)
  }
}
