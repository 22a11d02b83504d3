/// The keys that a kind of YAML map may have.
struct Schema: Sendable {
  /// As messages call it.
  let name: String
  let keys: [String]
  var isOfPage = false

  static let common = [
    "title", "short_title", "description", "date", "updated", "draft", "publish_on", "expires", "slug",
    "aliases",
    "weight", "tags", "audience", "owner", "author", "source", "approved_by", "approved_on", "review_by",
    "image",
    "attachments", "related", "portals", "layout", "type", "quick_exit", "check_ignore",
  ]

  private static let issue = ["number", "issuer", "signed_by", "issued", "effective", "ended"]

  static let page = Schema(name: "page", keys: common + ["age"], isOfPage: true)
  static let guide = Schema(name: "guide", keys: common + ["age"], isOfPage: true)
  static let tip = Schema(name: "tip", keys: common + ["age"], isOfPage: true)
  static let document = Schema(name: "document", keys: common + issue, isOfPage: true)
  static let chapter = Schema(name: "chapter", keys: common, isOfPage: true)
  static let section = Schema(name: "section", keys: common + ["pages", "sort", "paginate"], isOfPage: true)
  static let handbook = Schema(name: "handbook", keys: common + ["sort", "paginate"], isOfPage: true)
  static let campaign = Schema(
    name: "campaign", keys: common + ["pages", "sort", "paginate", "starts", "ends"], isOfPage: true)
  static let home = Schema(
    name: "home",
    keys: [
      "title", "description", "date", "updated", "type", "weight", "owner", "author", "source", "review_by",
      "image", "related", "layout", "quick_exit", "check_ignore",
    ],
    isOfPage: true)

  static let allPageKeys = Set(common + issue + ["age", "pages", "sort", "paginate", "starts", "ends"])

  static let source = Schema(name: "source", keys: ["name", "url", "date"])
  static let image = Schema(name: "image", keys: ["src", "alt"])
  static let attachment = Schema(name: "attachments", keys: ["file", "title", "date"])
  static let ignore = Schema(name: "check_ignore", keys: ["rule", "reason"])
  static let menuItem = Schema(name: "menu", keys: ["title", "page", "url"])
  static let audience = Schema(name: "audiences", keys: ["id", "name"])
  static let show = Schema(name: "show", keys: ["sections", "audiences", "pages"])

  static let portal = Schema(
    name: "portal.yaml",
    keys: [
      "name", "title", "description", "kind", "url", "body", "parent_body", "responsible", "address", "phone",
      "email",
      "state", "accent", "emblem", "also_publish", "menu", "show", "hide", "language", "theme", "canonical",
      "search", "https_only",
    ])
  static let site = Schema(
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
