/// A paper of the administration, with what it is cited by.
extension PageType {
  static let document = PageType(
    layout: .document, isSection: false, schema: .document,
    readDetails: { fields, reader in .document(fields.issue(&reader)) }
  ) { view, key, bytes in
    let page = view.drawing.page(key)
    bytes.append(verbatim: ",{\"@type\":\"DigitalDocument\"")
    bytes.append(member: "name", page.title)
    bytes.append(member: "identifier", page.issue?.number)
    bytes.append(member: "dateCreated", page.issue?.issued?.iso)
    view.appendCommon(page, to: &bytes)
  }
}
