import Files
import Search
import Vietnamese

/// What a portal's search finds, and by what it can be narrowed.
struct SearchDocuments {
  private(set) var list: [SearchIndex.Document] = []
  private var facets: [Facet] = []
  private var facetNumbers: [Facet: Int] = [:]
  private var sections: [String] = []
  private var portals: [String] = []
  private let edition: Edition

  private struct Facet: Hashable {
    let section: Int
    let audiences: [Int]
    let portal: Int
  }

  init(_ edition: Edition) {
    self.edition = edition
    portals = [edition.portal.title]
    let own = edition.site.portal
    var isListed = [Bool](repeating: false, count: edition.content.pages.count)
    for key in edition.searchedKeys {
      let page = edition.site.shown[Int(key)]
      isListed[Int(page)] = true
      add(page, title: section(around: key), address: edition.route(key), portal: 0)
    }
    guard edition.portal.searchesAll else { return }
    // Elsewhere only what this portal does not show itself; a page that several others share is found once.
    for other in edition.project.portals.indices where other != own {
      let routes = PageRoutes(content: edition.content, selection: edition.selection).routes(of: other)
      let url = edition.project.portals[other].url.absolute
      var number: Int?
      for (key, page) in edition.selection.shown[other].enumerated() where page >= 0 && !isListed[Int(page)] {
        isListed[Int(page)] = true
        guard edition.content.pages[Int(page)].kind != .home else { continue }
        if number == nil {
          portals.append(edition.project.portals[other].title)
          number = portals.count - 1
        }
        add(page, title: nil, address: url + routes[key], portal: number ?? 0)
      }
    }
  }

  private mutating func add(_ index: Int32, title: String?, address: String, portal: Int) {
    let page = edition.content.pages[Int(index)]
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
    list.append(SearchIndex.Document(page: Int(index), card: card(of: page, at: address), facet: number))
  }

  /// The title of the section right below the home page.
  private func section(around key: Key) -> String? {
    var top = key
    while edition.site.parents[Int(top)] >= 0, edition.site.parents[Int(top)] != edition.home {
      top = edition.site.parents[Int(top)]
    }
    return edition.page(top).kind.isSection ? edition.page(top).title : nil
  }

  /// Title, address, description, date, headings as text, id, text, id …; 0 for an id that is the plain slug.
  private func card(of page: Page, at address: String) -> [UInt8] {
    var json: [UInt8] = [UInt8(ascii: "[")]
    json.append(json: page.title)
    for text in [address, page.description, page.date.map(edition.words) ?? ""] {
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
    return json + Array("]]".utf8)
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
    json.append(member: "audiences", list: edition.project.audiences.map(\.name))
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

extension Edition {
  /// Every page but the home page, in the tree's order.
  var searchedKeys: [Key] {
    site.shown.indices.lazy.filter { self.site.shown[$0] >= 0 && Key($0) != self.home }.map { Key($0) }
  }
}
