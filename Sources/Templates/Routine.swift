import Diagnostics

/// A template, or a block that replaces another, compiled for one place it is included from.
struct Routine {
  let key: Key
  /// The routine that first called this one, and how many lie between it and the root.
  let caller: Int?
  let depth: Int
  var entry: Int32 = 0
  var calls: [Call] = []
  var diagnostics: [Diagnostic] = []

  /// What two inclusions must share to share their code.
  struct Key: Hashable {
    let source: Source
    let scope: Scope
    /// What goes before each line.
    let indentation: Indentation
    /// What includers put in place of blocks, by name.
    let replacements: [String: Source]
  }

  /// A whole template, or the content of a block node in it.
  struct Source: Hashable {
    let template: Int
    var block: Int?
  }

  enum Indentation: Hashable {
    /// Written into the literals.
    case compiled([UInt8])
    /// Known at render time only: a partial that includes itself, indented further each time.
    case rendered
  }

  struct Call {
    let callee: Int
    let instruction: Int
    /// Whether a section on a record or a list stands around it, so that the callee sees other data.
    let advances: Bool
    let site: Program.Site
  }

  /// How deep inclusions may nest at render time: far deeper than a tree that people read.
  static let maximumDepth = 1000
  /// How many inclusions one render may make: partials that double at each level reach it soon.
  static let maximumCalls = 1_000_000
}
