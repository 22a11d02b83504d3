import Markdown
import Addresses
import Diagnostics
import Fields

/// The fields that name files and other pages.
extension PageContext {
  func picture(_ reader: inout FieldReader) -> Page.Picture? {
    reader.map("image", PictureFields.fields, into: PictureFields()) { fields, reader in
      guard !fields.source.isEmpty else { return nil }
      switch references.image(at: fields.source) {
      case .file(_, let id, _): return Page.Picture(file: id, alt: fields.alt)
      case .gone(let problem):
        reader.report(problem, at: reader.value("src"), as: .warning)
        return nil
      case .wrong(let problem), .unshowable(let problem, _):
        reader.report(problem, at: reader.value("src"))
        return nil
      }
    }
  }

  func attachments(_ reader: inout FieldReader) -> [Page.Attachment] {
    reader.list("attachments", AttachmentFields.fields, into: AttachmentFields()) { fields, reader, _ in
      let name = fields.file
      guard !name.isEmpty else { return nil }
      if let scheme = Address.scheme(of: name), scheme == "https" || scheme == "http" {
        reader.report(LinkProblem.remoteAttachment(name), at: reader.value("file"))
        return nil
      }
      switch references.asset(name) {
      case .failure(let failure):
        let problem: LinkProblem =
          if case .wrong(let problem) = failure { problem } else { .missingFile(name, nearest: nil) }
        reader.report(problem, at: reader.value("file"), as: failure.isOfWithdrawn ? .warning : .error)
        return nil
      case .success(let file):
        guard let size = try? references.tree.publishedSize(of: file) else { return nil }
        return Page.Attachment(file: file, title: fields.title ?? name, size: size, date: fields.date)
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
