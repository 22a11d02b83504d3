import Fields

/// What people read: plain pages, guides, tips, and the chapters of a handbook.
extension PageType {
  static let page = article(.page, .page)
  static let guide = article(.guide, .guide)
  static let tip = article(.tip, .tip)
  static let chapter = article(.chapter, .chapter) { view, key, bytes in
    view.appendBook(around: key, to: &bytes)
  }

  /// - Parameter appendWhole: appends what the article is a part of.
  private static func article(
    _ layout: Layout, _ schema: Schema,
    appendWhole: @escaping @Sendable (RootView, Key, inout [UInt8]) -> Void = { view, _, bytes in
      bytes.append(reference: "isPartOf", view.root, Portal.webSite)
    }
  ) -> PageType {
    PageType(
      layout: layout, isSection: false, schema: schema,
      readDetails: { fields, reader in .article(age: fields.age(&reader)) }
    ) { view, key, bytes in
      let page = view.drawing.page(key)
      bytes.append(verbatim: ",{\"@type\":\"Article\"")
      bytes.append(member: "headline", page.title)
      appendWhole(view, key, &bytes)
      view.appendCommon(page, to: &bytes)
    }
  }
}

extension RootView {
  fileprivate func appendBook(around key: Key, to bytes: inout [UInt8]) {
    let parent = drawing.site.parents[Int(key)]
    guard parent >= 0 else { return bytes.append(reference: "isPartOf", root, Portal.webSite) }
    bytes.append(member: "isPartOf")
    bytes.append(verbatim: "{\"@type\":\"Book\"")
    bytes.append(member: "name", drawing.page(parent).title)
    bytes.append(member: "url", drawing.canonical(parent))
    bytes.append(UInt8(ascii: "}"))
  }
}
