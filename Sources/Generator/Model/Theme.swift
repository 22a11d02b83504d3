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

    init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
      let dot = name.lastIndex(of: ".") ?? name.endIndex
      outputName = "\(name[..<dot]).\(Self.hash(bytes))\(name[dot...])"
    }

    /// Below the portal's root.
    var route: String { "assets/" + outputName }

    /// FNV-1a, 64 bits, in hexadecimal: names differ when what they hold differs; nothing here is secret.
    private static func hash(_ bytes: [UInt8]) -> String {
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      let digits = String(hash, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }
  }

  /// The style sheet that carries a portal's colour.
  static let styleSheet = "style.css"
  /// As templates call the theme's files.
  static let files = "assets"

  /// A theme needs no more than these; a kind of page without a layout of its own uses the next in its row.
  static let required = ["page", "redirect"]
  private static let substitutes: [String: [String]] = [
    "chapter": ["guide"], "handbook": ["section"], "campaign": ["section"], "tag": ["section"],
    "audience": ["section"],
    "topics": ["section"], "letter": ["search"], "site-map": ["section"], "home": ["section"],
  ]

  /// Whether it has a page to search on; without one no index is made.
  var hasSearch: Bool { layouts["search"] != nil }

  /// Whether it can show a whole handbook on one page; another layout would show its first page once more.
  var hasBooks: Bool { layouts["book"] != nil }

  /// The theme as a portal of that colour has it: its style sheet ends with the colour, which saves a request.
  func coloured(_ accent: String?) -> Theme {
    guard let accent, let index = assets.firstIndex(where: { $0.name == Self.styleSheet }) else {
      return self
    }
    var assets = assets
    assets[index] = Asset(
      name: Self.styleSheet, bytes: assets[index].bytes + Array(":root{--accent:\(accent)}\n".utf8))
    let values = zip(globals.shape.fields, globals.values).map { field, value in
      guard field.name == Self.files, case .record(let files) = value else { return value }
      return .record(Table(files.shape, assets.map { .text($0.route) }))
    }
    return Theme(
      layouts: layouts, assets: assets, globals: Table(globals.shape, values), wordsByName: wordsByName)
  }

  /// The layout for a kind of page; `page` always exists.
  func layout(for kind: String, chosen: String?) -> Template? {
    if let chosen, let layout = layouts[chosen] { return layout }
    for name in [kind] + (Self.substitutes[kind] ?? []) + ["page"] {
      if let layout = layouts[name] { return layout }
    }
    return nil
  }
}
