import Escaping
import Files
import Search
import Vietnamese

/// What a portal's search finds, and by what it can be narrowed.
struct SearchDocuments {
  private(set) var list: [SearchIndex.Document] = []
  private var addresses: [String] = []
  private var facets: [Facet] = []
  private var facetNumbers: [Facet: Int] = [:]
  private var sections: [String] = []
  private var portals: [String] = []
  private let drawing: Drawing
  /// The id of the portal whose pages were added last.
  private var lastPortal = ""

  private struct Facet: Hashable {
    let section: Int
    let audiences: [Int]
    let portal: Int
  }

  init(_ drawing: Drawing) {
    self.drawing = drawing
    portals = [drawing.portal.title]
    var isListed = Rows<PageID, Bool>(repeating: false, count: drawing.pageCount)
    for key in drawing.searchedKeys {
      guard let page = drawing.site.shown[key] else { continue }
      isListed[page] = true
      add(page, title: section(around: key), address: drawing.route(key), portal: 0)
    }
    guard drawing.portal.searchesAll else { return }
    // Elsewhere only what this portal does not show itself; a page that several others share is found once.
    drawing.pagesElsewhere(except: &isListed) { page, portal, address in
      if lastPortal != portal.id { portals.append(portal.title) }
      lastPortal = portal.id
      add(page, title: nil, address: address, portal: portals.count - 1)
    }
  }

  private mutating func add(_ id: PageID, title: String?, address: String, portal: Int) {
    let page = drawing.page(id)
    var section = -1
    if let title {
      section = sections.lastIndex(of: title) ?? sections.count
      if section == sections.count { sections.append(title) }
    }
    let facet = Facet(section: section, audiences: page.audiences, portal: portal)
    let number = facetNumbers[facet] ?? facets.count
    if number == facets.count {
      facetNumbers[facet] = number
      facets.append(facet)
    }
    list.append(SearchIndex.Document(page: id.index, facet: number))
    addresses.append(address)
  }

  /// The title of the section right below the home page.
  private func section(around key: PageKey) -> String? {
    let top = drawing.site.around(key).prefix { $0 != drawing.home }.last.map(drawing.page)
    return top.flatMap { $0.kind.isSection ? $0.title : nil }
  }

  /// Title, address, description, date, headings as text, id, text, id …; 0 for an id that is the plain slug.
  ///
  /// - Parameter number: of the document in `list`.
  func card(_ number: Int) -> [UInt8] {
    let page = drawing.page(PageID(list[number].page))
    var json: [UInt8] = [UInt8(ascii: "[")]
    json.append(json: page.title)
    for text in [addresses[number], page.description, page.date.map(drawing.words) ?? ""] {
      json.append(UInt8(ascii: ","))
      json.append(json: text)
    }
    json += Array(",[".utf8)
    for heading in page.body.headings.prefix(Self.headingsPerCard) {
      if json.last != UInt8(ascii: "[") { json.append(UInt8(ascii: ",")) }
      json.append(json: heading.text)
      json.append(UInt8(ascii: ","))
      if Self.isPlainSlug(heading.id, of: heading.text) {
        json.append(UInt8(ascii: "0"))
      } else {
        json.append(json: heading.id)
      }
    }
    json += "]]".utf8
    return json
  }

  /// Whether the client makes the same id of a heading's words: it makes nearly every one, and few need be sent.
  private static func isPlainSlug(_ id: String, of text: String) -> Bool {
    var text = text
    var slug: [UInt8] = []
    text.withUTF8 { Folding.appendFolded($0, to: &slug) }
    var count = 0
    var isApart = false
    for byte in slug {
      guard byte.isASCIILetter || byte.isASCIIDigit else {
        isApart = count > 0
        continue
      }
      if isApart {
        slug[count] = UInt8(ascii: "-")
        count += 1
      }
      isApart = false
      slug[count] = byte
      count += 1
    }
    return id.utf8.elementsEqual(slug[..<count])
  }

  private static let headingsPerCard = 6

  /// The names of facets, as members of the core's object.
  var extra: [UInt8] {
    var json: [UInt8] = []
    json.append(member: "facets")
    json.append(UInt8(ascii: "["))
    for (index, facet) in facets.enumerated() {
      let audiences = facet.audiences.map(String.init).joined(separator: ",")
      json += Array("\(index > 0 ? "," : "")[\(facet.section),[\(audiences)],\(facet.portal)]".utf8)
    }
    json.append(UInt8(ascii: "]"))
    json.append(member: "sections", list: sections)
    json.append(member: "audiences", list: drawing.audiences.map(\.name))
    json.append(member: "portals", list: portals)
    return json
  }
}

extension [UInt8] {
  fileprivate mutating func append(member name: StaticString, list: [String]) {
    append(member: name)
    append(UInt8(ascii: "["))
    for (index, text) in list.enumerated() {
      if index > 0 { append(UInt8(ascii: ",")) }
      append(json: text)
    }
    append(UInt8(ascii: "]"))
  }
}

extension Drawing {
  /// Every page but the home page, in the tree's order.
  var searchedKeys: [PageKey] {
    site.keys.filter { $0 != home }
  }
}
