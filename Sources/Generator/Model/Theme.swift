import Files
import Templates

/// A theme as one portal uses it: its layouts compiled, its words in the portal's language.
struct Theme: Sendable {
  let layouts: [String: Template]
  let assets: [Asset]
  /// Holds `words` and `assets`, in scope in every template.
  let globals: Table
  let wordsByName: [String: String]
  /// Of all that it is made of.
  let fingerprint: Fingerprint

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

  /// Whether it has a page to search on; without one no index is made.
  var hasSearch: Bool { layouts[Layout.search.rawValue] != nil }

  /// Whether it can show a whole handbook on one page; another layout would show its first page once more.
  var hasBooks: Bool { layouts[Layout.book.rawValue] != nil }

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
      layouts: layouts, assets: assets, globals: Table(globals.shape, values), wordsByName: wordsByName,
      fingerprint: fingerprint)
  }

  /// The template for a kind of page: the one that the page chose, if there is one of that name, else its layout's or
  /// the nearest that stands in for it.
  func template(for layout: Layout, chosen: String?) -> Template? {
    if let chosen, let template = layouts[chosen] { return template }
    var layout: Layout? = layout
    while let current = layout {
      if let template = layouts[current.rawValue] { return template }
      layout = current.standIn
    }
    return nil
  }

  /// One of the theme's words in the portal's language; empty where it has none.
  func word(_ name: String) -> String { wordsByName[name] ?? "" }
}
