import Escaping
import Markdown

/// The questions that a page answers: its headings of level 2 that end with a question mark, each with the text
/// below it.
struct Questions {
  private let answered: [(question: String, answer: String)]

  init(of body: Document) {
    let isQuestion: (Document.Heading) -> Bool = { $0.level == 2 && $0.text.utf8.last == UInt8(ascii: "?") }
    guard body.headings.count(where: isQuestion) > 1, let html = body.html else {
      answered = []
      return
    }
    answered = body.texts(belowLevel: 2, in: html).compactMap { heading, text in
      guard isQuestion(heading) else { return nil }
      let answer = Document.plainText(of: html[text])
      return answer.isEmpty ? nil : (heading.text, String(decoding: answer, as: UTF8.self))
    }
  }

  /// Appends them when there are two at least: fewer make no page of questions.
  func append(to bytes: inout [UInt8], for url: String) {
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
