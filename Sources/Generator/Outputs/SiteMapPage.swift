/// The site map for people.
struct SiteMapPage: HTMLSource {
  func declare(_ draft: SiteDraft, into addresses: inout AddressBook) {
    addresses.add("\(draft.words.siteMap).html", .siteMap)
  }

  func layout(_ output: Output, of drawing: Drawing) -> Layout { .siteMap }
  func title(_ output: Output, of drawing: Drawing) -> String { drawing.theme.word("site_map") }
}
