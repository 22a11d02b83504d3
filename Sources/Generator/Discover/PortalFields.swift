import Addresses
import Diagnostics
import Fields
import Vietnamese

/// What portal.yaml may say, a line for each field.
struct PortalFields {
  var portal: Portal
  /// Ids of the project's audiences.
  let audiences: [String]
  /// Its address, where it has one that can be read.
  var url: PortalURL?
  var state: Portal.State?

  static let fields = YAMLFields<PortalFields>(
    "portal.yaml", unit + [address] + contacts + looks + contents + special)

  private static let unit: [YAMLField<PortalFields>] = [
    .required("name", .words, "Tên đơn vị, bắt buộc", "what the unit is called", "Phường Cống Vị") {
      $0.portal.name = $1
    },
    .text("title", .prose, "Tên của cổng", "what the portal is called", "Vùng xanh phường Cống Vị") {
      $0.portal.title = $1 ?? ""
    },
    .text("description", .prose, "Một câu về cổng", "a sentence on the portal") {
      $0.portal.description = $1 ?? ""
    },
    .other(
      "kind", .choice,
      "`district`, `ward` (phường), `commune` (xã), `province`, `school`, `union` (đoàn thể), `other`",
      "district, ward, commune, province, school, union or other", "ward"
    ) { $0.portal.kind = $1.choice("kind", Portal.Kind.self) ?? .other },
  ]

  private static let address: YAMLField<PortalFields> = .other(
    "url", .code, isRequired: true, "Địa chỉ trên mạng, bắt buộc", "where it will stand on the Web",
    "https://cong-vi.example/"
  ) { fields, reader in
    let text = reader.requiredText("url")
    fields.url = PortalURL(text)
    if let url = fields.url {
      fields.portal.url = url
    } else if !text.isEmpty {
      reader.report(FrontMatterProblem.badURL(text), at: reader.value("url"))
    }
  }

  private static let contacts: [YAMLField<PortalFields>] = [
    .required("body", .words, "Cơ quan quản lý, bắt buộc", "the body in charge", "UBND phường Cống Vị") {
      $0.portal.body = $1
    },
    .text("parent_body", .words, "Cơ quan cấp trên", "the body above it", "UBND quận Ba Đình") {
      $0.portal.parentBody = $1
    },
    .required(
      "responsible", .words, "Người chịu trách nhiệm nội dung, bắt buộc", "who answers for what it says",
      "CẦN ĐIỀN – họ tên, chức vụ"
    ) {
      $0.portal.responsible = $1
      $0.portal.pending.responsible = $1.isPlaceholder
    },
    .required(
      "address", .words, "Nơi làm việc, bắt buộc; hiện ở cuối mọi trang", "where the unit is to be found",
      "CẦN ĐIỀN – số nhà, phố"
    ) {
      $0.portal.address = $1
      $0.portal.pending.address = $1.isPlaceholder
    },
    .required(
      "phone", .words, "Điện thoại, bắt buộc; hiện ở cuối mọi trang", "its phone number",
      "CẦN ĐIỀN – số điện thoại"
    ) {
      $0.portal.phone = $1
      $0.portal.pending.phone = $1.isPlaceholder
    },
    .required(
      "email", .code, "Thư điện tử, bắt buộc; hiện ở cuối mọi trang", "its mailbox", "CẦN ĐIỀN – hộp thư"
    ) {
      $0.portal.email = $1
      $0.portal.pending.email = $1.isPlaceholder
    },
    .other(
      "state", .choice,
      "`sample`: cổng mẫu, có dòng nói rõ ở chân trang, máy tìm kiếm không ghi nhận; `live`: chạy thật, không trang nào được còn “CẦN ĐIỀN”. Không ghi thì cổng có địa chỉ thật là `live`",
      "sample or live; live where it has a real address", "live"
    ) { $0.state = $1.choice("state", Portal.State.self) },
  ]

