/// The keys that a kind of YAML map may have.
package struct Schema: Sendable {
  /// As messages call it.
  package let name: String
  package let keys: [String]

  package init(name: String, keys: [String]) {
    self.name = name
    self.keys = keys
  }
}
