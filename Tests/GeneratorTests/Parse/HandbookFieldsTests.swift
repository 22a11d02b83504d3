import Fields
import Foundation
import Testing

@testable import Generator

/// The handbook for editors, in which every key of front matter and of YAML files must be told of.
@Suite struct HandbookFieldsTests {
  static let inner: [Schema] = [
    .source, .image, .attachment, .ignore, .menuItem, .audience, .show,
  ]

  @Test func theHandbookTellsOfEveryKey() throws {
    let page = Repository.root.appending(path: "docs/editors.vi.md")
    let handbook = try String(contentsOf: page, encoding: .utf8)
    let keys = Schema.allKeys.union(Self.inner.flatMap(\.keys))
    #expect(keys.count > 70)
    #expect(keys.filter { !handbook.contains("`\($0)`") }.sorted() == [])
  }
}
