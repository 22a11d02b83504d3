import Files

/// A whole handbook on one page, for printing.
struct Books: HTMLSource {
  // Its chapters are pages already: neither people nor search engines are to count it once more.
  var isPage: Bool { false }

  func declare(_ draft: SiteDraft, into addresses: inout AddressBook) {
    guard draft.theme?.hasBooks == true else { return }
    for key in draft.keys where draft.page(key).kind == .handbook && !draft.site.children[key].isEmpty {
      addresses.add(
        draft.words.book(at: draft.site.routes[key]), .book, item: key.number, owner: draft.page(key).path)
    }
  }

  func layout(_ output: Output, of drawing: Drawing) -> Layout { .book }
  func title(_ output: Output, of drawing: Drawing) -> String { drawing.page(output.key).title }
  func page(_ output: Output) -> PageKey? { output.key }
  func canonical(_ output: Output, of drawing: Drawing) -> String? { drawing.canonical(output.key) }
  func trail(_ view: RootView) -> [LinkView] { [view.link(.page(view.output.key))] }

  func particulars(_ output: Output, of drawing: Drawing) -> [Fingerprint] {
    ([output.key] + drawing.site.children[output.key]).map(drawing.text)
  }

  func appendStructuredData(_ view: RootView, to bytes: inout [UInt8]) {
    view.appendBreadcrumbs(to: &bytes)
    view.appendPage(view.output.key, to: &bytes)
  }
}
