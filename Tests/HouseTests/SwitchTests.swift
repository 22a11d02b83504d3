import Foundation
import TestTraits
import Testing

@testable import Generator

/// A new type of page or kind of output must make the compiler name every place that has to know it. A `default:` would
/// take that away.
@Suite struct SwitchTests {
  @Test(.slow) func noneOverPageTypesOrOutputsHasADefault() throws {
    let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources")
    let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
    var count = 0
    for case let file as URL in try #require(files) where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      count += 1
      #expect(openSwitches(in: text) == [], "\(file.path)")
    }
    #expect(count > 200)
  }

  @Test(arguments: [
    ("switch kind {\ncase .handbook: 1\ndefault: 2\n}", 1),
    ("switch kind {\n  case .page, .siteMap:\n    f()\n  default:\n    g()\n}", 1),
    ("switch kind {\ncase .handbook: 1\ncase .page: 2\n}", 0),
    ("switch byte {\ncase 1: 1\ndefault: 2\n}", 0),
    ("switch kind {\ncase .handbook:\n  switch byte {\n  case 1: 1\n  default: 2\n  }\n}", 0),
    ("counts[.handbook, default: 0] += 1", 0),
  ]) func findsThem(_ text: String, _ count: Int) { #expect(openSwitches(in: text).count == count) }

  @Test func eachKindOfOutputHasItsTurn() {
    #expect(OutputKind.inOrder.map(\.rawValue).sorted() == OutputKind.allCases.map(\.rawValue))
  }

  /// Names that no other enum has.
  private var names: Set<String> {
    Set(Page.Kind.allCases.map { "\($0)" }).union(OutputKind.allCases.map { "\($0)" })
      .subtracting(["page", "document", "home", "section", "search", "asset", "letter", "notFound", "tag"])
  }

  /// The first lines of switches with such a case and a `default:`.
  private func openSwitches(in text: String) -> [String] {
    struct Open { var line: String, isOverKinds = false, hasDefault = false, depth: Int }
    var open: [Open] = []
    var found: [String] = []
    var depth = 0
    for line in text.split(separator: "\n").map({ $0.trimmingCharacters(in: .whitespaces) }) {
      if line.hasPrefix("//") { continue }
      let opens = line.firstRange(of: #/(^|[ =(])switch .*\{$/#) != nil
      if opens { open.append(Open(line: line, depth: depth)) }
      if let last = open.indices.last {
        if line.hasPrefix("default:") { open[last].hasDefault = true }
        if line.hasPrefix("case ") {
          let labels = line.prefix { $0 != ":" }.matches(of: #/\.(\w+)/#).map { String($0.1) }
          if labels.contains(where: names.contains) { open[last].isOverKinds = true }
        }
      }
      depth += line.filter { $0 == "{" }.count - line.filter { $0 == "}" }.count
      while let last = open.last, depth <= last.depth, !opens || line.contains("}") {
        if last.isOverKinds, last.hasDefault { found.append(last.line) }
        open.removeLast()
      }
    }
    return found
  }
}
