import Escaping
import Fields
import Files

/// A section that runs from one day to another.
extension PageType {
  static let campaign = PageType(
    "campaign", names: ["chien-dich"], label: ("chiến dịch, phong trào", "a campaign"), layout: .campaign,
    isSection: true,
    details: .campaign
  ) { view, key, bytes in
    view.appendEvent(view.drawing.page(key), to: &bytes)
    view.appendList(to: &bytes)
  }
}

extension Page.CampaignDays {
  fileprivate static let fields = YAMLFields<Page.CampaignDays>(
    "campaign",
    [
      .date(
        "starts", "Chỉ chiến dịch: ngày đầu; bỏ trống là không hạn", "a campaign's first day, if it has one",
        "2026-11-09"
      ) { $0.starts = $1 },
      .date(
        "ends", "Chỉ chiến dịch: ngày cuối; bỏ trống là không hạn", "a campaign's last day, if it has one",
        "2026-12-31"
      ) { $0.ends = $1 },
    ])
}

extension DetailsForm {
  fileprivate static let campaign = DetailsForm(
    notes: Page.SectionSettings.fields.notes + Page.CampaignDays.fields.notes,
    readFields: { reader in
      // Who follows a campaign looks for what is new.
      var settings = Page.SectionSettings(order: .date)
      Page.SectionSettings.fields.read(into: &settings, &reader)
      var days = Page.CampaignDays()
      Page.CampaignDays.fields.read(into: &days, &reader)
      reader.reportDisorder("starts", days.starts, "ends", days.ends)
      return .campaign(settings, days: days)
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
