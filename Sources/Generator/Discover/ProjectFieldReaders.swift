import Addresses
import Diagnostics
import Fields

/// The fields of site.yaml and portal.yaml that are more than a text.
extension FieldReader {
  /// The name of a folder in themes/, and no path out of it.
  mutating func theme(_ key: String) -> String? {
    guard let name = text(key) else { return nil }
    if !name.isEmpty, !name.hasPrefix("."), !name.contains("/") { return name }
    report(ThemeProblem.badThemeName(name), at: value(key))
    return nil
  }

  mutating func references(_ key: String) -> [PathReference] {
    texts(key).map { PathReference(path: $0.text, place: place(of: $0.value)) }
  }

  mutating func menu(_ key: String) -> [Portal.MenuItem] {
    list(key, MenuItemFields.fields, into: MenuItemFields()) { item, reader, value in
      if let url = item.url {
        guard PortalURL(url) != nil || url.hasPrefix("https://") || url.hasPrefix("http://") else {
          reader.report(FrontMatterProblem.badURL(url), at: reader.value("url"))
          return nil
        }
        let place = reader.place(of: reader.value("url") ?? value)
        return Portal.MenuItem(title: item.title, target: .url(url, place))
      }
      let place = reader.place(of: reader.value("page") ?? value)
      return Portal.MenuItem(
        title: item.title, target: .page(PathReference(path: reader.requiredText("page"), place: place)))
    }
  }

  /// A colour, darkened where white on it would be hard to read.
  mutating func accent(_ key: String) -> String? {
    guard let text = text(key) else { return nil }
    guard let accent = Accent(text) else {
      report(FrontMatterProblem.badColour(text), at: value(key))
      return nil
    }
    let readable = accent.readable
    if readable != accent {
      report(
        FrontMatterProblem.paleAccent(
          text, contrast: accent.contrastWithWhite, instead: readable.hex,
          better: readable.contrastWithWhite),
        at: value(key), as: .warning)
    }
    return readable.hex
  }

  /// By the code of a rule: how much it weighs; nil for not at all.
  mutating func checkLevels(_ key: String, of rules: RuleBook?) -> [String: Diagnostic.Severity?] {
    map(key, schema: nil) { reader -> [String: Diagnostic.Severity?]? in
      var levels: [String: Diagnostic.Severity?] = [:]
      for entry in reader.entries {
        if let rules, rules.named(entry.key) == nil {
          reader.report(rules.unknown(entry.key), mark: entry.keyMark)
          continue
        }
        guard let level = reader.choice(entry.key, Rule.Level.self) else { continue }
        levels.updateValue(level.severity, forKey: entry.key)
      }
      return levels
    } ?? [:]
  }
}

/// What an entry of `menu:` says.
struct MenuItemFields {
  var title = ""
  var url: String?

  static let fields = YAMLFields<MenuItemFields>(
    "menu",
    [
      .required("title", .prose, "chữ hiện trong menu", "what readers see") { $0.title = $1 },
      .text("url", .code, "địa chỉ ở nơi khác", "an address elsewhere") { $0.url = $1 },
      // It must be there where `url` is not.
      .other("page", .code, "trang, theo tệp của nó", "a page, by its file") { _, _ in },
    ])
}
