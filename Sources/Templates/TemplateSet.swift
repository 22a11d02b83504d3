import Diagnostics

/// The templates of a theme, which include each other by name.
public struct TemplateSet: Sendable {
  /// One template as it was read.
  public struct Source: Sendable {
    /// What tags call it, without an extension: `page`, `parts/menu`.
    public let name: String
    /// The file as diagnostics name it.
    public let path: String
    /// The file in UTF-8.
    public let bytes: [UInt8]

    public init(name: String, path: String, bytes: [UInt8]) {
      self.name = name
      self.path = path
      self.bytes = bytes
    }
  }

  /// A template to compile, and what it will be rendered with.
  public struct Entry: Sendable {
    public let name: String
    public let root: Shape
    public let globals: [Shape]

    public init(_ name: String, for root: Shape, globals: [Shape] = []) {
      self.name = name
      self.root = root
      self.globals = globals
    }
  }

  /// What is wrong with the templates whatever they are rendered with.
  public let diagnostics: [Diagnostic]
  private let syntaxes: [Syntax]
  private let indices: [String: Int]

  /// Parses every template. Of two with one name the first counts.
  public init(_ sources: [Source]) {
    syntaxes = sources.map { parse($0.bytes, name: $0.name, path: $0.path) }
    indices = Dictionary(sources.indices.map { (sources[$0].name, $0) }) { first, _ in first }
    diagnostics = ordered(syntaxes.flatMap(\.diagnostics))
  }

  /// The names of all templates, sorted.
  public var names: [String] { indices.keys.sorted() }

  /// Compiles a template and all it includes.
  ///
  /// - Parameters:
  ///   - name: one of the set; for another name the template is empty and a diagnostic says so.
  ///   - root: the shape of the record it will be rendered with.
  ///   - globals: the shapes of records in scope around that one, the outermost first.
  /// - Returns: the template, which can be rendered whatever is wrong with it, and what is wrong.
  public func template(named name: String, for root: Shape, globals: [Shape] = []) -> (
    template: Template, diagnostics: [Diagnostic]
  ) {
    template(named: name, for: globals.map(FieldType.record) + [.record(root)])
  }

  /// Compiles all templates that a site is rendered with.
  ///
  /// - Returns: a template for each entry, in order, and every problem of every template of the set once,
  ///   sorted by file and place. What a dynamic name (`{{>*kind}}`) leads to is checked when it is rendered.
  public func compile(_ entries: [Entry]) -> (templates: [Template], diagnostics: [Diagnostic]) {
    let compiled = entries.map { template(named: $0.name, for: $0.root, globals: $0.globals) }
    return (compiled.map(\.template), ordered(diagnostics + compiled.flatMap(\.diagnostics)))
  }

  package func template(named name: String, for types: [FieldType]) -> (Template, [Diagnostic]) {
    guard let index = indices[name] else {
      let problem = TemplateProblem.missingPartial(name, nearest: nearest(to: name, among: names))
      var program = Program(code: [.return])
      for case .record(let shape) in types { program.shapes.append(shape) }
      return (Template(name: name, types: types, program), [Diagnostic(problem, in: "\(name).mustache")])
    }
    var compiler = Compiler(syntaxes, indices: indices)
    let (program, problems) = compiler.compile(index, for: types)
    return (Template(name: name, types: types, program), ordered(problems))
  }
}

/// Each diagnostic once, by file and place. What one tag does wrong in two scopes counts once.
func ordered(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
  func bounds(_ diagnostic: Diagnostic) -> (Int, Int) {
    if case .bytes(let range) = diagnostic.place { (range.lowerBound, range.upperBound) } else { (0, 0) }
  }
  let sorted = diagnostics.enumerated().sorted { a, b in
    if a.element.path != b.element.path { return a.element.path < b.element.path }
    let (first, second) = (bounds(a.element), bounds(b.element))
    return first == second ? a.offset < b.offset : first < second
  }
  var found: [Diagnostic] = []
  // Where the diagnostics of the present place start. Wording is costly, so it is compared only in one place.
  var start = 0
  for (_, diagnostic) in sorted {
    if let last = found.last, last.path != diagnostic.path || bounds(last) != bounds(diagnostic) {
      start = found.count
    }
    let isKnown = (start..<found.count).contains { index in
      found[index].problem.report.code == diagnostic.problem.report.code
    }
    if !isKnown { found.append(diagnostic) }
  }
  return found
}
