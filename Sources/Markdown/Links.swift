import CMarkGFM
import Diagnostics

extension Transformation {
  mutating func transformLink(_ link: Node, references: some References, ids: HeadingIDs) {
    let destination = String(decoding: link.url, as: UTF8.self)
    var open = Array("<a href=\"".utf8)
    var marks = ""
    switch references.link(to: destination) {
    case .external(let href):
      open.appendEscaped(href.utf8)
      marks = " class=\"external\" rel=\"external noopener noreferrer\""
    case .plain(let href):
      open.appendEscaped(href.utf8)
    case .anchor(let id):
      if !ids.used.contains(id) {
        report(
          LinkProblem.missingAnchor(id, page: path, nearest: nearest(to: id, among: ids.used.sorted())),
          at: link, text: destination)
      }
      open.append("#")
      open.appendEscaped(id.utf8)
    case .page(let id, let fragment):
      open += SlotMark.bytes(links.count)
      links.append(
        Document.Link(destination: destination, page: id, fragment: fragment, line: Int32(line(of: link))))
    case .wrong(let problem):
      report(problem, at: link, text: destination)
    }
    open.append("\"")
    if !link.title.isEmpty {
      open.append(" title=\"")
      open.appendEscaped(link.title)
      open.append("\"")
    }
    open.append(marks)
    open.append(">")
    link.become(.custom(block: false, enter: open, exit: "</a>"))
  }
}
