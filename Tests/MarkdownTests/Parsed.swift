import Diagnostics
import Markdown
import ProblemCodes

/// A text parsed as the page `trang.md`, whose links and pictures mean what `SampleReferences` says.
struct Parsed {
  let document: Document
  /// One a problem: `error code line text`.
  let problems: [String]
  let remedies: [String]

  init(_ text: String, firstLine: Int = 1, in language: Language = .vi) {
    var found: [Diagnostic] = []
    document = Array(text.utf8).withUnsafeBufferPointer {
      Document(
        parsing: $0, path: "trang.md", firstLine: firstLine, references: SampleReferences(),
        labels: .labels(for: language), problems: &found)
    }
    problems = found.map { diagnostic in
      let code = diagnostic.problem.code
      guard case .text(let text, let line) = diagnostic.place else { return "\(diagnostic.severity) \(code)" }
      return "\(diagnostic.severity) \(code) \(line) \(text)"
    }
    remedies = found.map { $0.problem.report.phrase(in: language).remedy }
  }

  /// The HTML as one line, with `{n}` where the address of link n belongs. Not valid UTF-8: nil.
  var html: String? {
    guard let html = document.html else { return nil }
    var bytes: [UInt8] = []
    var start = 0
    for slot in document.slots {
      bytes += html[start..<Int(slot.offset)]
      bytes += Array("{\(slot.use)}".utf8)
      start = Int(slot.offset)
    }
    bytes += html[start...]
    return String(validating: bytes.filter { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
  }

  var plainText: String? { String(validating: document.plainText(), as: UTF8.self) }
  var ids: [String] { document.headings.map(\.id) }
}

/// Decides by the look of the address alone; no file is needed.
struct SampleReferences: References {
  func link(to destination: String) -> LinkTarget {
    if destination.hasPrefix("javascript:") { return .wrong(LinkProblem.dangerousScheme("javascript")) }
    if destination.hasPrefix("http") { return .external(href: destination) }
    if destination.hasPrefix("#") { return .anchor(String(destination.dropFirst())) }
    let parts = destination.split(separator: "#").map(String.init)
    guard parts.first?.hasSuffix(".md") == true else { return .plain(href: destination) }
    return .page(id: PageKey(number: Int32(parts[0].utf8.count)), fragment: parts.count > 1 ? parts[1] : nil)
  }

  func image(at destination: String) -> ImageTarget {
    if destination.hasPrefix("http") { return .wrong(LinkProblem.remoteImage(destination)) }
    return .file(
      href: destination, id: AssetID(number: 7), size: destination.hasSuffix(".svg") ? nil : (640, 480))
  }
}
