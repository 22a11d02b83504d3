import Templates

/// One page of a list.
struct ListingView: View {
  let drawing: Drawing
  let base: Base
  let list: PagedList
  /// Which page of the list it is, from 1.
  let number: Int

  var keys: [PageKey] { list.keys }

  private func href(_ number: Int) -> String? {
    guard number >= 1, number <= list.pageCount else { return nil }
    return base.prefix(drawing)
      + PagedList.route(number, from: list.firstRoute, word: drawing.site.words.page)
  }

  static let fields = Fields<ListingView>(
    "listing",
    [
      .list("items", "the pages on this page of the list", CardView.self) { view in
        view.list.keys(onPage: view.number).map {
          CardView(drawing: view.drawing, base: view.base, key: $0)
        }
      },
      .list("bands", "the same by age, where the list has several ages and one page", BandView.self) {
        $0.bands
      },
      .flag("has_bands", "whether the list is given by age too") { !$0.bands.isEmpty },
      .number("total", "how many pages the whole list has") { $0.keys.count },
      .flag("is_paged", "whether the list goes over several pages") { $0.list.pageCount > 1 },
      .number("number", "which page of the list this is, from 1") { $0.number },
      .number("count", "how many pages the list goes over") { $0.list.pageCount },
      .text("previous_href", "the page of the list before") { $0.href($0.number - 1) },
      .text("next_href", "the page of the list after") { $0.href($0.number + 1) },
    ])
}

/// The portal, as its unit declares it.
struct PortalView: View {
  let drawing: Drawing
  let base: Base

  private var portal: Portal { drawing.portal }

  static let fields = Fields<PortalView>(
    "portal",
    [
      .text("id", "the name of its folder") { $0.portal.id },
      .text("name", "its short name") { $0.portal.name },
      .text("title", "the title of the site") { $0.portal.title },
      .text("description", "a sentence on it") { $0.portal.description },
      .text("kind", "district, ward, school …") { $0.portal.kind.rawValue },
      .text("url", "its full address") { $0.portal.url.absolute },
      .text("body", "the body in charge") { $0.portal.body },
      .text("parent_body", "the body above it") { $0.portal.parentBody },
      .text("responsible", "who answers for the content") { $0.portal.responsible },
      .flag("responsible_pending", "whether the unit has yet to fill that in") {
        $0.portal.pending.responsible
      },
      .text("address", "its address") { $0.portal.address },
      .flag("address_pending", "whether the unit has yet to fill that in") {
        $0.portal.pending.address
      },
      .text("phone", "its phone number") { $0.portal.phone },
      .text("phone_href", "the same for a tel: link; none while it is to be filled in") { view in
        view.portal.pending.phone ? nil : String(view.portal.phone.filter { $0.isNumber || $0 == "+" })
      },
      .text("email", "its mailbox") { $0.portal.email },
      .text("email_href", "the same for a mailto: link; none while it is to be filled in") { view in
        view.portal.pending.email ? nil : view.portal.email
      },
      .flag("is_sample", "whether it still shows how it will be, and stands for no unit") {
        $0.portal.state == .sample
      },
      .text("accent", "its colour, as #0b6e4f") { $0.portal.accent },
      .text("emblem", "the address of its emblem, if it has one") { view in
        view.drawing.site.emblem.map { view.drawing.href(of: $0, from: view.base) }
      },
    ])
}
