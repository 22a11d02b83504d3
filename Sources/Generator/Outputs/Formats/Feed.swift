import Escaping
import Vietnamese

/// An Atom 1.0 feed (RFC 4287): what is new on a portal, or in one of its sections.
struct Feed: Sendable {
  struct Entry: Sendable {
    let title: String
    /// The page's absolute address.
    let url: String
    /// An absolute IRI that stays the entry's own for ever, even if its address changes (RFC 4287, §4.2.6).
    let id: String
    /// Plain text; empty for none.
    let summary: String
    let published: CalendarDate
    let updated: CalendarDate
    let categories: [String]
  }

  let title: String
  /// Empty for none.
  let subtitle: String
  /// The feed's own absolute address, which is its identity as well.
  let id: String
  /// The absolute address of the page that the feed tells about.
  let siteURL: String
  /// The body in charge; a feed names an author for its entries (RFC 4287, §4.1.1).
  let author: String
  /// A BCP 47 tag, such as `vi`.
  let language: String
  /// In the order in which they are to stand, the newest first.
  let entries: [Entry]

  /// When the newest of the entries was changed. A feed must say so (RFC 4287, §4.1.1), and without entries
  /// it says 1 January 1970: today's date would make every build differ.
  private var updated: CalendarDate {
    entries.lazy.map(\.updated).max() ?? CalendarDate(daysSince1970: 0)
  }

  /// Appends the feed as UTF-8. It is valid whatever the texts hold; that addresses are absolute is the
  /// caller's part.
  func appendAtom(to output: inout [UInt8]) {
    output +=
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\""
      .utf8
    output.append(xml: language)
    output += "\">\n".utf8
    output.append(element: "title", title)
    if !subtitle.isEmpty { output.append(element: "subtitle", subtitle) }
    output.append(element: "id", id)
    output += "<link rel=\"self\" type=\"application/atom+xml\" href=\"".utf8
    output.append(xml: id)
    output += "\"/>\n".utf8
    output.append(alternate: siteURL)
    output.append(element: "updated", updated.rfc3339)
    output += "<author>".utf8
    output.append(element: "name", author, end: "</author>\n")
    for entry in entries { entry.append(to: &output) }
    output += "</feed>\n".utf8
  }
}

extension Feed.Entry {
  fileprivate func append(to output: inout [UInt8]) {
    output += "<entry>\n".utf8
    output.append(element: "title", title)
    output.append(element: "id", id)
    output.append(alternate: url)
    output.append(element: "published", published.rfc3339)
    output.append(element: "updated", updated.rfc3339)
    for category in categories {
      output += "<category term=\"".utf8
      output.append(xml: category)
      output += "\"/>\n".utf8
    }
    if !summary.isEmpty { output.append(element: "summary", summary) }
    output += "</entry>\n".utf8
  }
}

extension [UInt8] {
  fileprivate mutating func append(element name: String, _ text: String, end: String = "\n") {
    self += "<\(name)>".utf8
    append(xml: text)
    self += "</\(name)>\(end)".utf8
  }

  fileprivate mutating func append(alternate url: String) {
    self += "<link rel=\"alternate\" type=\"text/html\" href=\"".utf8
    append(xml: url)
    self += "\"/>\n".utf8
  }
}
