import Templates

/// A page that is no more.
struct GoneView: View {
  let drawing: Drawing
  let gone: Site.Gone

  static let fields = Fields<GoneView>(
    "gone",
    [
      .flag("is_withdrawn", "whether it was withdrawn; else it has expired") { $0.gone.isWithdrawn },
      .text("day", "the day it was withdrawn, or its last, in words") { $0.gone.day.map($0.drawing.words) },
      .text("day_iso", "the same as 2026-11-23") { $0.gone.day?.iso },
    ])
}
