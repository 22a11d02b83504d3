import Templates
import Vietnamese

/// The campaign that runs on the day of the build.
struct CampaignView: View {
  let drawing: Drawing
  let base: Base
  let key: PageKey

  private func card(_ key: PageKey) -> CardView { CardView(drawing: drawing, base: base, key: key) }

  static let fields = Fields<CampaignView>(
    "campaign",
    [
      .record("page", "the campaign's own page", CardView.self) { $0.card($0.key) },
      .record("days", "the days it runs", CampaignDaysView.self) { view in
        CampaignDaysView(drawing: view.drawing, key: view.key)
      },
      .record("newest", "its newest page of the day of the build or before", CardView.self) { view in
        view.drawing.site.campaign?.newest.map(view.card)
      },
    ])
}

/// When a campaign runs.
struct CampaignDaysView: View {
  let drawing: Drawing
  let key: PageKey

  private var starts: CalendarDate? { drawing.page(key).campaignDays?.starts }
  private var ends: CalendarDate? { drawing.page(key).campaignDays?.ends }

  static let fields = Fields<CampaignDaysView>(
    "campaign_days",
    [
      .text("starts", "its first day in words; none when it has no beginning") { view in
        view.starts.map(view.drawing.words)
      },
      .text("starts_iso", "the same as 2026-11-23") { $0.starts?.iso },
      .text("ends", "its last day in words; none when it has no end") { view in
        view.ends.map(view.drawing.words)
      },
      .text("ends_iso", "the same as 2026-11-23") { $0.ends?.iso },
      .flag("is_over", "whether its last day was before the day of the build") { view in
        view.ends.map { $0 < view.drawing.today } ?? false
      },
      .flag("is_ahead", "whether its first day is after the day of the build") { view in
        view.starts.map { $0 > view.drawing.today } ?? false
      },
    ])
}
