import Addresses
import Diagnostics
import Fields

/// The fields that name files and other pages.
extension PageFields {
  func picture(_ reader: inout FieldReader) -> Page.Picture? {
    let source = reader.requiredText("src")
    let alt = reader.requiredText("alt")
    guard !source.isEmpty else { return nil }
    if case .wrong(let problem) = references.image(at: source) {
      reader.report(problem, at: reader.value("src"))
      return nil
    }
    return (try? references.asset(source).get()).map { Page.Picture(file: $0, alt: alt) }
  }

  func attachments(_ reader: inout FieldReader) -> [Page.Attachment] {
    reader.list("attachments", schema: .attachment, orText: { _ in nil }) { reader, _ in
      let name = reader.requiredText("file")
      guard !name.isEmpty else { return nil }
      if let scheme = Address.scheme(of: name), scheme == "https" || scheme == "http" {
        reader.report(LinkProblem.remoteAttachment(name), at: reader.value("file"))
        return nil
      }
      switch references.asset(name) {
      case .failure(let failure):
        let problem: LinkProblem =
          if case .wrong(let problem) = failure { problem } else { .missingFile(name, nearest: nil) }
        reader.report(problem, at: reader.value("file"))
        return nil
      case .success(let index):
        guard let size = try? references.tree.publishedSize(of: index) else { return nil }
        return Page.Attachment(
          file: index, title: reader.text("title") ?? name, size: size, date: reader.date("date"))
      }
    }
  }

  func related(_ reader: inout FieldReader) -> [Page.Target] {
    reader.texts("related").compactMap { text, value in
      switch references.page(text) {
      case .success(let found):
        return Page.Target(key: found.key, text: text, place: reader.place(of: value))
      case .failure(let failure):
        let problem: LinkProblem =
          if case .wrong(let problem) = failure { problem } else { references.missing(text) }
        reader.report(problem, at: value)
        return nil
      }
    }
  }
}
