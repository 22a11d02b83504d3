import Diagnostics

/// An address outside the project, and one place that uses it.
package struct OutsideLink: Sendable {
  /// `https://…` or `http://…`, as it is written.
  package let url: String
  /// The file, relative to the project.
  package let path: String
  package let place: Place
  /// What a reader sees in its place; empty where that is a picture or no words of its author's.
  let text: String
}
