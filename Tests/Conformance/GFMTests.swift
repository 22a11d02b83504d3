import CMarkGFM
import Diagnostics
import Foundation
import Testing

@testable import Markdown

/// The examples of the GFM specification (https://github.github.com/gfm/) and of cmark-gfm's own tests, run
/// as cmark-gfm's `test/spec_tests.py` runs them: raw HTML on, and the extensions that the example or the suite
/// names.
@Suite("GitHub Flavored Markdown") struct GFMTests {
  /// Examples that fail, as “suite number”. One that starts to pass must leave the list.
  static let knownFailures: Set<String> = []

  @Test(
    .enabled(if: ConformanceData.has("gfm/spec.txt"), "skipped: scripts/setup fetches the specification"))
  func specification() throws { try run("spec", ConformanceData.read("gfm/spec.txt"), least: 670) }

  @Test(
    .enabled(
      if: ConformanceData.has("gfm/extensions.txt") && ConformanceData.has("gfm/regression.txt"),
      "skipped: scripts/setup fetches cmark-gfm's own tests"),
    arguments: [
      ("extensions", ["table", "strikethrough", "autolink", "tagfilter", "footnotes", "tasklist"], 30),
      ("regression", [], 25),
    ])
  func ownTests(_ suite: String, extensions: [String], least: Int) throws {
    try run(suite, ConformanceData.read("gfm/\(suite).txt"), extensions: extensions, least: least)
  }

  private func run(_ suite: String, _ data: Data, extensions: [String] = [], least: Int) throws {
    var ran = 0
    var passed = 0
    for example in SpecFile(String(decoding: data, as: UTF8.self)).examples
    where !example.extensions.contains("disabled") {
      let rendered = render(example.markdown, extensions: example.extensions + extensions)
      // “<IGNORE>” says that only a crash would be a failure.
      let passes = rendered == example.html || example.html == "<IGNORE>\n"
      ran += 1
      passed += passes ? 1 : 0
      let isKnown = Self.knownFailures.contains("\(suite) \(example.number)")
      #expect(
        passes != isKnown,
        """
        \(suite) \(example.number)\(isKnown ? " is known to fail, but passes" : ""): \
        line \(example.line), \(example.section)
        markdown: \(example.markdown.debugDescription)
        expected: \(example.html.debugDescription)
        rendered: \(rendered.debugDescription)
        """)
      checkDocument(example, of: suite)
    }
    print("GFM \(suite): \(passed) of \(ran)")
    #expect(ran >= least, "the suite has lost examples")
  }

  private func render(_ markdown: String, extensions: [String]) -> String {
    let names = Set(extensions)
    let footnotes = names.contains("footnotes") ? CMARK_OPT_FOOTNOTES : 0
    return Array(markdown.utf8).withUnsafeBufferPointer {
      Tree(
        parsing: $0, extensions: names.sorted().compactMap(Tree.Extension.init),
        options: CMARK_OPT_DEFAULT | CMARK_OPT_UNSAFE | footnotes
      ).withHTML { String(decoding: $0, as: UTF8.self) }
    }
  }

  /// A page made of the example keeps what every page promises, however odd the Markdown.
  private func checkDocument(_ example: SpecFile.Example, of suite: String) {
    var problems: [Diagnostic] = []
    let document = Array(example.markdown.utf8).withUnsafeBufferPointer {
      Document(
        parsing: $0, path: "a.md", references: AnyReference(), labels: .vietnamese, problems: &problems)
    }
    let html = String(validating: document.html ?? [], as: UTF8.self) ?? "not UTF-8"
    let isSafe = problems.contains { $0.severity == .error } || !html.contains("<!--")
    let ids = html.matches(of: /<(?:h[1-6]|li|a)[^>]* id="([^"]*)"/).map { String($0.1) }
    let slotsFit = document.slots.allSatisfy { slot in
      (document.html ?? [])[..<Int(slot.offset)].suffix(6).elementsEqual("href=\"".utf8)
    }
    #expect(
      isSafe && slotsFit && Set(ids).count == ids.count && html != "not UTF-8",
      "\(suite) \(example.number) as a page: \(html.debugDescription)")
  }

  /// Every link goes to a page, every picture exists.
  struct AnyReference: References {
    func link(to destination: String) -> LinkTarget { .page(id: PageKey(number: 0), fragment: nil) }
    func image(at destination: String) -> ImageTarget {
      .file(href: destination, id: AssetID(number: 0), size: nil)
    }
  }
}
