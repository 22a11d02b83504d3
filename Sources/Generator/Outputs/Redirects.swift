import Publishing
/// Old addresses of pages, as pages that lead on.
struct Redirects: HTMLSource {
  var isPage: Bool { false }
  var turn: PublishingTurn { .pointer }

  func declare(_ draft: SiteDraft, into addresses: inout AddressBook) {
    for key in draft.keys {
      let page = draft.page(key)
      for alias in page.aliases {
        addresses.add(alias.route, .redirect, item: key.number, owner: page.path, place: alias.place)
      }
    }
  }

  func layout(_ output: Output, of drawing: Drawing) -> Layout { .redirect }
  func title(_ output: Output, of drawing: Drawing) -> String { drawing.page(output.key).title }
  func canonical(_ output: Output, of drawing: Drawing) -> String? { drawing.canonical(output.key) }
  func appendStructuredData(_ view: RootView, to bytes: inout [UInt8]) {}
}
