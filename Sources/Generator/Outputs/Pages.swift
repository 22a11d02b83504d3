import Files

/// The pages of the content tree, and the further pages of what sections list.
struct Pages: HTMLSource {
  func declare(_ draft: SiteDraft, into addresses: inout AddressBook) {
    for key in draft.keys {
      let page = draft.page(key)
      let route = draft.site.routes[key]
      guard page.kind.isSection, page.kind != .home else {
        addresses.add(route, .page, item: key.number, owner: page.path)
        continue
      }
      addresses.addList(
        route, entries: draft.site.children[key].count, size: draft.pageSize(of: page), .page,
        item: key.number,
        owner: page.path)
    }
  }

  func layout(_ output: Output, of drawing: Drawing) -> Layout { drawing.page(output.key).kind.type.layout }
  func chosenLayout(_ output: Output, of drawing: Drawing) -> String? {
    drawing.page(output.key).layout?.name
  }
  func title(_ output: Output, of drawing: Drawing) -> String { drawing.page(output.key).title }
  func page(_ output: Output) -> PageKey? { output.key }

  func canonical(_ output: Output, of drawing: Drawing) -> String? {
    output.number == 1 ? drawing.canonical(output.key) : nil
  }

  func list(_ output: Output, of drawing: Drawing) -> PagedList? {
    let page = drawing.page(output.key)
    guard page.kind.isSection, page.kind != .home else { return nil }
    return PagedList(
      keys: drawing.site.children[output.key], pageSize: drawing.pageSize(of: page),
      firstRoute: drawing.route(output.key))
  }

  func particulars(_ output: Output, of drawing: Drawing) -> [Fingerprint] { [drawing.text(output.key)] }

  func appendStructuredData(_ view: RootView, to bytes: inout [UInt8]) {
    view.appendBreadcrumbs(to: &bytes)
    guard view.output.number == 1 else { return view.appendList(to: &bytes) }
    view.appendPage(view.output.key, to: &bytes)
    Questions(of: view.drawing.page(view.output.key).body).append(to: &bytes, for: view.canonical)
  }
}
