import Diagnostics
import Markdown

/// What leads from the page to other sites and to files, for the rules that look at all pages.
extension PageCheck {
  mutating func collectReferences() {
    for picture in outline.pictures { add(file: picture.destination, line: picture.line) }
    for link in outline.links {
      switch PageReferences.scheme(of: link.destination) {
      case "http", "https":
        let place = place(of: link.destination, afterAny: "](", line: link.line)
        webLinks.append(
          OutsideLink(
            url: link.destination, path: page.path, place: place, text: link.isPicture ? "" : link.text))
      case nil:
        guard !link.destination.hasPrefix("#"), case .failure(.notAPage) = references.page(link.destination)
        else { continue }
        add(file: link.destination, line: link.line)
      default: continue
      }
    }
    for field in fields.value("source")?.texts ?? [] where field.key == "url" {
      webLinks.append(
        OutsideLink(url: field.text, path: page.path, place: fields.place(of: field.value), text: ""))
    }
    let named = [("image", "src"), ("attachments", "file")].flatMap { field, key in
      fields.value(field)?.texts.filter { $0.key == key } ?? []
    }
    for field in named {
      guard let file = try? references.asset(field.text).get() else { continue }
      files.append(FileUse(file: file, place: fields.place(of: field.value)))
    }
  }

  private mutating func add(file destination: String, line: Int) {
    guard let file = try? references.asset(destination).get() else { return }
    files.append(FileUse(file: file, place: place(of: destination, afterAny: "](", line: line)))
  }
}
