import Fields

/// Pages that lead to others.
extension PageType {
  static let home = section(.home, .home) { _, _, _ in }

  static let section = section(.section, .section) { view, _, bytes in view.appendList(to: &bytes) }

  static let handbook = section(.handbook, .handbook) { view, key, bytes in
    let page = view.drawing.page(key)
    bytes.append(verbatim: ",{\"@type\":\"Book\"")
    bytes.append(member: "name", page.title)
    view.appendCommon(page, to: &bytes)
  }

  private static func section(
    _ layout: Layout, _ schema: Schema,
    appendStructuredData: @escaping @Sendable (RootView, Key, inout [UInt8]) -> Void
  ) -> PageType {
    PageType(
      layout: layout, isSection: true, schema: schema,
      readDetails: { fields, reader in .section(fields.section(&reader)) },
      appendStructuredData: appendStructuredData)
  }
}
