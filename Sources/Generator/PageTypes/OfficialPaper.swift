import Escaping
import Fields
import Files

/// A paper of the administration, with what it is cited by.
extension PageType {
  static let document = PageType(
    names: ["van-ban", "tai-lieu"],
    label: ("văn bản, có cơ quan ban hành", "an official paper, with its issuer"),
    layout: .document,
    schema: .page(
      "document", Schema.common + ["number", "issuer", "signed_by", "issued", "effective", "ended"]),
    details: .document
  ) { view, key, bytes in
    let page = view.drawing.page(key)
    bytes.append(verbatim: ",{\"@type\":\"DigitalDocument\"")
    bytes.append(member: "name", page.title)
    bytes.append(member: "identifier", page.issue?.number)
    bytes.append(member: "dateCreated", page.issue?.issued?.iso)
    view.appendCommon(page, to: &bytes)
  }
}

extension DetailsForm {
  fileprivate static let document = DetailsForm(
    readFields: { fields, reader in .document(fields.issue(&reader)) },
    write: { details, writer in
      guard case .document(let issue) = details else { return }
      writer.write(issue.number) { $0.write($1) }
      writer.write(issue.issuer)
      writer.write(issue.signer) { $0.write($1) }
      for day in [issue.issued, issue.effective, issue.ended] { writer.write(day) }
    },
    read: { (reader) throws(RecordReader.Damage) in
      .document(
        Page.Issue(
          number: try reader.optionalText(), issuer: try reader.text(), signer: try reader.optionalText(),
          issued: try reader.date(), effective: try reader.date(), ended: try reader.date()))
    })
}
