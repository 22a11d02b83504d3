import Fields

extension Schema {
  static let common = [
    "title", "short_title", "description", "date", "updated", "draft", "publish_on", "expires", "slug",
    "aliases",
    "weight", "tags", "audience", "owner", "author", "source", "approved_by", "approved_on", "review_by",
    "image",
    "attachments", "related", "portals", "layout", "type", "quick_exit", "check_ignore",
  ]

  private static let issue = ["number", "issuer", "signed_by", "issued", "effective", "ended"]

  static let page = Schema(name: "page", keys: common + ["age"], elsewhere: allPageKeys)
  static let guide = Schema(name: "guide", keys: common + ["age"], elsewhere: allPageKeys)
  static let tip = Schema(name: "tip", keys: common + ["age"], elsewhere: allPageKeys)
  static let document = Schema(name: "document", keys: common + issue, elsewhere: allPageKeys)
  static let chapter = Schema(name: "chapter", keys: common, elsewhere: allPageKeys)
  static let section = Schema(
    name: "section", keys: common + ["pages", "sort", "paginate"], elsewhere: allPageKeys)
  static let handbook = Schema(name: "handbook", keys: common + ["sort", "paginate"], elsewhere: allPageKeys)
  static let campaign = Schema(
    name: "campaign", keys: common + ["pages", "sort", "paginate", "starts", "ends"], elsewhere: allPageKeys)
  static let home = Schema(
    name: "home",
    keys: [
      "title", "description", "date", "updated", "type", "weight", "owner", "author", "source", "review_by",
      "image", "related", "layout", "quick_exit", "check_ignore",
    ],
    elsewhere: allPageKeys)

  static let allPageKeys = Set(common + issue + ["age", "pages", "sort", "paginate", "starts", "ends"])

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
