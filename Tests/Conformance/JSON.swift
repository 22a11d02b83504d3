import Foundation
import Templates

/// The data of a conformance test.
enum JSON: Decodable, Sendable {
  case null
  case flag(Bool)
  case text(String)
  case list([JSON])
  case object([String: JSON])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? container.decode(Int.self) {
      self = .text("\(number)")
    } else if let number = try? container.decode(Double.self) {
      self = .text("\(number)")
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let items = try? container.decode([JSON].self) {
      self = .list(items)
    } else {
      self = .object(try container.decode([String: JSON].self))
    }
  }
}

/// What a template sees of data whose types nobody declared: each list's items are of one type, which has the
/// fields of them all.
indirect enum Inferred {
  case unknown
  case value(FieldType)
  case list(Inferred)
  case record([String: Inferred])

  init(_ json: JSON) {
    switch json {
    case .null: self = .unknown
    case .flag: self = .value(.flag)
    case .text: self = .value(.text)
    case .list(let items): self = .list(items.reduce(.unknown) { $0.merged(with: Inferred($1)) })
    case .object(let members): self = .record(members.mapValues(Inferred.init))
    }
  }

  private func merged(with other: Inferred) -> Inferred {
    switch (self, other) {
    case (.list(let a), .list(let b)): .list(a.merged(with: b))
    case (.record(let a), .record(let b)): .record(a.merging(b) { $0.merged(with: $1) })
    case (.unknown, _): other
    default: self
    }
  }

  func fieldType() -> FieldType {
    switch self {
    case .unknown: return .text
    case .value(let type): return type
    case .list(let element): return .list(element.fieldType())
    case .record(let members):
      let fields = members.sorted { $0.key < $1.key }.map { name, member in
        let type = member.fieldType()
        return Shape.Field(name, type, "")
      }
      return .record(Shape("object", fields))
    }
  }
}

extension Value {
  /// The data as a value of the type inferred for it.
  init(_ json: JSON, as type: FieldType) {
    switch (json, type) {
    case (.flag(let flag), .flag): self = .flag(flag)
    case (.text(let text), .text): self = .text(text)
    case (.list(let items), .list(let element)): self = .list(items.map { Value($0, as: element) })
    case (.object(let members), .record(let shape)):
      self = .record(
        Table(
          shape, shape.fields.map { field in members[field.name].map { Value($0, as: field.type) } ?? .none })
      )
    default: self = .none
    }
  }
}
