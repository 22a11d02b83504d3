import Vietnamese

/// A field of a map of YAML, declared once: its key, what stands in it, what people are told of it, and how it is read
/// into an owner.
///
/// ```
/// static let fields = YAMLFields<Issue>("document", [
///   .required("issuer", .words, "Cơ quan ban hành, bắt buộc", "the body that issued it", "UBND phường Cống Vị") {
///     $0.issuer = $1
///   },
///   .date("issued", "Ngày ban hành", "the day it was issued", "2026-01-05") { $0.issued = $1 },
/// ])
/// ```
///
/// Schema, the tables of the handbooks and the keys that the rules of prose look at are made of such lists, or tested
/// against them.
package struct YAMLField<Owner>: Sendable {
  package typealias Reader = @Sendable (inout Owner, inout FieldReader) -> Void

  package let note: FieldNote
  @usableFromInline let read: Reader

  @usableFromInline init(note: FieldNote, read: @escaping Reader) {
    self.note = note
    self.read = read
  }

  /// A field with a reader of its own.
  ///
  /// - Parameters:
  ///   - isRequired: whether it is read even where it is missing, so that the reader can report it.
  ///   - vi: what it means, for the handbook of editors, in Markdown.
  ///   - en: the same for the reference.
  ///   - example: a value as it is written, or several.
  @inlinable package static func other(
    _ key: String, _ content: FieldNote.Content, isRequired: Bool = false, _ vi: String, _ en: String,
    _ example: String..., read: @escaping Reader
  ) -> YAMLField {
    let note = FieldNote(
      key: key, content: content, isRequired: isRequired, vi: vi, en: en, examples: example)
    return YAMLField(note: note, read: read)
  }

  @inlinable package static func text(
    _ key: String, _ content: FieldNote.Content, _ vi: String, _ en: String, _ example: String...,
    take: @escaping @Sendable (inout Owner, String?) -> Void
  ) -> YAMLField {
    YAMLField(note: FieldNote(key: key, content: content, vi: vi, en: en, examples: example)) {
      take(&$0, $1.text(key))
    }
  }

  /// Text that must be there; empty where it is not, which is reported.
  @inlinable package static func required(
    _ key: String, _ content: FieldNote.Content, _ vi: String, _ en: String, _ example: String...,
    take: @escaping @Sendable (inout Owner, String) -> Void
  ) -> YAMLField {
    let note = FieldNote(key: key, content: content, isRequired: true, vi: vi, en: en, examples: example)
    return YAMLField(note: note) { take(&$0, $1.requiredText(key)) }
  }

  @inlinable package static func date(
    _ key: String, _ vi: String, _ en: String, _ example: String...,
    take: @escaping @Sendable (inout Owner, CalendarDate?) -> Void
  ) -> YAMLField {
    YAMLField(note: FieldNote(key: key, content: .date, vi: vi, en: en, examples: example)) {
      take(&$0, $1.date(key))
    }
  }

  @inlinable package static func truth(
    _ key: String, _ vi: String, _ en: String, take: @escaping @Sendable (inout Owner, Bool?) -> Void
  ) -> YAMLField {
    YAMLField(note: FieldNote(key: key, content: .truth, vi: vi, en: en, examples: ["true"])) {
      take(&$0, $1.truthIfGiven(key))
    }
  }

  @inlinable package static func number(
    _ key: String, in bounds: ClosedRange<Int>, _ vi: String, _ en: String, _ example: String...,
    take: @escaping @Sendable (inout Owner, Int?) -> Void
  ) -> YAMLField {
    YAMLField(note: FieldNote(key: key, content: .number, vi: vi, en: en, examples: example)) {
      take(&$0, $1.number(key, in: bounds))
    }
  }
}

/// What people are told of a field.
package struct FieldNote: Sendable {
  /// What stands in a field.
  package enum Content: String, Sendable {
    /// Sentences that people read: the rules of prose look at them.
    case prose = "text that readers see"
    /// A name, or the number of a paper, in which a `#` is a sign like any other.
    case words = "words"
    case wordsList = "a list of words"
    case wordsOrGroups = "words, or a list of groups of fields"
    /// An id, a path, an address: read by machines as much as by people.
    case code = "an id, a path or an address"
    case codeList = "a list of ids or paths"
    case date = "a date"
    case truth = "true or false"
    case number = "a number"
    case choice = "one of a few words"
    case group = "a group of fields"
    case groups = "a list of groups of fields"

    /// Whether a `#` behind a blank is more likely a part of the value than a comment.
    package var isWords: Bool {
      switch self {
      case .prose, .words, .wordsList, .wordsOrGroups: true
      case .code, .codeList, .date, .truth, .number, .choice, .group, .groups: false
      }
    }
  }

  package let key: String
  package let content: Content
  package let isRequired: Bool
  package let vi: String
  package let en: String
  package let examples: [String]

  package init(
    key: String, content: Content, isRequired: Bool = false, vi: String, en: String, examples: [String]
  ) {
    self.key = key
    self.content = content
    self.isRequired = isRequired
    self.vi = vi
    self.en = en
    self.examples = examples
  }
}

/// The fields that a kind of map has, in the order in which the handbooks tell of them.
package struct YAMLFields<Owner>: Sendable {
  package let schema: Schema
  package let notes: [FieldNote]
  @usableFromInline let fields: [(key: String, isRequired: Bool, read: YAMLField<Owner>.Reader)]

  /// - Parameter name: as messages call the map.
  package init(_ name: String, _ fields: [YAMLField<Owner>]) {
    self.fields = fields.map { ($0.note.key, $0.note.isRequired, $0.read) }
    notes = fields.map(\.note)
    schema = Schema(name: name, keys: notes.map(\.key))
    precondition(Set(schema.keys).count == fields.count, "two fields of “\(name)” have one key")
  }

  /// Reads every field that is there or must be; what cannot be read is reported and leaves the owner as it was, or
  /// without the value.
  @inlinable package func read(into owner: inout Owner, _ reader: inout FieldReader) {
    for (key, isRequired, read) in fields where isRequired || reader.holds(key) { read(&owner, &reader) }
  }
}

extension FieldReader {
  /// A list of maps, each read field by field into a value of its own.
  ///
  /// - Parameters:
  ///   - orText: what a text stands for where a map is expected.
  ///   - finish: looks at what was read, and drops it by returning nil.
  package mutating func list<Owner, Item>(
    _ key: String, _ fields: YAMLFields<Owner>, into empty: Owner, orText: (String) -> Item? = { _ in nil },
    _ finish: (Owner, inout FieldReader, YAML) -> Item?
  ) -> [Item] {
    list(key, schema: fields.schema, orText: orText) { reader, item in
      var owner = empty
      fields.read(into: &owner, &reader)
      return finish(owner, &reader, item)
    }
  }

  /// A map, read field by field.
  package mutating func map<Owner, Item>(
    _ key: String, _ fields: YAMLFields<Owner>, into empty: Owner,
    _ finish: (Owner, inout FieldReader) -> Item?
  ) -> Item? {
    map(key, schema: fields.schema) { reader in
      var owner = empty
      fields.read(into: &owner, &reader)
      return finish(owner, &reader)
    }
  }
}
