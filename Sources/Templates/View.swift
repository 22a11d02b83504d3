/// A value of the site as templates see it. A conforming type lists its fields once:
///
/// ```
/// struct TagView: View {
///   let tag: Tag
///   static let fields = Fields<TagView>("tag", [
///     .text("name", "the tag as editors wrote it") { $0.tag.name },
///     .list("pages", "newest first", PageView.self) { $0.tag.pages.map(PageView.init) },
///   ])
/// }
/// ```
///
/// Declare `fields` with `let`: its shape must be the same instance at every call. A view that fits in three
/// words (a reference and an index, say) is handed over without an allocation.
public protocol View: Record {
  static var fields: Fields<Self> { get }
}

extension View {
  @inlinable public var shape: Shape { Self.fields.shape }
  @inlinable public func value(at slot: Int) -> Value { Self.fields.readers[slot](self) }

  @inlinable public func print(slot: Int, escaped: Bool, into output: inout [UInt8]) {
    Self.fields.printers[slot](self, escaped, &output)
  }
}

/// The fields of a kind of view: their shape, and how each is read.
public struct Fields<V>: Sendable {
  public let shape: Shape
  @usableFromInline let readers: [@Sendable (V) -> Value]
  @usableFromInline let printers: [Field<V>.Printer]

  /// - Parameters:
  ///   - name: what the documentation calls a record of this kind.
  ///   - fields: in any order; no name may occur twice.
  public init(_ name: String, _ fields: [Field<V>]) {
    let names = Set(fields.map(\.described.name))
    precondition(names.count == fields.count, "two fields of “\(name)” have one name")
    shape = Shape(name, fields.map(\.described))
    readers = fields.map(\.read)
    printers = fields.map(\.print)
  }
}

/// One field of a view: name, meaning for theme authors, type, and a closure that reads it.
public struct Field<V>: Sendable {
  @usableFromInline typealias Printer = @Sendable (V, _ escaped: Bool, inout [UInt8]) -> Void

  let described: Shape.Field
  let read: @Sendable (V) -> Value
  let print: Printer

  /// - Parameter print: appends what `read` would give, for fields that can do it without making a value.
  @usableFromInline init(
    _ name: String, _ doc: String, _ type: @autoclosure @escaping @Sendable () -> FieldType,
    read: @escaping @Sendable (V) -> Value, print: Printer? = nil
  ) {
    described = Shape.Field(name, type(), doc)
    self.read = read
    self.print = print ?? { view, escaped, output in output.append(read(view), escaped: escaped) }
  }
}

// None of these is overloaded: a literal of sixty fields must type-check in no time.
extension Field {
  /// Text; nil prints nothing and a section on it is not entered.
  @inlinable public static func text(
    _ name: String, _ doc: String, _ read: @escaping @Sendable (V) -> String?
  ) -> Field {
    Field(
      name, doc, .text, read: { view in read(view).map(Value.text) ?? .none },
      print: { view, escaped, output in
        if let text = read(view) { output.append(text, escaped: escaped) }
      })
  }

  /// Text that is one text after another, such as the way to a folder and the rest of an address. It is printed
  /// without being joined.
  @inlinable public static func address(
    _ name: String, _ doc: String, _ read: @escaping @Sendable (V) -> (String, String)
  ) -> Field {
    Field(
      name, doc, .text,
      read: { view in
        let (start, end) = read(view)
        return .text(start + end)
      },
      print: { view, escaped, output in
        let (start, end) = read(view)
        output.append(start, escaped: escaped)
        output.append(end, escaped: escaped)
      })
  }

  /// A whole number, printed in digits; zero counts as a value.
  @inlinable public static func number(
    _ name: String, _ doc: String, _ read: @escaping @Sendable (V) -> Int?
  ) -> Field {
    Field(name, doc, .text) { view in read(view).map { .text(String($0)) } ?? .none }
  }

  /// Safe markup in UTF-8.
  @inlinable public static func html(
    _ name: String, _ doc: String, _ read: @escaping @Sendable (V) -> [UInt8]?
  ) -> Field {
    Field(name, doc, .html) { view in read(view).map(Value.html) ?? .none }
  }

  /// Safe markup that the view appends itself, without an array in between. It always counts as present.
  @inlinable public static func raw(
    _ name: String, _ doc: String, _ write: @escaping @Sendable (V, inout [UInt8]) -> Void
  ) -> Field where V: Sendable {
    Field(
      name, doc, .html, read: { view in .raw { write(view, &$0) } },
      print: { view, _, output in write(view, &output) })
  }

  @inlinable public static func flag(
    _ name: String, _ doc: String, _ read: @escaping @Sendable (V) -> Bool
  ) -> Field {
    Field(name, doc, .flag) { view in .flag(read(view)) }
  }

  @inlinable public static func record<R: View>(
    _ name: String, _ doc: String, _ type: R.Type, _ read: @escaping @Sendable (V) -> R?
  ) -> Field {
    Field(name, doc, .record(R.fields.shape)) { view in read(view).map { .record($0) } ?? .none }
  }

  @inlinable public static func list<R: View>(
    _ name: String, _ doc: String, _ type: R.Type, _ read: @escaping @Sendable (V) -> [R]
  ) -> Field {
    Field(name, doc, .list(.record(R.fields.shape))) { view in .list(read(view).map { .record($0) }) }
  }

  /// A list of texts, each printed with `{{.}}`.
  @inlinable public static func texts(
    _ name: String, _ doc: String, _ read: @escaping @Sendable (V) -> [String]
  ) -> Field {
    Field(name, doc, .list(.text)) { view in .list(read(view).map(Value.text)) }
  }

  /// A record whose fields are known at run time; it must be of the given shape.
  @inlinable public static func table(
    _ name: String, _ doc: String, _ shape: @autoclosure @escaping @Sendable () -> Shape,
    _ read: @escaping @Sendable (V) -> Table?
  ) -> Field {
    Field(name, doc, .record(shape())) { view in read(view).map { .record($0) } ?? .none }
  }
}
