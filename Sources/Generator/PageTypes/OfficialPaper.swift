import Escaping
import Fields
import Files

/// A paper of the administration, with what it is cited by.
extension PageType {
  static let document = PageType(
    "document", names: ["van-ban", "tai-lieu"],
    label: ("văn bản, có cơ quan ban hành", "an official paper, with its issuer"),
    layout: .document,
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

extension Page.Issue {
  fileprivate static let fields = YAMLFields<Page.Issue>(
    "document",
    [
      .required(
        "issuer", .words, "Cơ quan ban hành, bắt buộc", "the body that issued it", "UBND phường Cống Vị"
      ) { $0.issuer = $1 },
      .text(
        "number", .words, "Số, ký hiệu như trên giấy", "its number as on the paper", "12/KH-UBND"
      ) { $0.number = $1 },
      .text("signed_by", .words, "Người ký", "who signed it", "CẦN ĐIỀN – chức vụ, họ tên") {
        $0.signer = $1
      },
      .date("issued", "Ngày ban hành", "the day it was issued", "2026-01-05") { $0.issued = $1 },
      .date("effective", "Ngày có hiệu lực", "the day it begins to hold", "2026-01-15") { $0.effective = $1 },
      .date(
        "ended", "Ngày hết hiệu lực; từ hôm ấy trang tự ghi rõ",
        "the day it ceases to hold; from then on the page says so", "2026-12-31"
      ) { $0.ended = $1 },
    ])
}

extension DetailsForm {
  fileprivate static let document = DetailsForm(
    notes: Page.Issue.fields.notes,
    readFields: { reader in
      var issue = Page.Issue()
      Page.Issue.fields.read(into: &issue, &reader)
      reader.reportDisorder("issued", issue.issued, "ended", issue.ended)
      reader.reportDisorder("effective", issue.effective, "ended", issue.ended)
      return .document(issue)
    },
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
