import Templates

/// A page that is no more.
struct GoneView: View {
  let drawing: Drawing
  let gone: Site.Gone

  static let fields = Fields<GoneView>(
    "gone",
    [
      .text("since", "its last day, in words") { $0.drawing.words($0.gone.day) },
      .text("since_iso", "the same as 2026-11-23") { $0.gone.day.iso },
    ])
}
