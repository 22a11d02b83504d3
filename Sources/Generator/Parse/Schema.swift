import Fields

extension Schema {
  static let common = [
    "title", "short_title", "description", "date", "updated", "draft", "publish_on", "expires", "slug",
    "aliases",
    "weight", "tags", "audience", "owner", "author", "source", "approved_by", "approved_on", "review_by",
    "image",
    "attachments", "related", "portals", "layout", "type", "quick_exit", "check_ignore",
  ]

  /// That of a type of page. Keys of other types are known, but in the wrong place.
  static func page(_ name: String, _ keys: [String]) -> Schema {
    Schema(name: name, keys: keys)
  }

  /// Of every type of page.
  static let allPageKeys = Set(Page.Kind.allCases.flatMap(\.type.schema.keys))

  static let source = Schema(name: "source", keys: ["name", "url", "date"])
  static let image = Schema(name: "image", keys: ["src", "alt"])
  static let attachment = Schema(name: "attachments", keys: ["file", "title", "date"])
  static let ignore = Schema(name: "check_ignore", keys: ["rule", "reason"])
  static let menuItem = Schema(name: "menu", keys: ["title", "page", "url"])
  static let audience = Schema(name: "audiences", keys: ["id", "name"])
  static let show = Schema(name: "show", keys: ["sections", "audiences", "pages"])

  package static let portal = Schema(
    name: "portal.yaml",
    keys: [
      "name", "title", "description", "kind", "url", "body", "parent_body", "responsible", "address", "phone",
      "email",
      "state", "accent", "emblem", "also_publish", "menu", "show", "hide", "language", "theme", "canonical",
      "search", "https_only",
    ])
  package static let site = Schema(
    name: "site.yaml",
    keys: [
      "name", "language", "theme", "main_portal", "audiences", "menu", "paginate", "quick_exit_url",
      "help_page", "check", "also_publish",
    ])
  /// A project without portals/: one file says both.
  static let sitePortal = Schema(
    name: "site.yaml", keys: site.keys + portal.keys.filter { !site.keys.contains($0) } + ["id"])

  static let theme = Schema(name: "theme.yaml", keys: ["name", "description"])

  /// Of the first level of any file.
  static let allKeys = allPageKeys.union(sitePortal.keys)
}
