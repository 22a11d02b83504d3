import Escaping
import Markdown
import Templates
import Vietnamese

/// What a page says of itself to search engines: JSON-LD 1.1 in the words of schema.org, one graph a page.
extension RootView {
  func appendStructuredData(to bytes: inout [UInt8]) {
    bytes += drawing.structuredDataStart
    source.appendStructuredData(self, to: &bytes)
    bytes.append(verbatim: "]}")
  }

  var root: String { drawing.portal.url.absolute }

  func appendBreadcrumbs(to bytes: inout [UInt8]) {
    let links = breadcrumbs
    guard !links.isEmpty else { return }
    bytes.append(verbatim: ",{\"@type\":\"BreadcrumbList\",\"itemListElement\":[")
    for (index, link) in links.enumerated() {
      bytes.append(crumb: index + 1, link.title, root, Drawing.address(link.route))
      bytes.append(UInt8(ascii: ","))
    }
    bytes.append(crumb: links.count + 1, title, root, output.path)
    bytes.append(verbatim: "]}")
  }

  /// What the page of the content tree is, in the words of its type.
  func appendPage(_ key: PageKey, to bytes: inout [UInt8]) {
    drawing.page(key).kind.type.appendStructuredData(self, key, &bytes)
  }

  /// What an article and a book both have, and the end of it.
  func appendCommon(_ page: Page, to bytes: inout [UInt8]) {
    bytes.append(member: "description", summary)
    bytes.append(member: "url", canonical)
    bytes.append(member: "inLanguage", drawing.portal.language.rawValue)
    bytes.append(member: "datePublished", page.date?.iso)
    bytes.append(member: "dateModified", (page.updated ?? page.date)?.iso)
    if let image = page.image {
      bytes.append(member: "image", root, drawing.fileRoute(image.file))
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

  /// A section, or a list of tags or pages.
  func appendList(to bytes: inout [UInt8]) {
    bytes.append(verbatim: ",{\"@type\":\"CollectionPage\"")
    bytes.append(member: "name", title)
    bytes.append(member: "description", summary)
    bytes.append(member: "url", canonical)
    bytes.append(member: "inLanguage", drawing.portal.language.rawValue)
    bytes.append(reference: "isPartOf", root, Portal.webSite)
    bytes.append(UInt8(ascii: "}"))
  }
}

/// The body in charge and the site: the same on every page of a portal.
extension Portal {
  /// Names of things in the graph, behind the portal's address.
  static let organisation = "#organization"
  static let webSite = "#website"

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

extension [UInt8] {
  /// Appends a member that names another thing of the graph.
  mutating func append(reference name: StaticString, _ start: String, _ end: String) {
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
