import Escaping
import Fields
import Files

/// A section that runs from one day to another.
extension PageType {
  static let campaign = PageType(
    names: ["chien-dich"], label: ("chiến dịch, phong trào", "a campaign"), layout: .campaign,
    isSection: true,
    schema: .page("campaign", Schema.common + ["pages"] + listKeys + ["starts", "ends"]), details: .campaign
  ) { view, key, bytes in
    view.appendEvent(view.drawing.page(key), to: &bytes)
    view.appendList(to: &bytes)
  }
}

extension DetailsForm {
  fileprivate static let campaign = DetailsForm(
    // Who follows a campaign looks for what is new.
    readFields: { fields, reader in
      .campaign(fields.section(&reader, order: .date), days: fields.campaignDays(&reader))
    },
    write: { details, writer in
      guard case .campaign(let settings, let days) = details else { return }
      writer.write(settings)
      writer.write(days.starts)
      writer.write(days.ends)
    },
    read: { (reader) throws(RecordReader.Damage) in
      .campaign(
        try reader.sectionSettings(),
        days: Page.CampaignDays(starts: try reader.date(), ends: try reader.date()))
    })
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
