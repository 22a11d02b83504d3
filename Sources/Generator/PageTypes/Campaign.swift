/// A section that runs from one day to another.
extension PageType {
  static let campaign = PageType(
    layout: .campaign, isSection: true, schema: .campaign,
    // Who follows a campaign looks for what is new.
    readDetails: { fields, reader in
      .campaign(fields.section(&reader, order: .date), days: fields.campaignDays(&reader))
    }
  ) { view, key, bytes in
    view.appendEvent(view.drawing.page(key), to: &bytes)
    view.appendList(to: &bytes)
  }
}

extension RootView {
  /// A campaign with a first day; without one it is no event.
  fileprivate func appendEvent(_ page: Page, to bytes: inout [UInt8]) {
    guard let days = page.campaignDays, let starts = days.starts else { return }
    bytes.append(verbatim: ",{\"@type\":\"Event\"")
    bytes.append(member: "name", page.title)
    bytes.append(member: "description", summary)
    bytes.append(member: "url", canonical)
    bytes.append(member: "startDate", starts.iso)
    bytes.append(member: "endDate", days.ends?.iso)
    bytes.append(reference: "organizer", root, Portal.organisation)
    bytes.append(UInt8(ascii: "}"))
  }
}
