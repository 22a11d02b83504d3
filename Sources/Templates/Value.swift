/// What a field of a record holds when a template asks for it.
public enum Value: Sendable {
  /// Nothing: prints nothing, and a section on it is not entered.
  case none
  /// Only decides a section; it cannot be printed.
  case flag(Bool)
  /// Plain text, escaped by `{{ }}`.
  case text(String)
  /// Markup in UTF-8 that is already safe, so `{{ }}` prints it as it is.
  case html([UInt8])
  /// Safe markup that is appended to the output without first standing in an array of its own.
  case raw(@Sendable (inout [UInt8]) -> Void)
  /// A record that a section opens.
  case record(any Record)
  /// Items that a section repeats for, all of the type the field declares.
  case list([Value])
}

extension Value {
  /// Whether a section on this value is entered: the empty text, list and markup are not.
  @inline(__always) var isTruthy: Bool {
    switch self {
    case .none: false
    case .flag(let flag): flag
    case .text(let text): !text.isEmpty
    case .html(let bytes): !bytes.isEmpty
    case .raw, .record: true
    case .list(let items): !items.isEmpty
    }
  }
}
