import Diagnostics
import Markdown

/// What leads from the page to other sites and to files, for the rules that look at all pages.
extension PageCheck {
  mutating func collectReferences() {
    for picture in outline.pictures {
      add(file: picture.destination, line: picture.line, isPicture: true)
    }
    for link in outline.links {
      switch PageReferences.scheme(of: link.destination) {
      case "http", "https":
        // What preview shows is refused as such.
        guard PageReferences.pathOfPreview(link.destination) == nil else { continue }
        let place = place(of: link.destination, afterAny: "](", line: link.line)
        webLinks.append(
          OutsideLink(
            url: link.destination, path: page.path, place: place, text: link.isPicture ? "" : link.text))
      case nil:
        guard !link.destination.hasPrefix("#"), case .failure(.notAPage) = references.page(link.destination)
        else { continue }
        add(file: link.destination, line: link.line, isPicture: false)
      default: continue
      }
    }
    for field in fields.value("source")?.texts ?? [] where field.key == "url" {
      webLinks.append(
        OutsideLink(url: field.text, path: page.path, place: fields.place(of: field.value), text: ""))
    }
    for (field, key, isPicture) in [("image", "src", true), ("attachments", "file", false)] {
      for named in fields.value(field)?.texts ?? [] where named.key == key {
        guard let file = try? references.asset(named.text).get() else { continue }
        files.append(FileUse(file: file, isPicture: isPicture, place: fields.place(of: named.value)))
      }
    }
  }

  private mutating func add(file destination: String, line: Int, isPicture: Bool) {
    guard let file = try? references.asset(destination).get() else { return }
    let place = place(of: destination, afterAny: "](", line: line)
    files.append(FileUse(file: file, isPicture: isPicture, place: place))
  }
}
