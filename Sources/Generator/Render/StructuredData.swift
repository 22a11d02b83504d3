import Markdown
import Templates
import Vietnamese

/// What a page says of itself to search engines: JSON-LD 1.1 in the words of schema.org, one graph a page.
extension RootView {
  func appendStructuredData(to bytes: inout [UInt8]) {
    bytes += edition.structuredDataStart
    let url = canonical
    switch output.route {
    case .notFound, .redirect: break
    case .page(let key, 1):
      appendBreadcrumbs(to: &bytes)
      appendPage(key, at: url, to: &bytes)
      Questions(of: edition.page(key).body).append(to: &bytes, for: url)
    case .book(let key):
      appendBreadcrumbs(to: &bytes)
      appendPage(key, at: url, to: &bytes)
    default:
      appendBreadcrumbs(to: &bytes)
      appendList(at: url, to: &bytes)
    }
    bytes.append(verbatim: "]}")
  }

  private var root: String { edition.portal.url.absolute }

  private func appendBreadcrumbs(to bytes: inout [UInt8]) {
    let links = breadcrumbs
    guard !links.isEmpty else { return }
    bytes.append(verbatim: ",{\"@type\":\"BreadcrumbList\",\"itemListElement\":[")
    for (index, link) in links.enumerated() {
      bytes.append(crumb: index + 1, link.title, root, Edition.address(link.route))
      bytes.append(UInt8(ascii: ","))
    }
    bytes.append(crumb: links.count + 1, title, root, output.path)
    bytes.append(verbatim: "]}")
  }

  private func appendPage(_ key: Key, at url: String, to bytes: inout [UInt8]) {
    let page = edition.page(key)
    switch page.kind {
    case .home: break
    case .handbook:
      bytes.append(verbatim: ",{\"@type\":\"Book\"")
      bytes.append(member: "name", page.title)
      appendCommon(page, at: url, to: &bytes)
    case .document:
      bytes.append(verbatim: ",{\"@type\":\"DigitalDocument\"")
      bytes.append(member: "name", page.title)
      bytes.append(member: "identifier", page.issue?.number)
      bytes.append(member: "dateCreated", page.issue?.issued?.iso)
      appendCommon(page, at: url, to: &bytes)
    case .campaign:
      appendEvent(page, at: url, to: &bytes)
      appendList(at: url, to: &bytes)
    case _ where page.kind.isSection: appendList(at: url, to: &bytes)
    default:
      bytes.append(verbatim: ",{\"@type\":\"Article\"")
      bytes.append(member: "headline", page.title)
      appendBook(around: key, to: &bytes)
      appendCommon(page, at: url, to: &bytes)
    }
  }

  /// A campaign with a first day; without one it is no event.
  private func appendEvent(_ page: Page, at url: String, to bytes: inout [UInt8]) {
    guard let settings = page.section, let starts = settings.starts else { return }
    bytes.append(verbatim: ",{\"@type\":\"Event\"")
    bytes.append(member: "name", page.title)
    bytes.append(member: "description", summary)
    bytes.append(member: "url", url)
    bytes.append(member: "startDate", starts.iso)
    bytes.append(member: "endDate", settings.ends?.iso)
    bytes.append(reference: "organizer", root, Portal.organisation)
    bytes.append(UInt8(ascii: "}"))
  }

  /// What an article and a book both have, and the end of it.
  private func appendCommon(_ page: Page, at url: String, to bytes: inout [UInt8]) {
    bytes.append(member: "description", summary)
    bytes.append(member: "url", url)
    bytes.append(member: "inLanguage", edition.portal.language.rawValue)
    bytes.append(member: "datePublished", page.date?.iso)
    bytes.append(member: "dateModified", (page.updated ?? page.date)?.iso)
    if let image = page.image {
      bytes.append(member: "image", root, edition.fileRoute(image.file))
    }
    // The unit that answers for it. Whether its author is a person or a body, nothing says.
    if let owner = page.issue?.issuer ?? page.provenance?.owner {
      bytes.append(member: "author")
      bytes.append(verbatim: "{\"@type\":\"Organization\"")
      bytes.append(member: "name", owner)
      bytes.append(UInt8(ascii: "}"))
    } else {
      bytes.append(reference: "author", root, Portal.organisation)
    }
    bytes.append(member: "creditText", page.provenance?.author)
    bytes.append(reference: "publisher", root, Portal.organisation)
    bytes.append(UInt8(ascii: "}"))
  }

