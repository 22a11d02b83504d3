import Escaping
import Templates

/// What a phone shows of a portal that someone puts on the home screen (W3C, Web Application Manifest).
struct WebManifest {
  /// At the portal's root, which the addresses in it start from.
  static let route = "manifest.webmanifest"

  let portal: Portal
  /// The theme's files, of which some are icons: `icon-*.png`, `icon.svg` and `favicon.svg`.
  let assets: [Theme.Asset]

  func append(to output: inout [UInt8]) {
    output.append(verbatim: "{\"name\":")
    output.append(json: portal.title)
    output.append(member: "short_name", portal.name)
    output.append(member: "description", portal.description)
    output.append(member: "lang", portal.language.rawValue)
    output.append(member: "dir", "ltr")
    output.append(member: "start_url", ".")
    output.append(member: "scope", ".")
    // Pages have no way back of their own: the browser's is needed.
    output.append(member: "display", "browser")
    output.append(member: "background_color", "#ffffff")
    output.append(member: "theme_color", portal.accent)
    appendIcons(to: &output)
    output.append(verbatim: "}\n")
  }

  private func appendIcons(to output: inout [UInt8]) {
    let icons = assets.compactMap { asset in Self.sizes(of: asset).map { (asset, $0) } }
    guard !icons.isEmpty else { return }
    output.append(member: "icons")
    for (index, (asset, sizes)) in icons.enumerated() {
      output.append(verbatim: index == 0 ? "[{\"src\":" : ",{\"src\":")
      output.append(json: asset.route)
      output.append(member: "sizes", sizes)
      output.append(member: "type", asset.name.hasSuffix(".svg") ? "image/svg+xml" : "image/png")
      // One that a phone may cut to any shape keeps what matters in its middle.
      if asset.name.hasPrefix("icon-maskable") { output.append(member: "purpose", "maskable") }
      output.append(UInt8(ascii: "}"))
    }
    output.append(UInt8(ascii: "]"))
  }

  /// As the manifest writes them; nil for what is no icon.
  private static func sizes(of asset: Theme.Asset) -> String? {
    if asset.name == "icon.svg" || asset.name == "favicon.svg" { return "any" }
    guard asset.name.hasPrefix("icon-"), asset.name.hasSuffix(".png"),
      case .size(let size) = ImageSize.read(asset.bytes)
    else { return nil }
    return "\(size.width)x\(size.height)"
  }
}
