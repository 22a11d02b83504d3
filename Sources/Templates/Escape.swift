import Escaping

extension [UInt8] {
  @usableFromInline mutating func append(_ text: String, escaped: Bool) {
    if escaped { append(escaping: text) } else { append(verbatim: text) }
  }

  /// Appends what a tag prints of a value: nothing of what has no text.
  mutating func append(_ value: consuming Value, escaped: Bool) {
    switch value {
    case .text(let text): append(text, escaped: escaped)
    case .html(let bytes): append(contentsOf: bytes)
    case .raw(let write): write(&self)
    case .none, .flag, .record, .list: break
    }
  }
}
