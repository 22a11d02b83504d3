/// What a web server shows for an address at which nothing stands.
struct NotFoundPage: HTMLSource {
  var isPage: Bool { false }

  func declare(_ draft: SiteDraft, into addresses: inout AddressBook) {
    addresses.add(Site.notFound, .notFound)
  }

  func layout(_ output: Output, of drawing: Drawing) -> Layout { .notFound }
  func title(_ output: Output, of drawing: Drawing) -> String { drawing.theme.word("not_found") }
  func base(_ output: Output) -> Base { .absolute }
  func appendStructuredData(_ view: RootView, to bytes: inout [UInt8]) {}
}
