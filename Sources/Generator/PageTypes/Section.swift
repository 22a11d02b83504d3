import Escaping
import Fields
import Files

/// Pages that lead to others.
extension PageType {
  /// The home page. Nobody makes one: each project begins with it.
  static let home = PageType(
    names: ["trang-chu"], label: ("trang chủ", "the home page"), layout: .home, isSection: true,
    schema: .page(
      "home",
      [
        "title", "description", "date", "updated", "type", "weight", "owner", "author", "source", "review_by",
        "image", "related", "layout", "quick_exit", "check_ignore",
      ]),
    details: .section
  ) { _, _, _ in }

  static let section = PageType(
    names: ["chuyen-muc"], label: ("chuyên mục", "a section"), layout: .section, isSection: true,
    schema: .page("section", Schema.common + ["pages"] + listKeys), details: .section
  ) { view, _, bytes in view.appendList(to: &bytes) }

  static let handbook = PageType(
    names: ["cam-nang"], label: ("cẩm nang nhiều chương", "a handbook of chapters"), layout: .handbook,
    isSection: true, schema: .page("handbook", Schema.common + listKeys), details: .section
  ) { view, key, bytes in
    let page = view.drawing.page(key)
    bytes.append(verbatim: ",{\"@type\":\"Book\"")
    bytes.append(member: "name", page.title)
    view.appendCommon(page, to: &bytes)
  }

  /// How a section lists what is in it.
  static let listKeys = ["sort", "paginate"]
}

extension DetailsForm {
  fileprivate static let section = DetailsForm(
    readFields: { fields, reader in .section(fields.section(&reader)) },
    write: { details, writer in
      if case .section(let settings) = details { writer.write(settings) }
    },
    read: { (reader) throws(RecordReader.Damage) in .section(try reader.sectionSettings()) })
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
