/// The keys that a kind of YAML map may have.
package struct Schema: Sendable {
  /// As messages call it.
  package let name: String
  package let keys: [String]
  /// Those that maps of another type have: no slip of the pen, but in the wrong place.
  package let elsewhere: Set<String>

  package init(name: String, keys: [String], elsewhere: Set<String> = []) {
    self.name = name
    self.keys = keys
    self.elsewhere = elsewhere
  }
}
