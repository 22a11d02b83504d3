/// The names, types and meanings of a record's fields.
///
/// A class because its identity is the point: a template is compiled for shapes, and each shape it opens has
/// one register at render time.
public final class Shape: Sendable {
  /// One field of a record, as the documentation of a theme's fields lists it.
  public struct Field: Sendable {
    public let name: String
    /// What it holds, in a sentence for theme authors.
    public let doc: String
    private let typeWhenAsked: @Sendable () -> FieldType

    /// The type is asked for only once templates are compiled, so that a shape can contain itself.
    public init(_ name: String, _ type: @autoclosure @escaping @Sendable () -> FieldType, _ doc: String) {
      self.name = name
      self.doc = doc
      typeWhenAsked = type
    }

    public var type: FieldType { typeWhenAsked() }
  }

  public let name: String
  /// In slot order.
  public let fields: [Field]
  private let slots: [String: Int]

  /// Makes a new shape, different from every other one even if the fields are the same.
  ///
  /// - Parameters:
  ///   - name: what the documentation calls a record of this shape.
  ///   - fields: in slot order; of two with one name the first is found.
  public init(_ name: String, _ fields: [Field]) {
    self.name = name
    self.fields = fields
    slots = Dictionary(fields.enumerated().map { ($1.name, $0) }) { first, _ in
      first
    }
  }

  /// Where the field stands, or nil when there is none of that name.
  public func slot(of name: String) -> Int? { slots[name] }

  /// This shape and all that its fields lead to, each once, in the order they are first mentioned.
  public var reachable: [Shape] {
    var found = [self]
    var seen: Set<Shape> = [self]
    var next = 0
    while next < found.count {
      for field in found[next].fields {
        if let shape = field.type.opened, seen.insert(shape).inserted { found.append(shape) }
      }
      next += 1
    }
    return found
  }
}

extension Shape: Hashable {
  public static func == (a: Shape, b: Shape) -> Bool { a === b }
  public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

/// What kind of value a field holds.
public enum FieldType: Sendable, Hashable {
  /// Escaped when it is printed.
  case text
  /// Safe markup, printed as it is.
  case html
  /// Decides a section and is not printed.
  case flag
  case record(Shape)
  indirect case list(FieldType)
}

extension FieldType: CustomStringConvertible {
  /// As the documentation writes it: “text”, “page”, “list of tag”.
  public var description: String {
    switch self {
    case .text: "text"
    case .html: "html"
    case .flag: "flag"
    case .record(let shape): shape.name
    case .list(let element): "list of \(element)"
    }
  }

  /// The shape that sections on a field of this type lead to.
  public var opened: Shape? {
    switch self {
    case .text, .html, .flag: nil
    case .record(let shape): shape
    case .list(let element): element.opened
    }
  }
}
