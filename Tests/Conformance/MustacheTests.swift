import Foundation
import Templates
import Testing

/// The Mustache specification's own tests (https://github.com/mustache/spec).
@Suite(
  "Mustache specification",
  .enabled(
    if: ConformanceData.has("mustache"),
    "skipped: scripts/setup fetches the specification's tests"))
struct MustacheTests {
  /// Tests that fail, as “suite: name”. One that starts to pass must leave the list.
  static let knownFailures: Set<String> = []

  @Test(arguments: [
    ("comments", 12), ("delimiters", 14), ("interpolation", 39), ("inverted", 22), ("partials", 12),
    ("sections", 34), ("~dynamic-names", 21), ("~inheritance", 27),
  ])
  func suite(_ name: String, least: Int) throws {
    let suite = try JSONDecoder().decode(Suite.self, from: ConformanceData.read("mustache/\(name).json"))
    #expect(suite.tests.count >= least, "the suite has lost tests")
    var passed = 0
    for test in suite.tests {
      let rendered = test.rendered()
      let passes = rendered == test.expected
      passed += passes ? 1 : 0
      let isKnown = Self.knownFailures.contains("\(name): \(test.name)")
      #expect(
        passes != isKnown,
        """
        \(name): \(test.name) (\(isKnown ? "known to fail, but passes" : test.desc))
        template: \(test.template.debugDescription)
        expected: \(test.expected.debugDescription)
        rendered: \(rendered.debugDescription)
        """)
    }
    print("Mustache \(name): \(passed) of \(suite.tests.count)")
  }

  struct Suite: Decodable {
    let tests: [Case]
  }

  struct Case: Decodable {
    let name: String
    let desc: String
    let data: JSON
    let template: String
    let partials: [String: String]?
    let expected: String

    /// Diagnostics are not looked at: the specification renders what is missing as nothing.
    func rendered() -> String {
      let root = "(root)"
      let sources = [(key: root, value: template)] + (partials ?? [:]).sorted { $0.key < $1.key }
      let templates = TemplateSet(
        sources.map { .init(name: $0.key, path: $0.key, bytes: Array($0.value.utf8)) })
      let type = Inferred(data).fieldType()
      let (template, _) = templates.template(named: root, for: [type])
      var output: [UInt8] = []
      _ = template.render(value: Value(data, as: type), into: &output)
      return String(decoding: output, as: UTF8.self)
    }
  }
}
