import CMarkGFM
import Diagnostics
import Escaping

extension Transformation {
  mutating func transformLink(_ link: Node, references: some References, ids: HeadingIDs) {
    let destination = String(decoding: link.url, as: UTF8.self)
    var open = [UInt8](markup: "<a href=\"")
    var marks = ""
    switch references.link(to: destination) {
    case .external(let href):
      open.appendAddress(href)
      use(.outside, written: destination, at: link)
      marks = " class=\"external\" rel=\"external noopener noreferrer\""
    case .plain(let href):
      open.appendAddress(href)
      use(.outside, written: destination, at: link)
    case .file(let href, let id):
      open.appendAddress(href)
      use(.file(id, isShown: false), written: destination, at: link)
    case .anchor(let id):
      if !ids.used.contains(id) {
        report(
          LinkProblem.missingAnchor(id, page: path, nearest: nil), at: link, text: destination)
      }
      open.append("#")
      open.appendAddress(id)
    case .page(let id, let fragment):
      open.appendSlotMark(use(.page(id, fragment: fragment), written: destination, at: link))
    case .gone(let problem):
      report(problem, at: link, text: destination, as: .warning)
      return link.become(.custom(block: false, enter: "", exit: ""))
    case .wrong(let problem):
      report(problem, at: link, text: destination)
    }
    open.append("\"")
    if !link.title.isEmpty {
      open.append(" title=\"")
      open.append(escaping: link.title)
      open.append("\"")
    }
    open.append(marks)
    open.append(">")
    link.become(.custom(block: false, enter: open, exit: "</a>"))
  }
}

extension [UInt8] {
  /// Appends an address as HTML, with percent encoding of the ASCII characters that no address can hold.
  mutating func appendAddress(_ address: String) {
    for byte in address.utf8 {
      switch byte {
      case ...0x20, 0x7F, UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"),
        UInt8(ascii: "^"),
        UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"):
        append("%\(byte < 0x10 ? "0" : "")\(String(byte, radix: 16, uppercase: true))")
      case UInt8(ascii: "&"): append("&amp;")
      default: append(byte)
      }
    }
  }
}
