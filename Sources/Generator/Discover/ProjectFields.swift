import Addresses
import Diagnostics
import Fields
import Vietnamese

/// What site.yaml may say, a line for each field, and what holds where it says nothing.
package struct ProjectFields {
  /// Nil where nobody minds which rules there are.
  let rules: RuleBook?
  var language = Language.vi
  var theme = "vung-xanh"
  var audiences: [Project.Audience] = []
  var menu: [Portal.MenuItem] = []
  var pageSize = 20
  var quickExitURL = "https://www.google.com/"
  var helpPage: PathReference?
  var alsoPublished: [PathReference] = []
  var checkLevels: [String: Diagnostic.Severity?] = [:]
  /// The id of the only portal, where there are no folders of portals.
  var id = "main"
  var mainPortal: String?

  private static let shared: [YAMLField<ProjectFields>] = [
    .text(
      "name", .words, "Tên chung", "what all portals together are called", "Vùng xanh trên không gian mạng"
    ) {
      _, _ in
    },
    .other("language", .choice, "Ngôn ngữ của mọi cổng", "vi or en, for every portal", "vi") {
      $0.language = $1.choice("language", Language.self) ?? $0.language
    },
    .other("theme", .code, "Giao diện của mọi cổng", "a folder of themes/, for every portal", "vung-xanh") {
      $0.theme = $1.theme("theme") ?? $0.theme
    },
    .other(
      "audiences", .groups, "Nhóm người đọc: `id` là mã, `name` là tên", "groups of readers",
      "[{ id: tre-em, name: Trẻ em }]"
    ) { project, reader in
      project.audiences = reader.list("audiences", Project.Audience.fields, into: Project.Audience()) {
        audience, _, _ in audience
      }
    },
    .other("menu", .groups, "Menu chung, viết như ở cổng", "the menu of portals that have none of their own")
    {
      $0.menu = $1.menu("menu")
    },
    .number(
      "paginate", in: Project.pageSizes, "Số bài trên một trang danh sách",
      "how many entries a page of a list has", "20"
    ) { $0.pageSize = $1 ?? $0.pageSize },
    .other(
      "help_page", .code, "Trang được mời đọc khi tìm không thấy gì",
      "the page that helps who finds nothing", "tro-giup/_index.md"
    ) { $0.helpPage = $1.references("help_page").first },
    .other(
      "quick_exit_url", .code, "Nút “Thoát nhanh” đưa tới đâu", "where a reader goes who leaves at once",
      "https://www.google.com/"
    ) { project, reader in
      guard let url = reader.text("quick_exit_url") else { return }
      project.quickExitURL = url
      if !url.hasPrefix("https://") || PortalURL(url) == nil {
        reader.report(FrontMatterProblem.badURL(url), at: reader.value("quick_exit_url"))
      }
    },
    .other(
      "check", .group, "Mức của các quy tắc soát (mục 8)", "how much each rule of `check` weighs",
      "{ link-insecure: warning }"
    ) { $0.checkLevels = $1.checkLevels("check", of: $0.rules) },
    .other(
      "also_publish", .codeList, "Tệp, thư mục mọi cổng vẫn đăng dù không bài nào dùng",
      "files and folders that every portal publishes though no page uses them", "[xac-nhan.txt]"
    ) { $0.alsoPublished = $1.references("also_publish") },
  ]

  /// Of a project with folders of portals.
  static let several = YAMLFields<ProjectFields>(
    "site.yaml",
    shared + [
      .text("main_portal", .code, "Cổng chính", "the portal whose addresses of shared pages hold", "ba-dinh")
      {
        $0.mainPortal = $1
      }
    ])

  /// Of a project without: the same file says what portal.yaml says elsewhere.
  static let single = YAMLFields<ProjectFields>(
    "site.yaml",
    shared + [
      .other(
        "id", .code, "Chỉ khi dự án có một cổng: tên thư mục trong `site/`",
        "the id of the only portal, where there is no folder of portals", "phuong-moi"
      ) { project, reader in
        project.id = reader.text("id") ?? project.id
        if !Slug.isSlug(project.id) {
          reader.report(FrontMatterProblem.badSlug(project.id), at: reader.value("id"))
        }
      }
    ])

  /// Keys that only portal.yaml has where there are folders of portals.
  package static let keysOfPortals = PortalFields.fields.schema.keys.filter {
    !several.schema.keys.contains($0)
  }

  /// All that site.yaml may hold where it also describes the only portal.
  static let singleSchema = Schema(
    name: "site.yaml", keys: Set(single.schema.keys + PortalFields.fields.schema.keys).sorted())
}

extension Project.Audience {
  static let fields = YAMLFields<Project.Audience>(
    "audiences",
    [
      .required("id", .code, "mã", "what pages call it") { $0.id = $1 },
      .required("name", .words, "tên", "what readers see") { $0.name = $1 },
    ])
}
