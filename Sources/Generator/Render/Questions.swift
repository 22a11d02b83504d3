import Escaping
import Markdown

/// The questions that a page answers: its headings of level 2 that end with a question mark, each with the text
/// below it.
struct Questions {
  private var found: [(question: String, answer: Range<Int>)] = []
  private let body: Document

  init(of body: Document) {
    self.body = body
    let headings = body.headings.lazy.filter { $0.level == 2 }
    guard headings.count(where: { $0.text.utf8.last == UInt8(ascii: "?") }) > 1 else { return }
    guard let html = body.html else { return }
    var end = html.count
    html.withUnsafeBufferPointer { html in
      // The footnotes come last; no question's answer is among them.
      if let notes = html.offset(of: "<section class=\"footnotes\"", from: 0) { end = notes }
      var start = 0
      for heading in headings {
        guard let tag = html.offset(of: "<h2 ", from: start), tag < end,
          let close = html.offset(of: "</h2>", from: tag)
        else { return }
        start = close + 5
        guard heading.text.utf8.last == UInt8(ascii: "?") else { continue }
        found.append((heading.text, start..<min(end, html.offset(of: "<h2 ", from: start) ?? end)))
      }
    }
  }

  /// Appends them when there are two at least: fewer make no page of questions.
  func append(to bytes: inout [UInt8], for url: String) {
    let answered = found.map { ($0.question, String(decoding: body.plainText(of: $0.answer), as: UTF8.self)) }
      .filter { !$0.1.isEmpty }
    guard answered.count > 1 else { return }
    bytes.append(verbatim: ",{\"@type\":\"FAQPage\"")
    bytes.append(member: "url", url)
    bytes.append(member: "mainEntity")
    for (index, (question, answer)) in answered.enumerated() {
      bytes.append(verbatim: index == 0 ? "[" : ",")
      bytes.append(verbatim: "{\"@type\":\"Question\"")
      bytes.append(member: "name", question)
      bytes.append(member: "acceptedAnswer")
      bytes.append(verbatim: "{\"@type\":\"Answer\"")
      bytes.append(member: "text", answer)
      bytes.append(verbatim: "}}")
    }
    bytes.append(verbatim: "]}")
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Where a text occurs that begins with `<`.
  fileprivate func offset(of text: StaticString, from start: Int) -> Int? {
    let text = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    var index = start
    while let next = self[index...].firstIndex(of: UInt8(ascii: "<")) {
      if self[next...].starts(with: text) { return next }
      index = next + 1
    }
    return nil
  }
}
