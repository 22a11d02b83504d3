import Markdown

package typealias PageKey = Markdown.PageKey
package typealias AssetID = Markdown.AssetID

/// A number that says which row is meant of one kind of rows.
package protocol RowID: Hashable, Comparable, Sendable {
  var number: Int32 { get }
  init(number: Int32)
}

extension RowID {
  package init(_ index: Int) { self.init(number: Int32(index)) }
  package var index: Int { Int(number) }
}

extension PageKey: RowID {}
extension AssetID: RowID {}

/// A page of the library: one file that was parsed. Several may stand at one `PageKey`, each on other portals.
package struct PageID: RowID {
  package let number: Int32

  package init(number: Int32) { self.number = number }

  package static func < (a: PageID, b: PageID) -> Bool { a.number < b.number }
}

/// An array whose rows are asked for by one kind of number only.
package struct Rows<ID: RowID, Value> {
  package private(set) var values: [Value]

  package init(_ values: [Value] = []) { self.values = values }

  package init(repeating value: Value, count: Int) { values = Array(repeating: value, count: count) }

  package var count: Int { values.count }
  package var ids: LazyMapSequence<Range<Int>, ID> { values.indices.lazy.map { ID($0) } }

  /// The numbers of the rows of which something holds, in their order.
  package func ids(where isMeant: (Value) -> Bool) -> [ID] {
    var ids: [ID] = []
    ids.reserveCapacity(count)
    for index in values.indices where isMeant(values[index]) { ids.append(ID(index)) }
    return ids
  }

  package subscript(id: ID) -> Value {
    get { values[id.index] }
    set { values[id.index] = newValue }
  }

  /// - Returns: the number of the new row.
  @discardableResult
  package mutating func append(_ value: Value) -> ID {
    values.append(value)
    return ID(values.count - 1)
  }

  package func map<Other>(_ transform: (ID, Value) -> Other) -> Rows<ID, Other> {
    Rows<ID, Other>(values.enumerated().map { transform(ID($0), $1) })
  }

  /// Each row with its number.
  package var rows: LazyMapSequence<EnumeratedSequence<[Value]>, (id: ID, value: Value)> {
    values.enumerated().lazy.map { (ID($0.offset), $0.element) }
  }
}

extension Rows: Sendable where Value: Sendable {}