  private func appendBook(around key: Key, to bytes: inout [UInt8]) {
    let parent = edition.site.parents[Int(key)]
    guard edition.page(key).kind == .chapter, parent >= 0 else {
      return bytes.append(reference: "isPartOf", root, Portal.webSite)
    }
    bytes.append(member: "isPartOf")
    bytes.append(verbatim: "{\"@type\":\"Book\"")
    bytes.append(member: "name", edition.page(parent).title)
    bytes.append(member: "url", edition.canonical(parent))
    bytes.append(UInt8(ascii: "}"))
  }

  /// A section, or a list of tags or pages.
  private func appendList(at url: String, to bytes: inout [UInt8]) {
    bytes.append(verbatim: ",{\"@type\":\"CollectionPage\"")
    bytes.append(member: "name", title)
    bytes.append(member: "description", summary)
    bytes.append(member: "url", url)
    bytes.append(member: "inLanguage", edition.portal.language.rawValue)
    bytes.append(reference: "isPartOf", root, Portal.webSite)
    bytes.append(UInt8(ascii: "}"))
  }
}

/// The body in charge and the site: the same on every page of a portal.
extension Portal {
  /// Names of things in the graph, behind the portal's address.
  fileprivate static let organisation = "#organization"
  fileprivate static let webSite = "#website"

  /// How every page's graph begins.
  var structuredData: [UInt8] {
    let root = url.absolute
    var bytes = Array("{\"@context\":\"https://schema.org\",\"@graph\":[{\"@type\":".utf8)
    bytes.append(json: kind.schemaType)
    bytes.append(member: "@id", root, Self.organisation)
    bytes.append(member: "name", body)
    bytes.append(member: "url", root)
    for (name, text) in [("telephone", phone), ("email", email)] as [(StaticString, String)]
    where !text.isPlaceholder {
      bytes.append(member: name, text)
    }
    if !address.isPlaceholder { bytes.append(member: "address", address) }
    if let parent = parentBody {
      bytes.append(member: "parentOrganization")
      bytes.append(verbatim: "{\"@type\":\"GovernmentOrganization\"")
      bytes.append(member: "name", parent)
      bytes.append(UInt8(ascii: "}"))
    }
    bytes.append(verbatim: "},{\"@type\":\"WebSite\"")
    bytes.append(member: "@id", root, Self.webSite)
    bytes.append(member: "name", title)
    bytes.append(member: "description", description)
    bytes.append(member: "url", root)
    bytes.append(member: "inLanguage", language.rawValue)
    bytes.append(reference: "publisher", root, Self.organisation)
    bytes.append(UInt8(ascii: "}"))
    return bytes
  }
}

extension Portal.Kind {
  fileprivate var schemaType: String {
    switch self {
    case .district, .ward, .commune, .province: "GovernmentOrganization"
    case .school: "School"
    case .union, .other: "Organization"
    }
  }
}

/// The questions that a page answers: its headings of level 2 that end with a question mark, each with the text
/// below it.
private struct Questions {
  private var found: [(question: String, answer: Range<Int>)] = []
  private let body: Document

  init(of body: Document) {
    self.body = body
    let headings = body.headings.lazy.filter { $0.level == 2 }
    guard headings.count(where: { $0.text.utf8.last == UInt8(ascii: "?") }) > 1 else { return }
    var end = body.html.count
    body.html.withUnsafeBufferPointer { html in
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

extension [UInt8] {
  /// Appends a member that names another thing of the graph.
  fileprivate mutating func append(reference name: StaticString, _ start: String, _ end: String) {
    append(member: name)
    append(verbatim: "{\"@id\":\"")
    append(jsonPart: start)
    append(jsonPart: end)
    append(verbatim: "\"}")
  }

  fileprivate mutating func append(crumb position: Int, _ name: String?, _ start: String, _ end: String) {
    append(verbatim: "{\"@type\":\"ListItem\",\"position\":\(position)")
    append(member: "name", name)
    append(member: "item", start, end)
    append(UInt8(ascii: "}"))
  }
}
