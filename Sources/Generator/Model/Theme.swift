import Templates

/// A theme as one portal uses it: its layouts compiled, its words in the portal's language.
struct Theme: Sendable {
  let layouts: [String: Template]
  let assets: [Asset]
  /// Holds `words` and `assets`, in scope in every template.
  let globals: Table
  let wordsByName: [String: String]

  struct Asset: Sendable {
    /// As the theme's folder has it.
    let name: String
    /// With a hash of what it holds, so that a browser may keep it for ever.
    let outputName: String
    let bytes: [UInt8]
  }

  /// The style sheet that carries a portal's colour.
  static let styleSheet = "style.css"

  /// A theme needs no more than these; a kind of page without a layout of its own uses the next in its row.
  static let required = ["page", "redirect"]
  private static let substitutes: [String: [String]] = [
    "chapter": ["guide"], "handbook": ["section"], "campaign": ["section"], "tag": ["section"],
    "audience": ["section"],
    "topics": ["section"], "site-map": ["section"], "home": ["section"],
  ]

  /// Whether it can show a whole handbook on one page; another layout would show its first page once more.
  var hasBooks: Bool { layouts["book"] != nil }

  /// The layout for a kind of page; `page` always exists.
  func layout(for kind: String, chosen: String?) -> Template? {
    if let chosen, let layout = layouts[chosen] { return layout }
    for name in [kind] + (Self.substitutes[kind] ?? []) + ["page"] {
      if let layout = layouts[name] { return layout }
    }
    return nil
  }
}
