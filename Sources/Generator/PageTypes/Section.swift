import Diagnostics
import Escaping
import Fields
import Files

/// Pages that lead to others.
extension PageType {
  /// The home page. Nobody makes one: each project begins with it.
  static let home = PageType(
    "home", names: ["trang-chu"], label: ("trang chủ", "the home page"), layout: .home, isSection: true,
    details: .home,
    unused: [
      "short_title", "tags", "audience", "draft", "publish_on", "expires", "approved_by", "approved_on",
      "portals", "slug", "aliases", "attachments",
    ]
  ) { _, _, _ in }

  static let section = PageType(
    "section", names: ["chuyen-muc"], label: ("chuyên mục", "a section"), layout: .section, isSection: true,
    details: .section
  ) { view, _, bytes in view.appendList(to: &bytes) }

  static let handbook = PageType(
    "handbook", names: ["cam-nang"], label: ("cẩm nang nhiều chương", "a handbook of chapters"),
    layout: .handbook,
    isSection: true, details: .handbook
  ) { view, key, bytes in
    let page = view.drawing.page(key)
    bytes.append(verbatim: ",{\"@type\":\"Book\"")
    bytes.append(member: "name", page.title)
    view.appendCommon(page, to: &bytes)
  }
}

extension Page.SectionSettings {
  /// How a section lists what is in it, and what that is.
  static let fields = YAMLFields<Page.SectionSettings>("section", [pages] + list)
  fileprivate static let listFields = YAMLFields<Page.SectionSettings>("handbook", list)

  private static let pages: YAMLField<Page.SectionSettings> = .other(
    "pages", .choice,
    "Loại của các bài bên trong: `page`, `guide`, `tip`, `document`; cẩm nang không có",
    "the type of the pages in it: page, guide, tip or document; not for handbooks", "guide"
  ) { settings, reader in
    guard let children = reader.choice("pages", Page.Kind.self, offered: Page.Kind.leaves) else { return }
    settings.children = children
    guard !Page.Kind.leaves.contains(children) else { return }
    let known = Page.Kind.leaves.map(\.rawValue)
    reader.report(
      FrontMatterProblem.unknownValue(children.rawValue, of: "pages", nearest: nil, known: known),
      at: reader.value("pages"))
  }

  private static let list: [YAMLField<Page.SectionSettings>] = [
    .other(
      "sort", .choice, "Xếp theo `weight` (số thứ tự), `date` (mới trước) hoặc `title` (vần A, Ă, Â…)",
      "by weight, date (the newest first) or title", "weight"
    ) { settings, reader in
      if let order = reader.choice("sort", Page.Order.self) { settings.order = order }
    },
    .number(
      "paginate", in: Project.pageSizes, "Số bài trên một trang danh sách",
      "how many entries a page of its list has", "20"
    ) { $0.pageSize = $1 },
  ]
}

extension DetailsForm {
  fileprivate static let section = form(of: Page.SectionSettings.fields)
  fileprivate static let handbook = form(of: Page.SectionSettings.listFields)
  fileprivate static let home = form(of: YAMLFields<Page.SectionSettings>("home", []))

  private static func form(of fields: YAMLFields<Page.SectionSettings>) -> DetailsForm {
    DetailsForm(
      notes: fields.notes,
      readFields: { reader in
        var settings = Page.SectionSettings()
        fields.read(into: &settings, &reader)
        return .section(settings)
      },
      write: { details, writer in
        if case .section(let settings) = details { writer.write(settings) }
      },
      read: { (reader) throws(RecordReader.Damage) in .section(try reader.sectionSettings()) })
  }
}

extension RecordWriter {
  mutating func write(_ settings: Page.SectionSettings) {
    write(settings.children.rawValue)
    write(settings.order.rawValue)
    write(settings.pageSize) { $0.write(Int32($1)) }
  }
}

extension RecordReader {
  mutating func sectionSettings() throws(Damage) -> Page.SectionSettings {
    Page.SectionSettings(
      children: try named(), order: try named(),
      pageSize: try optional { (reader) throws(Damage) in Int(try reader.number(Int32.self)) })
  }
}
