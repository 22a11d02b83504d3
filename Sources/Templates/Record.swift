/// Something with named fields that a template can open and print from.
///
/// A value type conforms through `View`; `Table` is for data whose fields are known only at run time.
public protocol Record: Sendable {
  /// Which fields there are. Every record of one kind returns the same instance.
  var shape: Shape { get }

  /// The value of the field that stands at `slot` in `shape.fields`.
  func value(at slot: Int) -> Value

  /// Appends the same value, escaped or not as the tag asks for.
  func print(slot: Int, escaped: Bool, into output: inout [UInt8])
}

extension Record {
  public func print(slot: Int, escaped: Bool, into output: inout [UInt8]) {
    output.append(value(at: slot), escaped: escaped)
  }
}

/// A record made at run time, such as the words of a theme.
public struct Table: Record {
  public let shape: Shape
  public let values: [Value]

  /// Takes one value for each field of the shape, in the shape's order and of the declared types.
  public init(_ shape: Shape, _ values: [Value]) {
    precondition(values.count == shape.fields.count, "table “\(shape.name)” needs a value for each field")
    self.shape = shape
    self.values = values
  }

  /// Makes a table of texts, with a shape of its own.
  public init(_ name: String, texts: [(name: String, text: String)], doc: String = "") {
    self.init(
      Shape(name, texts.map { Shape.Field($0.name, .text, doc) }), texts.map { Value.text($0.text) })
  }

  public func value(at slot: Int) -> Value { values[slot] }
}
