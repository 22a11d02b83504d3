import Publishing
import Diagnostics
import Files

/// What is new on the portal, and in each section that has dated pages, as Atom.
struct Feeds: OutputSource {
  var turn: PublishingTurn { .pointer }

  private static let wholePortal = "feed.xml"

  func declare(_ draft: SiteDraft, into addresses: inout AddressBook) {
    guard !draft.site.recent.isEmpty else { return }
    addresses.add(Self.wholePortal, .feed)
    for key in draft.keys where draft.page(key).kind.isSection && draft.page(key).kind != .home {
      guard draft.site.children[key].contains(where: { draft.page($0).isNews }) else { continue }
      addresses.add(draft.site.routes[key].dropLast(5) + "/feed.xml", .feed, item: key.number)
    }
  }

  func append(_ output: Output, of drawing: Drawing, to bytes: inout [UInt8]) throws(Disk.Failure)
    -> [Diagnostic]
  {
    feed(output, drawing).appendAtom(to: &bytes)
    return []
  }

  private func feed(_ output: Output, _ drawing: Drawing) -> Feed {
    let root = drawing.portal.url.absolute
    let section = output.path == Self.wholePortal ? nil : output.key
    let entries = newest(in: section, drawing).map { key in
      let page = drawing.page(key)
      let date = page.date ?? .first
      return Feed.Entry(
        title: page.title, url: root + drawing.route(key), id: drawing.canonical(key),
        summary: page.description,
        published: date, updated: max(page.updated ?? date, date), categories: page.tags.map(\.name))
    }
    let title = section.map { drawing.page($0).title + " – " + drawing.portal.title } ?? drawing.portal.title
    return Feed(
      title: title, subtitle: section.map { drawing.page($0).description } ?? drawing.portal.description,
      id: root + output.path, siteURL: root + (section.map(drawing.route) ?? ""), author: drawing.portal.body,
      language: drawing.portal.language.rawValue, entries: Array(entries))
  }

  /// Enough for a reader that looks in once a week.
  private static let length = 30

  private func newest(in section: PageKey?, _ drawing: Drawing) -> ArraySlice<PageKey> {
    guard let section else { return drawing.site.recent.prefix(Self.length) }
    let dated = drawing.site.children[section].filter { drawing.page($0).isNews }
    return dated.sorted {
      (drawing.page($0).date ?? .first, $0) > (drawing.page($1).date ?? .first, $1)
    }.prefix(Self.length)
  }
}

extension Page {
  /// Whether feeds tell of it.
  fileprivate var isNews: Bool { !header.kind.isSection && header.date != nil }
}
