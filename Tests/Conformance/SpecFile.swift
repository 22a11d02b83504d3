/// A file of examples in the format of the CommonMark specification: `example` and the names of extensions
/// after a fence of 32 backticks, Markdown, a full stop alone on a line, HTML, the fence again. `→` stands for
/// a tab.
struct SpecFile {
  struct Example {
    /// From 1, in the file.
    let number: Int
    let line: Int
    let section: String
    let extensions: [String]
    let markdown: String
    let html: String
  }

  let examples: [Example]

  init(_ text: String) {
    let fence = String(repeating: "`", count: 32)
    var examples: [Example] = []
    var section = ""
    var open: (line: Int, extensions: [String])?
    var parts: [String] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.hasPrefix(fence + " example") {
        open = (index + 1, line.dropFirst(fence.count + 8).split(separator: " ").map(String.init))
        parts = [""]
      } else if line == fence, let example = open {
        precondition(parts.count == 2, "line \(index + 1): an example has two parts")
        examples.append(
          Example(
            number: examples.count + 1, line: example.line, section: section, extensions: example.extensions,
            markdown: parts[0], html: parts[1]))
        open = nil
      } else if open != nil {
        if line == ".", parts.count == 1 {
          parts.append("")
        } else {
          parts[parts.count - 1] += line.replacing("→", with: "\t") + "\n"
        }
      } else if line.hasPrefix("#") {
        section = String(line.drop { $0 == "#" || $0 == " " })
      }
    }
    self.examples = examples
  }
}