  private static let looks: [YAMLField<PortalFields>] = [
    .other(
      "accent", .code, "Màu chính, đủ đậm để chữ trắng đọc được",
      "its colour, dark enough for white letters", "\"#0b6e4f\""
    ) { $0.portal.accent = $1.accent("accent") },
    .other("emblem", .code, "Huy hiệu, tệp ảnh trong thư mục cổng", "its emblem, a picture", "huy-hieu.svg") {
      $0.portal.emblem = $1.references("emblem").first
    },
    .other(
      "menu", .groups, "Menu riêng; mỗi mục có `title` và `page` hoặc `url`",
      "a menu of its own, instead of the project's", "[{ title: Tin, page: phuong/_index.md }]"
    ) { fields, reader in
      guard reader.value("menu") != nil else { return }
      fields.portal.menu = reader.menu("menu")
      fields.portal.menuIsShared = false
    },
  ]

  private static let contents: [YAMLField<PortalFields>] = [
    .other(
      "also_publish", .codeList,
      "Tệp, thư mục vẫn đăng dù không bài nào dùng; cũng ghi được trong `site.yaml` cho mọi cổng",
      "files and folders that are published though no page uses them", "[xac-nhan.txt]"
    ) { $0.portal.alsoPublished = $1.references("also_publish") },
    .other(
      "show", .group, "Chỉ hiện: `sections`, `audiences`, và thêm `pages`; xem bảng trên",
      "what it shows and nothing else", "{ audiences: [tre-em] }"
    ) { fields, reader in
      let known = fields.audiences
      let show = reader.map("show", ShowFields.fields, into: ShowFields(known: known)) { fields, _ in
        fields.show
      }
      if let show { fields.portal.show = show }
    },
    .other(
      "hide", .codeList, "Ẩn", "shared pages and sections that it does not show", "[huong-dan/tin-gia.md]"
    ) {
      $0.portal.hidden = $1.references("hide")
    },
    .other(
      "search", .choice, "`own`: tìm trong cổng này; `all`: tìm cả cổng khác",
      "own or all: whether its search finds what other portals have", "all"
    ) { $0.portal.searchesAll = $1.choice("search", Portal.SearchScope.self) == .all },
    .other(
      "canonical", .choice, "Địa chỉ chính thức của bài chung: `main` (cổng chính) hoặc `own`",
      "main or own: whose address of a shared page search engines are told of", "main"
    ) { $0.portal.canonical = $1.choice("canonical", Portal.Canonical.self) ?? .main },
  ]

  private static let special: [YAMLField<PortalFields>] = [
    .other(
      "language", .choice, "Ngôn ngữ (`vi`, `en`), khi khác với cả dự án",
      "vi or en, where it is not the project's", "vi"
    ) { fields, reader in
      if let language = reader.choice("language", Language.self) { fields.portal.language = language }
    },
    .other(
      "theme", .code, "Giao diện, khi khác với cả dự án",
      "a folder of themes/, where it is not the project's",
      "vung-xanh"
    ) { fields, reader in
      if let theme = reader.theme("theme") { fields.portal.theme = theme }
    },
    .truth(
      "https_only",
      "`true`: trình duyệt từ nay chỉ mở cổng bằng `https`. Chỉ bật khi người quản trị máy chủ bảo chứng thư luôn có",
      "whether browsers may never ask it without TLS again (HSTS)"
    ) { $0.portal.isSecureOnly = $1 ?? false },
  ]
}

/// What `show:` says.
struct ShowFields {
  let known: [String]
  var show = Portal.Show()

  static let fields = YAMLFields<ShowFields>(
    "show",
    [
      .other("sections", .codeList, "chuyên mục", "sections, by their files") {
        $0.show.sections = $1.references("sections")
      },
      .other("audiences", .codeList, "nhóm người đọc", "ids of audiences") { fields, reader in
        let known = fields.known
        fields.show.audiences = reader.texts("audiences").compactMap { text, value in
          if known.contains(text) { return text }
          reader.report(
            FrontMatterProblem.unknownValue(
              text, of: "audiences", nearest: nearest(to: text, among: known), known: known), at: value)
          return nil
        }
      },
      .other("pages", .codeList, "trang", "single pages, by their files") {
        $0.show.pages = $1.references("pages")
      },
    ])
}
